#!/usr/bin/env python3
"""Validates JSON output against the JSON Schema with python3-jsonschema.

usage: validate_schema.py SCHEMA CHECK_JSON [--outline OUTLINE_JSON]

Besides that the output is valid, it shows that the schema is not hollow: each required key taken away
and each value given a wrong type must make it invalid. Exit 77 (skipped) without python3-jsonschema.
"""

import copy
import json
import sys

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)


class Wrong:
    """Stands for no JSON type a schema of ours allows."""


def paths(value, prefix=()):
    """Every place in `value` that holds something, outermost first."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield prefix + (key,)
            yield from paths(item, prefix + (key,))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield prefix + (index,)
            yield from paths(item, prefix + (index,))


def edited(value, path, change):
    """A copy of `value` in which `change(container, key)` was done at `path`."""
    result = copy.copy(value)
    if len(path) == 1:
        change(result, path[0])
    else:
        result[path[0]] = edited(value[path[0]], path[1:], change)
    return result


def remove(container, key):
    del container[key]


def spoil(container, key):
    container[key] = Wrong()


def mutants(instance, optional):
    """Outputs the schema must refuse, one sample of each shape of place."""
    seen = set()
    for path in paths(instance):
        value = instance
        for step in path:
            value = value[step]
        shape = tuple("[]" if isinstance(step, int) else step for step in path)
        if (shape, value is None) in seen:
            continue
        seen.add((shape, value is None))
        name = ".".join(shape)
        if not isinstance(path[-1], int) and name not in optional:
            yield "without " + name, edited(instance, path, remove)
        yield "wrong type of " + name, edited(instance, path, spoil)


def optional_names(prefix):
    names = ["packs", "facts", "encoding_confidence", "slots.[].name", "findings.[].section", "has_lines", "notes",
             "issuer_level"]
    for item in ["slots", "headings", "facts", "findings.[].related"]:
        names += [f"{item}.[].page", f"{item}.[].paragraph"]
    return {prefix + name for name in names} | {"packs.[].title"}


def check(validator, instance, optional, label):
    errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(instance)]
    for error in errors:
        print(f"{label}: {error}")
    count = 0
    for what, mutant in mutants(instance, optional):
        count += 1
        if validator.is_valid(mutant):
            errors.append(what)
            print(f"{label}: the schema accepts it {what}")
    print(f"{label}: {count} spoilt copies tried, {len(errors)} problems")
    return not errors


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(arguments):
    if len(arguments) not in (2, 4) or (len(arguments) == 4 and arguments[2] != "--outline"):
        print(__doc__)
        return 2
    schema = load(arguments[0])
    make = jsonschema.Draft202012Validator
    make.check_schema(schema)
    ok = check(make(schema), load(arguments[1]), optional_names("documents.[]."), "check")
    if len(arguments) == 4:
        outline = {"$ref": "#/$defs/outline", "$defs": schema["$defs"]}
        ok = check(make(outline), load(arguments[3]), optional_names(""), "outline") and ok
    return 0 if ok else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
