"""What every end-to-end test uses: a folder of its own, hegao, and assertions that say what they saw."""

import json
import os
import resource
import shutil
import subprocess

HERE = os.path.dirname(os.path.realpath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DATA = os.path.join(HERE, 'data')
REPORTS = os.path.join(ROOT, 'reports')
PACK = os.path.join(ROOT, 'rules', 'fazhi-annual-report')
DUTY_LOG = os.path.join(DATA, 'duty-log')
GOOD = os.path.join(REPORTS, '2024', '石榉镇.md')
BLANKS = os.path.join(REPORTS, '2024', '竹墩镇.txt')


class Skip(Exception):
    """The test cannot be run here; the text says why."""


class Result:
    def __init__(self, args, done):
        self.args = args
        self.code = done.returncode
        self.raw = done.stdout
        self.out = done.stdout.decode('utf-8')  # whatever the documents hold, output is UTF-8
        self.err = done.stderr.decode('utf-8')

    def json(self):
        return json.loads(self.out)

    def __str__(self):
        return f'hegao {" ".join(self.args)}: exit {self.code}\n{self.out[:600]}\n{self.err[:600]}'


class Test:
    """Given to each test function. Paths that are not absolute are in the test's own folder."""

    def __init__(self, hegao, folder):
        self.hegao = hegao
        self.folder = folder

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def write(self, name, content):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode('utf-8'))
        return path

    def copy(self, source, name):
        target = self.path(name)
        if os.path.isdir(source):
            return shutil.copytree(source, target)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        return shutil.copy(source, target)

    def run(self, *args, cwd='.', stdin=b'', program=None, env=None, memory=None):
        """Runs hegao. The environment holds nothing that could change what it says. `memory`: bytes
        of address space for it and the programs it calls."""
        limit = (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))) if memory else None
        done = subprocess.run([program or self.hegao, *args], cwd=self.path(cwd), input=stdin,
                              capture_output=True, timeout=120, preexec_fn=limit,
                              env={'PATH': '/usr/bin:/bin', 'TZ': 'UTC'} if env is None else env)
        return Result(args, done)

    def check(self, *args, code=None, **options):
        """`hegao check --format json`, parsed."""
        result = self.run('check', '--format', 'json', *args, **options)
        if code is not None:
            self.equal(result.code, code, result)
        return result.json()

    @staticmethod
    def equal(got, wanted, where=''):
        assert got == wanted, f'got {got!r}\nwanted {wanted!r}\n{where}'

    @staticmethod
    def true(condition, where=''):
        assert condition, str(where)


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def has_han(text):
    return any('\u4e00' <= c <= '\u9fff' for c in text)


def all_reports():
    """Every report of the model repository, relative to it, sorted."""
    found = []
    for folder, _, names in os.walk(REPORTS):
        for name in names:
            if name.endswith(('.md', '.txt')) and name != 'README.md':
                found.append(os.path.relpath(os.path.join(folder, name), REPORTS))
    return sorted(found)
