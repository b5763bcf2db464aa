"""Composes compliant reports (all contents, consistent numbers and names) that defects are put into."""

import datetime
import re

import sentences
import units

NUMERALS = "一二三四五六七八九十"
M, F, S, N = "measures", "first_responsible", "shortfalls", "next_plan"
HEADINGS = {
    M: ["{Y}年法治政府建设主要举措和成效", "推进法治政府建设的主要举措和成效", "{Y}年度主要工作及成效",
        "{Y}年推进法治政府建设主要做法和成效", "主要工作举措和成效", "法治政府建设工作开展情况"],
    F: ["党政主要负责人履行推进法治建设第一责任人职责情况", "主要负责人履行推进法治建设第一责任人职责的有关情况",
        "{Y}年党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况"],
    S: ["存在的不足和原因", "推进法治政府建设存在的不足和原因", "{Y}年度法治政府建设存在的问题及原因", "存在的主要问题和原因分析"],
    N: ["{Y+1}年推进法治政府建设的主要安排", "下一年度推进法治政府建设的主要安排", "{Y+1}年工作打算", "{Y+1}年主要工作安排"],
}
SUBS = ["加强党的领导，压实法治建设责任", "依法履行职能，优化营商环境", "规范行政决策，提高决策质量", "规范执法行为，提升执法水平",
        "化解矛盾纠纷，维护社会稳定", "强化权力监督，推进政务公开", "深化普法宣传，营造法治氛围", "健全应急体系，守牢安全底线",
        "坚持科技赋能，推进数字治理", "夯实基层基础，提升治理效能"]
SUBS_OF_PLAN = ["抓重点，补短板", "抓基础，强弱项", "抓落实，求实效"]  # name no topic that a shortfall could miss
# How headings of the first and second level are numbered; the operators on numbers know the first.
STYLES = {"cjk": ("{c}、", "（{c}）"), "part": ("第{c}部分 ", "{c}、"), "arabic": ("{c}、", "{d}."), "none": ("", ""),
          "paren": ("（{c}）", "{d}.")}
TITLES = ["{name}{Y}年法治政府建设年度报告", "{name}{Y}年度法治政府建设情况报告", "{full}{Y}年法治政府建设年度报告",
          "{full}关于{Y}年度法治政府建设情况的报告", "{full}\n关于{Y}年法治政府建设工作情况的报告", "{place}{Y}年法治政府建设年度报告"]
OPENINGS = ["{Y}年，{town}深入学习贯彻{guide}精神，扎实推进依法行政，法治政府建设取得新的进展。现将有关情况报告如下。",
            "按照《法治政府建设与责任落实督察工作规定》要求，现将{town}{Y}年度法治政府建设情况报告如下。",
            "{Y}年，在{up}的坚强领导下，{town}全面贯彻{guide}精神，坚持依法决策、依法办事，各项工作稳步推进。现报告如下：",
            "{Y}年，{town}坚持以习近平新时代中国特色社会主义思想为指导，认真落实{guide}部署，不断提高依法行政水平，现将情况报告如下："]
PLAIN_OPENINGS = [OPENINGS[1], "现将{town}{Y}年度推进法治政府建设工作情况报告如下。",
                  "为主动接受社会监督，现将{town}{Y}年法治政府建设情况公布如下。"]
TOPICS = [r"政务服务|营商|窗口", r"规范性文件", r"重大行政决策|决策", r"执法", r"应急|防汛|预案", r"纠纷|枫桥", r"复议|应诉",
          r"政务公开|信息公开|主动公开", r"合法性审查", r"普法", r"监督", r"数字|平台|系统"]
FORMATS = ["txt"] * 5 + ["wrapped"] + ["md"] * 2 + ["html"] * 2


class Block:
    """role: title salutation opening h p sig date chrome; label: the typed number of a heading."""

    def __init__(self, role, text, slot=None, level=0, topic=None):
        self.role, self.text, self.slot, self.level, self.topic, self.label = role, text, slot, level, topic, ""


class Draft:
    def __init__(self, year, unit, rng):
        self.year, self.unit, self.blocks, self.defects = year, unit, [], []
        self.signed = datetime.date(year + 1, rng.choice([1, 1, 2]), rng.randint(6, 27))
        self.as_of = datetime.date(year + 1, 3, 20)  # after the deadline to submit, before that to publish
        self.phase, self.previous, self.format = "submit", None, rng.choice(FORMATS)
        self.used, self.tags = set(), set()
        self.width, self.half = rng.randint(34, 44), rng.random() < 0.12

    def facts(self):
        return {"year": self.year, "unit": self.unit.kind, "word": self.unit.word, "seat": self.unit.words["seat"],
                "real": int(self.unit.real), "phase": self.phase}

    def of(self, role=None, slot=None, level=None):
        return [b for b in self.blocks if (role is None or b.role == role) and (slot is None or b.slot == slot)
                and (level is None or b.level == level)]

    def insert_after(self, block, new):
        self.blocks.insert(self.blocks.index(block) + 1, new)


class Maker:
    """Makes compliant drafts. reserved: quantities that the sentences put in later will speak of."""

    def __init__(self, rng, pool):
        self.rng, self.pool = rng, pool

    def make(self, year, unit, reserved=(), tags=(), avoid=()):
        """avoid: paragraphs (as in the pool) that are not to be used."""
        self.draft, self.taken = Draft(year, unit, self.rng), set(avoid)
        self.draft.used, self.draft.tags = set(reserved), set(tags)
        self.front()
        order = [M, F, S, N] if self.rng.random() < 0.65 else [M, S, F, N]
        for slot in order:
            self.section(slot)
        self.end()
        return self.draft

    def fill(self, text):
        return sentences.fill(text, self.draft, self.rng)

    def add(self, *args, **more):
        block = Block(*args, **more)
        self.draft.blocks.append(block)
        return block

    def front(self):
        unit, rng = self.draft.unit, self.rng
        title = rng.choice(TITLES)
        place = unit.name if unit.kind in ("bureau", "county") else unit.county + unit.name
        if unit.kind == "county":
            title = title.replace("{name}", "{full}")
        title = title.replace("{name}", unit.name).replace("{full}", unit.full).replace("{place}", place)
        for line in self.fill(title).split("\n"):
            self.add("title", line)
        if rng.random() < 0.3:
            self.add("salutation", unit.words["up"] + "：")
        plain = "no_guide" in self.draft.tags
        self.add("opening", self.fill(rng.choice(PLAIN_OPENINGS if plain else OPENINGS)), slot="opening")

    def candidates(self, slot):
        facts = self.draft.facts()
        out = [(text, topic) for topic, when, text in self.rows(slot) if sentences.holds(when, facts)]
        if "no_guide" in self.draft.tags:
            out = [c for c in out if not sentences.GUIDANCE.search(c[0])]
        self.rng.shuffle(out)
        return out

    def rows(self, slot):
        for name, rows in self.pool.items():
            base, _, topic = name.partition(":")
            if base == slot:
                yield from ((topic or None, when, text) for when, text in rows)

    def take(self, slot, pattern=None, topic=None):
        """The next paragraph of the slot that repeats no quantity of the report."""
        for text, its in self.candidates(slot):
            found = set() if slot in (S, N) else sentences.quantities(text)  # what is planned is no total
            if text in self.taken or found & self.draft.used or (topic and its != topic):
                continue
            if pattern and not re.search(pattern, text):
                continue
            self.taken.add(text)
            self.draft.used |= found
            return text
        return None

    def section(self, slot):
        self.add("h", self.fill(self.rng.choice(HEADINGS[slot])), slot=slot, level=1)
        {M: self.measures, F: self.first, S: self.shortfalls, N: self.plan}[slot]()

    def put(self, slot, text, topic=None):
        if text:
            self.add("p", self.fill(text), slot=slot, topic=topic)
        return bool(text)

    def measures(self):
        rng = self.rng
        lead = [self.take("leadership") for _ in range(2)]
        texts = [self.take(M, pattern) for pattern in self.topics()]
        texts = [t for t in texts if t]
        rng.shuffle(texts)
        subs = SUBS[1:]
        rng.shuffle(subs)
        self.add("h", SUBS[0], slot=M, level=2)
        for text in lead:
            self.put(M, text)
        if "enumerated" in self.draft.tags or rng.random() < 0.3:
            self.put(M, self.take("enumeration"))
        groups = rng.randint(3, 5)
        for g in range(groups):
            part = texts[g::groups]
            if part:
                self.add("h", subs[g], slot=M, level=2)
                for text in part:
                    self.put(M, text)

    def topics(self):
        if "narrow" in self.draft.tags:
            return ["应急|防汛|安全"] * 4
        topics = list(TOPICS)
        self.rng.shuffle(topics)
        return topics + [None] * self.rng.randint(0, 3)

    def first(self):
        self.put(F, self.take(F, "第一责任人"))
        for _ in range(self.rng.randint(1, 2)):
            self.put(F, self.take(F))

    def paired(self):
        """Topics of which there is a shortfall and an arrangement that fit the unit and each other."""
        there = {slot: {topic for _, topic in self.candidates(slot) if topic} for slot in (S, N)}
        both = sorted(there[S] & there[N])
        self.rng.shuffle(both)
        return both[:3]

    def shortfalls(self):
        self.pairs = self.paired()
        self.numbered(S, [(t, self.take(S, topic=t)) for t in self.pairs])

    def plan(self):
        self.numbered(N, [(t, self.take(N, topic=t)) for t in self.rng.sample(self.pairs, len(self.pairs))])

    def numbered(self, slot, texts):
        subs = self.rng.random() < 0.3
        headings = self.rng.sample(SUBS_OF_PLAN, 3)
        for (topic, text), heading in zip(texts, headings):
            if subs and text and slot == N:
                self.add("h", heading, slot=slot, level=2)
            self.put(slot, text, topic)

    def end(self):
        draft = self.draft
        unit = draft.unit
        full = unit.full if self.rng.random() < 0.75 or unit.kind in ("bureau", "county") else unit.county + unit.full
        self.add("sig", full)
        date = units.day(draft.signed) if self.rng.random() < 0.8 else units.spelled(draft.signed)
        self.add("date", date)
        number(draft)


def number(draft, style="cjk"):
    """Types the numbers of the headings: 一、 and （一）, or another style."""
    top = sub = 0
    first, second = STYLES[style]
    for block in draft.blocks:
        if block.role == "h" and block.level == 1:
            top, sub = top + 1, 0
            block.label = first.format(c=NUMERALS[top - 1], d=top)
        elif block.role == "h":
            sub += 1
            block.label = second.format(c=NUMERALS[sub - 1], d=sub)


# ---- writing ------------------------------------------------------------------------------------------
def wrap(text, width):
    out, shown = [], 0
    for c in text:
        mark = c in (sentences.OPEN, sentences.CLOSE) or 0xE100 <= ord(c) < 0xE200
        if not mark and shown == width:
            out.append("\n")
            shown = 0
        out.append(c)
        shown += not mark
    return "".join(out)


def written(draft):
    """The report as its file holds it, with the marks still in."""
    kind = draft.format
    if kind == "html":
        return html(draft)
    lines = []
    for block in draft.blocks:
        text = block.label + block.text
        if kind == "md":
            head = {"title": "# " if block is draft.of("title")[0] and len(draft.of("title")) == 1 else "",
                    "h": "#" * (block.level + 1) + " "}.get(block.role, "")
            lines += [head + text, ""]
        elif block.role in ("title", "chrome", "sig", "date"):
            lines.append(text)
        else:
            text = ("" if block.role == "salutation" else "　　") + text
            lines.append(wrap(text, draft.width) if kind == "wrapped" else text)
    return narrow("\n".join(lines) + "\n", draft)


def html(draft):
    out = ['<!DOCTYPE html>', '<html><head><meta charset="utf-8"><title>' +
           sentences.MARKS.sub("", "".join(b.text for b in draft.of("title"))) + "</title></head><body>"]
    for block in draft.blocks:
        tag = {"title": "h1", "h": f"h{block.level + 1}", "chrome": "div"}.get(block.role, "p")
        out.append(f"<{tag}>{block.label}{block.text}</{tag}>")
    return narrow("\n".join(out + ["</body></html>", ""]), draft)


def narrow(text, draft):
    if draft.half:
        for full, half in ("，,", "：:", "（(", "）)", "；;"):
            text = text.replace(full, half)
    return text


def extension(draft):
    return {"md": ".md", "html": ".html"}.get(draft.format, ".txt")
