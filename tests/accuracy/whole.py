#!/usr/bin/env python3
"""How silent hegao is on whole right reports, each written by hand by an author who had seen neither the
rules nor the program.

  whole.py HEGAO           prints every finding above info on clean/*.txt and how many infos there are
Exit code 1 if there is one that clean/expected.tsv does not name. Standard library only.
"""

import collections
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.realpath(__file__))


def expected():
    with open(os.path.join(HERE, "clean", "expected.tsv"), encoding="utf-8") as table:
        rows = (line.rstrip("\n").split("\t") for line in table if line.strip() and not line.startswith("#"))
        return {(name, int(line), rule) for name, line, rule in rows}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    files = sorted(glob.glob(os.path.join(HERE, "clean", "*.txt")))
    out = subprocess.run([sys.argv[1], "check", *files, "--pack", "fazhi-annual-report", "--format", "json",
                          "--fail-on", "never", "--as-of", "2026-03-31"], stdout=subprocess.PIPE, check=True).stdout
    allowed, infos, unasked = expected(), collections.Counter(), 0
    for document in json.loads(out)["documents"]:
        name = os.path.basename(document["path"])
        for f in document["findings"]:
            if f["severity"] == "info":
                infos[f["rule"]] += 1
                continue
            known = (name, f["line"], f["rule"]) in allowed
            unasked += not known
            print(f"{'right  ' if known else 'TOO MUCH'} {name}:{f['line']} {f['severity']} {f['rule']}: {f['message']}")
    print(f"{len(files)} reports, {unasked} findings too many; infos:")
    for rule, n in infos.most_common():
        print(f"  {rule:32}{n:5}")
    sys.exit(1 if unasked or not files else 0)


if __name__ == "__main__":
    main()
