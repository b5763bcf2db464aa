"""Runs the program on drafts and compares its findings with what was put in."""

import collections
import json
import os
import subprocess

import drafts
import inject
import sentences

SLOTS = [drafts.M, drafts.F, drafts.S, drafts.N]
LOUD = ("error", "warning")


class Written:
    """A draft as bytes; marks: number -> [(begin, end)] in bytes; lines: number -> lines of its marks."""

    def __init__(self, draft):
        self.draft, self.marks = draft, collections.defaultdict(list)
        self.lines, out, stack, at, line = collections.defaultdict(set), [], [], 0, 1
        text = iter(drafts.written(draft))
        for c in text:
            if c == sentences.OPEN:
                stack.append((ord(next(text)) - sentences.FIRST_ID, at))
            elif c == sentences.CLOSE:
                number, begin = stack.pop()
                self.marks[number].append((begin, at))
            else:
                out.append(c)
                at += len(c.encode())
                line += c == "\n"
            for number, _ in stack:
                self.lines[number].add(line)
        self.text = "".join(out)
        self.bytes = self.text.encode()

    def quote(self, number):
        if not self.marks[number]:
            return "(nothing is marked: something is missing)"
        begin, end = self.marks[number][0]
        start = self.bytes.rfind(b"\n", 0, begin) + 1
        stop = self.bytes.find(b"\n", end)
        before = self.bytes[start:begin].decode()[-40:]
        after = self.bytes[end:stop if stop >= 0 else None].decode()[:40]
        return f"…{before}[[{self.bytes[begin:end].decode()}]]{after}…"


class Tally:
    def __init__(self):
        self.hits, self.total = collections.Counter(), collections.Counter()
        self.severity = collections.defaultdict(collections.Counter)
        self.forms = collections.defaultdict(set)
        self.extra, self.infos = collections.Counter(), collections.Counter()
        self.right, self.asked = collections.Counter(), collections.Counter()
        self.alarmed, self.misses, self.alarms, self.unjudged = 0, [], [], []


def touches(finding, written, number, mode):
    if mode == "doc":
        return True
    begin = finding.get("offset")
    if begin is None:
        return False
    end = begin + max(finding.get("length") or 0, 1)
    if any(begin < e and b < end for b, e in written.marks[number]):
        return True
    places = [finding.get("line")] + [r.get("line") for r in finding.get("related") or []]
    return mode == "line" and any(p in written.lines[number] for p in places)


def weigh(written, document, name, tally):
    findings = [f for f in document["findings"] if f.get("state", "new") != "suppressed"]
    claimed = set()
    for number, defect in enumerate(written.draft.defects):
        at = [i for i, f in enumerate(findings) if touches(f, written, number, defect.mode)]
        named = [i for i in at if findings[i]["rule"] == defect.rule or findings[i]["rule"] in defect.also]
        claimed.update(named if defect.mode == "doc" else at)
        excused = inject.CONSEQUENCES.get(defect.rule, ())
        claimed.update(i for i, f in enumerate(findings) if f["rule"] in excused)
        tally.total[defect.rule] += 1
        tally.forms[defect.rule].add(defect.form)
        if named:
            tally.hits[defect.rule] += 1
            own = [i for i in named if findings[i]["rule"] == defect.rule] or named
            best = min((findings[i]["severity"] for i in own), key=["error", "warning", "info"].index)
            tally.severity[defect.rule][best] += 1
        else:
            tally.misses.append((defect.rule, defect.form, name, written.quote(number)))
    rest = [f for i, f in enumerate(findings) if i not in claimed]
    loud = [f for f in rest if f["severity"] in LOUD]
    tally.extra.update(f["rule"] for f in loud)
    tally.infos.update(f["rule"] for f in rest if f["severity"] == "info")
    tally.alarmed += bool(loud)
    for f in loud:
        tally.alarms.append((f["rule"], f["severity"], name, f"line {f['line']}: {f['quote']!r}: {f['message']}"))


def weigh_slots(written, document, tally):
    got = {s["slot"]: s for s in document["slots"]}
    for k, slot in enumerate(SLOTS):
        here = got.get(slot, {"status": "missing", "line": None})
        tally.asked[slot] += 1
        tally.right[slot] += here["status"] == "found" and here["line"] in written.lines[inject.MENDABLE + k]
    tally.asked["leadership"] += 1
    tally.right["leadership"] += got.get("leadership", {}).get("status") in ("found", "embedded")
    tally.asked["year"] += 1
    tally.right["year"] += document["report_year"] == written.draft.year


def groups(items, folder):
    """Writes the reports; those of equal options share a folder: (options, folder) -> name -> Written."""
    out = collections.defaultdict(dict)
    for number, draft in enumerate(items):
        options = ["--as-of", draft.as_of.isoformat(), "--phase", draft.phase]
        name = f"r{number:05}{drafts.extension(draft)}"
        place = os.path.join(folder, f"{draft.as_of.isoformat()}-{draft.phase}")
        if draft.previous:
            place = os.path.join(folder, f"previous-{number:05}")
            old = Written(draft.previous)
            older = os.path.join(folder, "last-year", name.replace(".", "-old.", 1))
            older = os.path.splitext(older)[0] + drafts.extension(draft.previous)
            store(older, old.bytes)
            options += ["--previous", older]
        written = Written(draft)
        store(os.path.join(place, name), written.bytes)
        out[(tuple(options), place)][name] = written
    return out


def store(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(content)


def ask(hegao, options, place):
    """name -> document; empty where the program refuses the options or fails."""
    command = [hegao, "check", "--format", "json", "--fail-on", "never", *options, place]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 3):
        print(f"{' '.join(options)}: ended with {done.returncode}: {done.stderr.decode('utf-8', 'replace').strip()[:300]}")
        return {}
    return {os.path.basename(d["path"]): d for d in json.loads(done.stdout)["documents"]}


def measure(hegao, items, folder):
    tally = Tally()
    for (options, place), files in sorted(groups(items, folder).items(), key=lambda g: g[0]):
        documents = ask(hegao, options, place)
        for name, written in sorted(files.items()):
            document = documents.get(name)
            path = os.path.join(os.path.basename(place), name)
            if document is None or document["status"] != "judged":
                tally.unjudged.append(path)
                document = {"findings": [], "slots": [], "report_year": None}
            weigh(written, document, path, tally)
            if not written.draft.defects:
                weigh_slots(written, document, tally)
    return tally
