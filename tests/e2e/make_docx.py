"""Writes one report as .docx in the many ways people and programs do: make_docx(lines, form) -> bytes.

`levels`, index of a line -> 1 for a first-level heading and so on, 0 for the title; by default the typed numbers tell.

Raw XML on purpose: what a form holds is to be seen here, not what a library makes of it. The forms stand for
habits, not for programs; those are tried with the programs themselves.
"""

import io
import random
import re
import zipfile
from xml.sax.saxutils import escape

TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
DOC_REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
STRICT_REL = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
FORMS = ('plain', 'split_runs', 'styled', 'custom_styles', 'outline_levels', 'cues', 'numbered', 'numbered_styles',
         'strict', 'fields', 'tracked', 'text_box_title', 'layout_table', 'alternate')
DIGITS = '零一二三四五六七八九十'
NUMBER = re.compile(r'^(?:([一二三四五六七八九十]+)、|（([一二三四五六七八九十]+)）)')


def chinese(number):
    if number <= 10:
        return DIGITS[number]
    tens, ones = divmod(number, 10)
    return ('' if tens == 1 else DIGITS[tens]) + '十' + (DIGITS[ones] if ones else '')


def level_of(line):
    """1 for 一、, 2 for （一） where the line is short enough for a heading, else 0."""
    found = NUMBER.match(line.strip())
    if not found or len(line.strip()) > 45 or '。' in line:
        return 0
    return 1 if found[1] else 2


def run(text, props='', tag='t'):
    space = ' xml:space="preserve"'
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:{tag}{space}>{escape(text)}</w:{tag}></w:r>'


def paragraph(content, props=''):
    return f'<w:p>{f"<w:pPr>{props}</w:pPr>" if props else ""}{content}</w:p>'


class Form:
    """Forms override what they do differently."""

    def __init__(self, seed=7):
        self.random = random.Random(seed)

    def line(self, text, level):
        if level is None:
            return self.body(text)
        return self.heading(text.strip(), level) if level else self.title(text.strip())

    def title(self, text):
        return paragraph(run(text), '<w:jc w:val="center"/>')

    def heading(self, text, level):
        return paragraph(run(text))

    def body(self, text):
        return paragraph(run(text) if text else '')

    def document(self, lines, levels):
        return ''.join(self.line(line, levels.get(index)) for index, line in enumerate(lines))

    styles = ''
    numbering = ''


class SplitRuns(Form):
    """Spell checks, revisions of formatting and input methods leave words in many runs."""

    def pieces(self, text):
        out, at = '', 0
        while at < len(text):
            end = at + self.random.randint(1, 7)
            out += run(text[at:end], '<w:rFonts w:hint="eastAsia"/>' if self.random.random() < .5 else '<w:lang w:val="en-US"/>')
            out += self.random.choice(['', '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="1" w:name="_a"/><w:bookmarkEnd w:id="1"/>'])
            at = end
        return out

    def title(self, text):
        return paragraph(self.pieces(text))

    def heading(self, text, level):
        return paragraph(self.pieces(text))

    def body(self, text):
        return paragraph(self.pieces(text))


def style(style_id, name, extra='', based_on='', ppr='', rpr=''):
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ''
    return (f'<w:style w:type="paragraph" w:styleId="{style_id}"{extra}><w:name w:val="{name}"/>{based}'
            f'<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr></w:style>')


class Styled(Form):
    """The built-in headings as Word in Chinese writes them: ids 1 and 2, names in English."""

    styles = (style('a', 'Normal', ' w:default="1"') + style('a3', 'Title', based_on='a') +
              style('1', 'heading 1', based_on='a', ppr='<w:outlineLvl w:val="0"/>') +
              style('2', 'heading 2', based_on='a', ppr='<w:outlineLvl w:val="1"/>'))

    def title(self, text):
        return paragraph(run(text), '<w:pStyle w:val="a3"/>')

    def heading(self, text, level):
        return paragraph(run(text), f'<w:pStyle w:val="{level}"/>')


class CustomStyles(Styled):
    """A bureau's own styles, derived from the built-in ones over two steps, one of them in a circle."""

    styles = (Styled.styles + style('my1', '公文一级', based_on='my0') + style('my0', '公文标题基准', based_on='1') +
              style('my2', '二级标题', based_on='loop', ppr='<w:outlineLvl w:val="1"/>') + style('loop', '循环', based_on='my2'))

    def heading(self, text, level):
        return paragraph(run(text), f'<w:pStyle w:val="my{level}"/>')


class OutlineLevels(Form):
    """Levels set on the paragraphs themselves, as WPS does."""

    def heading(self, text, level):
        return paragraph(run(text), f'<w:outlineLvl w:val="{level - 1}"/>')


class Cues(Form):
    """No styles: a heading is another font, as GB/T 9704 has it."""

    def set(self, text, font, size, bold=''):
        return run(text, f'<w:rFonts w:eastAsia="{font}"/>{bold}<w:sz w:val="{size}"/>')

    def title(self, text):
        return paragraph(self.set(text, '方正小标宋简体', 44), '<w:jc w:val="center"/>')

    def heading(self, text, level):
        return paragraph(self.set(text, '黑体' if level == 1 else '楷体_GB2312', 32, '' if level == 1 else '<w:b/>'), '<w:ind w:firstLineChars="200"/>')

    def body(self, text):
        return paragraph(self.set(text, '仿宋_GB2312', 32) if text else '', '<w:ind w:firstLineChars="200"/>')


class Numbered(Form):
    """Numbers that Word counts. Where the typed ones are out of order the report says so; here they cannot be."""

    numbering = ('<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
                 '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>'
                 '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>'
                 '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>')

    def __init__(self, seed=7):
        super().__init__(seed)
        self.counts = [0, 0]

    def counted(self, text, level):
        """The text without its number, if the count gives just that number."""
        found = NUMBER.match(text)
        if not found or level > 2:
            return None
        following = self.counts[level - 1] + 1
        if found[level] != chinese(following):
            return None
        self.counts[level - 1] = following
        if level == 1:
            self.counts[1] = 0
        return text[found.end():]

    def heading(self, text, level):
        rest = self.counted(text, level)
        if rest is None:
            return super().heading(text, level)
        return paragraph(run(rest), f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="3"/></w:numPr>')


class NumberedStyles(Numbered):
    """Lists tied to heading styles: no paragraph says anything about numbers."""

    styles = (Styled.styles.replace('<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="3"/></w:numPr>')
              .replace('<w:outlineLvl w:val="1"/>', '<w:outlineLvl w:val="1"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'))
    numbering = (Numbered.numbering.replace('<w:numFmt w:val="chineseCountingThousand"/>', '<w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="1"/>')
                 .replace('<w:numFmt w:val="chineseCounting"/>', '<w:numFmt w:val="chineseCounting"/><w:pStyle w:val="2"/>'))

    def heading(self, text, level):
        rest = self.counted(text, level)
        return paragraph(run(text if rest is None else rest),
                         f'<w:pStyle w:val="{level}"/>' + ('<w:numPr><w:numId w:val="0"/></w:numPr>' if rest is None else ''))


class Fields(Form):
    """Years and names that come out of fields, content controls and links."""

    def body(self, text):
        cut = len(text) // 2
        first, second = text[:cut], text[cut:]
        field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY x </w:instrText></w:r>'
                 '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run(first) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        link = f'<w:hyperlink w:anchor="x">{run(second)}</w:hyperlink>'
        return f'<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(field + link)}</w:sdtContent></w:sdt>' if text else paragraph('')


class Tracked(Form):
    """A draft that was revised: what is deleted is gone, what is inserted is there."""

    def body(self, text):
        if len(text) < 8:
            return paragraph(run(text) if text else '')
        cut = len(text) // 2
        who = 'w:id="9" w:author="某" w:date="2025-01-02T00:00:00Z"'
        gone = f'<w:del {who}>{run("xxxx年××镇删去的话", tag="delText")}</w:del>'
        return paragraph(run(text[:cut]) + gone + f'<w:ins {who}>{run(text[cut:cut + 3])}</w:ins>' + run(text[cut + 3:]))


class TextBoxTitle(Form):
    """The title in a text box, written for new and for old programs: it must not count twice."""

    def title(self, text):
        box = f'<w:txbxContent>{paragraph(run(text))}</w:txbxContent>'
        return paragraph('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>' + box +
                         '</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>' + box +
                         '</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


class LayoutTable(Form):
    """All of the report in one cell of a table."""

    def document(self, lines, levels):
        return f'<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>{super().document(lines, levels)}</w:tc></w:tr></w:tbl>' + paragraph('')


class Alternate(Form):
    """Hidden words, comments, a header, soft line breaks and odd white space around the same text."""

    def body(self, text):
        hidden = run('xxxx年隐藏的话', '<w:vanish/>')
        note = '<w:commentRangeStart w:id="5"/>' + run(text) + '<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'
        return paragraph((note + hidden) if text else '')


MAKERS = {'plain': Form, 'split_runs': SplitRuns, 'styled': Styled, 'custom_styles': CustomStyles,
          'outline_levels': OutlineLevels, 'cues': Cues, 'numbered': Numbered, 'numbered_styles': NumberedStyles,
          'strict': Form, 'fields': Fields, 'tracked': Tracked, 'text_box_title': TextBoxTitle,
          'layout_table': LayoutTable, 'alternate': Alternate}
NAMESPACES = ('xmlns:r="{rel}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
              'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"')
SECTION = ('<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>'
           '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992"/></w:sectPr>')
FOOTER = '<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t> —</w:t></w:r></w:p>'
COMMENTS = '<w:comment w:id="5" w:author="某"><w:p><w:r><w:t>xxxx年这里再核一下</w:t></w:r></w:p></w:comment>'


def levels_of(lines):
    levels = {index: level_of(line) for index, line in enumerate(lines) if level_of(line)}
    title = next((index for index, line in enumerate(lines) if line.strip()), 0)
    return {**levels, title: 0}


def make_docx(lines, form, levels=None):
    maker = MAKERS[form]()
    levels = levels_of(lines) if levels is None else levels
    main, rel = (STRICT, STRICT_REL) if form == 'strict' else (TRANSITIONAL, DOC_REL)
    names = f'xmlns:w="{main}" ' + NAMESPACES.format(rel=rel)
    kinds = {'styles': ('styles', maker.styles), 'numbering': ('numbering', maker.numbering),
             'comments': ('comments', COMMENTS if form == 'alternate' else ''), 'footer1': ('ftr', FOOTER)}
    parts = {f'word/{name}.xml': f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{tag} {names}>{xml}</w:{tag}>'
             for name, (tag, xml) in kinds.items() if xml}
    types = ''.join(f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
                    f'{name[5:-4].rstrip("1")}+xml"/>' for name in parts)
    relations = ''.join(f'<Relationship Id="rId{number}" Type="{rel}/{name.rstrip("1")}" Target="{name}.xml"/>'
                        for number, name in enumerate(kinds, 1) if f'word/{name}.xml' in parts)
    body = f'<w:body>{maker.document(lines, levels)}{SECTION}</w:body>'
    package = 'http://schemas.openxmlformats.org/package/2006'
    parts = {
        '[Content_Types].xml': f'<Types xmlns="{package}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
                               '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                               f'wordprocessingml.document.main+xml"/>{types}</Types>',
        '_rels/.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" '
                       'Target="word/document.xml"/></Relationships>',
        'word/_rels/document.xml.rels': f'<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        'word/document.xml': f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {names}>{body}</w:document>',
        **parts}
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 2, 0, 0, 0)), content)
    return out.getvalue()
