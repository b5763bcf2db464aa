#!/usr/bin/env python3
"""End-to-end tests: run.py HEGAO [WORD…]

Runs the finished program as users do, each test in an empty folder of its own. With WORDs only the tests
whose name holds one of them. Standard library only; what needs more is skipped with a line that says so.
"""

import importlib
import inspect
import os
import shutil
import sys
import tempfile
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))
from harness import Skip, Test  # noqa: E402

MODULES = ['exit_codes', 'outputs', 'encodings', 'formats', 'reports', 'packs', 'commands', 'documents', 'samples', 'hostile']


def tests(words):
    for module in MODULES:
        loaded = importlib.import_module(f'{module}_tests')
        for name, function in inspect.getmembers(loaded, inspect.isfunction):
            full = f'{module}.{name[5:]}'
            if name.startswith('test_') and (not words or any(w in full for w in words)):
                yield full, function


def main():
    if len(sys.argv) < 2 or not os.access(sys.argv[1], os.X_OK):
        print(__doc__, file=sys.stderr)
        return 2
    hegao = os.path.realpath(sys.argv[1])
    passed = failed = 0
    for name, function in tests(sys.argv[2:]):
        folder = tempfile.mkdtemp(prefix='hegao-e2e-')
        try:
            function(Test(hegao, folder))
            print(f'ok    {name}', flush=True)
            passed += 1
        except Skip as why:
            print(f'skip  {name}: {why}', flush=True)
        except Exception as error:  # a broken expectation, or output that cannot be read at all
            failed += 1
            at = traceback.extract_tb(error.__traceback__)
            line = next((f.lineno for f in reversed(at) if f.filename.endswith('_tests.py')), '?')
            text = str(error) if isinstance(error, AssertionError) else repr(error)
            print(f'FAIL  {name} (line {line})\n      ' + text.strip().replace('\n', '\n      '),
                  flush=True)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
