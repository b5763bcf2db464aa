#!/usr/bin/env python3
"""Holds src/ to the architecture: check_layering.py ROOT, or --self-test.

Prints every violation as FILE:LINE: sentence and exits 1 if there is one. It checks that
- a module includes only itself and the modules its DEPS in src/CMakeLists.txt name,
- a third-party header stands only in the module that owns it, and no other module gets to see it
  through a header of that module,
- no source has more than MAX_LINES lines, and none is called utils or the like,
- no string of the sources holds a word of the domain (domain_words.txt, titles in rules/),
- no two files define a type of one name: to the linker they would be one (an ODR violation), and a
  destructor of the one would be called for the other.
A line that must break the last rule ends in `// domain: REASON`.
"""

import re
import sys
import tempfile
from pathlib import Path

MAX_LINES = 400
SHAPELESS_NAMES = {"util", "utils", "misc", "common", "helper", "helpers", "other"}
FRONT_END = "cli"

# Header prefix -> the modules that may include it; an empty set: any module.
THIRD_PARTY = {
    "unicode/": {"text"},
    "re2/": {"text"},
    "yaml-cpp/": {"rulepack"},
    "gumbo.h": {"formats"},
    "cmark-gfm": {"formats"},
    "zip.h": {"formats"},
    "pugixml.hpp": {"formats"},
    "nlohmann/": {"render"},
    "CLI/": {"cli"},
    "xxhash.h": {"diag"},
    "tl/expected.hpp": {"base"},
    "fmt/": set(),
}
# Libraries that are part of our own interfaces: header prefix -> where it may stand.
IN_INTERFACES = {"tl/expected.hpp": "base/result.h", "fmt/": ""}
# The operating system is asked in the module that wraps it and in the front end.
SYSTEM = re.compile(r"^(sys/|unistd\.h|fcntl\.h|dirent\.h|poll\.h|signal\.h|sched\.h|termios\.h|time\.h)")
SYSTEM_MODULES = {"base", FRONT_END}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
MODULE = re.compile(r"hegao_module\s*\(\s*(\w+)([^)]*)\)")
COMMENT_OR_LITERAL = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r'|R"(?P<mark>[^()\\\s]{0,16})\((?P<raw>.*?)\)(?P=mark)"'
    r'|"(?P<text>(?:[^"\\\n]|\\.)*)"'
    r"|(?<![0-9A-Fa-f])'(?P<char>(?:[^'\\\n]|\\.)+)'",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
ENCODING_PREFIXES = {"", "u8", "u", "U", "L"}
PARDON = re.compile(r"// domain: \S")


def read_modules(cmake):
    """Name -> (DEPS, line) for every hegao_module() of src/CMakeLists.txt."""
    cmake = re.sub(r"#[^\n]*", "", cmake)
    modules = {}
    for found in MODULE.finditer(cmake):
        deps, keyword = set(), None
        for word in found[2].split():
            if word in ("DEPS", "LIBS"):
                keyword = word
            elif keyword == "DEPS":
                deps.add(word)
        modules[found[1]] = (deps, cmake.count("\n", 0, found.start()) + 1)
    return modules


def check_order(modules):
    """DEPS may only name modules declared earlier, so that the graph has no cycle."""
    seen = set()
    for name, (deps, line) in modules.items():
        for dep in sorted(deps - seen):
            problem = f"{name} depends on {dep}, which is not declared before it"
            yield f"src/CMakeLists.txt:{line}: {problem}"
        seen.add(name)


def includes(text):
    """(line, "<" or '"', header) of every #include."""
    for number, line in enumerate(text.split("\n"), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found[1], found[2]


def private_headers(sources):
    """Headers that show a third-party header, directly or through another of our headers."""
    shown_by = {}
    private = set()
    for name, text in sources.items():
        if not name.endswith(".h"):
            continue
        for _, kind, header in includes(text):
            if kind == '"':
                shown_by.setdefault(header, set()).add(name)
            elif any(header.startswith(p) for p in THIRD_PARTY.keys() - IN_INTERFACES.keys()):
                private.add(name)
    waiting = list(private)
    while waiting:
        news = shown_by.get(waiting.pop(), set()) - private
        private |= news
        waiting += news
    return private


def check_own_include(module, header, modules, private):
    target, slash, _ = header.partition("/")
    if not slash or ".." in header:
        return f'write the path from src/ in #include "{header}"'
    if target == module:
        return None
    if header in private:
        return f'"{header}" shows a library that is to stay inside {target}'
    deps = modules.get(module, (set(), 0))[0]
    if module != FRONT_END and target not in deps:
        known = ", ".join(sorted(deps)) or "none"
        return f'{module} may not include "{header}": its DEPS are {known}'
    return None


def check_foreign_include(module, name, header):
    for prefix, owners in THIRD_PARTY.items():
        if not header.startswith(prefix):
            continue
        if owners and module not in owners:
            return f"<{header}> belongs to {', '.join(sorted(owners))}, not to {module}"
        place = IN_INTERFACES.get(prefix)
        if place and name != place:
            return f"<{header}> stands only in {place}"
        return None
    if SYSTEM.match(header):
        if module in SYSTEM_MODULES:
            return None
        return f"<{header}>: only {' and '.join(sorted(SYSTEM_MODULES))} ask the operating system"
    if "/" in header or "." in header:
        return f"<{header}> is unknown: add its library to THIRD_PARTY in check_layering.py"
    return None


def literals(text):
    """(begin, end, content) of every literal of a C++ source, comments left out.

    Neighbouring strings are one: so they are to the compiler, and no word hides in the gap.
    """
    begin, end, content = 0, -1, None
    for found in COMMENT_OR_LITERAL.finditer(text):
        piece = next((found[g] for g in ("raw", "text", "char") if found[g] is not None), None)
        if piece is None:
            continue
        if content is not None and text[end : found.start()].strip() in ENCODING_PREFIXES:
            end, content = found.end(), content + piece
            continue
        if content is not None:
            yield begin, end, content
        begin, end, content = found.start(), found.end(), piece
    if content is not None:
        yield begin, end, content


def decoded(content):
    return ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), content)


def check_domain(text, words):
    lines = text.split("\n")
    for begin, end, content in literals(text):
        content = decoded(content)
        hits = [w for w in words if w in content]
        first, last = text.count("\n", 0, begin), text.count("\n", 0, end)
        if hits and not any(PARDON.search(line) for line in lines[first : last + 1]):
            worst = min(hits, key=lambda w: (-len(w), w))
            yield first + 1, f"“{worst}” is a word of the domain: it belongs in rules/"


def check_shape(name, text):
    stem, count = Path(name).stem, text.count("\n")
    if stem.lower() in SHAPELESS_NAMES:
        yield 1, f"“{stem}” says nothing: name the file after what it holds"
    if count > MAX_LINES:
        yield MAX_LINES + 1, f"{count} lines, at most {MAX_LINES}: split the file"


def check_file(name, text, modules, private, words):
    yield from check_shape(name, text)
    module = name.split("/")[0] if "/" in name else ""
    if module not in modules and module != FRONT_END:
        yield 1, f"the folder “{module}” is no module of src/CMakeLists.txt"
        return
    for number, kind, header in includes(text):
        if kind == '"':
            problem = check_own_include(module, header, modules, private)
        else:
            problem = check_foreign_include(module, name, header)
        if problem:
            yield number, problem
    yield from check_domain(text, words)


TYPE = re.compile(r"^(?:struct|class|enum class|enum) (\w+)(?!\w|::)[^;{\n]*\{", re.MULTILINE)
ANONYMOUS = re.compile(r"^namespace \{\n.*?^\}  // namespace\n", re.MULTILINE | re.DOTALL)


def check_type_names(sources):
    """A type outside any anonymous namespace is defined in one file only."""
    seen = {}
    for name, text in sources.items():
        shown = ANONYMOUS.sub(lambda hidden: "\n" * hidden.group(0).count("\n"), text)
        for match in TYPE.finditer(shown):
            first = seen.setdefault(match.group(1), name)
            if first != name:
                yield name, shown.count("\n", 0, match.start()) + 1, f"{match.group(1)} is defined in src/{first} too"


def read_words(words_file, rules):
    words = set()
    for line in words_file.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            words.add(line.strip())
    for pack in sorted(rules.rglob("*.yaml")) if rules.is_dir() else []:
        words.update(re.findall(r"《([^《》\n]{4,40})》", pack.read_text(encoding="utf-8")))
    return words


def violations(root, words_file):
    src = root / "src"
    modules = read_modules((src / "CMakeLists.txt").read_text(encoding="utf-8"))
    words = read_words(words_file, root / "rules")
    found = list(check_order(modules))
    sources = {
        path.relative_to(src).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(src.rglob("*"))
        if path.suffix in (".h", ".cc")
    }
    private = private_headers(sources)
    for name, text in sources.items():
        for line, problem in check_file(name, text, modules, private, words):
            found.append(f"src/{name}:{line}: {problem}")
    found += (f"src/{name}:{line}: {problem}" for name, line, problem in check_type_names(sources))
    return found


# Path, content, and what the checker must say of it ("" for nothing).
CASES = [
    ("base/ok.h", "#include <tl/expected.hpp>\n", "expected.hpp> stands only in base/result.h"),
    ("base/result.h", "#include <tl/expected.hpp>\n", ""),
    ("base/file.cc", '#include <unistd.h>\n#include "base/result.h"\n', ""),
    ("base/up.cc", '#include "text/fold.h"\n', 'base may not include "text/fold.h"'),
    ("base/near.cc", '#include "result.h"\n', "write the path from src/"),
    ("base/back.cc", '#include "base/../text/fold.h"\n', "write the path from src/"),
    ("text/fold.cc", '#include <re2/re2.h>\n#include <vector>\n#include "base/result.h"\n', ""),
    ("text/icu.h", "#include <unicode/uchar.h>\n", ""),
    ("text/icu_user.h", '#include "text/icu.h"\n', ""),
    ("text/far.h", '#include "text/icu_user.h"\n', ""),
    ("diag/icu.cc", '#include "text/far.h"\n', '"text/far.h" shows a library'),
    ("cli/icu.cc", '#include "text/icu.h"\n', '"text/icu.h" shows a library'),
    ("text/net.cc", "#include <sys/socket.h>\n", "ask the operating system"),
    ("text/new.cc", "#include <lzma.h>\n", "lzma.h> is unknown"),
    ("text/utils.cc", "", "says nothing"),
    ("text/long.cc", "int a;\n" * 401, "401 lines"),
    ("text/full.cc", "int a;\n" * 400, ""),
    ("diag/skip.cc", '#include "base/result.h"\n', 'diag may not include "base/result.h"'),
    ("diag/yaml.cc", "  #  include <yaml-cpp/yaml.h>\n", "belongs to rulepack, not to diag"),
    ("diag/re.cc", "#include <re2/re2.h>\n", "belongs to text, not to diag"),
    ("diag/fmt.h", "#include <fmt/format.h>\n", ""),
    ("diag/word.cc", 'auto a = "关于法治的话";\n', "“法治” is a word"),
    ("diag/escaped.cc", 'auto a = "\\u6cd5\\u6cbb";\n', "“法治” is a word"),
    ("diag/raw.cc", 'auto a = R"x(\n关于法治)x";\n', "“法治” is a word"),
    ("diag/char.cc", "auto a = U'镇';\n", "“镇” is a word"),
    ("diag/split.cc", 'auto a = "法"\n    "治";\n', "“法治” is a word"),
    ("diag/law.cc", 'auto a = "见某某条例第三条";\n', "“某某条例” is a word"),
    ("diag/comment.cc", "// 法治 \"\n/* '法治' */ int a = 1'000; char b = '\"';\n", ""),
    ("diag/pardon.cc", 'auto a = "镇";  // domain: a table of all characters\n', ""),
    ("diag/bare.cc", 'auto a = "镇";  // domain:\n', "“镇” is a word"),
    ("cli/main.cc", '#include <CLI/CLI.hpp>\n#include "text/fold.h"\n', ""),
    ("lost/a.cc", "", "“lost” is no module"),
    ("text/one.h", "struct Twin {\n};\nstruct Later;\n", ""),
    ("text/two.cc", "int a;\nstruct Twin {\n};\n", "Twin is defined in src/text/one.h too"),
    ("text/own.cc", "namespace {\n\nstruct Twin {\n};\n\n}  // namespace\n", ""),
]


def self_test():
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content, _ in CASES:
            path = root / "src" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        cmake = "# a (comment)\nhegao_module(base LIBS x)\n"
        cmake += "hegao_module(text DEPS base LIBS ICU::uc)\n"
        cmake += "hegao_module(diag DEPS text\n  late)\nhegao_module(late)\n"
        (root / "src/CMakeLists.txt").write_text(cmake)
        (root / "words.txt").write_text("# c\n法治\n镇\n", encoding="utf-8")
        (root / "rules/p").mkdir(parents=True)
        (root / "rules/p/pack.yaml").write_text("basis: 《某某条例》\n", encoding="utf-8")
        found = violations(root, root / "words.txt")
    for name, _, expected in CASES:
        said = [f for f in found if f.startswith(f"src/{name}:")]
        if len(said) != (1 if expected else 0) or not all(expected in s for s in said):
            failures.append(f"{name}: expected {expected!r}, got {said}")
    late = "src/CMakeLists.txt:4: diag depends on late, which is not declared before it"
    if late not in found:
        failures.append(f"not reported: {late}")
    return failures


def main(arguments):
    if arguments == ["--self-test"]:
        found = self_test()
    elif len(arguments) == 1 and Path(arguments[0], "src/CMakeLists.txt").is_file():
        found = violations(Path(arguments[0]), Path(__file__).with_name("domain_words.txt"))
    else:
        sys.exit(__doc__)
    print("\n".join(found) if found else "layering: nothing to report")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
