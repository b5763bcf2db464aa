"""Damages the numbers of headings, items and enumerations of a draft."""

import re

import sentences
from drafts import M, NUMERALS, Block


def mark(draft, text):
    """Marks a text as the defect that is being put in."""
    return sentences.marked(f"[[{text}]]", len(draft.defects))


def mark_block(draft, block):
    block.text = mark(draft, block.text)


def plain(block):
    return sentences.OPEN not in block.text


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


def items(draft, rng, labels, slot=M, texts=ITEMS):
    """Items of the third level with the numbers given, put after a paragraph that ends its sub-section."""
    ends = [a for a, b in zip(draft.blocks, draft.blocks[1:]) if b.role == "h"]
    rooms = [b for b in draft.of("p", slot) if plain(b) and b in ends and not b.label]
    if not rooms:
        return False
    room = rng.choice(rooms)
    for label, text in reversed(list(zip(labels, texts))):
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


CHANGES = (gap, doubled, restarted, swapped)


def changing(kind, change):
    return lambda draft, rng: kind(draft, rng, change)
