"""Files that mean harm, or came to it: refused with a sentence (exit 3) or read; never a crash, a hang or a false green.

Time is bounded by the harness alone; memory by an address space of 2 GB.
"""

import os
import shutil
import zlib

from harness import Skip, read
from make_docx import make_docx
from make_hostile import (LINES, TITLE, Entry, bomb, docx, docx_entries, odt, ofd, ofd_text, ole, paragraphs, pdf,
                          raw_zip, unzipped, zipped)

MEMORY = 2 << 30
SECRET = 'root:'
MAIN = 'word/document.xml'
SOFFICE = shutil.which('soffice')


def memory(t):
    """A build with sanitizers needs more address space than any machine has."""
    return MEMORY if t.run('--version', memory=MEMORY).code == 0 else None


def outcomes(t, files, *options):
    """{name: content} -> {name: document}; one run for all, in memory that would not do for one bomb."""
    for name, content in files.items():
        t.write(os.path.join('in', name), content)
    result = t.run('check', '--format', 'json', *options, 'in', memory=memory(t))
    t.true(result.code in (0, 1, 3) and result.out, result)
    t.true(SECRET not in result.out + result.err, 'the secret was read')
    documents = {os.path.basename(d['path']): d for d in result.json()['documents']}
    t.equal(sorted(documents), sorted(files))
    undone = [d for d in documents.values() if d['status'] != 'judged']
    t.equal(result.code == 3, bool(undone), result)
    for d in undone:
        t.true(len(d['reason'] or '') > 5 and not d['findings'], d)
    return documents


def hold(t, cases, *options):
    """cases: name -> (content, what its reason must hold, or None where it must be judged as whole)."""
    documents = outcomes(t, {name: content for name, (content, _) in cases.items()}, *options)
    wrong = []
    for name, (_, words) in cases.items():
        d = documents[name]
        right = d['status'] == 'judged' and d['title'] == TITLE if words is None else words in (d['reason'] or '')
        if not right:
            wrong.append(f'{name}: {d["status"]}, {d["title"]}, {d["reason"]}; wanted {words or "judged"}')
    t.equal(wrong, [])


def test_the_good_ones(t):
    """What the others are made from is good: a refusal there is not for a mistake of this file."""
    hold(t, {'a.docx': (docx(), None), 'b.docx': (raw_zip(docx_entries([])), None), 'c.odt': (odt(), None),
             'd.ofd': (ofd(), None)})


def test_zip_bombs(t):
    zeros, spread = bytes(1 << 20), os.urandom(2048) + bytes((1 << 20) - 2048)
    big = 0xFFFFFFFE
    hold(t, {
        'ten-gigabytes.docx': (raw_zip(docx_entries([bomb(MAIN, zeros, 10_000, big)])), MAIN),
        'says-little.docx': (raw_zip(docx_entries([bomb(MAIN, zeros, 10_000, 1000)])), MAIN),
        'ratio.docx': (raw_zip(docx_entries([Entry.of(MAIN, bytes(50 << 20))])), '倍'),
        'below-the-ratio.docx': (raw_zip(docx_entries([bomb(MAIN, spread, 4000, big)])), 'MB'),
        'footer.docx': (raw_zip(docx_entries([bomb('word/footer1.xml', zeros, 10_000, big)])), 'footer1'),
        'not-asked.docx': (raw_zip(docx_entries([bomb('word/media/a.png', zeros, 10_000, big)])), None),
        'two-gigabytes.docx': (raw_zip(docx_entries([Entry(MAIN, b'\3\0', 2 << 30)])), MAIN),
        'two-gigabytes-stored.docx': (raw_zip(docx_entries([Entry(MAIN, b'<w:p/>', 2 << 30, method=0)])), ''),
        'content.odt': (raw_zip([Entry('mimetype', b'application/vnd.oasis.opendocument.text', method=0, crc=zlib.crc32(
            b'application/vnd.oasis.opendocument.text')), bomb('content.xml', zeros, 10_000, big)]), 'content.xml'),
        'root.ofd': (raw_zip([bomb('OFD.xml', zeros, 10_000, big)]), 'OFD.xml')})


def test_entries_over_one_body(t):
    """A directory of 60,000 records that all lead to one bomb."""
    body = bomb(MAIN, bytes(1 << 20), 10, 10 << 20)
    entries = [body] + [Entry(f'word/{number}.xml', body.packed, body.size) for number in range(60_000)]
    hold(t, {'overlap.docx': (raw_zip(entries, one_body=True), '60001')})


def test_zips_in_zips(t):
    inner = zipped([('a.txt', bytes(1 << 20))])
    for level in range(6):
        inner = zipped([(f'{level}-{number}.zip', inner) for number in range(16)])
    hold(t, {'nested.docx': (inner, '压缩包'), 'nested.zip.txt': (inner, '压缩包'),
             'embedded.docx': (docx(extra=[('word/embeddings/a.zip', inner)]), None)})


def test_names_that_climb(t):
    names = ['../../../../../../tmp/hegao-evil', '/tmp/hegao-evil', '..\\..\\hegao-evil', 'word/../../hegao-evil',
             '\0', 'con', 'a' * 60_000, '名' * 20_000]
    rels = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"{}/></Relationships>')
    hold(t, {
        'names.docx': (docx(extra=[(name, 'x') for name in names]), None),
        'target.docx': (docx(relations=rels.format('../../../../../../etc/passwd', '')), None),
        'absolute.docx': (docx(relations=rels.format('/etc/passwd', '')), None),
        'external.docx': (docx(relations=rels.format('file:///etc/passwd', ' TargetMode="External"')), None)})
    for path in ('/tmp/hegao-evil', t.path('hegao-evil'), t.path('..', 'hegao-evil')):
        t.true(not os.path.exists(path), path)


def test_entities(t):
    laughs = ''.join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "哈"}">' for n in range(12))
    types = {'laughs': f'<!DOCTYPE x [{laughs}]>', 'external': '<!DOCTYPE x [<!ENTITY l11 SYSTEM "file:///etc/passwd">]>',
             'parameter': '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]>',
             'subset': '<!DOCTYPE x SYSTEM "file:///etc/passwd">'}
    cases = {}
    for name, declared in types.items():
        cases[f'{name}.docx'] = (docx(paragraphs([TITLE, '&l11;']), declared), 'DOCTYPE')
        cases[f'{name}.odt'] = (odt('<text:p>&l11;</text:p>', declared), 'DOCTYPE')
        cases[f'{name}.ofd'] = (ofd(ofd_text(1, '&l11;'), declared), 'DOCTYPE')
        cases[f'{name}.html'] = (f'{declared}<html><title>x</title><body><h1>{TITLE}</h1><p>&l11;</p></body></html>', None)
    hold(t, cases)


def test_deep_nesting(t):
    """10,000 levels and more of what may nest, and of what may not."""
    deep, deeper = 10_000, 100_000

    def nested(open_, close, inside='', times=deep):
        return open_ * times + inside + close * times
    text = paragraphs(['深'])
    hold(t, {
        'sdt.docx': (docx(nested('<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>', text)), '层'),
        'table.docx': (docx(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', text)), '层'),
        'runs.docx': (docx('<w:p>' + nested('<w:ins>', '</w:ins>', '<w:r><w:t>深</w:t></w:r>', deeper) + '</w:p>'), '层'),
        'unclosed.docx': (docx('<w:p>' * deeper), 'XML'),
        'list.odt': (odt(nested('<text:list><text:list-item>', '</text:list-item></text:list>', '<text:p>深</text:p>')), '层'),
        'span.odt': (odt('<text:p>' + nested('<text:span>', '</text:span>', '深', deeper) + '</text:p>'), '层'),
        'block.ofd': (ofd(nested('<ofd:PageBlock>', '</ofd:PageBlock>', ofd_text(1, '深'))), '层')})


def test_deep_text(t):
    """Formats that know no error: read or refused, not more."""
    n = 50_000
    outcomes(t, {'div.html': f'<html><body><h1>{TITLE}</h1>' + '<div>' * n + '深' + '</div>' * n,
                 'bold.html': f'<html><body><h1>{TITLE}</h1>' + '<b><p>' * n + '深',
                 'table.html': f'<html><body><h1>{TITLE}</h1>' + '<table><tr><td>' * n + '深',
                 'quote.md': f'# {TITLE}\n\n' + '> ' * n + '深\n', 'list.md': f'# {TITLE}\n\n' + '- ' * n + '深\n',
                 'bracket.md': f'# {TITLE}\n\n' + '[' * n + '深\n', 'star.md': f'# {TITLE}\n\n' + '*a **b ' * n + '\n',
                 'wide.txt': TITLE + '\n\n' + '（' * n + '\n' + '一、' * n})


def test_cut_off(t):
    """No part of a file is a file: what was cut off would be called missing from the report."""
    whole = {'docx': make_docx(LINES, 'numbered'), 'odt': odt(), 'ofd': ofd()}
    files = {f'{length:05}.{kind}': content[:length] for kind, content in whole.items()
             for length in range(0, len(content), 37)}
    judged = [name for name, d in outcomes(t, files).items() if d['status'] == 'judged']
    t.equal(judged, [])


def test_damage(t):
    good = unzipped(make_docx(LINES, 'plain'))[MAIN]
    entry = Entry.of(MAIN, good)
    hold(t, {
        'crc.docx': (raw_zip(docx_entries([Entry(MAIN, entry.packed, entry.size, entry.crc ^ 1)])), '损坏'),
        'size.docx': (raw_zip(docx_entries([Entry(MAIN, entry.packed, entry.size + 9, entry.crc)])), None),
        'method.docx': (raw_zip(docx_entries([Entry(MAIN, entry.packed, entry.size, entry.crc, method=99)])), '损坏'),
        'bits.docx': (raw_zip(docx_entries([Entry(MAIN, entry.packed[:-20] + bytes(20), entry.size, entry.crc)])), '损坏'),
        'encrypted.docx': (raw_zip(docx_entries([Entry(MAIN, entry.packed, entry.size, entry.crc, flags=1)])), '密码'),
        'password.docx': (ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage'), '密码'),
        'empty.docx': (b'', '没有文字'), 'zeros.docx': (bytes(4096), ''), 'magic.docx': (b'PK\3\4', ''),
        'no-entries.docx': (b'PK\5\6' + bytes(18), ''),
        'no-document.docx': (zipped([('word/styles.xml', '<a/>')]), ''),
        'twice.docx': (raw_zip(docx_entries([entry, Entry.of(MAIN, b'<w:document/>')])), None)})


def test_circles(t):
    def style(name, based, more=''):
        return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{more}</w:style>'
    chain = ''.join(style(f's{n}', f's{n + 1}') for n in range(20_000))
    numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    abstract = ('<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="a"/></w:abstractNum>'
                '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="a"/><w:numStyleLink w:val="b"/></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>')
    list_style = ('<w:style w:type="numbering" w:styleId="{}"><w:name w:val="{}"/><w:pPr><w:numPr><w:numId w:val="{}"/>'
                  '</w:numPr></w:pPr></w:style>')
    styles = style('a', 'b') + style('b', 'a') + style('own', 'own') + chain
    links = list_style.format('a', 'a', 1) + list_style.format('b', 'b', 2)
    body = paragraphs().replace('<w:p>', '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr>')
    hold(t, {'based-on.docx': (docx(body, styles=styles), None),
             'self.docx': (docx(body.replace('s0', 'own'), styles=styles), None),
             'lists.docx': (docx(paragraphs() + paragraphs(['项']).replace('<w:p>', '<w:p>' + numbered), styles=links, numbering=abstract), None)})


def test_size(t):
    """A great many of everything: the ordinary ones are read, beyond them there is a sentence."""
    row = '<w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>'
    run = '<w:r><w:t>字</w:t></w:r>'
    styles = ''.join(f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/><w:basedOn w:val="s{n // 2}"/>'
                     '</w:style>' for n in range(65_000))
    odt_row = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"><text:p>1</text:p></table:table-cell></table:table-row>'
    good = ''.join(f'<text:p>{line}</text:p>' for line in LINES)
    hold(t, {
        'rows.docx': (docx(paragraphs() + f'<w:tbl>{row * 1_000_000}</w:tbl>'), '标记过多'),
        'fewer-rows.docx': (docx(paragraphs() + f'<w:tbl>{row * 200_000}</w:tbl>'), None),
        'cells.docx': (docx(paragraphs() + f'<w:tbl><w:tr>{row[6:-7] * 100_000}</w:tr></w:tbl>'), None),
        'runs.docx': (docx(paragraphs() + f'<w:p>{run * 100_000}</w:p>'), None),
        'empty-runs.docx': (docx(paragraphs() + f'<w:p>{"<w:r/>" * 1_000_000}</w:p>'), None),
        'paragraphs.docx': (docx(paragraphs() + '<w:p/>' * 300_000), None),
        'styles.docx': (docx(paragraphs().replace('<w:p>', '<w:p><w:pPr><w:pStyle w:val="s64999"/></w:pPr>'), styles=styles), None),
        'repeated.odt': (odt(good + f'<table:table>{odt_row}</table:table>'), None),
        'spaces.odt': (odt(good + '<text:p>a<text:s text:c="2000000000"/>b</text:p>' * 20), None),
        'attributes.docx': (docx(paragraphs() + '<w:p ' + ' '.join(f'a{n}="1"' for n in range(200_000)) + '/>'), None)})


def test_large_text(t):
    line = '全镇开展行政检查12次，会同司法所走访群众。' * 4 + '\n'
    report = '\n'.join(LINES) + '\n'
    hold(t, {'lines.txt': (report + line * 60_000, None), 'one-line.txt': (report + line.replace('\n', '') * 20_000, None),
             'headings.txt': (report + '（一）加强组织领导\n' * 100_000, None),
             'cells.html': (f'<html><body><h1>{TITLE}</h1><table>' + '<tr><td>1</td></tr>' * 100_000, None)})


def test_huge_numbers(t):
    """Numbers no document has, wherever a reader counts, indexes or multiplies."""
    cases = {}
    for name, value in {'big': '99999999999999999999', 'negative': '-2147483649', 'max': '2147483647', 'min': '-2147483648',
                        'real': '1e309', 'nan': 'NaN', 'none': '', 'hex': '0x7fffffff'}.items():
        v = f'w:val="{value}"'
        props = (f'<w:pPr><w:numPr><w:ilvl {v}/><w:numId w:val="1"/></w:numPr><w:outlineLvl {v}/><w:spacing w:line="{value}"/>'
                 f'<w:ind w:firstLineChars="{value}" w:left="{value}"/></w:pPr>')
        counted = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        numbering = (f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start {v}/><w:numFmt w:val="chineseCounting"/>'
                     f'<w:lvlText w:val="%1、%9%99"/></w:lvl><w:lvl w:ilvl="{value}"><w:start {v}/><w:numFmt w:val="upperRoman"/>'
                     f'<w:lvlRestart {v}/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>'
                     f'<w:lvlOverride w:ilvl="{value}"><w:startOverride {v}/></w:lvlOverride></w:num>'
                     f'<w:num w:numId="{value}"><w:abstractNumId {v}/></w:num>')
        table = (f'<w:tbl><w:tblGrid><w:gridCol w:w="{value}"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan {v}/></w:tcPr>'
                 f'{paragraphs(["1"])}</w:tc></w:tr></w:tbl>')
        section = f'<w:sectPr><w:pgSz w:w="{value}" w:h="{value}"/><w:pgMar w:top="{value}"/></w:sectPr>'
        body = (paragraphs() + paragraphs(['甲', '乙']).replace('<w:p>', '<w:p>' + counted) +
                paragraphs(['丙', '丁']).replace('<w:p>', '<w:p>' + props).replace('<w:r>', f'<w:r><w:rPr><w:sz {v}/></w:rPr>') +
                table + section)
        cases[f'{name}.docx'] = (docx(body, numbering=numbering), None)
        cases[f'{name}.odt'] = (odt(''.join(f'<text:p>{line}</text:p>' for line in LINES) +
                                    f'<text:h text:outline-level="{value}">甲<text:s text:c="{value}"/>乙</text:h>'), None)
        texts = ''.join(ofd_text(number, line) for number, line in enumerate(LINES) if line)
        wild = ofd_text(20, '丙').replace('30 220 150 6', ' '.join([value] * 4)).replace(
            'Y="5"', f'Y="{value}" DeltaX="g {value} {value}"').replace('Size="5"', f'Size="{value}"')
        cases[f'{name}.ofd'] = (ofd(texts + wild), None)
    documents = outcomes(t, {name: content for name, (content, _) in cases.items()})
    t.equal([f'{name}: {d["status"]} {d["reason"]}' for name, d in documents.items()
             if d['status'] != 'judged' and not name.endswith('.ofd')], [])


def test_pdf(t):
    if not shutil.which('pdftotext'):
        raise Skip('pdftotext is not installed')
    words = b'BT /F 12 Tf 72 700 Td (Annual report) Tj ET\n'
    good = pdf(words)
    locked = b'/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O (%s) /U (%s) >> /ID [(0123456789abcdef) (0123456789abcdef)]'
    cases = {
        'scan.pdf': (pdf(b'0 0 595 842 re f'), 'OCR'), 'none.pdf': (pdf(), 'OCR'),
        'locked.pdf': (pdf(words, locked % (b'o' * 32, b'u' * 32)), '密码'),
        'garbage.pdf': (b'%PDF-1.7\n' + os.urandom(20_000).replace(b'%%EOF', b''), 'PDF'),
        'circle.pdf': (good.replace(b'/Kids [3 0 R]', b'/Kids [2 0 R]'), ''),
        'pages.pdf': (pdf(words, count=2_000_000_000), '')}
    cases.update({f'cut{length}.pdf': (good[:length], '') for length in range(9, len(good) - 60, 61)})
    documents = outcomes(t, {name: content for name, (content, _) in cases.items()})
    for name, (_, words) in cases.items():
        d = documents[name]
        t.true(d['status'] != 'judged' and words in d['reason'], f'{name}: {d["status"]} {d["reason"]}')


def test_wrong_names(t):
    """Read for what they are, and said so; what is no document by any name is refused by what it is."""
    word = docx()
    cases = {f'a{ext}': (word, None) for ext in ('.doc', '.txt', '.wps', '.md', '.pdf', '.html', '.odt')}
    documents = outcomes(t, {name: content for name, (content, _) in cases.items()})
    for name, d in documents.items():
        t.equal((d['status'], d['format'], d['title']), ('judged', 'docx', TITLE), d['reason'])
        t.true(any(os.path.splitext(name)[1] in note for note in d['notes']), d['notes'])


def test_other_documents_named_docx(t):
    sheet = zipped([('[Content_Types].xml', '<Types/>'), ('xl/workbook.xml', '<workbook/>')])
    hold(t, {'sheet.docx': (sheet, '电子表格'), 'text.docx': ('\n'.join(LINES), None), 'open.docx': (odt(), None),
             'image.docx': (b'\x89PNG\r\n\x1a\n' + bytes(2000), '图片')})


def test_folder_named_docx(t):
    os.makedirs(t.path('a.docx'))
    t.equal(t.run('check', 'a.docx').code, 3)
    t.write('a.docx/b.docx', docx())
    result = t.check('a.docx')
    t.equal([(os.path.basename(d['path']), d['status']) for d in result['documents']], [('b.docx', 'judged')])
    os.makedirs(t.path('in', 'c.docx'))
    t.write('in/d.docx', docx())
    t.equal([os.path.basename(d['path']) for d in t.check('in')['documents']], ['d.docx'])


def test_limits_are_options(t):
    """Each limit lets through with a larger value what it refuses with a smaller one."""
    long = paragraphs(LINES + [str(n) * 40 for n in range(30_000)])
    t.write('a.docx', docx(long))
    t.write('a.txt', '\n'.join(LINES) + '\n' + '行政检查' * 200_000)
    for name, option, small, large in (('a.txt', '--max-file-mb', '1', '10'), ('a.docx', '--max-unpacked-mb', '1', '100')):
        low, high = (t.run('check', option, value, name) for value in (small, large))
        t.equal(low.code, 3, low)
        t.true('MB' in low.err and high.code in (0, 1), f'{option}\n{low}\n{high}')


def test_limits_of_programs(t):
    """What a program is given; one that does not end is ended."""
    t.write('slow/pdftotext', f'#!/bin/sh\nulimit -v >{t.path("memory")}\nulimit -t >{t.path("seconds")}\nsleep 60\n')
    os.chmod(t.path('slow', 'pdftotext'), 0o755)
    t.write('a.pdf', pdf())
    result = t.run('check', '--program-seconds', '1', '--program-memory-mb', '512', 'a.pdf',
                   env={'PATH': '/usr/bin:/bin', 'HEGAO_PDFTOTEXT': t.path('slow', 'pdftotext')})
    t.equal(result.code, 3, result)
    t.true('1 秒' in result.err, result)
    t.equal([read(t.path(name)).decode().strip() for name in ('memory', 'seconds')], [str(512 << 10), '1'])


def test_old_word(t):
    """Compound files without a document in them: LibreOffice is asked, and its silence is no document."""
    if not SOFFICE:
        raise Skip('LibreOffice is not installed')
    documents = outcomes(t, {'a.doc': ole('Root Entry', 'WordDocument'), 'b.wps': ole('Root Entry') + os.urandom(5000)},
                         '--program-seconds', '30')
    t.equal([d['status'] for d in documents.values()], ['unreadable'] * 2)

