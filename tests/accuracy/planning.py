"""Decides which report gets which defects and look-alikes, and makes them."""

import drafts
import inject
import numbering
import sentences
import units
from drafts import F, M, N, S, Maker

KINDS = ["town"] * 6 + ["street"] * 2 + ["bureau"] * 2 + ["county"]
YEARS = list(range(2019, 2026))
# Where the border between sister rules runs is the checker's to say: a finding of either is a catch.
SISTERS = [{"event/outdated-formula", "event/stale-guidance", "law/expired-plan"}, {"term/set-phrase", "term/confusable"},
           {"law/misquoted-title", "law/expired-plan"}, {"law/misquoted-title", "term/set-phrase", "term/confusable"}]
# What the maker must heed: no newer guidance beside an old one, and no other defect that names any.
SHORTCUTS = {"event/stale-guidance": ("no_guide", "alone")}
MAX_TRIES = 60


class Want:
    """One defect that is to be put in: a form (a sentence) or an operator."""

    def __init__(self, rule, what):
        self.rule, self.what = rule, what
        self.is_form = isinstance(what, sentences.Form)
        self.name = what.place if self.is_form else what.name
        self.when = what.when if self.is_form else what.needs
        self.tags = SHORTCUTS.get(rule, ()) if self.is_form else what.tags


def family(rule):
    """Two defects of a family are not put into one report; without a signature no date is after it."""
    return {"sign": "date"}.get(rule.split("/")[0], rule.split("/")[0])


class Planner:
    def __init__(self, rng, pool, forms, alike, only):
        self.rng, self.maker, self.decks = rng, Maker(rng, pool), {}
        wanted = lambda rule: not only or any(rule == o or rule.startswith(o.rstrip("/") + "/") for o in only)
        # The sentences of no-causes make up a whole section, so they are the operator's.
        self.causeless = [f.text for f in forms.pop("substance/no-causes", [])]
        rules = sorted((set(forms) | set(inject.OPERATORS)) - (set() if self.causeless else {"substance/no-causes"}))
        self.kinds = {r: [Want(r, w) for w in forms.get(r, []) + inject.OPERATORS.get(r, [])] for r in rules if wanted(r)}
        self.alike = [f for r in sorted(alike) for f in alike[r]]
        self.order = []

    def enough(self):
        """So many reports that every form comes up at least once, in the rule with the most of them."""
        return max(map(len, self.kinds.values()), default=0) * len(self.kinds)

    def deal(self, name, cards):
        deck = self.decks.setdefault(name, [])
        if not deck:
            deck.extend(cards)
            self.rng.shuffle(deck)
        return deck.pop()

    def want(self):
        """The next defect: the rules in turn, the forms of a rule in turn."""
        if not self.order:
            self.order = list(self.kinds)
            self.rng.shuffle(self.order)
        rule = self.order.pop()
        return self.deal(rule, self.kinds[rule])

    def setting(self, when, phase):
        """A year, a kind of unit and whether its place is real, so that the conditions hold."""
        for _ in range(2000):
            facts = {"year": self.rng.choice(YEARS), "unit": self.rng.choice(KINDS),
                     "real": int(self.rng.random() < 0.75), "phase": phase}
            if sentences.holds(when, facts):
                unit = units.Unit(self.rng, facts["unit"], facts["real"])
                if sentences.holds(when, {**facts, "word": unit.word, "seat": unit.words["seat"]}):
                    return facts["year"], unit
        raise SystemExit(f"no report can meet: {when}")

    def make(self, when, wants, alike, tags, phase="submit"):
        year, unit = self.setting(when, phase)
        reserved = set()
        for form in [w.what for w in wants if w.is_form] + alike:
            reserved |= sentences.quantities(form.text.replace("[[", "").replace("]]", ""))
        previous, avoid = None, ()
        if "previous" in tags:
            previous = self.maker.make(year - 1, unit, reserved)
            avoid = frozenset(self.maker.taken)
        draft = self.maker.make(year, unit, reserved, tags, avoid)
        draft.previous, draft.phase = previous, phase
        return draft

    def phase(self, when):
        return "publish" if "phase=publish" in when else "submit"

    def put(self, draft, want):
        """Puts a defect into a draft; False where it has no room."""
        defect = inject.Defect(want.rule, want.name)
        if want.is_form:
            defect.also = set().union(*(s for s in SISTERS if want.rule in s)) - {want.rule}
            done = inject.put_form(draft, want.what, self.rng)
        else:
            defect.mode, defect.also = want.what.mode, set(want.what.also)
            if "causeless" in want.tags:
                done = inject.no_causes(draft, self.rng, self.causeless)
            else:
                done = want.what.apply(draft, self.rng)
        if done:
            draft.defects.append(defect)
        return done

    def defective(self):
        for _ in range(MAX_TRIES):
            first = self.want()
            when, phase = first.when, self.phase(first.when)
            more = []
            if "alone" not in first.tags:
                more = [self.rng.choice(self.kinds[self.rng.choice(list(self.kinds))])
                        for _ in range(self.rng.choice([0, 0, 1, 2]))]
            draft = self.make(when, [first] + more, [], first.tags, phase)
            if not self.put(draft, first):
                self.decks[first.rule].insert(0, first)
                continue
            for want in more:
                fits = sentences.holds(want.when, draft.facts()) and not want.tags and want.rule != first.rule
                if fits and family(want.rule) not in {family(d.rule) for d in draft.defects}:
                    self.put(draft, want)
            return draft
        raise SystemExit("no report found room for its defect")

    def dress(self, draft):
        """Other ways of numbering than the commonest, and items that start anew under each heading."""
        rng = self.rng
        if rng.random() < 0.3:
            drafts.number(draft, rng.choice(["part", "arabic", "paren"] + ["none"] * (draft.format in ("md", "html"))))
        elif rng.random() < 0.3:
            labels = rng.choice([["（1）", "（2）", "（3）", "（4）"], ["1.", "2.", "3.", "4."], ["1、", "2、", "3、"]])
            numbering.items(draft, rng, labels)
            if rng.random() < 0.5:
                numbering.items(draft, rng, labels[:3], M, [t.replace("。", "，成效明显。") for t in numbering.ITEMS])

    def clean(self):
        """A report with two to six sentences that look wrong and are right."""
        rng = self.rng
        first = self.deal("alike", self.alike)
        phase = "publish" if "phase=publish" in first.when or rng.random() < 0.2 else "submit"
        more = [f for f in rng.sample(self.alike, min(len(self.alike), rng.randint(2, 5))) if f is not first]
        tags = [t for t in (("previous",) if rng.random() < 0.05 else ())]
        draft = self.make(first.when, [], [first] + more, tags, phase)
        taken = set()
        for form in [first] + more:
            own = sentences.quantities(form.text)
            if sentences.holds(form.when, draft.facts()) and not own & taken and inject.put_form(draft, form, rng):
                taken |= own
        self.dress(draft)
        if phase == "publish":
            inject.published(draft, draft.signed.replace(month=3, day=rng.randint(2, 19)), rng.choice(inject.CHROME))
        for k, slot in enumerate((M, F, S, N)):
            head = draft.of("h", slot, 1)[0]
            head.text = sentences.marked(f"[[{head.text}]]", inject.MENDABLE + k)
        return draft
