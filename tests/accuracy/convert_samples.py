#!/usr/bin/env python3
"""The same reports through other people's programs: convert_samples.py HEGAO FOLDER… [options]

Takes every .txt report below the folders, has it converted by python-docx, LibreOffice, pandoc, Python's codecs
and make_ofd.py, checks all of it, and prints a table report × format: `=` where slots, rules, title, year, issuer
and date are those of the text, else a number that leads to what differs. Exit 1 if a difference is not among
EXPECTED below. Needs Debian's python3-docx (/usr/bin/python3); without soffice or pandoc their columns are left out.

Options: --only FORMAT… (columns), --keep DIR, --as-of DATE.
"""

import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.realpath(__file__))
FACTS = ('title', 'report_year', 'issuer', 'issue_date')
# A rule of this kind is about the form, and the form was changed.
EXPECTED = [
    (r'^txt ', r'^rule text/encoding ', 'the encoding is what was changed'),
    (r'^html soffice', r'^rule placeholder/blank-value ', 'the blank became a line break of the source, and those may be no blanks'),
    (r'html|gfm', r'^rule text/page-chrome ', 'navigation of a web page belongs to a web page'),
]
CODECS = {'txt gb18030': ('gb18030', b''), 'txt big5': ('big5', b''), 'txt utf-8 bom': ('utf-8-sig', b''),
          'txt utf-16le': ('utf-16-le', b'\xff\xfe'), 'txt utf-16be': ('utf-16-be', b'\xfe\xff')}
# column -> (program, column it is made from, target of the program, extension)
MADE = {
    'odt soffice': ('soffice', 'docx python', 'odt', 'odt'),
    'docx soffice': ('soffice', 'docx python', 'docx', 'docx'),
    'html soffice': ('soffice', 'docx python', 'html', 'html'),
    'pdf soffice': ('soffice', 'docx python', 'pdf', 'pdf'),
    'doc soffice': ('soffice', 'docx python', 'doc', 'doc'),
    'rtf soffice': ('soffice', 'docx python', 'rtf', 'rtf'),
    'docx of txt': ('soffice', 'txt', 'docx', 'docx'),
    'odt of txt': ('soffice', 'txt', 'odt', 'odt'),
    'docx pandoc': ('pandoc', 'docx python', 'docx', 'docx'),
    'odt pandoc': ('pandoc', 'docx python', 'odt', 'odt'),
    'html pandoc': ('pandoc', 'docx python', 'html', 'html'),
    'gfm pandoc': ('pandoc', 'docx python', 'gfm', 'md'),
    'plain pandoc': ('pandoc', 'docx python', 'plain', 'txt'),
}
COLUMNS = ['txt', *CODECS, 'docx python', *MADE, 'ofd']


def reports(folders):
    """Flat name -> text."""
    found = {}
    for folder in folders:
        for at, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                if name.endswith('.txt'):
                    path = os.path.join(at, name)
                    flat = os.path.relpath(path, folder).replace(os.sep, '_')[:-4]
                    with open(path, encoding='utf-8-sig') as file:
                        found[flat] = file.read()
    return found


def by_python_docx(text, path):
    """A page as GB/T 9704 sets it: 16 pt, a title in the middle, a page number at the foot."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt
    document = docx.Document()
    style = document.styles['Normal']
    style.font.size, style.font.name = Pt(16), 'Noto Serif CJK SC'
    style.element.rPr.rFonts.set(qn('w:eastAsia'), 'Noto Serif CJK SC')
    for number, line in enumerate(text.rstrip('\n').split('\n')):
        paragraph = document.add_paragraph(line)
        if number == 0:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in paragraph.runs:
                run.font.size = Pt(22)
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run('— ')
    field = OxmlElement('w:fldSimple')
    field.set(qn('w:instr'), ' PAGE ')
    field.append(OxmlElement('w:r'))
    field[0].append(OxmlElement('w:t'))
    field[0][0].text = '1'
    foot._p.append(field)
    foot.add_run(' —')
    document.save(path)


def soffice(files, target, folder, scratch):
    profile = '-env:UserInstallation=file://' + os.path.join(scratch, 'profile')
    reader = ['--infilter=Text (encoded):UTF8,LF,,,'] if files[0].endswith('.txt') else []
    subprocess.run(['soffice', '--headless', profile, *reader, '--convert-to', target, '--outdir', folder, *files],
                   check=True, capture_output=True, timeout=600)


def pandoc(files, target, folder, extension):
    for path in files:
        name = os.path.splitext(os.path.basename(path))[0]
        subprocess.run(['pandoc', '-f', 'docx', '-t', target, '-s', '--wrap=none', '-o',
                        os.path.join(folder, f'{name}.{extension}'), path], check=True, capture_output=True, timeout=120)


def write_texts(texts, column, folder):
    """Names that could not be written in this encoding."""
    codec, mark = CODECS.get(column, ('utf-8', b''))
    left = []
    for name, text in texts.items():
        try:
            content = mark + text.encode(codec)
        except UnicodeEncodeError:
            left.append(name)
            continue
        with open(os.path.join(folder, name + '.txt'), 'wb') as file:
            file.write(content)
    return left


def make(texts, column, base):
    """Writes the files of one column to a folder; returns the names that it cannot hold."""
    folder = os.path.join(base, column)
    os.makedirs(folder)
    if column == 'txt' or column in CODECS:
        return write_texts(texts, column, folder)
    if column == 'docx python':
        for name, text in texts.items():
            by_python_docx(text, os.path.join(folder, name + '.docx'))
    elif column == 'ofd':
        maker = os.path.join(HERE, '..', 'formats', 'make_ofd.py')
        for name in texts:
            subprocess.run([sys.executable, '-B', maker, os.path.join(base, 'txt', name + '.txt'),
                            os.path.join(folder, name + '.ofd')], check=True)
    else:
        program, source, target, extension = MADE[column]
        files = [os.path.join(base, source, f) for f in sorted(os.listdir(os.path.join(base, source)))]
        if program == 'soffice':
            soffice(files, target, folder, base)
            for name in os.listdir(folder):  # pictures beside a page
                if not name.endswith('.' + extension):
                    os.remove(os.path.join(folder, name))
        else:
            pandoc(files, target, folder, extension)
    return []


def plain(text):
    """Without blanks, which a format may keep or drop at the ends and between lines of a title."""
    return None if text is None else re.sub(r'\s+', '', unicodedata.normalize('NFC', str(text)))


def essence(document):
    """What must not depend on the format, as key -> value."""
    found = {'status': document['status']}
    found.update({fact: plain(document[fact]) for fact in FACTS})
    for slot in document['slots']:
        found[f'slot {slot["slot"]}'] = (slot['status'], plain(slot['heading']))
    for finding in document['findings']:
        found.setdefault(f'rule {finding["rule"]} ', []).append(plain(finding['quote']))
    return found


def check(hegao, folder, as_of):
    done = subprocess.run([hegao, 'check', '--format', 'json', '--fail-on', 'never', '--as-of', as_of, folder],
                          capture_output=True, check=False)
    if done.returncode not in (0, 3):
        sys.exit(f'hegao ended with {done.returncode}: {done.stderr.decode("utf-8", "replace")[:2000]}')
    return {os.path.splitext(os.path.basename(d['path']))[0]: d for d in json.loads(done.stdout)['documents']}


def told(got, right):
    """Of quotes only those that the other has not; how many there are stands before them."""
    if not isinstance(got or right, list):
        return f'{got} (txt: {right})'
    mine, theirs = collections.Counter(got or []), collections.Counter(right or [])
    return f'{mine.total()} {list(mine - theirs)} (txt: {theirs.total()} {list(theirs - mine)})'


def differences(column, right, got):
    """(expected or not, sentence) of all that differs."""
    found = []
    for key in sorted(set(right) | set(got)):
        if right.get(key) == got.get(key):
            continue
        why = next((why for form, what, why in EXPECTED if re.search(form, column) and re.search(what, key)), None)
        found.append((why, f'{key.strip()}: {told(got.get(key), right.get(key))}' + (f' — expected: {why}' if why else '')))
    return found


def show(names, columns, cells, notes):
    width = max(len(c) for c in columns)
    for number, name in enumerate(names, 1):
        print(f'  {number:2} {name}')
    print('\n' + ' ' * width + ''.join(f'{n:>4}' for n in range(1, len(names) + 1)))
    for column in columns:
        print(column.ljust(width) + ''.join(f'{cells[column, name]:>4}' for name in names))
    print('=: the same, -: the encoding cannot hold it, ~N: differs as expected, N: differs\n')
    for note in notes:
        print(note)


def available(column):
    program = MADE.get(column, [None])[0]
    return program is None or shutil.which(program)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('hegao')
    parser.add_argument('folders', nargs='+')
    parser.add_argument('--only', nargs='+', choices=COLUMNS, metavar='FORMAT', help=', '.join(COLUMNS))
    parser.add_argument('--keep')
    parser.add_argument('--as-of', default='2026-11-21')
    args = parser.parse_args()
    texts = reports(args.folders)
    wanted = [c for c in args.only or COLUMNS if available(c)]
    sources = {'txt'} | {MADE[c][1] for c in wanted if c in MADE}
    with tempfile.TemporaryDirectory() as scratch:
        base = args.keep or scratch
        left, checked = {}, {}
        for column in [c for c in COLUMNS if c in wanted or c in sources]:
            left[column] = make(texts, column, base)
            checked[column] = check(args.hegao, os.path.join(base, column), args.as_of)
    cells, notes, bad = {}, [], 0
    for column in wanted:
        for name in texts:
            if name in left[column]:
                cells[column, name] = '-'
                continue
            document = checked[column].get(name)
            found = differences(column, essence(checked['txt'][name]), essence(document)) if document else [(None, 'lost')]
            cells[column, name] = '='
            if found:
                bad += any(why is None for why, _ in found)
                cells[column, name] = ('' if any(why is None for why, _ in found) else '~') + str(len(notes) + 1)
                reason = document and document['reason']
                notes.append(f'[{len(notes) + 1}] {column}: {name}' + (f' ({reason})' if reason else '') +
                             ''.join(f'\n      {text}' for _, text in found))
    show(list(texts), wanted, cells, notes)
    print(f'{len(texts)} reports, {len(wanted)} formats: {bad} differ unexpectedly')
    sys.exit(bool(bad))


if __name__ == '__main__':
    main()
