"""The documents show what the program really says: every `$ hegao …` in a console block is run.

A block is ```console, one line `$ scripts/run ARGS` (or `hegao ARGS`, with `| tail -n N` or `| head -n N`),
and the output. HEGAO_UPDATE_DOCS=1 writes the output of now into the blocks instead of comparing.
"""

import os
import re
import shlex

from harness import DUTY_LOG, ROOT, has_han, read

DOCUMENTS = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'docs/pack-format.md']
BLOCK = re.compile(r'```console\n\$ (?:scripts/run|hegao) ([^\n]*)\n(.*?)```', re.DOTALL)
LINK = re.compile(r'\]\(([^)#:]+)\)')


def settled(text):
    """Without what changes whenever a rule is added above another."""
    return re.sub(r'(\.yaml):\d+', r'\1:N', text)


def shown(t, command):
    """What the command prints, run beside copies of reports/ and rules/ so that it may write."""
    command, _, pipe = command.partition(' | ')
    lines = t.run(*shlex.split(command)).out.splitlines(keepends=True)
    if pipe:
        program, flag, count = pipe.split()
        assert program in ('tail', 'head') and flag == '-n', pipe
        lines = lines[-int(count):] if program == 'tail' else lines[:int(count)]
    return ''.join(lines)


def test_console_blocks(t):
    for folder in ('reports', 'rules'):
        t.copy(os.path.join(ROOT, folder), folder)
    update = os.environ.get('HEGAO_UPDATE_DOCS')
    stale = []
    for name in DOCUMENTS:
        path = os.path.join(ROOT, name)
        text = read(path).decode('utf-8')
        for block in list(BLOCK.finditer(text)):
            command, old = block.groups()
            new = shown(t, command)
            if settled(new) == settled(old):
                continue
            stale.append(f'{name}: {command}: shows\n{old}the program says\n{new}')
            text = text.replace(f'{command}\n{old}```', f'{command}\n{new}```')
        if update:
            with open(path, 'wb') as file:
                file.write(text.encode('utf-8'))
    t.true(update or not stale, '\n'.join(stale) + 'HEGAO_UPDATE_DOCS=1 scripts/test mends this')


def test_rule_example(t):
    """The rule the README shows compiles, in a pack of its own."""
    text = read(os.path.join(ROOT, 'README.md')).decode('utf-8')
    rule = re.search(r'```yaml\n(rules:\n.*?)```', text, re.DOTALL).group(1)
    t.copy(DUTY_LOG, 'pack')
    t.write('pack/rules/more.yaml', rule)
    result = t.run('rules', 'check', './pack')
    t.equal(result.code, 0, result)
    t.write('a.txt', '值班工作报告\n\n一、受理处置情况\n会同工青妇答复来电3个。\n二、交接事项\n钥匙两把。\n')
    findings = t.check('--pack', './pack', 'a.txt')['documents'][0]['findings']
    t.equal([(f['rule'], f['quote']) for f in findings], [('term/nickname', '工青妇')])


def test_links(t):
    """Every relative link leads to a file."""
    for name in DOCUMENTS:
        folder = os.path.dirname(os.path.join(ROOT, name))
        for target in LINK.findall(read(os.path.join(ROOT, name)).decode('utf-8')):
            t.true(os.path.exists(os.path.join(folder, target)), f'{name}: {target}')


def test_two_commands_come_first(t):
    for name in ('README.md', 'README.zh-CN.md'):
        lines = read(os.path.join(ROOT, name)).decode('utf-8').split('\n')
        t.true(lines[1].startswith('scripts/run check reports/'), lines[1])
        t.true(lines[2].startswith('scripts/test'), lines[2])
        t.equal(has_han('\n'.join(lines[1:3])), name.endswith('zh-CN.md'))
