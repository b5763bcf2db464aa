"""Files that mean harm, or came to it: packages whose every field can lie, and what to put in them."""

import io
import struct
import zipfile
import zlib

from make_docx import make_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODF = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
       'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
       'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"')
OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TITLE = '鹿坪镇2024年法治政府建设年度报告'
LINES = [TITLE, '', '一、主要举措和成效', '全镇开展行政检查12次。', '二、主要负责人履行推进法治建设第一责任人职责情况',
         '镇长听取汇报4次。', '三、存在的不足和原因', '执法人员偏少。', '四、下一年度主要安排', '增加执法人员。',
         '', '鹿坪镇人民政府', '2025年1月15日']


def zipped(entries, method=zipfile.ZIP_DEFLATED):
    """A plain archive of (name, content) pairs; a name may be there twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', method) as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name, (2025, 1, 2, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, content)
    return out.getvalue()


def unzipped(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


class Entry:
    """An entry as it stands in the file: packed bytes, and what the headers say of them."""

    def __init__(self, name, packed, size=None, crc=0, method=8, flags=0):
        self.name, self.packed, self.method, self.flags = name.encode('utf-8'), packed, method, flags
        self.size, self.crc = len(packed) if size is None else size, crc

    @staticmethod
    def of(name, content):
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        return Entry(name, deflate.compress(content) + deflate.flush(), len(content), zlib.crc32(content))

    def fields(self):
        return struct.pack('<HHHHHIIIHH', 20, self.flags | 0x800, self.method, 0, 0x5A21, self.crc, len(self.packed),
                           self.size, len(self.name), 0)


def raw_zip(entries, one_body=False):
    """`one_body`: every record of the directory leads to the bytes of the first entry."""
    out, directory = b'', b''
    for number, entry in enumerate(entries):
        at = 0 if one_body else len(out)
        if number == 0 or not one_body:
            out += b'PK\3\4' + entry.fields() + entry.name + entry.packed
        directory += b'PK\1\2\x14\0' + entry.fields() + bytes(10) + struct.pack('<I', at) + entry.name
    count = min(len(entries), 0xFFFF)
    return out + directory + b'PK\5\6' + struct.pack('<HHHHIIH', 0, 0, count, count, len(directory), len(out), 0)


def docx_entries(replaced):
    """Entries of a good .docx, some of them replaced."""
    parts = unzipped(make_docx(LINES, 'plain'))
    return [entry for entry in replaced] + [Entry.of(name, content) for name, content in parts.items()
                                            if name.encode('utf-8') not in {e.name for e in replaced}]


def bomb(name, unit, times, size):
    """Deflated `unit`, `times` times over: a full flush makes a block that can be repeated."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = deflate.compress(unit) + deflate.flush(zlib.Z_FULL_FLUSH)
    return Entry(name, block * times + b'\3\0', size)


def paragraphs(lines=LINES):
    return ''.join(f'<w:p><w:r><w:t>{line}</w:t></w:r></w:p>' for line in lines)


def docx(body=None, before='', extra=(), styles='', numbering='', relations=''):
    """A .docx whose body is this XML, or a good report and then `extra`."""
    parts = unzipped(make_docx(LINES, 'numbered_styles'))
    body = paragraphs() if body is None else body
    parts['word/document.xml'] = f'{HEAD}{before}<w:document {W}><w:body>{body}</w:body></w:document>'
    for name, root, xml in (('styles', 'styles', styles), ('numbering', 'numbering', numbering)):
        parts[f'word/{name}.xml'] = f'{HEAD}<w:{root} {W}>{xml}</w:{root}>'
    if relations:
        parts['_rels/.rels'] = relations
    return zipped([*parts.items(), *extra])


def odt(body=None, before=''):
    body = ''.join(f'<text:p>{line}</text:p>' for line in LINES) if body is None else body
    content = (f'{HEAD}{before}<office:document-content {ODF} office:version="1.3"><office:body><office:text>{body}'
               '</office:text></office:body></office:document-content>')
    stored = zipped([('mimetype', 'application/vnd.oasis.opendocument.text')], zipfile.ZIP_STORED)
    out = io.BytesIO(stored)
    with zipfile.ZipFile(out, 'a', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr('content.xml', content)
    return out.getvalue()


def ofd_text(number, text):
    return (f'<ofd:TextObject ID="{number}" Boundary="30 {20 + number * 10} 150 6" Font="3" Size="5">'
            f'<ofd:TextCode X="0" Y="5">{text}</ofd:TextCode></ofd:TextObject>')


def ofd(content=None, before=''):
    texts = ''.join(ofd_text(number, line) for number, line in enumerate(LINES) if line)
    content = texts if content is None else content
    return zipped([
        ('OFD.xml', f'{HEAD}<ofd:OFD {OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
                    '<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'),
        ('Doc_0/Document.xml', f'{HEAD}<ofd:Document {OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297'
                               '</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" '
                               'BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'),
        ('Doc_0/Pages/Page_0/Content.xml', f'{HEAD}{before}<ofd:Page {OFD}><ofd:Content><ofd:Layer ID="9">{content}'
                                           '</ofd:Layer></ofd:Content></ofd:Page>')])


def pdf(content=b'', trailer=b'', count=1):
    """A PDF of one page with this content stream, with a true table of objects."""
    objects = [b'<< /Type /Catalog /Pages 2 0 R >>', b'<< /Type /Pages /Kids [3 0 R] /Count %d >>' % count,
               b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
               b'<< /Length %d >>\nstream\n%s\nendstream' % (len(content), content),
               b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>']
    out, places = b'%PDF-1.4\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b'%d 0 obj\n%s\nendobj\n' % (number, body)
    table = b''.join(b'%010d 00000 n \n' % place for place in places)
    return (out + b'xref\n0 6\n0000000000 65535 f \n' + table + b'trailer << /Size 6 /Root 1 0 R ' + trailer +
            b' >>\nstartxref\n%d\n%%%%EOF\n' % len(out))


def ole(*names):
    """The head of a compound file, and directory entries of these names: enough to tell it by."""
    header = b'\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1' + bytes(16) + struct.pack('<HHHHH', 0x3E, 3, 0xFFFE, 9, 6)
    directory = b''.join(name.encode('utf-16-le').ljust(64, b'\0') + struct.pack('<H', 2 * len(name) + 2) + bytes(62)
                         for name in names)
    return header.ljust(512, b'\0') + directory.ljust(1024, b'\0')
