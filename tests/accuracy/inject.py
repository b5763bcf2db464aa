"""Puts defects into compliant drafts: sentences of forms.tsv, and operators that damage the structure."""

import datetime
import re

import sentences
import units
from drafts import F, M, N, NUMERALS, S, Block

MENDABLE = 60  # marks from here on are the headings of the required contents


class Defect:
    """mode: where a finding must lie. chars: on marked characters; line: on a line that holds some;
    doc: anywhere. also: other rules that may as well name it."""

    def __init__(self, rule, form, mode="chars", also=()):
        self.rule, self.form, self.mode, self.also = rule, form, mode, set(also)


def mark(draft, text):
    """Marks a text as the defect that is being put in."""
    return sentences.marked(f"[[{text}]]", len(draft.defects))


def mark_block(draft, block):
    block.text = mark(draft, block.text)


def plain(block):
    return sentences.OPEN not in block.text


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


# ---- numbers of headings, enumerations ----------------------------------------------------------------
def relabel(draft, heads, labels):
    """Gives headings other numbers; the first that differs and its neighbours are what a finding may name."""
    first = next(i for i, (b, l) in enumerate(zip(heads, labels)) if b.label != l)
    for block, label in zip(heads, labels):
        block.label = label
    for block in heads[max(first - 1, 0):first + 2]:
        block.label = mark(draft, block.label)


def runs(draft, rng):
    """Headings of one level that are numbered through, and how their numbers are written."""
    top = draft.of("h", level=1)
    sub = draft.of("h", M, 2)
    choice = [(top, "{}、")]
    if len(sub) >= 3:
        choice.append((sub, "（{}）"))
    return rng.choice([c for c in choice if all(sentences.OPEN not in b.label for b in c[0])] or [(None, None)])


def sequence(draft, rng, change):
    heads, pattern = runs(draft, rng)
    if not heads:
        return False
    numbers = change(list(range(1, len(heads) + 1)), rng)
    relabel(draft, heads, [pattern.format(NUMERALS[n - 1]) for n in numbers])
    return True


def gap(numbers, rng):
    at = rng.randint(1, len(numbers) - 1)
    return [n + (i >= at) for i, n in enumerate(numbers)]


def doubled(numbers, rng):
    at = rng.randint(1, len(numbers) - 1)
    return [n - (i >= at) for i, n in enumerate(numbers)]


def restarted(numbers, rng):
    at = rng.randint(2, len(numbers) - 1) if len(numbers) > 2 else 1
    return [n if i < at else i - at + 1 for i, n in enumerate(numbers)]


def swapped(numbers, rng):
    at = rng.randint(1, len(numbers) - 2) if len(numbers) > 2 else 0
    numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    return numbers


ITEMS = ["建立执法事项清单，逐项明确依据、权限和程序。", "完善案件线索移送机制，做到件件有登记、事事有回音。",
         "开展文书制作练兵，由业务骨干逐份点评。", "推行说理式执法，把道理讲在处罚之前。"]


def items(draft, rng, labels):
    """Four items of the third level with the numbers given, put after a paragraph of the measures."""
    rooms = [b for b in draft.of("p", M) if plain(b)]
    if not rooms:
        return False
    room = rng.choice(rooms)
    for label, text in reversed(list(zip(labels, ITEMS))):
        block = Block("p", text, M)
        block.label = label
        draft.insert_after(room, block)
        block.text = mark(draft, block.text)
    return True


def item_gap(draft, rng):
    return items(draft, rng, rng.choice([["（1）", "（2）", "（4）", "（5）"], ["1.", "2.", "4.", "5."], ["（1）", "（3）", "（4）", "（5）"]]))


def item_double(draft, rng):
    return items(draft, rng, rng.choice([["（1）", "（2）", "（2）", "（3）"], ["1.", "1.", "2.", "3."], ["1、", "2、", "3、", "3、"]]))


def item_style(draft, rng):
    return items(draft, rng, rng.choice([["（1）", "2.", "（3）", "（4）"], ["1.", "2.", "（3）", "4."], ["1、", "2、", "3.", "4、"],
                                         ["（1）", "（2）", "③", "（4）"]]))


def style(draft, rng):
    heads, pattern = runs(draft, rng)
    if not heads:
        return False
    at = rng.randint(1, len(heads) - 1)
    wrong = ["{d}、", "{d}.", "{c}.", "第{c}、"] if pattern == "{}、" else ["（{d}）", "{d}.", "{d}、", "第{c}，"]
    labels = [b.label for b in heads]
    labels[at] = rng.choice(wrong).format(d=at + 1, c=NUMERALS[at])
    relabel(draft, heads, labels)
    return True


FIRSTLY = re.compile(r"(?<=[。；：，;])([一二三四五六])(是|要)|第([一二三四五六])，")


def enumeration(draft, rng, change):
    """Breaks a 一是…二是…三是… of the report."""
    rooms = [b for b in draft.of("p") if plain(b) and len(FIRSTLY.findall("。" + b.text)) >= 3]
    if not rooms:
        return False
    block = rng.choice(rooms)
    found = list(FIRSTLY.finditer("。" + block.text))
    numbers = change(list(range(1, len(found) + 1)), rng)
    text = "。" + block.text
    for match, n in reversed(list(zip(found, numbers))):
        at = match.start(1) if match.group(1) else match.start(3)
        text = text[:at] + NUMERALS[n - 1] + text[at + 1:]
    block.text = text[1:]
    mark_block(draft, block)
    return True


# ---- names ----------------------------------------------------------------------------------------------
ALIKE = dict("孝考 天夫 梅海 灵另 深探 岔盆 江红 赋武 加架 南楠 安按 花化 马骂 研妍 潭谭 冷令 感咸 西酉 书舒 船般 诸渚 茅矛 九几 永水 "
             "洗先 敬警 栖西 首守 华化 槐愧 紫此 端瑞 郑邓 径经 黄簧 良粮 仓苍 谷各 湖糊 靖靓 乔侨 桐同 雁燕 松宋 望忘 石右 柳抑 "
             "澄登 清青 白百 北比".split())


def misspelled(unit, rng):
    """The unit's full name, one character or its kind wrong."""
    if unit.kind == "bureau":
        bureau = unit.name[len(unit.county):]
        other = {"司法局": "司法厅", "水利局": "水务局", "农业农村局": "农业局", "市场监督管理局": "市场监管总局",
                 "交通运输局": "交通局", "民政局": "名政局"}[bureau]
        return unit.county + other
    stem = unit.name[:-len(unit.word)]
    if rng.random() < 0.4:
        word = {"镇": "乡", "乡": "镇", "街道": "镇"}[unit.word]
        return stem + word + "人民政府"
    return ALIKE.get(stem[0], "大") + stem[1:] + unit.word + unit.full[len(unit.name):]


def wrong_signature(draft, rng):
    block = draft.of("sig")
    if not block or draft.unit.kind == "county":
        return False
    block[0].text = misspelled(draft.unit, rng)
    for one in block + draft.of("title"):  # a checker may blame either place
        mark_block(draft, one)
    return True


def wrong_title(draft, rng):
    unit = draft.unit
    for block in draft.of("title"):
        if unit.full in block.text and unit.kind != "county" and plain(block):
            block.text = block.text.replace(unit.full, misspelled(unit, rng))
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
    name = mark(draft, misspelled(draft.unit, rng))
    put_sentence(draft, rng.choice(rooms), rng.choice(BODY).format(name), rng)
    return True


# ---- signature and dates ------------------------------------------------------------------------------
def remove(role):
    def operator(draft, rng):
        blocks = draft.of(role)
        for block in blocks:
            draft.blocks.remove(block)
        return bool(blocks)
    return operator


def sign(draft, text):
    block = draft.of("date")
    if not block or not plain(block[0]):
        return False
    block[0].text = mark(draft, text)
    return True


def impossible_date(draft, rng):
    y = draft.year + 1
    return sign(draft, rng.choice([f"{y}年2月30日", f"{y}年13月5日", f"{y}年1月32日", f"{y}年0月12日", f"{y}年1月0日",
                                   f"{y}年2月31日", f"{y}年1月45日"]))


def before_year_end(draft, rng):
    day = datetime.date(draft.year, rng.randint(3, 9), rng.randint(1, 28))
    return sign(draft, rng.choice([units.day(day), units.spelled(day)]))


def late_report(draft, rng):
    draft.signed = datetime.date(draft.year + 1, rng.choice([3, 3, 4, 5]), rng.randint(8, 28))
    draft.as_of = datetime.date(draft.year + 1, 7, 1)
    return sign(draft, units.day(draft.signed))


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
        if not topics:
            return False
        topic = rng.choice(topics)
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


def changing(kind, change):
    return lambda draft, rng: kind(draft, rng, change)


OPERATORS = {
    SEQ: [Operator(c.__name__, changing(sequence, c), also=[STYLE]) for c in (gap, doubled, restarted, swapped)] +
         [Operator("item_gap", item_gap, also=[ENUM]), Operator("item_double", item_double, also=[ENUM])],
    STYLE: [Operator("style", style, also=[SEQ])] * 3 + [Operator("item_style", item_style, also=[ENUM, SEQ])],
    ENUM: [Operator("enum_" + c.__name__, changing(enumeration, c), tags=["enumerated"])
           for c in (gap, doubled, restarted, swapped)],
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
