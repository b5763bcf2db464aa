"""Puts defects into compliant drafts: sentences of forms.tsv, and operators that damage the structure."""

import datetime
import re

import numbering
import sentences
import units
from drafts import M, N, NUMERALS, S, Block
from numbering import mark, mark_block, plain

MENDABLE = 60  # marks from here on are the headings of the required contents


class Defect:
    """mode: where a finding must lie. chars: on marked characters; line: on a line that holds some;
    doc: anywhere. also: other rules that may as well name it."""

    def __init__(self, rule, form, mode="chars", also=()):
        self.rule, self.form, self.mode, self.also = rule, form, mode, set(also)


# ---- sentences ------------------------------------------------------------------------------------------
def put_form(draft, form, rng):
    """A sentence with a defect (or a look-alike, which has no marks). || parts it: the parts go into
    different paragraphs. False where the draft has no room for it."""
    slot = M if form.slot == "any" else form.slot
    text = sentences.fill(form.text, draft, rng)
    text = sentences.marked(text, len(draft.defects))
    if slot == "heading":
        rooms = [b for b in draft.of("h", M, 2)[1:] if plain(b)]
        if rooms:
            rng.choice(rooms).text = text
        return bool(rooms)
    if slot == "opening":
        block = draft.of("opening")[0]
        if plain(block):
            block.text = text
        return sentences.OPEN in block.text or sentences.OPEN not in text
    slot = M if slot == "leadership" else slot
    rooms = [b for b in draft.of("p", slot) if plain(b)]
    parts = text.split("||")
    if len(rooms) < len(parts):
        return False
    chosen = sorted(rng.sample(range(len(rooms)), len(parts)))
    for part, room in zip(parts, [rooms[i] for i in chosen]):
        put_sentence(draft, room, part, rng)
    return True


def put_sentence(draft, room, text, rng):
    way = rng.random()
    if way < 0.5 or room.label:
        draft.insert_after(room, Block("p", text, room.slot, topic="put"))
    elif way < 0.75:
        room.text += text
    else:
        room.text = text + room.text


# ---- names ----------------------------------------------------------------------------------------------
def wrong_signature(draft, rng):
    block = draft.of("sig")
    if not block or draft.unit.kind == "county":
        return False
    block[0].text = units.misspelled(draft.unit, rng)
    for one in block + draft.of("title"):  # a checker may blame either place
        mark_block(draft, one)
    return True


def wrong_title(draft, rng):
    unit = draft.unit
    for block in draft.of("title"):
        if unit.full in block.text and unit.kind != "county" and plain(block):
            block.text = block.text.replace(unit.full, units.misspelled(unit, rng))
            for one in [block] + draft.of("sig"):
                mark_block(draft, one)
            return True
    return False


BODY = ["{}把法治建设摆在全局工作的重要位置，逐月调度、逐项落实。", "年内，{}先后研究法治建设事项，责任层层压实。",
        "群众对{}的办事效率给予好评。", "按照分工，由{}统筹协调辖区依法治理各项工作。"]


def wrong_body(draft, rng):
    rooms = [b for b in draft.of("p", M) if plain(b)]
    if draft.unit.kind == "county" or not rooms:
        return False
    name = mark(draft, units.misspelled(draft.unit, rng))
    put_sentence(draft, rng.choice(rooms), rng.choice(BODY).format(name), rng)
    return True


# ---- signature and dates ------------------------------------------------------------------------------
def remove(role):
    def operator(draft, rng):
        blocks = draft.of(role)
        if not blocks or not all(plain(b) for b in blocks):
            return False
        for block in blocks:
            draft.blocks.remove(block)
        return True
    return operator


def sign(draft, text):
    block = draft.of("date")
    if not block or not plain(block[0]):
        return False
    block[0].text = mark(draft, text)
    return True


def signed(day, rng):
    forms = [units.day(day), units.day(day), units.spelled(day), day.strftime("%Y年%m月%d日"), day.isoformat(),
             f"{day.year}.{day.month}.{day.day}", f"{day.year} 年 {day.month} 月 {day.day} 日"]
    return rng.choice(forms)


def impossible_date(draft, rng):
    y = draft.year + 1
    return sign(draft, rng.choice([f"{y}年2月30日", f"{y}年13月5日", f"{y}年1月32日", f"{y}年0月12日", f"{y}年1月0日",
                                   f"{y}年2月31日", f"{y}年1月45日"]))


def before_year_end(draft, rng):
    day = datetime.date(draft.year, rng.randint(3, 9), rng.randint(1, 28))
    return sign(draft, signed(day, rng))


def late_report(draft, rng):
    draft.signed = datetime.date(draft.year + 1, rng.choice([3, 3, 4, 5]), rng.randint(8, 28))
    draft.as_of = datetime.date(draft.year + 1, 7, 1)
    return sign(draft, signed(draft.signed, rng))


def published(draft, date, text):
    """A web page's line with the date of publication, under the title."""
    draft.insert_after(draft.of("title")[-1], Block("chrome", text.format(d=date.isoformat(), c=units.day(date), u=draft.unit.full)))


CHROME = ["发布时间：{d}  来源：{u}", "发布日期：{d}", "发布时间：{d} 10:26　信息来源：{u}　浏览次数：213", "时间：{d} 来源：{u} 字体：[大 中 小]",
          "发布日期：{c}    来源：{u}"]


def late_publication(draft, rng):
    date = datetime.date(draft.year + 1, rng.randint(4, 9), rng.randint(5, 28))
    draft.as_of, draft.phase = datetime.date(draft.year + 1, 10, 15), "publish"
    published(draft, date, rng.choice(CHROME))
    mark_block(draft, draft.of("chrome")[0])
    return True


# ---- substance --------------------------------------------------------------------------------------------
def no_causes(draft, rng, texts):
    """The section of shortfalls without a word on why."""
    heads = [b for b in draft.of("h", S, 1)]
    for block in draft.of(slot=S):
        if block.role == "p" or block.level == 2:
            draft.blocks.remove(block)
    heads[0].text = re.sub("和原因分析|及其?原因|和原因|及成因", "", heads[0].text)
    last = heads[0]
    for text in rng.sample(texts, 3):
        block = Block("p", sentences.fill(text, draft, rng), S)
        draft.insert_after(last, block)
        last = block
    return True


def unpaired(slot):
    """A topic of shortfalls (or of the plan) whose counterpart is taken out, with all that speaks of it."""
    other = N if slot == S else S

    def operator(draft, rng):
        topics = [b.topic for b in draft.of("p", slot) if b.topic not in (None, "put") and plain(b)]
        topics = [t for t in topics if any(b.topic == t for b in draft.of("p", other))]
        if slot == N:  # legal education is planned every year, whatever fell short
            topics = [t for t in topics if t != "普法"]
        if not topics:
            return False
        topic = rng.choice(topics)
        if not all(plain(b) for b in draft.of("p", other) if b.topic == topic):
            return False
        # 充实执法力量 answers 审查力量不足 as well: then nothing is unpaired.
        rest = "".join(b.text for b in draft.of("p", other) if b.topic != topic)
        here = "".join(b.text for b in draft.of("p", slot) if b.topic == topic)
        if any(word in rest and word in here for word in ("力量", "人员", "系统", "平台")):
            return False
        for block in draft.of("p", other):
            if block.topic == topic:
                at = draft.blocks.index(block)
                if draft.blocks[at - 1].role == "h" and draft.blocks[at - 1].level == 2:
                    return False
                draft.blocks.remove(block)
        for block in draft.of("p", slot):
            if block.topic == topic:
                mark_block(draft, block)
        return True
    return operator


def nothing(draft, rng):
    return True


# ---- twice the same ------------------------------------------------------------------------------------
def twice(draft, rng):
    rooms = [b for b in draft.of("p", M) if plain(b) and len(b.text) > 45]
    source = rng.choice(rooms)
    there = rng.choice([b for b in draft.of("p", rng.choice([M, M, N])) if b is not source and plain(b)])
    mark_block(draft, source)
    draft.insert_after(there, Block("p", source.text, there.slot))
    return True


def section_twice(draft, rng):
    """A whole sub-section stands again at the end of the measures, under the next number."""
    heads = draft.of("h", M, 2)
    if any("[" in b.label or sentences.OPEN in b.label for b in heads):
        return False
    head = rng.choice(heads[:-1])
    start = draft.blocks.index(head)
    end = next(i for i in range(start + 1, len(draft.blocks)) if draft.blocks[i].role == "h")
    part = draft.blocks[start:end]
    if not all(plain(b) for b in part):
        return False
    for block in part[1:]:
        mark_block(draft, block)
    last = [b for b in draft.blocks if b.slot == M][-1]
    for block in part:
        copy = Block(block.role, block.text, M, block.level)
        copy.label = f"（{NUMERALS[len(heads)]}）" if block.role == "h" else block.label
        draft.insert_after(last, copy)
        last = copy
    return True


def copied(draft, rng):
    """A paragraph of last year's report, word for word."""
    if draft.previous is None:
        return False
    olds = [b for b in draft.previous.of("p", M) if len(b.text) > 50 and not re.search(r"20\d\d", b.text)]
    if not olds:
        return False
    room = rng.choice(draft.of("p", M))
    draft.insert_after(room, Block("p", mark(draft, rng.choice(olds).text), M))
    return True


# What follows from a defect and is then no false alarm, wherever in the report it is said.
CONSEQUENCES = {"date/before-year-end": {"date/after-signing"}, "date/invalid": {"sign/missing-date"},
                "sign/missing-signature": {"sign/missing-date"}, "date/late-report": {"date/late-publication"},
                "text/duplicate-paragraph": {"structure/duplicate-section"}}


class Operator:
    """needs: conditions on the report (as in forms.tsv); tags: what the maker must heed."""

    def __init__(self, name, apply, mode="line", needs="", tags=(), also=()):
        self.name, self.apply, self.mode, self.needs = name, apply, mode, needs
        self.tags, self.also = tuple(tags), also


SEQ, STYLE, ENUM = "number/heading-sequence", "number/heading-style", "number/enumeration"
NAME, TWICE = "name/issuer-mismatch", "text/duplicate-paragraph"


OPERATORS = {
    SEQ: [Operator(c.__name__, numbering.changing(numbering.sequence, c), also=[STYLE]) for c in numbering.CHANGES] +
         [Operator("item_gap", numbering.item_gap, also=[ENUM]), Operator("item_double", numbering.item_double, also=[ENUM])],
    STYLE: [Operator("style", numbering.style, also=[SEQ])] * 3 + [Operator("item_style", numbering.item_style, also=[ENUM, SEQ])],
    ENUM: [Operator("enum_" + c.__name__, numbering.changing(numbering.enumeration, c), tags=["enumerated"])
           for c in numbering.CHANGES],
    "sign/missing-signature": [Operator("unsigned", remove("sig"), "doc")],
    "sign/missing-date": [Operator("undated", remove("date"), "doc")],
    "date/invalid": [Operator("impossible_date", impossible_date)],
    "date/before-year-end": [Operator("before_year_end", before_year_end)],
    "date/late-report": [Operator("late_report", late_report, "doc", tags=["alone"])],
    "date/late-publication": [Operator("late_publication", late_publication, "doc", tags=["alone"])],
    NAME: [Operator("signature", wrong_signature, needs="unit=town|street|bureau", also=["name/foreign-place"]),
           Operator("title", wrong_title, needs="unit=town|street|bureau", also=["name/foreign-place"]),
           Operator("body", wrong_body, needs="unit=town|street|bureau", also=["name/foreign-place"])],
    TWICE: [Operator("paragraph", twice), Operator("subsection", section_twice, also=["structure/duplicate-section"])],
    "text/copied-from-previous": [Operator("copied", copied, tags=["previous"])],
    "substance/coverage": [Operator("narrow", nothing, "doc", tags=["narrow", "alone"])],
    "substance/no-causes": [Operator("no_causes", None, "doc", tags=["causeless", "alone"])],
    "substance/unanswered-shortfall": [Operator("unanswered", unpaired(S), "doc")],
    "substance/unprompted-plan": [Operator("unprompted", unpaired(N), "doc")],
}
