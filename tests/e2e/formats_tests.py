"""The same report in every format and by other people's programs: the same facts, sections and rules."""

import os
import shutil
import subprocess

from harness import REPORTS, Skip, read
from make_docx import FORMS, make_docx

SOFFICE = shutil.which('soffice')
FACTS = ('title', 'report_year', 'issuer', 'issue_date')
# Said only where the format can have it, or cannot.
OWN_RULES = {'review/comment', 'review/revision', 'placeholder/highlighted', 'text/encoding'}


def text_reports():
    """Path from reports/ -> lines, of the reports that are plain text."""
    found = {}
    for folder, _, names in sorted(os.walk(REPORTS)):
        for name in sorted(names):
            if name.endswith('.txt'):
                path = os.path.join(folder, name)
                found[os.path.relpath(path, REPORTS)] = read(path).decode('utf-8').rstrip('\n').split('\n')
    return found


def essence(document):
    """What must not depend on the format: facts, slots, and what each rule found, words included."""
    return {
        'status': document['status'],
        'facts': {fact: document[fact] for fact in FACTS},
        'slots': {slot['slot']: slot['status'] for slot in document['slots']},
        'findings': sorted((f['rule'], f['quote']) for f in document['findings'] if f['rule'] not in OWN_RULES),
    }


def wanted(t):
    documents = t.check(REPORTS, '--as-of', '2026-02-01')['documents']
    return {os.path.relpath(d['path'], REPORTS): essence(d) for d in documents if d['path'].endswith('.txt')}


def compare(t, folder, extension, where, loosen=lambda essence: essence):
    """Every report of reports/ that stands in `folder` under its flat name with another extension."""
    documents = {os.path.basename(d['path']): d for d in t.check(folder, '--as-of', '2026-02-01')['documents']}
    problems = []
    for path, right in wanted(t).items():
        name = path.replace('/', '_')[:-4] + extension
        t.true(name in documents, f'{where}: {name} was not checked')
        got, right = loosen(essence(documents[name])), loosen(right)
        problems += [f'{where} {name} {key}:\n  got    {got[key]}\n  wanted {right[key]}\n  {documents[name]["reason"]}'
                     for key in right if got[key] != right[key]]
    t.true(not problems, '\n'.join(problems))
    return documents


def write_docx(t, form, folder=None):
    for path, lines in text_reports().items():
        t.write(os.path.join(folder or form, path.replace('/', '_')[:-4] + '.docx'), make_docx(lines, form))


def convert(t, source, target, *formats):
    """Lets LibreOffice save everything in `source` in other formats."""
    if not SOFFICE:
        raise Skip('LibreOffice is not installed')
    files = sorted(os.path.join(t.path(source), name) for name in os.listdir(t.path(source)))
    for extension in formats:
        subprocess.run([SOFFICE, '--headless', '-env:UserInstallation=file://' + t.path('profile'), '--convert-to',
                        extension, '--outdir', t.path(target), *files], check=True, capture_output=True, timeout=300)


def test_docx_forms(t):
    """Typed, styled, numbered by Word, cut into runs, revised: one report."""
    for form in FORMS:
        write_docx(t, form)
        documents = compare(t, form, '.docx', form)
        for document in documents.values():
            t.equal(document['format'], 'docx', form)
            t.true(all(f['paragraph'] for f in document['findings']), form)


def test_docx_says_what_it_skips(t):
    write_docx(t, 'alternate')
    for document in t.check('alternate')['documents']:
        t.true(any('隐藏' in note for note in document['notes']), document['notes'])


def test_lines_are_paragraphs(t):
    """A line of the text and a paragraph of the .docx have the same number."""
    write_docx(t, 'plain')
    by_name = {os.path.basename(d['path']): d for d in t.check('plain')['documents']}
    for document in t.check(REPORTS)['documents']:
        if not document['path'].endswith('.txt'):
            continue
        name = os.path.relpath(document['path'], REPORTS).replace('/', '_')[:-4] + '.docx'
        t.equal([(f['rule'], f['paragraph'], f['line']) for f in by_name[name]['findings']],
                [(f['rule'], f['line'], f['line']) for f in document['findings']], name)


def test_saved_by_libreoffice(t):
    """Styled and numbered documents, saved again by LibreOffice in its formats."""
    for form in ('numbered', 'cues', 'styled'):
        write_docx(t, form)
        os.rename(t.path(form), t.path('in'))
        convert(t, 'in', form, 'docx', 'odt')
        shutil.rmtree(t.path('in'))
        for extension in ('.docx', '.odt'):
            only(t, form, extension)
            compare(t, f'{form}{extension}', extension, f'{form} saved as {extension}')


def test_old_formats(t):
    write_docx(t, 'plain')
    convert(t, 'plain', 'saved', 'doc', 'rtf')
    for extension in ('.doc', '.rtf'):
        only(t, 'saved', extension)
        # LibreOffice starts anew for each: a few stand for all.
        keep = sorted(os.listdir(t.path(f'saved{extension}')))[:2]
        for name in os.listdir(t.path(f'saved{extension}')):
            if name not in keep:
                os.remove(t.path(f'saved{extension}', name))
        for document in t.check(f'saved{extension}')['documents']:
            t.equal(document['status'], 'judged', document['reason'])
            t.equal(document['format'], extension[1:])


def test_pdf(t):
    write_docx(t, 'cues')
    convert(t, 'cues', 'pdf', 'pdf')
    documents = compare(t, 'pdf', '.pdf', 'pdf')
    for document in documents.values():
        t.true(all(f['page'] for f in document['findings']), document['path'])


def only(t, folder, extension):
    """Moves the files with this extension to a folder of their own."""
    os.makedirs(t.path(f'{folder}{extension}'))
    for name in os.listdir(t.path(folder)):
        if name.endswith(extension):
            shutil.move(t.path(folder, name), t.path(f'{folder}{extension}', name))
