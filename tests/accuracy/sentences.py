"""Reads the sentences that reports, defects and look-alikes are written with, and fills them in."""

import collections
import datetime
import os
import re

import headings_data
import units

HERE = os.path.dirname(os.path.realpath(__file__))
DEFECTS = os.path.join(HERE, "defects")
OPEN, CLOSE, FIRST_ID = "\ue000", "\ue001", 0xE100
MARKS = re.compile(f"{OPEN}.|{CLOSE}")

Form = collections.namedtuple("Form", "rule slot when text place")  # place: file:line, for the reader

# Quantities of which a report has one value: two paragraphs that both give it are not put side by side.
QUANTITIES = {
    "villages": r"\d+个(行政)?(村|社区)", "people": r"人口", "disputes": r"纠纷[^。]*\d|\d[^。]*纠纷",
    "officers": r"(持证|执法人员)[^。]*\d|\d[^。]*执法人员", "reviews": r"(合法性|法制)审[查核][^。]*\d",
    "petitions": r"信访[^。]*\d|\d[^。]*信访", "appeals": r"复议[^。]*\d|应诉[^。]*\d|诉讼[^。]*\d",
    "counter": r"办件[^。]*\d", "persons": r"法律明白人[^。]*\d", "posted": r"公开[^。]*\d+条",
    "cases": r"立案[^。]*\d|处罚[^。]*\d|查处[^。]*\d", "learning": r"中心组[^。]*\d|学法[^。]*\d",
    "publicity": r"(普法|宣传)[^。]*\d", "files": r"案卷[^。]*\d", "topics": r"法治[^。]*议题[^。]*\d|专题[^。]*\d",
    "rules": r"规范性文件[^。]*\d", "court": r"出庭[^。]*\d", "drill": r"演练[^。]*\d|隐患[^。]*\d",
    "advisers": r"法律顾问[^。]*\d", "proposals": r"建议[^。]*\d", "training": r"培训[^。]*\d",
}
QUANTITIES = {k: re.compile(v) for k, v in QUANTITIES.items()}
GUIDANCE = re.compile(r"中全会|历次全会|[七八九]大|二十大|大精神|\{guide\}")


def quantities(text):
    plain = re.sub(r"\{[^}]*\}年?|\d{4}年|《[^》]*》|“[^”]*”", "", text.replace("{V}", "9"))
    return {name for name, pattern in QUANTITIES.items() if pattern.search(plain)}


def _lines(path):
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            if line.strip() and not line.startswith("#"):
                yield number, line.rstrip("\n").split("\t")


def forms(path):
    """rule -> forms of a defect (or look-alikes of it), in the order of the file."""
    out, name = collections.defaultdict(list), os.path.basename(path)
    for number, cells in _lines(path):
        if len(cells) != 4:
            raise SystemExit(f"{path}:{number}: {len(cells)} columns, 4 wanted (rule, slot, when, sentence)")
        if cells[0] != "rule":
            out[cells[0]].append(Form(*cells, f"{name}:{number}"))
    return out


def clean():
    """slot -> [(when, paragraph)], those of this folder's clean.tsv and the older ones of paragraphs.tsv."""
    out = collections.defaultdict(list)
    for number, cells in _lines(os.path.join(DEFECTS, "clean.tsv")):
        if len(cells) != 3:
            raise SystemExit(f"clean.tsv:{number}: {len(cells)} columns, 3 wanted (slot, when, paragraph)")
        if cells[0] != "slot":
            out[cells[0]].append((cells[1], cells[2]))
    # The older ones speak of a 镇 and its 县 and hold from 2021; those that count villages or name the
    # unit's make-up contradict each other.
    unfit = re.compile(r"个(行政)?村|人口|辖|附表|2019年|水政|邻近乡镇")
    for slot, texts in headings_data.paragraphs().items():
        fits = [t for t in texts if not unfit.search(t)]
        if slot in ("measures", "leadership", "first_responsible"):
            out[slot] += [("year>=2021 unit=town word=镇 seat=县", t) for t in fits]
    return out


CONDITION = re.compile(r"(\w+)(>=|<=|=)(.+)")


def holds(when, facts):
    """when: conditions apart by blanks, all must hold; facts: their values."""
    for one in when.split():
        match = CONDITION.fullmatch(one)
        if not match:
            raise SystemExit(f"condition not understood: {one}")
        name, sign, value = match.groups()
        if name not in facts:
            continue
        if sign == "=":
            good = str(facts[name]) in value.split("|")
        else:
            good = facts[name] >= int(value) if sign == ">=" else facts[name] <= int(value)
        if not good:
            return False
    return True


def fill(text, draft, rng):
    """The variables of a sentence. Dates after the signing and foreign places are drawn per sentence."""
    year, words = draft.year, dict(draft.unit.words)
    words.update({"Y": str(year), "Y+1": str(year + 1), "Y-1": str(year - 1), "Y+2": str(year + 2),
                  "Y-2": str(year - 2),
                  "guide": units.GUIDANCE[year], "wrong": rng.choice(units.WRONG_WORDS[draft.unit.kind]),
                  "ID": units.identity(rng), "MOBILE": units.mobile(rng), "CARD": units.card(rng)})
    if "{bad}" in text:
        words["bad"] = units.misspelled(draft.unit, rng)
    if "{far_" in text:
        words.update(units.foreign(rng, draft.unit))
    later = draft.signed + datetime.timedelta(days=rng.randint(18, 60))
    words.update({"after": units.day(later), "after_cn": units.spelled(later), "after_dot": f"{later.year}.{later.month}.{later.day}",
                  "after_dash": later.isoformat(), "after_month": f"{later.year}年{later.month}月",
                  "signed": units.day(draft.signed)})

    def one(match):
        name = match.group(1)
        if name[:2] in ("W:", "X:"):  # the right and a wrong day of the week of a date in the year
            month, of_month = (int(n) for n in name[2:].split("-"))
            return units.weekday(year, month, of_month, 0 if name[0] == "W" else rng.randint(1, 6))
        if name not in words:
            raise SystemExit(f"unknown variable {{{name}}} in: {text}")
        return words[name]
    return re.sub(r"\{([^{}]+)\}", one, text)


def marked(text, number):
    """[[ ]] of a form become marks that survive the writing of the report."""
    return text.replace("[[", OPEN + chr(FIRST_ID + number)).replace("]]", CLOSE)
