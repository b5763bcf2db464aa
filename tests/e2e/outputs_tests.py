"""What is written where: formats, files, languages, streams; the same bytes every time."""

import importlib.util
import json
import os
import re
import subprocess

from harness import BLANKS, DATA, GOOD, REPORTS, ROOT, Skip, has_han, read


def test_two_formats_at_once(t):
    t.run('check', '--format', 'json=a.json', '--format', 'markdown=a.md', BLANKS)
    both = t.run('check', '--format', 'json=b.json', '--format', 'text', BLANKS)
    alone = t.run('check', '--format', 'json', BLANKS)
    t.equal(read(t.path('a.json')), alone.raw)
    t.equal(read(t.path('b.json')), alone.raw)
    t.equal(both.raw, t.run('check', BLANKS).raw)
    t.true(read(t.path('a.md')).decode('utf-8').startswith('# '))
    t.equal(sorted(os.listdir(t.folder)), ['a.json', 'a.md', 'b.json'])  # nothing temporary is left


def test_jobs_give_the_same_bytes(t):
    for form in ('json', 'text', 'markdown'):
        outputs = {t.run('check', '--format', form, '--jobs', jobs, REPORTS).raw
                   for jobs in ('1', '2', '8', '8')}
        t.equal(len(outputs), 1, form)


def test_standard_input(t):
    bytes_in = read(BLANKS)
    named = t.check('-', '--stdin-name', '竹墩镇.txt', stdin=bytes_in, code=1)['documents'][0]
    t.equal(named['path'], '竹墩镇.txt')
    filed = t.check(BLANKS, code=1)['documents'][0]
    t.equal(named['findings'], filed['findings'])
    t.equal(t.run('check', '-', stdin=read(GOOD)).code, 0)
    t.equal(t.run('check', '-', stdin=b'').code, 3)
    t.equal(t.run('outline', '-', stdin=read(GOOD)).code, 0)
    mixed = t.check('-', BLANKS, stdin=read(GOOD), code=1)
    t.equal(len(mixed['documents']), 2)


def test_english(t):
    """--lang en: the program's own words are English; only quotations stay Chinese."""
    for args in (['--help'], ['check', '--help'], ['rules', 'list'], ['rules', 'check'],
                 ['check', '--quiet', GOOD]):
        place = 0 if args == ['--help'] else len(args)
        result = t.run(*args[:place], *(['--lang', 'en'] if place else []), *args[place:])
        own = result.out.replace(GOOD, '').replace('石榉镇', '')
        if place:
            t.true(own.strip() and not has_han(own), result)
        else:
            t.true(has_han(own), result)
    zh = t.check(REPORTS)
    en = t.check('--lang', 'en', REPORTS)
    for before, after in zip(zh['documents'], en['documents']):
        key = ('rule', 'line', 'column', 'offset', 'length', 'quote', 'severity', 'fingerprint')
        t.equal([[f[k] for k in key] for f in before['findings']],
                [[f[k] for k in key] for f in after['findings']], before['path'])
        for f in after['findings']:
            for field in ('message', 'hint', 'basis'):
                own = ''.join(part.split('”')[-1] for part in f[field].split('“'))
                own = re.sub(r'\d+年[\d月日 ]*|（[^）]*）|《[^》]*》', '', own)  # dates, （略）, titles as they stand there
                t.true(own.strip() and not has_han(own), (field, f[field]))


def test_colour(t):
    t.true('\x1b[' not in t.run('check', BLANKS).out)
    t.true('\x1b[' in t.run('check', '--color', 'always', BLANKS).out)
    t.true('\x1b[' not in t.run('check', '--color', 'never', BLANKS).out)
    t.run('check', '--color', 'always', '--format', 'markdown=a.md', BLANKS)
    t.true(b'\x1b[' not in read(t.path('a.md')))


def test_reader_closes_early(t):
    """`hegao check … | head -1` neither crashes nor complains of a bug."""
    command = [t.hegao, 'check', '--format', 'json', REPORTS, DATA]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read().decode('utf-8')
    process.stderr.close()
    t.true(process.wait(timeout=60) in (1, 2, 3), f'exit {process.returncode}\n{complaint}')
    t.true('internal error' not in complaint, complaint)


def test_full_disk(t):
    """A result that could not be written is no pass."""
    if not os.path.exists('/dev/full'):
        raise Skip('no /dev/full')
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([t.hegao, 'check', GOOD], stdout=full, stderr=subprocess.PIPE)
    t.true(done.returncode != 0, f'exit {done.returncode}')
    t.true(done.stderr.strip(), 'nothing on standard error')


def test_quiet(t):
    quiet = t.run('check', '--quiet', BLANKS)
    findings = t.check(BLANKS)['documents'][0]['findings']
    lines = quiet.out.strip().split('\n')
    t.equal(len(lines), len(findings) + 1, quiet)
    for line, f in zip(lines, findings):
        t.true(line.startswith(f'{BLANKS}:{f["line"]}:{f["column"]}: ') and f['rule'] in line, line)


def schema_check(t):
    if importlib.util.find_spec('jsonschema') is None:
        raise Skip('python3-jsonschema is not installed')
    import jsonschema
    schema = json.loads(t.run('schema', 'check').out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    return lambda value: [f'{list(e.absolute_path)}: {e.message}' for e in validator.iter_errors(value)]


def test_schema(t):
    """Real output is valid, that of exit 3 as well, and the schema refuses what is not."""
    errors = schema_check(t)
    t.write('empty.txt', '')
    for args, code in (([REPORTS], 1), ([REPORTS, 'empty.txt', 'nosuch.txt'], 3), ([GOOD], 0)):
        out = t.check(*args, code=code)
        t.equal(errors(out), [], args)
    out = t.check(BLANKS)
    for spoil in (lambda o: o.pop('summary'), lambda o: o.update(schema='hegao/check/2'),
                  lambda o: o['documents'][0].update(status='fine'),
                  lambda o: o['documents'][0]['findings'][0].pop('fingerprint'),
                  lambda o: o['documents'][0]['findings'][0].update(line='7')):
        spoiled = json.loads(json.dumps(out))
        spoil(spoiled)
        t.true(errors(spoiled), 'a spoiled output passed')


def test_contract_fields(t):
    """The fields the contract names are there, with their types, for a judged document."""
    out = t.check(BLANKS)
    t.equal(out['schema'], 'hegao/check/1')
    t.equal(out['tool']['name'], 'hegao')
    t.equal(out['tool']['version'], t.run('--version').out.split()[-1])
    document = out['documents'][0]
    for key, value in {'format': 'text', 'encoding': 'UTF-8', 'status': 'judged', 'reason': None,
                       'title': '望岑县某镇2024年法治政府建设年度报告', 'report_year': 2024,
                       'issuer': '竹墩镇人民政府'}.items():
        t.equal(document[key], value, key)
    slots = {s['slot'] for s in document['slots']}
    t.true({'measures', 'leadership', 'first_responsible', 'shortfalls', 'next_plan'} <= slots, slots)
    keys = {'rule', 'severity', 'message', 'hint', 'basis', 'line', 'column', 'end_line', 'end_column',
            'offset', 'length', 'quote', 'slot', 'page', 'paragraph', 'count', 'related', 'fingerprint',
            'state', 'fix'}
    for f in document['findings']:
        t.true(keys <= f.keys(), keys - f.keys())
    order = [(f['offset'], f['rule']) for f in document['findings']]
    t.equal(order, sorted(order))
    prints = [f['fingerprint'] for f in document['findings']]
    t.equal(len(prints), len(set(prints)))
    severities = [f['severity'] for f in document['findings']]
    t.equal([out['summary'][k] for k in ('errors', 'warnings', 'infos')],
            [severities.count(k) for k in ('error', 'warning', 'info')])


def test_fingerprints_survive_moves(t):
    """Three lines put above change no fingerprint."""
    text = read(BLANKS).decode('utf-8')
    title, rest = text.split('\n', 1)
    t.write('a.txt', text)
    t.write('b.txt', f'{title}\n\n\n\n{rest}')
    before, after = (t.check(n)['documents'][0]['findings'] for n in ('a.txt', 'b.txt'))
    t.equal([f['fingerprint'] for f in before], [f['fingerprint'] for f in after])
    t.true([f['line'] for f in before] != [f['line'] for f in after])


def test_alone(t):
    """The program needs no file beside it, no environment and no checkout."""
    program = t.copy(t.hegao, 'bin/hegao')
    os.mkdir(t.path('elsewhere'))
    result = t.run('check', '--quiet', '-', stdin=read(BLANKS), cwd='elsewhere', program=program, env={})
    t.equal(result.code, 1, result)
    t.true('placeholder/unfilled' in result.out, result)
    t.equal(t.run('rules', 'check', cwd='elsewhere', program=program, env={}).code, 0)
    strings = read(program)
    t.true(ROOT.encode() + b'/rules' not in strings, 'the program names the folder it was built in')
