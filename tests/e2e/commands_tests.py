"""outline, fixlist and new."""

import os
import re

import make_docx
from harness import BLANKS, GOOD, REPORTS, read

BLANK = re.compile(r'[xX]{2,}|_{2,}|待补充|此处填写')


def test_outline(t):
    text = t.run('outline', GOOD)
    t.equal(text.code, 0, text)
    out = t.run('outline', GOOD, '--format', 'json').json()
    t.equal((out['title'], out['report_year']), ('石榉镇2024年法治政府建设年度报告', 2024))
    t.true('findings' not in out or not out['findings'])
    lines = read(GOOD).decode('utf-8').split('\n')
    for h in out['headings']:
        t.true({'line', 'level', 'number', 'text', 'source', 'confidence', 'slot'} <= h.keys(), h)
        t.true(h['text'] in lines[h['line'] - 1] and h['text'] in text.out, h)
    first = [h['text'] for h in out['headings'] if h['level'] == 1]
    t.equal(len(first), 4, first)


def test_outline_options_in_any_order(t):
    for args in (['--format', 'json', GOOD, '--lang', 'en'], ['--format', 'json', '--lang', 'en', GOOD],
                 [GOOD, '--lang', 'en', '--format', 'json']):
        result = t.run('outline', *args)
        t.equal(result.code, 0, result)


def test_limits(t):
    report = read(GOOD) + b'\n' + ('　' * 100 + '\n').encode() * 5000  # 1.5 MB
    t.write('big/reports/a.md', report)
    t.write('big/hegao.yaml', 'limits: {max-file-mb: 1}\n')
    for args, code in (([], 3), (['--max-file-mb', '2'], 0)):
        result = t.run('check', *args, cwd='big')
        t.equal(result.code, code, result)
        t.equal(t.run('outline', 'reports/a.md', *args, cwd='big').code, code)
        t.equal(t.run('fixlist', 'reports', '-o', 'a.md', *args, cwd='big').code, code)
    t.write('big/hegao.yaml', 'limits: {max-file-m: 1}\n')
    result = t.run('check', cwd='big')
    t.equal(result.code, 2, result)
    t.true('是不是“max-file-mb”' in result.err, result)
    for value in ('0', '-1', '5000', 'x'):
        t.equal(t.run('check', '--max-file-mb', value, cwd='big').code, 2, value)
    help_text = t.run('check', '--help', '--lang', 'en').out
    for name in ('max-file-mb', 'max-unpacked-mb', 'program-seconds', 'program-memory-mb'):
        t.true('--' + name in help_text, name)


def test_review(t):
    page = ('<h1>清溪镇2024年法治政府建设年度报告</h1><p>全年化解纠纷<mark>36件</mark>，'
            '<ins>办结</ins><del>90%</del>，培训<mark>xx</mark>人次。</p>')
    path = t.write('a.html', page)
    rules = {phase: {f['rule'] for f in t.check(path, '--phase', phase)['documents'][0]['findings']}
             for phase in ('draft', 'submit', 'publish')}
    t.true('placeholder/highlighted' not in rules['draft'] and 'placeholder/highlighted' in rules['submit'], rules)
    t.true('review/revision' not in rules['submit'] and 'review/revision' in rules['publish'], rules)
    found = t.check(path)['documents'][0]['findings']
    t.equal([f['rule'] for f in found if f['quote'].startswith('xx')], ['placeholder/unfilled'])


def test_fixlist(t):
    result = t.run('fixlist', REPORTS, '-o', '整改清单.md')
    t.equal(result.code, 1, result)
    text = read(t.path('整改清单.md')).decode('utf-8')
    out = t.check(REPORTS)
    for document in out['documents']:
        t.true(document['path'] in text, document['path'])
    t.equal(text.count('- [ ] '), sum(len(d['findings']) for d in out['documents']))
    must = [text.find('〔必改〕', text.find(f'## {BLANKS}')), text.find('〔应改〕', text.find(f'## {BLANKS}'))]
    t.true(0 < must[0] < must[1], 'what must be mended stands first')


def filled(text):
    """What a writer makes of the skeleton: every blank gets a value, guidance becomes a sentence."""
    text = re.sub(r'（此处填写[^）]*）', '本年度各项任务按计划推进，责任到人，结果经过核对，台账齐全', text)
    text = text.replace('【待补充】', '张明').replace('xxxx年xx月xx日', '2025年12月31日')
    return re.sub(r'[xX]{2,}|_{2,}', '12', text)


def test_new(t):
    """The skeleton's blanks are all flagged; a filled one is clean of placeholders; nothing is lost."""
    args = ['new', '--pack', 'fazhi-annual-report', '--year', '2025', '--issuer', '青石镇']
    result = t.run(*args, '-o', 'a.md')
    t.equal(result.code, 0, result)
    text = read(t.path('a.md')).decode('utf-8')
    t.true('青石镇2025年' in text and '2026年' in text and '{{' not in text, text[:200])
    document = t.check('a.md', code=1)['documents'][0]
    ranges = [(f['offset'], f['offset'] + f['length']) for f in document['findings']
              if f['rule'].startswith('placeholder/')]
    missed = []
    for m in BLANK.finditer(text):
        begin, end = (len(text[:at].encode('utf-8')) for at in m.span())
        if not any(a < end and begin < b for a, b in ranges):
            missed.append(text[max(0, m.start() - 8):m.end() + 8])
    t.equal(missed, [])
    t.equal([f['rule'] for f in document['findings']
             if not f['rule'].startswith('placeholder/') and f['severity'] != 'info'], [])
    t.write('filled.md', filled(text).replace('2026年12月12日', '2026年1月12日'))
    document = t.check('filled.md')['documents'][0]
    t.equal([(f['rule'], f['line'], f['quote']) for f in document['findings']
             if f['severity'] == 'error'], [])
    again = t.run(*args, '-o', 'a.md')
    t.equal(again.code, 2, again)
    t.equal(read(t.path('a.md')).decode('utf-8'), text)
    t.equal(t.run(*args, '-o', 'a.docx').code, 2)
    t.true(not os.path.exists(t.path('a.docx')))


def test_version_and_help(t):
    t.true(re.fullmatch(r'(hegao )?\d+\.\d+\.\d+\n', t.run('--version').out))
    for command in ('check', 'outline', 'fixlist', 'new', 'rules', 'schema'):
        result = t.run(command, '--help')
        t.equal(result.code, 0, result)
        t.true('--help' in result.out and command in t.run('--help').out, result)


def test_previous(t):
    """What was copied from last year's report is found, with the year moved on; the old one may be a .docx."""
    sentence = '全镇排查矛盾纠纷186件，调解成功183件，成功率98.4%，涉及金额420余万元，没有发生民转刑案件，社会大局平安稳定。'
    old = '云陂镇2023年法治政府建设年度报告\n\n一、主要举措和成效\n\n2023年，' + sentence + '\n'
    t.write('new.txt', old.replace('2023', '2024'))
    t.write('old.txt', old)
    t.write('old.docx', make_docx.make_docx(old.splitlines(), 'plain', {}))
    for previous in ('old.txt', 'old.docx'):
        document = t.check('new.txt', '--previous', previous)['documents'][0]
        found = [f for f in document['findings'] if f['rule'] == 'text/copied-from-previous']
        t.equal([(f['line'], f['severity']) for f in found], [(5, 'warning')], previous)
    alone = t.check('new.txt')['documents'][0]['findings']
    t.equal([f for f in alone if f['rule'] == 'text/copied-from-previous'], [])
