"""The model repository: every intended defect at its line, and nothing else that would alarm anybody."""

import os
from collections import Counter, defaultdict

from harness import REPORTS, all_reports, read


def expected():
    """File -> [(rule, line or None, severity)]; an empty list for a flawless report."""
    wanted = defaultdict(list)
    with open(os.path.join(REPORTS, 'expected.tsv'), encoding='utf-8') as file:
        next(file)
        for row in file:
            name, rule, line, severity = row.rstrip('\n').split('\t')
            wanted[name]  # a flawless report has no rule
            if rule != '-':
                wanted[name].append((rule, None if line == '-' else int(line), severity))
    return wanted


def documents(t):
    out = t.check(REPORTS, '--as-of', '2026-03-01', code=1)
    return {os.path.relpath(d['path'], REPORTS): d for d in out['documents']}


def test_all_are_registered(t):
    t.equal(all_reports(), sorted(expected()))
    t.equal(sorted(documents(t)), sorted(expected()))


def test_expected_findings(t):
    wrong = []
    for name, document in documents(t).items():
        wanted = Counter(expected()[name])
        got = Counter()
        for f in document['findings']:
            at = (f['rule'], f['line'], f['severity'])
            anywhere = (f['rule'], None, f['severity'])
            if wanted[at] == 0 and wanted[anywhere] > 0:
                at = anywhere
            got[at] += 1
            if got[at] > wanted[at] and (f['severity'] != 'info' or not wanted):
                wrong.append(f'{name}: not wanted: {at}: {f["message"]}')
        wrong += [f'{name}: not found: {at}' for at in (wanted - got)]
    t.equal(wrong, [])


def test_each_alone(t):
    """A report judged alone says what it says among the others; flawless ones exit 0."""
    together = documents(t)
    for name, wanted in expected().items():
        result = t.run('check', '--format', 'json', os.path.join(REPORTS, name))
        t.equal(result.json()['documents'][0]['findings'], together[name]['findings'], name)
        errors = any(f['severity'] == 'error' for f in together[name]['findings'])
        t.equal(result.code, 1 if errors else 0, name)
        t.true(wanted or not together[name]['findings'], name)


def blank_free(text):
    return ''.join(text.split()).replace('\u3000', '')


def test_offsets(t):
    """For text documents the bytes at offset and length are the quotation, and line and column agree."""
    checked = 0
    for name, document in documents(t).items():
        raw = read(os.path.join(REPORTS, name))
        for f in document['findings']:
            before = raw[:f['offset']].decode('utf-8')
            cut = raw[f['offset']:f['offset'] + f['length']].decode('utf-8')
            t.equal(before.count('\n') + 1, f['line'], (name, f))
            t.equal(len(before) - before.rfind('\n'), f['column'], (name, f))
            t.equal((before + cut).count('\n') + 1, f['end_line'], (name, f))
            quote = f['quote'].removesuffix('…')
            if name.endswith('.txt'):
                t.true(blank_free(cut).startswith(blank_free(quote)), (name, cut, f['quote']))
                t.true(f['quote'].endswith('…') or blank_free(cut) == blank_free(quote), (name, cut, f['quote']))
            checked += 1
    t.true(checked > 20)


def test_slots_of_flawless_reports(t):
    """A flawless report has every required part, and no part is missing from the output."""
    for name, wanted in expected().items():
        if not wanted:
            slots = {s['slot']: s['status'] for s in documents(t)[name]['slots']}
            t.true(len(slots) >= 5 and 'missing' not in slots.values(), (name, slots))
