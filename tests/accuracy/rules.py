#!/usr/bin/env python3
"""How well hegao finds what a careful reader circles, and how silent it is on good reports.

  rules.py HEGAO                     composes reports, runs the program on them, prints the measure
  rules.py HEGAO --misses 20 --false 20     … and examples of what was missed and what was too much
Options: --seed S, --count N (reports with one to three defects each; the default gives every form once
or more), --clean N (reports without), --forms FILE, --lookalikes FILE, --only RULE[,RULE] (defects of
these rules or families only), --keep DIR (the reports stay there), --assert-recall 0.97 and
--assert-clean 2 (exit 1 if a rule is found less often, or if more clean reports of 100 have a warning
or error). Deterministic for a seed. Standard library only.

Every sentence with a defect is in defects/forms.tsv (rule, slot, when, sentence): what a finding has to
touch stands in [[ ]], || parts sentences that go into different paragraphs, {…} are the variables of
sentences.py. Defects of structure are the operators of inject.py. lookalikes.tsv has the same columns: what
tempts the rule and is right. A defect is caught by a finding of its rule (in a few cases of a sister
rule) that overlaps the marked characters, or lies on their line where the defect is one of structure, or
anywhere where something is missing. Any severity counts; the table says which it was.

forms.tsv was read while the rules were written. forms_fresh, _third, _fourth and _fifth.tsv (with lookalikes)
are by authors who had read neither rules nor program; each was measured once before anyone looked at it.

Not measured: formats other than .txt .md .html, hints and fixes, the position within a missing thing.
"""

import argparse
import collections
import os
import random
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path.insert(0, HERE)
import judging  # noqa: E402
import planning  # noqa: E402
import sentences  # noqa: E402


def severities(counter):
    return " ".join(f"{counter[s]:5}" for s in ("error", "warning", "info"))


def show_recall(tally, forms):
    print(f"{'rule':32}{'forms':>6}{'hits':>6}{'of':>6}{'recall':>9}   error warn  info")
    for rule in sorted(tally.total):
        hits, total = tally.hits[rule], tally.total[rule]
        used = len(tally.forms[rule])
        print(f"{rule:32}{used:6}{hits:6}{total:6}{hits / total:9.1%}   {severities(tally.severity[rule])}")
    hits, total = sum(tally.hits.values()), sum(tally.total.values())
    print(f"{'all':32}{sum(map(len, tally.forms.values())):6}{hits:6}{total:6}{hits / max(total, 1):9.1%}")


def show_extra(tally, name, count):
    print(f"\nwarnings and errors in {count} {name} that belong to no defect put in: {sum(tally.extra.values())}")
    for rule, n in tally.extra.most_common():
        print(f"  {rule:32}{n:5}")


def show_clean(clean, count):
    per = 100 / max(count, 1)
    print(f"\nclean reports with any warning or error: {clean.alarmed} of {count}, {clean.alarmed * per:.1f} of 100")
    for rule, n in clean.extra.most_common():
        print(f"  {rule:32}{n:5}{n * per:8.1f} of 100")
    print("infos in clean reports (not counted as alarms)")
    for rule, n in clean.infos.most_common():
        print(f"  {rule:32}{n:5}{n * per:8.1f} of 100")
    print("slots and year of clean reports: " + "  ".join(
        f"{what} {clean.right[what] / max(clean.asked[what], 1):.1%}" for what in sorted(clean.asked)))
    if clean.unjudged:
        print(f"not judged: {len(clean.unjudged)}, e.g. {clean.unjudged[:3]}")


def spread(rows, count):
    """Examples of different rules first, so that one bad rule does not hide the others."""
    by_rule = collections.defaultdict(list)
    for row in rows:
        by_rule[row[0]].append(row)
    out = []
    while len(out) < count and any(by_rule.values()):
        out += [by_rule[rule].pop(0) for rule in sorted(by_rule) if by_rule[rule]]
    return out[:count]


def show_examples(tally, clean, args):
    for rule, form, path, quote in spread(tally.misses, args.misses):
        print(f"\nmissed {rule}  {form}  {path}\n    {quote}")
    for rule, severity, path, message in spread(clean.alarms + tally.alarms, args.false):
        print(f"\nfalse {severity} {rule}  {path}\n    {message}")


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("hegao")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--clean", type=int, default=400)
    parser.add_argument("--forms", default=os.path.join(sentences.DEFECTS, "forms.tsv"))
    parser.add_argument("--lookalikes", default=os.path.join(sentences.DEFECTS, "lookalikes.tsv"))
    parser.add_argument("--only", default="")
    parser.add_argument("--keep")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--false", type=int, default=0)
    parser.add_argument("--assert-recall", type=float)
    parser.add_argument("--assert-clean", type=float)
    return parser.parse_args()


def measure(args, folder):
    rng = random.Random(args.seed)
    forms, alike = sentences.forms(args.forms), sentences.forms(args.lookalikes)
    planner = planning.Planner(rng, sentences.clean(), forms, alike, [r for r in args.only.split(",") if r])
    bad = [planner.defective() for _ in range(args.count or planner.enough())]
    good = [planner.clean() for _ in range(args.clean)]
    tally = judging.measure(args.hegao, bad, os.path.join(folder, "defects"))
    clean = judging.measure(args.hegao, good, os.path.join(folder, "clean"))
    show_recall(tally, forms)
    show_extra(tally, "reports with defects", len(bad))
    show_clean(clean, len(good))
    show_examples(tally, clean, args)
    weak = [r for r in sorted(tally.total) if args.assert_recall and tally.hits[r] < args.assert_recall * tally.total[r]]
    if weak:
        print(f"\nfound less often than {args.assert_recall:.0%}: {', '.join(weak)}")
    loud = args.assert_clean is not None and clean.alarmed * 100 >= args.assert_clean * max(len(good), 1)
    if loud:
        print(f"\nnot fewer than {args.assert_clean:g} of 100 clean reports have a warning or error")
    return bool(weak or loud or tally.unjudged or clean.unjudged)


def main():
    args = options()
    if args.keep:
        os.makedirs(args.keep, exist_ok=True)
        sys.exit(measure(args, args.keep))
    with tempfile.TemporaryDirectory() as scratch:
        sys.exit(measure(args, scratch))


if __name__ == "__main__":
    main()
