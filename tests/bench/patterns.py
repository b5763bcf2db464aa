#!/usr/bin/env python3
"""Prints the regular expressions of the shipped packs, one a line, for a comparison with grep-like tools."""
import os
import re

ROOT = os.path.join(os.path.dirname(os.path.realpath(__file__)), '..', '..', 'rules')


def main():
    for folder, _, files in sorted(os.walk(ROOT)):
        for name in sorted(files):
            if not name.endswith('.yaml'):
                continue
            with open(os.path.join(folder, name), encoding='utf8') as file:
                for line in file:
                    match = re.match(r"\s*-\s+(?:\{match:\s*)?'((?:[^']|'')+)'", line)
                    if match:
                        # {Y+1} is hegao's own notation for a year; a name may stand once in one expression.
                        regex = re.sub(r'\{Y[^}]*\}', r'20\\d\\d', match.group(1).replace("''", "'"))
                        print(regex.replace('(?P<mark>', '('))


if __name__ == '__main__':
    main()
