"""The exit codes of the contract: 0 clean, 1 findings, 2 nothing judged, 3 not all judged."""

import io
import os
import zipfile

from harness import BLANKS, DUTY_LOG, GOOD, PACK, Skip, has_han, read

CLEAN = '值班工作报告\n\n一、受理处置情况\n全天来电3个，均已当场答复。\n二、交接事项\n钥匙两把，已经交接。\n'
PDF = b'%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << >>\n%%EOF\n'
SHOPPING = '购物清单\n\n牛奶两盒，鸡蛋一打，青菜三斤。\n'



def zipped(*names):
    """A zip archive whose files hold a word each."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, 'w') as archive:
        for name in names:
            archive.writestr(name, '<w:document/>')
    return buffer.getvalue()


# name, arguments, code, what standard error must hold in Chinese and in English
TABLE = [
    ('missing file', ['check', 'nosuch.txt'], 3, '没有这个文件', 'no such file'),
    ('missing among good', ['check', GOOD, 'nosuch.txt'], 3, '没有这个文件', 'no such file'),
    ('default folder missing', ['check'], 3, '没有这个文件', 'no such file'),
    ('empty folder', ['check', 'folder'], 3, '没有可检查的报告', 'no report'),
    ('empty file', ['check', 'empty.txt'], 3, '没有文字', 'no text'),
    ('blanks only', ['check', 'blank.txt'], 3, '没有文字', 'no text'),
    ('binary file', ['check', 'binary.txt'], 3, '不是文本', 'text'),
    ('zip named docx', ['check', 'zip.docx'], 3, '压缩包', 'archive'),
    ('docx without text', ['check', 'word.docx'], 3, '没有文字', 'no text'),
    ('docx named txt', ['check', 'word.txt'], 3, '没有文字', 'no text'),
    ('pdf', ['check', 'a.pdf'], 3, 'PDF', 'PDF'),
    ('no pack applies', ['check', 'shopping.txt'], 3, '--pack', '--pack'),
    ('outline: folder', ['outline', 'folder'], 3, '文件夹', 'folder'),
    ('outline: missing', ['outline', 'nosuch.txt'], 3, '找不到', 'nosuch.txt'),
    ('outline: empty', ['outline', 'empty.txt'], 3, '没有文字', 'no text'),
    ('unknown pack', ['check', '--pack', 'fazhi-anual-report', GOOD], 2,
     '是不是“fazhi-annual-report”', 'did you mean “fazhi-annual-report”'),
    ('pack without a like', ['check', '--pack', 'x', GOOD], 2, 'fazhi-annual-report', 'fazhi-annual-report'),
    ('pack folder without pack.yaml', ['check', '--pack', './folder', GOOD], 2, 'pack.yaml', 'pack.yaml'),
    ('pack folder missing', ['check', '--pack', './nosuch', GOOD], 2, '不存在', 'no such file'),
    ('one pack broken', ['check', '--pack', DUTY_LOG, '--pack', 'x', GOOD], 2, '没有规则包', 'no rule pack'),
    ('unknown format', ['check', '--format', 'xml', GOOD], 2, 'xml', 'known: text, json'),
    ('unknown outline format', ['outline', GOOD, '--format', 'xml'], 2, 'xml', 'xml'),
    ('two formats to the screen', ['check', '--format', 'json', '--format', 'text', GOOD], 2,
     '只能有一种', 'only one'),
    ('bad date', ['check', '--as-of', '2025-02-30', GOOD], 2, '--as-of', '--as-of'),
    ('bad date form', ['check', '--as-of', '2025/1/1', GOOD], 2, '--as-of', '--as-of'),
    ('bad year', ['check', '--year', '24', GOOD], 2, '--year', '--year'),
    ('bad fail-on', ['check', '--fail-on', 'fatal', GOOD], 2, '--fail-on', '--fail-on'),
    ('bad phase', ['check', '--phase', 'later', GOOD], 2, '--phase', '--phase'),
    ('bad jobs', ['check', '--jobs', '0', GOOD], 2, '--jobs', '--jobs'),
    ('previous missing', ['check', '--previous', 'nosuch.txt', GOOD], 3, '没有读成', 'could not be read'),
    ('previous empty', ['check', '--previous', 'empty.txt', GOOD], 3, '没有读成', 'could not be read'),
    ('previous for a pack that compares nothing', ['check', '--pack', DUTY_LOG, '--previous', GOOD, GOOD], 2,
     '没有与上年报告比对的规则', 'does nothing'),
    ('previous for two', ['check', '--previous', GOOD, GOOD, BLANKS], 2, '一次只能检查一份', 'one document'),
    ('unknown option', ['check', '--nosuch', GOOD], 2, '--nosuch', '--nosuch'),
    ('no command', [], 2, '--help', '--help'),
    ('unknown command', ['chek', GOOD], 2, '--help', '--help'),
    ('unknown language', ['check', '--lang', 'fr', GOOD], 2, 'fr', None),
    ('config missing', ['check', '--config', 'nosuch.yaml', GOOD], 2, 'nosuch.yaml', 'nosuch.yaml'),
    ('config wrong', ['check', '--config', 'wrong.yaml', GOOD], 2, '是不是“fail-on”', 'did you mean “fail-on”'),
    ('output folder missing', ['check', '--format', 'json=nosuch/a.json', GOOD], 2, '无法写入', 'nosuch/a.json'),
    ('fix-list as docx', ['fixlist', GOOD, '-o', 'a.docx'], 2, '.md', '.md'),
    ('unknown rule', ['rules', 'explain', 'structure/mising-section'], 2,
     '是不是“structure/missing-section”', 'did you mean “structure/missing-section”'),
    ('unknown template', ['new', '--pack', 'x', '--year', '2025', '--issuer', 'Y', '-o', 'a.md'], 2,
     '没有', 'no template'),
    ('unknown schema', ['schema', 'nosuch'], 2, 'nosuch', 'nosuch'),
]


def test_refusals(t):
    """Each refusal: its code, one sentence in the language asked for, nothing that looks judged."""
    os.mkdir(t.path('folder'))
    t.write('empty.txt', '')
    t.write('blank.txt', ' \n\u3000\n\t\n')
    t.write('binary.txt', bytes(range(256)) * 20)
    t.write('zip.docx', zipped('a/b.txt'))
    for name in ('word.docx', 'word.txt'):
        t.write(name, zipped('[Content_Types].xml', '_rels/.rels', 'word/document.xml'))
    t.write('a.pdf', PDF)
    t.write('shopping.txt', SHOPPING)
    t.write('wrong.yaml', 'paths: [reports]\nfail_on: error\n')
    broken = []
    for name, args, code, zh, en in TABLE:
        for lang, words in (('zh', zh), ('en', en)):
            if words is None:
                continue
            result = t.run(*args, *(['--lang', lang] if lang == 'en' and args else []))
            if lang == 'en' and not args:
                continue  # without a command there is nothing to give --lang to
            wrong = []
            if result.code != code:
                wrong.append(f'exit {result.code}, wanted {code}')
            if words not in result.err:
                wrong.append(f'standard error lacks {words!r}')
            if has_han(result.err.replace('石榉镇', '')) != (lang == 'zh'):
                wrong.append(f'standard error is not in {lang}')
            if code == 2 and result.out:
                wrong.append('standard output is not empty')
            if wrong:
                broken.append(f'{name} ({lang}): {"; ".join(wrong)}: {result.err.strip()!r}')
    t.equal(broken, [])


def test_fail_on(t):
    """A finding of each severity against each --fail-on."""
    t.write('clean.txt', CLEAN)
    t.write('info.txt', CLEAN.replace('交接。', '交接，都搞定。'))
    t.write('warning.txt', CLEAN.replace('均已当场答复', '待回复'))
    t.write('error.txt', CLEAN.split('二、')[0])
    codes = {}
    for name in ('clean', 'info', 'warning', 'error'):
        codes[name] = [t.run('check', '--pack', DUTY_LOG, '--fail-on', level, f'{name}.txt').code
                       for level in ('error', 'warning', 'info', 'never')]
        codes[name].append(t.run('check', '--pack', DUTY_LOG, f'{name}.txt').code)  # the default
    t.equal(codes, {'clean': [0, 0, 0, 0, 0], 'info': [0, 0, 1, 0, 0], 'warning': [0, 1, 1, 0, 0],
                    'error': [1, 1, 1, 0, 1]})


def test_phase(t):
    """A rule's phases: off while drafting, an error when it is published."""
    t.write('warning.txt', CLEAN.replace('均已当场答复', '待回复'))
    seen = {}
    for phase in ('draft', 'submit', 'publish'):
        document = t.check('--pack', DUTY_LOG, '--phase', phase, 'warning.txt')['documents'][0]
        seen[phase] = [f['severity'] for f in document['findings']]
    t.equal(seen, {'draft': [], 'submit': ['warning'], 'publish': ['error']})


def test_unjudged_wins(t):
    """Exit 3 wins over 1 and over --fail-on never, and the judged documents are still shown."""
    for extra in ([], ['--fail-on', 'never']):
        result = t.run('check', BLANKS, 'nosuch.txt', *extra)
        t.equal(result.code, 3, result)
        t.true('placeholder/unfilled' in result.out, result)


def test_json_holds_the_unjudged(t):
    t.write('empty.txt', '')
    t.write('shopping.txt', SHOPPING)
    t.write('zip.docx', zipped('a/b.txt'))
    out = t.check(GOOD, 'empty.txt', 'shopping.txt', 'zip.docx', 'nosuch.txt', code=3)
    status = {os.path.basename(d['path']): d['status'] for d in out['documents']}
    t.equal(status, {'石榉镇.md': 'judged', 'empty.txt': 'undetermined', 'shopping.txt': 'undetermined',
                     'zip.docx': 'unreadable', 'nosuch.txt': 'unreadable'})
    for d in out['documents']:
        t.equal(bool(d['reason']), d['status'] != 'judged', d)
        t.true(d['status'] == 'judged' or not d['findings'], d)
    t.equal((out['summary']['documents'], out['summary']['judged']), (5, 1))


def test_broken_pack(t):
    """One broken rule and nothing is judged: the place, the mistake, and no output at all."""
    t.copy(PACK, 'pack')
    rules = t.path('pack', 'rules', 'structure.yaml')
    text = read(rules).decode('utf-8')
    line = text[:text.index('severity:')].count('\n') + 1
    t.write('pack/rules/structure.yaml', text.replace('severity:', 'severty:', 1))
    for extra in ([], ['--format', 'json'], ['--fail-on', 'never']):
        result = t.run('check', '--pack', './pack', GOOD, *extra)
        t.equal((result.code, result.out), (2, ''), result)
        t.true(f'structure.yaml:{line}:' in result.err and '是不是“severity”' in result.err, result)


def test_unreadable_file(t):
    if os.geteuid() == 0:
        raise Skip('root may read everything')
    os.chmod(t.copy(GOOD, 'locked.md'), 0)
    result = t.run('check', 'locked.md')
    t.equal(result.code, 3, result)
    t.true('权限' in result.err, result)
