"""Rule packs and configuration: which pack judges, and the packs' own tests."""

import json
import os

from harness import BLANKS, DUTY_LOG, GOOD, PACK, REPORTS, read

DUTY = '值班工作报告\n\n一、受理处置情况\n全天来电3个，待回复。\n'
MARK = '【改过的规则包】'


def edited_pack(t, name):
    """A copy of the embedded pack whose message nobody can mistake."""
    t.copy(PACK, name)
    path = os.path.join(name, 'rules', 'structure.yaml')
    text = read(t.path(path)).decode('utf-8')
    t.true('缺少“{slot}”部分' in text)
    t.write(path, text.replace('缺少“{slot}”部分', MARK + '{slot}'))
    return name


def test_folder_wins(t):
    """A folder, its pack.yaml, and a folder called like an embedded pack win over the embedded one."""
    report = os.path.join(REPORTS, '2024', '枫栎镇.md')
    edited_pack(t, 'fazhi-annual-report')
    for pack, marked in ((PACK, False), ('./fazhi-annual-report', True), ('fazhi-annual-report', True),
                         ('fazhi-annual-report/pack.yaml', True)):
        result = t.run('check', '--pack', pack, report)
        t.equal((result.code, MARK in result.out), (1, marked), (pack, result))
    os.mkdir(t.path('elsewhere'))
    result = t.run('check', '--pack', 'fazhi-annual-report', report, cwd='elsewhere')
    t.equal((result.code, MARK in result.out), (1, False), result)


def test_another_report_type(t):
    """A report type of its own is a folder of YAML; its documents go to it by their title."""
    t.write('duty.txt', DUTY)
    t.equal(t.run('check', 'duty.txt').code, 3)
    out = t.check('--pack', DUTY_LOG, 'duty.txt', code=1)
    document = out['documents'][0]
    t.equal([(f['rule'], f['line']) for f in document['findings']],
            [('text/pending', 4), ('structure/missing-section', 4)])
    t.equal([p['id'] for p in out['packs']], ['duty-log'])
    t.equal({s['slot']: s['status'] for s in document['slots']},
            {'handled': 'found', 'handover': 'missing'})


def test_configuration(t):
    """hegao.yaml is found upwards; what it names is relative to it, and the command line wins."""
    edited_pack(t, 'packs/ours')
    t.copy(os.path.join(REPORTS, '2024', '枫栎镇.md'), 'drafts/a.md')
    t.copy(GOOD, 'final/b.md')
    t.write('hegao.yaml', 'paths: [drafts]\npacks: [packs/ours]\nfail-on: never\n')
    os.makedirs(t.path('deep', 'down'))
    for cwd, up in (('.', ''), ('deep/down', '../../')):
        result = t.run('check', '--quiet', cwd=cwd)
        t.equal(result.code, 0, result)
        t.true(result.out.startswith(f'{up}drafts/a.md:') and MARK in result.out, result)
        t.true('b.md' not in result.out, result)
        t.equal(t.run('check', '--fail-on', 'error', cwd=cwd).code, 1)
        given = t.run('check', '--quiet', f'{up}final', cwd=cwd)
        t.true('a.md' not in given.out and given.code == 0, given)
        t.true(MARK not in t.run('check', '--pack', PACK, cwd=cwd).out)
    t.write('other.yaml', 'paths: [final]\n')
    t.true('a.md' not in t.run('check', '--config', 'other.yaml').out)


def test_nearest_configuration(t):
    t.write('hegao.yaml', 'paths: [a]\n')
    t.write('inner/hegao.yaml', 'paths: [b]\n')
    t.copy(GOOD, 'inner/b/good.md')
    t.equal(t.run('check', cwd='inner').code, 0)


def test_rules_check(t):
    result = t.run('rules', 'check')
    t.equal(result.code, 0, result)
    t.true('fazhi-annual-report' in result.out, result)
    t.equal(t.run('rules', 'check', PACK, DUTY_LOG).code, 0)
    t.write('bad/pack.yaml', 'hegao: 1\nid: bad\nversion: "1"\ntitle: 坏\nrules:\n  - id: x\n')
    result = t.run('rules', 'check', './bad')
    t.equal(result.code, 2, result)
    t.true('bad/pack.yaml:6:' in result.out, result)
    t.equal(t.run('rules', 'check', DUTY_LOG, './bad').code, 2)


def test_rules_check_notes(t):
    """What is surely not meant is said, and is no error."""
    t.copy(DUTY_LOG, 'odd')
    head = read(t.path('odd', 'pack.yaml')).decode('utf-8')
    t.write('odd/pack.yaml', head + 'tables: {unused: [甲]}\n')
    result = t.run('rules', 'check', './odd')
    t.equal(result.code, 0, result)
    t.true('unused' in result.out and '提醒' in result.out, result)


def test_embedded_cases(t):
    """The packs' own cases pass, in the program and from the folder."""
    for pack in ([], [PACK]):
        result = t.run('rules', 'test', *pack)
        t.equal(result.code, 0, result)
        t.true(' 0 failed' in result.out and '：0 passed' not in result.out, result)


def test_rules_test(t):
    """Cases that pass, one that fails, a rule without any, and no case at all."""
    t.copy(DUTY_LOG, 'pack')
    t.equal(t.run('rules', 'test', '--coverage', './pack').code, 0)
    cases = read(t.path('pack', 'cases', 'all.case')).decode('utf-8')
    t.write('pack/cases/all.case', cases.replace('[[待回复]]', '待[[回复]]'))
    result = t.run('rules', 'test', './pack')
    t.equal(result.code, 1, result)
    t.true('all.case:1: text/pending' in result.out, result)
    t.write('pack/cases/all.case', cases.split('# slang')[0].rstrip('=\n') + '\n')
    result = t.run('rules', 'test', './pack')
    t.equal(result.code, 0, result)
    t.true('text/slang' in result.out, result)
    t.equal(t.run('rules', 'test', '--coverage', './pack').code, 1)
    os.remove(t.path('pack', 'cases', 'all.case'))
    t.equal(t.run('rules', 'test', './pack').code, 2)


def test_optional_packs(t):
    """They wait to be named; what has no layout cannot be judged by one that needs it."""
    t.write('a.txt', '青石镇2024年工作报告\n\n全年办结事项36件。\n')
    t.write('a.html', '<style>@page { size: 216mm 279mm }</style><p>青石镇2024年工作报告</p><p>全年办结事项36件。</p>')
    listed = t.run('rules', 'list')
    t.true('gbt9704' in listed.out, listed)
    t.equal(t.run('check', 'a.html').code, 3)  # no kind of report, and no layout asked for
    named = t.run('check', '--quiet', '--pack', 'gbt9704', 'a.html')
    t.equal(named.code, 0, named)
    t.true('page/paper' in named.out, named)
    result = t.run('check', '--pack', 'gbt9704', 'a.txt')
    t.equal(result.code, 3, result)
    t.true('规则包 gbt9704 要看版式' in result.err, result)
    t.write('hegao.yaml', 'packs: [fazhi-annual-report, gbt9704]\n')
    t.write('b.html', '<style>@page { size: 216mm 279mm }</style><p>青石镇2024年法治政府建设年度报告</p>'
            '<p>一、存在的不足</p><p>全年办结事项xx件。</p>')
    both = json.loads(t.run('check', '--format', 'json', 'b.html').out)['documents'][0]
    t.equal(both['packs'], ['fazhi-annual-report', 'gbt9704'])
    rules = {finding['rule'] for finding in both['findings']}
    t.true({'placeholder/unfilled', 'page/paper'} <= rules, rules)


def test_list_and_explain(t):
    """Every rule that is listed can be explained, with all its parts, in both languages."""
    labels = {'zh': ['级别', '查什么', '说明', '依据', '怎么改'],
              'en': ['severity', 'checks', 'message', 'basis', 'mend']}
    for lang, wanted in labels.items():
        listed = t.run('rules', 'list', '--lang', lang)
        packs = [[]]
        for line in listed.out.split('\n'):
            if line.startswith('  '):
                packs[-1].append(line.split()[0])
            else:
                packs.append([])
        rules = sum(packs, [])
        t.true(len(rules) >= 20 and all(each == sorted(each) for each in packs), packs)
        for rule in rules:
            result = t.run('rules', 'explain', rule, '--lang', lang)
            t.equal(result.code, 0, result)
            lines = [line.split()[0] for line in result.out.strip().split('\n')]
            t.equal(lines[0], rule)
            t.equal([label for label in wanted if label not in lines], [], result)
            t.true('{' not in result.out.split('\n')[0], result)


def test_pack_applies_whatever_the_text(t):
    """A pack that is named judges, whatever the document says of itself."""
    t.write('shopping.txt', '购物清单\n\n牛奶两盒。\n')
    t.equal(t.run('check', 'shopping.txt').code, 3)
    t.equal(t.run('check', '--pack', 'fazhi-annual-report', 'shopping.txt').code, 1)
    both = t.check('--pack', DUTY_LOG, '--pack', PACK, BLANKS)
    t.equal(both['documents'][0]['packs'], ['duty-log', 'fazhi-annual-report'])
