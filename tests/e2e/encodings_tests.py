"""One report in many encodings: the same findings at the same places."""

import codecs
import os

from harness import BLANKS, DATA, read

TEXT = read(BLANKS).decode('utf-8')
KEYS = ('rule', 'severity', 'line', 'column', 'end_line', 'end_column', 'quote', 'fingerprint')


def found(t, name, *args):
    document = t.check(*args, name)['documents'][0]
    t.equal(document['status'], 'judged', document)
    return document, [[f[k] for k in KEYS] for f in document['findings']]


def test_same_findings(t):
    wanted = found(t, t.write('utf8.txt', TEXT))[1]
    t.true(len(wanted) > 10)
    cases = {
        'UTF-8': codecs.BOM_UTF8 + TEXT.encode('utf-8'),
        'UTF-16LE': codecs.BOM_UTF16_LE + TEXT.encode('utf-16-le'),
        'UTF-16BE': codecs.BOM_UTF16_BE + TEXT.encode('utf-16-be'),
        'GB18030': TEXT.encode('gb18030'),
    }
    for encoding, content in cases.items():
        document, got = found(t, t.write(f'{encoding}.txt', content))
        t.equal(got, wanted, encoding)
        t.equal(document['encoding'], encoding)
    for encoding in ('GBK', 'GB18030'):
        t.equal(found(t, t.path('GB18030.txt'), '--encoding', encoding)[1], wanted, encoding)


def test_traditional(t):
    """A Traditional copy, in UTF-8 and in Big5, has the same defects at the same lines."""
    def rules(name):
        return [(f['rule'], f['line']) for f in t.check(name)['documents'][0]['findings']
                if not f['rule'].startswith('text/') and f['severity'] != 'info']
    simplified = rules(os.path.join(DATA, 'simplified.txt'))
    t.equal([r for r, _ in simplified],
            ['year/stale', 'placeholder/unfilled', 'structure/missing-section'])
    traditional = os.path.join(DATA, 'traditional.txt')
    t.equal(rules(traditional), simplified)
    big5 = t.write('big5.txt', read(traditional).decode('utf-8').encode('big5'))
    t.equal(rules(big5), simplified)
    t.equal(t.check(big5)['documents'][0]['encoding'], 'Big5')


def test_line_ends(t):
    """CRLF and CR make no difference but to the offsets."""
    wanted = found(t, t.write('lf.txt', TEXT))[1]
    for name, end in (('crlf.txt', '\r\n'), ('cr.txt', '\r')):
        t.equal(found(t, t.write(name, TEXT.replace('\n', end).encode('utf-8')))[1], wanted, name)


def test_unknown_encoding(t):
    """An encoding nobody knows is a mistake of the command line."""
    result = t.run('check', '--encoding', 'klingon', BLANKS)
    t.equal((result.code, result.out), (2, ''), result)
    t.true('klingon' in result.err, result)
