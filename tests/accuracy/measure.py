#!/usr/bin/env python3
"""How often hegao finds the required contents and the year, on reports composed from headings.

  measure.py HEGAO                         the independent headings of this folder (headings.tsv)
  measure.py HEGAO --own FILE.tsv          another file of that form
  measure.py HEGAO --headings FILE.tsv --folds N
                                           headings collected from published reports, dealt to N
                                           folds by the page they come from
  … --styled                               pages whose headings are told by their look only
  … --docx                                 .docx in all the ways of tests/e2e/make_docx.py
Options: --seed S --count N (reports in all), --pack DIR, --keep DIR, --show N (worst headings),
--failures N (print N wrong cases), --assert 0.97 (exit 1 if a slot or the year falls below).
Deterministic for a seed. Standard library only.

A slot counts as right when its status is the expected one and, where the report has a heading for
it, the line is that heading's line. Missing contents must be called missing.
"""

import argparse
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "..", "e2e")]
import compose  # noqa: E402
import headings_data as data  # noqa: E402
import make_docx  # noqa: E402

JUDGED = data.SLOTS + ["leadership"]


class Tally:
    def __init__(self):
        self.right = collections.Counter()
        self.total = collections.Counter()
        self.confusion = collections.defaultdict(collections.Counter)
        self.taken = collections.defaultdict(collections.Counter)
        self.uses, self.faults = collections.Counter(), collections.Counter()
        self.groups = collections.defaultdict(lambda: [0, 0])
        self.failures = []
        self.duplicates = 0

    def share(self, what):
        return self.right[what] / self.total[what] if self.total[what] else 1.0


def judge(report, document, tally):
    got = {s["slot"]: s for s in document["slots"]}
    # A slot that is not required is listed only in the outline; its own headings are no one's.
    at_line = collections.defaultdict(list)
    for s in document["slots"]:
        if s["status"] in ("found", "embedded") and s["line"]:
            at_line[s["line"]].append(s["slot"])
    wrong = []
    for slot, (statuses, line) in report.expect.items():
        s = got[slot]
        here = s["status"] in statuses and (line is None or s["line"] == line)
        if slot == "measures" and statuses == {"implicit"} and s["status"] == "found":
            # Among thematic sections one on how the year's tasks were carried out is named enough.
            here = any(l == s["line"] and k == "none:next_plan" for l, k, _ in report.heads)
        tally.total[slot] += 1
        tally.right[slot] += here
        expected = "present" if len(statuses) > 1 else next(iter(statuses))
        seen = s["status"] if s["status"] not in statuses or here else s["status"] + " elsewhere"
        seen = "implicit" if here and expected == "implicit" else seen
        tally.confusion[f"{slot} {expected}"][seen] += 1
        for group in (f"format {report.format}", f"numbers {report.style}", f"layout {report.layout}"):
            tally.groups[group][0] += here
            tally.groups[group][1] += 1
        if not here:
            wrong.append((slot, expected, line, s["status"], s["line"], s["heading"]))
    tally.total["report_year"] += 1
    tally.right["report_year"] += document["report_year"] == report.year
    if document["report_year"] != report.year:
        wrong.append(("report_year", report.year, None, document["report_year"], None, None))
    tally.duplicates += any(f["rule"] == "structure/duplicate-section" for f in document["findings"])
    bad_lines = {w[2] for w in wrong if w[2]} | {w[4] for w in wrong if w[4] and w[0] != "leadership"}
    for line, kind, template in report.heads:
        slots = [s for s in at_line.get(line, []) if s != "leadership"]
        tally.taken[kind.removeprefix("sub:")]["+".join(slots) or "-"] += 1
        tally.uses[(kind, template)] += 1
        tally.faults[(kind, template)] += line in bad_lines
    if wrong:
        tally.failures.append((report, document["path"], wrong))


def as_docx(rng, report):
    """The report as a .docx: a paragraph a line, so that places stay what they are."""
    form = rng.choice(make_docx.FORMS)
    report.format, report.extension = "docx_" + form, ".docx"
    levels = {line - 1: level for line, level in report.levels.items()
              if len(report.lines[line - 1]) <= 60 and "。" not in report.lines[line - 1][:-1]}
    if form == "text_box_title":  # the paragraph that holds the box is one of its own
        boxes = list(levels.values()).count(0)
        report.expect = {slot: (statuses, line and line + boxes) for slot, (statuses, line) in report.expect.items()}
        report.heads = [(line + boxes, kind, text) for line, kind, text in report.heads]
    return make_docx.make_docx(report.lines, form, levels)


def run(hegao, headings, count, seed, folder, pack, tally, styled, docx):
    rng = random.Random(f"{seed} {headings.name}")
    composer = compose.Composer(rng, headings, data.paragraphs(), data.openings(), styled,
                                compose.DOCX_FORMATS if docx else None)
    reports = {}
    for i in range(count):
        report = composer.compose()
        content = as_docx(rng, report) if docx else report.text.encode("utf-8")
        # No year in the name: it must be read in the text.
        name = f"r{i:05}{report.extension}"
        with open(os.path.join(folder, name), "wb") as f:
            f.write(content)
        reports[name] = report
    command = [hegao, "check", "--format", "json", "--fail-on", "never", "--as-of", "2026-12-31"]
    command += ["--pack", pack] if pack else []
    done = subprocess.run(command + [folder], capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"hegao ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace')[:2000]}")
    documents = {os.path.basename(d["path"]): d for d in json.loads(done.stdout)["documents"]}
    for name in sorted(reports):
        if name not in documents or documents[name]["status"] != "judged":
            sys.exit(f"{name} was not judged")
        judge(reports[name], documents[name], tally)


def table(title, rows_):
    columns = sorted({c for counter in rows_.values() for c in counter})
    print(f"\n{title}")
    widths = [max(len(c), 6) for c in columns]
    print(" " * 36 + "  ".join(c.rjust(w) for c, w in zip(columns, widths)))
    for name in sorted(rows_):
        cells = [str(rows_[name][c] or ".").rjust(w) for c, w in zip(columns, widths)]
        print(f"{name:36}" + "  ".join(cells))


def show(tally, args):
    table("expected (rows) against judged (columns)", tally.confusion)
    table("headings by kind (rows) and the required slot their line was given (columns)", tally.taken)
    print("\nshare of right slots by form (weakest first)")
    weak = sorted(tally.groups.items(), key=lambda g: g[1][0] / g[1][1])
    for name, (right, total) in weak[:12]:
        print(f"  {name:24}{right / total:8.2%}  of {total}")
    print(f"\nreports with a false duplicate-section: {tally.duplicates}")
    worst = sorted((k for k in tally.faults if tally.faults[k]),
                   key=lambda k: (-tally.faults[k] / tally.uses[k], -tally.faults[k], k))
    print(f"\nworst headings (faults/uses), {len(worst)} with a fault")
    for kind, template in worst[:args.show]:
        k = (kind, template)
        print(f"  {tally.faults[k]:3}/{tally.uses[k]:<3} {kind:20} {template}")
    for report, path, wrong in tally.failures[:args.failures]:
        print(f"\n{path}: {report.format}, {report.style}, {report.layout}")
        for slot, expected, line, status, at, heading in wrong:
            print(f"   {slot}: expected {expected} {line}, judged {status} {at} {heading}")


def summary(name, tally):
    shares = "  ".join(f"{s} {tally.share(s):.2%}" for s in JUDGED + ["report_year"])
    print(f"{name:12} {sum(tally.total[s] for s in ['report_year']):5} reports  {shares}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("hegao")
    parser.add_argument("--own", default=os.path.join(data.HERE, "headings.tsv"))
    parser.add_argument("--headings")
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1200)
    parser.add_argument("--styled", action="store_true")
    parser.add_argument("--docx", action="store_true")
    parser.add_argument("--pack")
    parser.add_argument("--keep")
    parser.add_argument("--show", type=int, default=25)
    parser.add_argument("--failures", type=int, default=0)
    parser.add_argument("--assert", dest="least", type=float)
    args = parser.parse_args()
    if args.headings:
        sets = data.real_headings(args.headings, args.folds, args.seed)
        print("Headings of published reports, dealt to folds by source page. The patterns of the pack are"
              "\nwritten by hand: nothing is trained, so the folds show the spread between sources, not"
              "\nwhat was learnt from the others.")
    else:
        sets = [data.own_headings(args.own, os.path.basename(args.own))]
    whole, shares = Tally(), collections.defaultdict(list)
    for k, headings in enumerate(sets):
        with tempfile.TemporaryDirectory() as scratch:
            folder = scratch
            if args.keep:
                folder = os.path.join(args.keep, str(k))
                os.makedirs(folder, exist_ok=True)
                for old in os.listdir(folder):
                    os.remove(os.path.join(folder, old))
            tally = Tally()
            run(args.hegao, headings, args.count // len(sets), args.seed, folder, args.pack, tally, args.styled,
                args.docx)
        if len(sets) > 1:
            summary(headings.name, tally)
        for s in JUDGED + ["report_year"]:
            shares[s].append(tally.share(s))
        merge(whole, tally)
    summary("all", whole)
    if len(sets) > 1:
        print("mean of folds " + "  ".join(f"{s} {sum(v) / len(v):.2%}" for s, v in shares.items()))
    show(whole, args)
    below = [s for s in JUDGED + ["report_year"] if args.least and whole.share(s) < args.least]
    if below:
        print(f"\nbelow {args.least:.0%}: {', '.join(below)}")
    sys.exit(bool(below))


def merge(into, tally):
    for field in ("right", "total", "uses", "faults"):
        getattr(into, field).update(getattr(tally, field))
    for field in ("confusion", "taken"):
        for key, counter in getattr(tally, field).items():
            getattr(into, field)[key].update(counter)
    for key, (right, total) in tally.groups.items():
        into.groups[key][0] += right
        into.groups[key][1] += total
    into.failures += tally.failures
    into.duplicates += tally.duplicates


if __name__ == "__main__":
    main()
