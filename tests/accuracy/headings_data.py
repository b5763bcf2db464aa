"""Reads the headings, paragraphs, titles and signatures that reports are composed from."""

import collections
import os
import random
import re

HERE = os.path.dirname(os.path.realpath(__file__))
SLOTS = ["measures", "first_responsible", "shortfalls", "next_plan"]

NUMBER = re.compile(
    r"^(第[一二三四五六七八九十]+部分[是:：、 ]?|[（(]?[一二三四五六七八九十]+[）)]、?|[一二三四五六七八九十]+[、.是]"
    r"|\d{1,2}[、.．] ?|\d{1,2}(?=[^\d年.月]))")
NAMED = re.compile(r"(情况|成效|总结|做法|举措|措施|进展|成绩|主要工作|建设工作)$|情况及|做法及")
THEME = re.compile(r"^(坚持|健全|加强|强化|落实|履行|推动|深化)|[,，]")  # a clause says what was done
SPEAKS_OF_FIRST = re.compile(r"第一责任人|主要负责|主要领导|一把手")


def rows(path):
    with open(path, encoding="utf-8") as f:
        lines = [l.rstrip("\n") for l in f if l.strip() and not l.startswith("#")]
    return [l.split("\t") for l in lines[1:]]


class Headings:
    """pools[kind] -> heading templates. Kinds: the slots, a+b, theme, other, none:slot,
    embedded (first_responsible under another section), sub:slot (sub-headings)."""

    def __init__(self, name, pools, salutations=()):
        self.name, self.pools, self.salutations = name, pools, list(salutations)
        self._decks = {}

    def has(self, kind):
        return bool(self.pools.get(kind))

    def draw(self, rng, kind):
        """The next of a shuffled deck: every heading is used before one is used again."""
        deck = self._decks.setdefault(kind, [])
        if not deck:
            deck.extend(self.pools[kind])
            rng.shuffle(deck)
        return deck.pop()


def own_headings(path, name):
    pools = collections.defaultdict(list)
    for slot, text in ((r[0], r[1]) for r in rows(path)):
        pools["theme" if slot == "measures_thematic" else slot].append(text)
    pools["embedded"] = [h for h in pools["first_responsible"] if SPEAKS_OF_FIRST.search(h)]
    pools["sub:measures"] = pools["theme"]
    pools["sub:next_plan"] = pools["theme"]
    return Headings(name, pools)


def _template(text, slot, year):
    text = NUMBER.sub("", text.strip()).strip(" 。,，;；")
    if year.isdigit():
        text = text.replace(str(int(year) + 1), "{Y+1}").replace(year, "{Y}")
    return text.replace("xxxx", "{Y+1}" if slot == "next_plan" else "{Y}")


def real_headings(path, folds, seed):
    """Headings collected from published reports, dealt to folds by the page they were read on."""
    sources = collections.defaultdict(list)
    for slot, level, text, year, _, source in (r[:6] for r in rows(path)):
        sources[source].append((slot, int(level), text, year))
    order = sorted(sources)
    random.Random(seed).shuffle(order)
    # Rare headings decide whether a fold can be composed at all: deal their sources first.
    order.sort(key=lambda s: -sum(r[0] in SLOTS[1:] and r[1] == 1 for r in sources[s]))
    out = []
    for k in range(folds):
        pools, salutations = collections.defaultdict(list), []
        for source in order[k::folds]:
            _deal(sources[source], pools, salutations)
        for kind in pools:
            pools[kind] = sorted(set(pools[kind]))
        out.append(Headings(f"fold {k + 1}/{folds}", pools, salutations))
    return out


def _deal(source_rows, pools, salutations):
    for slot, level, text, year in source_rows:
        heading = _template(text, slot, year)
        if not heading:
            continue
        if level == 0:
            salutations.append(text)
        elif slot == "intro":
            pools["other"].append(heading)
        elif slot == "measures" and level == 1:
            named = NAMED.search(heading) and not THEME.search(heading)
            pools["measures" if named else "theme"].append(heading)
        elif slot == "first_responsible" and level > 1:
            pools["embedded"].append(heading)
        else:
            pools[slot if level == 1 else "sub:" + slot].append(heading)


def paragraphs():
    out = collections.defaultdict(list)
    for slot, text in rows(os.path.join(HERE, "paragraphs.tsv")):
        out[slot].append(text)
    # Without a section of that name nothing may speak of the first responsible person.
    own = re.compile(r"第一责任人|主要负责|主要领导|亲自|一把手|关键少数|述法|书记|镇长")
    for slot in ("measures", "leadership"):
        out[slot] = [p for p in out[slot] if not own.search(p)]
    out["first_named"] = [p for p in out["first_responsible"] if "党政主要" in p or "第一责任人" in p]
    return out


def openings():
    out = collections.defaultdict(list)
    for file in ("openings.tsv", "signatures.tsv"):
        for kind, text in rows(os.path.join(HERE, file)):
            out[kind].append(text.replace("\\n", "\n"))
    return out
