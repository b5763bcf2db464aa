"""Real published reports, where they are laid beside the checkout: ../shared/samples."""

import json
import os
import re

from harness import ROOT, Skip, read

SAMPLES = os.path.join(os.path.dirname(ROOT), 'shared', 'samples')


def samples():
    if not os.path.exists(os.path.join(SAMPLES, 'expected.json')):
        raise Skip('no samples beside the checkout')
    return json.loads(read(os.path.join(SAMPLES, 'expected.json')))


def judged(t, wanted):
    paths = [os.path.join(SAMPLES, name) for name in wanted]
    out = t.check('--as-of', '2026-11-21', '--fail-on', 'never', *paths, code=0)
    return {os.path.basename(d['path']): d for d in out['documents']}


def test_facts_and_slots(t):
    wanted = samples()
    wrong = []
    for name, d in judged(t, wanted).items():
        e = wanted[name]
        if d['report_year'] not in e['report_year']:
            wrong.append(f'{name}: report_year {d["report_year"]}')
        if d['issue_date'] not in e['issue_date']:
            wrong.append(f'{name}: issue_date {d["issue_date"]}')
        wrong += [f'{name}: title lacks {w}' for w in e['title_has'] if w not in (d['title'] or '')]
        slots = {s['slot']: s for s in d['slots']}
        for slot, (status, line) in e['slots'].items():
            got = slots.get(slot, {})
            if got.get('status') not in status.split('|') or line not in (None, got.get('line')):
                wrong.append(f'{name}: {slot} is {got.get("status")} at {got.get("line")}, '
                             f'wanted {status} at {line}')
    t.equal(wrong, [])


def test_findings(t):
    wanted = samples()
    wrong = []
    for name, d in judged(t, wanted).items():
        e = wanted[name]
        for rule, line in e['must']:
            places = [p for f in d['findings'] if f['rule'] == rule for p in [f, *f['related']]]
            if not any(line in (None, p['line']) for p in places):
                wrong.append(f'{name}: no {rule} at line {line}')
        for never in e['never']:
            for f in d['findings']:
                alarm = (f['severity'] == 'error' if never == '@error'
                         else f['rule'].startswith(never) and f['severity'] != 'info')
                if alarm:
                    wrong.append(f'{name}: false alarm {f["rule"]} at {f["line"]}: {f["quote"]}')
    t.equal(wrong, [])


def test_every_blank(t):
    """In the template that was never filled in, every run of x is in some finding."""
    for name, e in samples().items():
        if not e.get('placeholders'):
            continue
        text = read(os.path.join(SAMPLES, name)).decode('utf-8')
        found = [(f['offset'], f['offset'] + f['length']) for f in judged(t, {name: e})[name]['findings']
                 if f['rule'].startswith('placeholder/')]
        missed = []
        for m in re.finditer(r'[xX]+(?:[·.][xX]+)?', text):
            begin, end = (len(text[:at].encode('utf-8')) for at in m.span())
            plus = '+' in (text[m.end():m.end() + 1], text[m.start() - 1:m.start()])
            if not plus and not any(a <= begin and end <= b for a, b in found):
                missed.append(text[max(0, m.start() - 6):m.end() + 4])
        t.equal(missed, [], name)
