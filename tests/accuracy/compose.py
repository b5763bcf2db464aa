"""Composes whole reports from headings and paragraphs, and says what a reader should find in them."""

import re

from headings_data import SLOTS, SPEAKS_OF_FIRST

M, F, S, N = SLOTS
TOWNS = ["桐溪镇", "雁滩乡", "松岭镇", "望湖街道", "石桥镇", "清河镇", "白沙乡", "柳林镇"]
COUNTIES = ["云阳县", "江宁县", "临泽县", "永安县"]

# What stands on the first level, in order. t: thematic sections, f: first_responsible embedded under
# a heading of the second level, fb: in running text only, s/n: likewise embedded, o: other.
LAYOUTS = [
    ("M F S N", 22), ("M S F N", 14), ("F M S N", 7), ("M S N f", 10), ("M S N fb", 4),
    ("t S N f", 8), ("t F S N", 6), ("t S N fb", 3), ("M F S+N", 7), ("M+S F N", 3), ("M+F S N", 2),
    ("M+N F S", 2), ("M S N", 3), ("M F N", 4), ("M F S", 4), ("t S N", 2), ("t F S+N", 2),
    ("M F s n", 2), ("o M F S N", 4), ("M F S N o", 5), ("M F S o", 2), ("o t F S N", 2),
]
CJK = "一二三四五六七八九十"
STYLES = [("cjk", 50), ("part", 8), ("paren", 8), ("arabic", 8), ("none", 12), ("lost", 5),
          ("part_below", 4), ("spaced", 5)]
FORMATS = [("txt", 26), ("wrapped", 24), ("md", 15), ("md_skip", 5), ("md_plain", 8), ("md_bold", 4),
           ("html_h", 7), ("html_strong", 5), ("html_p", 6)]

# Pages whose headings are told by their look and mostly by nothing else (measure.py --styled). Looks of
# title, first level, second level; the body is 仿宋 16 pt.
STYLED = {
    "black": ("center;f:方正小标宋简体;s:22", "f:黑体", "f:楷体_GB2312"),
    "bold": ("center;b;s:18", "b", "f:楷体"),
    "center": ("center;b;s:22", "center;f:黑体", "b"),
    "large": ("center;s:22", "s:18", "s:17"),
    "large_bold": ("center;b;s:24", "b;s:18", "b"),
    "one_look": ("center;b;s:22", "f:黑体", "f:黑体"),
    "font": ("center;f:宋体;s:22", "f:黑体", ""),
}
STYLED_FORMATS = [("styled_" + name, 1) for name in STYLED]
STYLED_STYLES = [("none", 70), ("cjk", 10), ("lost", 10), ("paren", 5), ("arabic", 5)]
SHORT_LINES = ["全镇共有行政村十一个", "相关数据统计截至当年底", "具体办理情况如下表所列", "以上数字由司法所提供"]
DOCX_FORMATS = [("txt", 1)]  # the lines that become paragraphs (measure.py --docx)


def pick(rng, weighted):
    names, weights = zip(*weighted)
    return rng.choices(names, weights)[0]


class Report:
    """lines: what is written; heads: [(line number, kind, template)]; expect: slot -> (statuses, line);
    levels: line number -> level of the heading, 0 for the title."""

    def __init__(self):
        self.lines, self.heads, self.expect, self.levels = [], [], {}, {}


class Composer:
    def __init__(self, rng, headings, paragraphs, openings, styled=False, formats=None):
        self.rng, self.h, self.p, self.o, self.styled = rng, headings, paragraphs, openings, styled
        self.formats = formats or (STYLED_FORMATS if styled else FORMATS)

    # ---- content: a list of items (role, level, text, tag) -------------------------------------
    def content(self):
        rng = self.rng
        layout = pick(rng, LAYOUTS)
        parts = layout.split()
        names = {"M": M, "F": F, "S": S, "N": N, "t": "theme", "o": "other"}
        names.update({a + "+" + b: names[a] + "+" + names[b] for a, b in ("SN", "MS", "MF", "MN")})
        inside = [p for p in parts if p in ("f", "fb", "s", "n")]
        self.items, self.expect = [], {s: ({"missing"}, None) for s in SLOTS}
        self.negatives = [k for k in self.h.pools if k.startswith("none:")]
        for part in parts:
            if part in inside:
                continue
            kind = names[part]
            if not self.h.has(kind):
                if "+" in part:
                    for one in part.split("+"):
                        if self.h.has(names[one]):
                            self.section(names[one], inside)
                continue
            if part == "t":
                self.themes(inside)
            else:
                self.section(kind, inside)
        self.expect["leadership"] = ({"found", "embedded"}, None) if self.led else None
        return layout

    def add(self, role, level, text, tag=None):
        self.items.append((role, level, text, tag))

    def paragraph(self, slot, count=1):
        for text in self.rng.sample(self.p[slot], min(count, len(self.p[slot]))):
            self.add("p", 0, text)



    def themes(self, inside):
        self.expect[M] = ({"implicit"}, len(self.items))
        count = self.rng.randint(3, 5)
        for i in range(count):
            negative = self.negatives and i > 0 and self.rng.random() < 0.3
            kind = self.rng.choice([k for k in self.negatives if k != "none:other"]) \
                if negative else "theme"
            self.add("h", 1, self.h.draw(self.rng, kind), kind)
            if i == 0:
                self.paragraph("leadership")
                self.led = True
            self.paragraph("measures", 2)
            if i == 0:
                self.inner(inside)

    def section(self, kind, inside):
        slots = [k for k in kind.split("+") if k in SLOTS]
        for slot in slots:
            self.expect[slot] = ({"found"}, len(self.items))
        self.add("h", 1, self.h.draw(self.rng, kind), kind)
        if M in slots:
            self.measures_body(inside)
        for slot in slots:
            if slot == F:
                self.paragraph("first_named")
                self.paragraph(F, 2)
            elif slot in (S, N):
                self.numbered_body(slot)
        if kind == "other":
            self.paragraph("other", 1)

    def numbered_body(self, slot):
        """Paragraphs whose first sentence is a heading of its own, or plain ones."""
        texts = self.rng.sample(self.p[slot], 3)
        subs = self.rng.random() < 0.5
        for text in texts:
            run_in = re.match(r"^[^，。]{4,24}。", text)
            if subs and self.h.has("sub:" + slot):
                self.add("h", 2, self.h.draw(self.rng, "sub:" + slot), "sub")
                self.add("p", 0, text)
            elif subs and run_in:
                self.add("r", 2, text, "sub")
            else:
                self.add("p", 0, text)

    def measures_body(self, inside):
        self.inner(inside)
        for i in range(self.rng.randint(2, 5)):
            kind = "sub:" + M
            if self.negatives and self.rng.random() < 0.2:
                kind = self.rng.choice([k for k in self.negatives if k != "none:other"])
            if self.rng.random() < 0.85 and self.h.has(kind):
                self.add("h", 2, self.h.draw(self.rng, kind), kind)
            if i == 0:
                self.paragraph("leadership")
                self.led = True
            self.paragraph("measures", self.rng.randint(1, 2))
        for what, slot in (("s", S), ("n", N)):
            if what in inside and self.h.has(slot):
                self.expect[slot] = ({"embedded"}, len(self.items))
                self.add("h", 2, self.h.draw(self.rng, slot), "in:" + slot)
                self.paragraph(slot, 2)

    def inner(self, inside):
        """first_responsible inside another section, under a heading that names it or not."""
        if "f" in inside and self.h.has("embedded"):
            heading = self.h.draw(self.rng, "embedded")
            named = SPEAKS_OF_FIRST.search(heading)
            self.expect[F] = ({"embedded"}, len(self.items) if named else None)
            self.add("h", 2, heading, "in:" + F)
            self.paragraph("first_named", 1)
        elif "fb" in inside:
            self.expect[F] = ({"embedded"}, None)
            self.paragraph("first_named", 1)

    # ---- form: numbers, years, widths, file format ----------------------------------------------
    def compose(self):
        rng, report = self.rng, Report()
        self.led = False
        self.year = rng.randint(2021, 2025)
        self.town, self.county = rng.choice(TOWNS), rng.choice(COUNTIES)
        report.layout = self.content()
        report.year = self.year
        report.style = pick(rng, STYLED_STYLES if self.styled else STYLES)
        report.format = pick(rng, self.formats)
        if report.style == "lost" and not self.styled and \
                report.format not in ("txt", "wrapped", "html_p"):
            report.style = "cjk"
        self.half = rng.random() < 0.4
        form = Form(self, report)
        form.write()
        for slot, want in self.expect.items():
            if want is None:
                continue
            statuses, item = want
            report.expect[slot] = (statuses, form.line_of[item] if item is not None else None)
        report.heads = [(form.line_of[i], tag, text) for i, (role, _, text, tag)
                        in enumerate(self.items) if role == "h"]
        report.levels.update({form.line_of[i]: level for i, (role, level, _, _)
                              in enumerate(self.items) if role == "h"})
        report.text = "\n".join(report.lines) + "\n"
        return report

    def fill(self, text):
        text = text.replace("{Y+1}", str(self.year + 1)).replace("{Y}", str(self.year))
        text = text.replace("{town}", self.town).replace("{county}", self.county)
        # A street does not say “our town”, wherever the heading was found.
        kind = "街道" if self.town.endswith("街道") else self.town[-1]
        text = re.sub("(我|本|全)(镇(?!村|域|级)|乡(?!村|镇)|街道|局(?!部))", lambda m: m[1] + kind, text)
        if self.half:
            for full, half in ("，,", "：:", "（(", "）)", "；;"):
                text = text.replace(full, half)
        return text


class Form:
    def __init__(self, composer, report):
        self.c, self.r, self.rng = composer, report, composer.rng
        self.line_of = {}
        self.sub_style = self.rng.choice(["paren", "paren", "arabic", "arabic_comma"])
        if self.c.styled and self.r.style == "none" and self.rng.random() < 0.5:
            self.sub_style = "none"
        # Whole reports whose headings end in a mark, or are followed by their text on the same line;
        # without numbers nothing tells these from sentences.
        self.colon = self.rng.random() < 0.06  # headings end in 。 or ：
        self.run_in = self.rng.random() < 0.08 and self.r.style not in ("none", "lost")
        self.width = self.rng.randint(35, 45)
        self.indent = self.rng.random() < 0.6

    def number(self, level, value):
        """The typed number of the value-th heading of its level."""
        style = self.r.style
        if level == 2:
            if self.sub_style == "none":
                return ""
            if style in ("paren", "arabic"):
                return f"{value}." if style == "paren" else f"（{value}）"
            if style in ("part", "part_below"):
                return f"{CJK[value - 1]}、"
            return {"paren": f"（{CJK[value - 1]}）", "arabic": f"{value}.",
                    "arabic_comma": f"{value}、"}[self.sub_style]
        if style == "none" or (style == "lost" and value == self.lost):
            return ""
        cjk = CJK[value - 1]
        return {"cjk": f"{cjk}、", "lost": f"{cjk}、", "paren": f"（{cjk}）", "arabic": f"{value}.",
                "part": f"第{cjk}部分 ", "part_below": f"第{cjk}部分：", "spaced": f"{cjk}、 "}[style]

    def numbered(self):
        """Items with their numbers: (role, level, text, index). A sub-heading restarts at 1."""
        first = sum(1 for role, level, _, _ in self.c.items if role == "h" and level == 1)
        # One of the middle: nothing tells that an unnumbered last section is not a sub-section.
        self.lost = self.rng.randint(2, first - 1) if first > 2 else 0
        top = sub = 0
        for index, (role, level, text, _) in enumerate(self.c.items):
            text = self.c.fill(text)
            if level == 1:
                top, sub = top + 1, 0
                text = self.c.fill(self.number(1, top)) + text
            elif level == 2:
                sub += 1
                text = self.c.fill(self.number(2, sub)) + text
            yield role, level, text, index

    def opening(self):
        rng, o, fill = self.rng, self.c.o, self.c.fill
        title = rng.choice(o["title"])
        if rng.random() < 0.06:  # a title that names no year
            title = re.sub(r"（\{Y\}年度?）| ?\{Y\} ?年度?", "", title).replace("\n\n", "\n")
        if "{Y+1}" in title and "measures+next_plan" not in [t[3] for t in self.c.items]:
            title = "{town}{Y}年法治政府建设年度报告"
        salutations = o["salutation"] + self.c.h.salutations
        salutation = fill(rng.choice(salutations)) if rng.random() < 0.4 else None
        return fill(title).split("\n"), salutation, fill(rng.choice(o["opening"]))

    def put(self, line, index=None):
        self.r.lines.append(line)
        if index is not None:
            self.line_of[index] = len(self.r.lines)

    def write(self):
        title, salutation, opening = self.opening()
        signature = self.c.fill(self.rng.choice(self.c.o["signature"])).split("\n") \
            if self.rng.random() < 0.75 else []
        chrome = self.rng.random() < 0.25
        kind = self.r.format.split("_")[0]
        self.r.extension = {"md": ".md", "html": ".html", "styled": ".html"}.get(kind, ".txt")
        body = list(self.numbered())
        write = {"md": self.write_md, "html": self.write_html, "styled": self.write_styled}
        write.get(kind, self.write_text)(title, salutation, opening, body, signature, chrome)

    def chrome_top(self):
        y = self.c.year + 1
        return ["您当前的位置：首页 > 政务公开 > 法治政府建设年度报告",
                f"发布时间：{y}-01-{self.rng.randint(10, 28)}  来源：{self.c.town}人民政府  浏览次数：{self.rng.randint(20, 900)}"]

    def chrome_end(self):
        return ["【打印】【关闭】", "上一篇：关于开展春季护林防火工作的通知", "版权所有：" + self.c.town + "人民政府"]

    # ---- plain text ----
    def write_text(self, title, salutation, opening, body, signature, chrome):
        wrap = self.r.format == "wrapped"
        pad = "　　" if self.indent else ""
        if chrome:
            for line in self.chrome_top():
                self.put(line)
        for line in title:
            self.put((" " * self.rng.choice([0, 8])) + line)
            self.r.levels[len(self.r.lines)] = 0
        if self.rng.random() < 0.5:
            self.put("")
        if salutation:
            self.put(salutation)
        self.flow(pad + opening, wrap)
        position = 0
        while position < len(body):
            role, level, text, index = body[position]
            position += 1
            if role == "h":
                text = self.close(text)
                follows = position < len(body) and body[position][0] == "p"
                if self.run_in and follows and not text.endswith("："):
                    text = text.rstrip("。") + "。" + body[position][2]
                    position += 1
            self.flow(pad + text, wrap, index)
        for line in signature:
            self.put(line)
        if chrome:
            for line in self.chrome_end():
                self.put(line)

    def close(self, heading):
        if self.colon and self.r.style not in ("none", "lost") and not heading.endswith(("。", "：")):
            return heading + self.rng.choice(["。", "。", "："])
        return heading

    def flow(self, text, wrap, index=None):
        if not wrap or len(text) <= self.width:
            return self.put(text, index)
        for at in range(0, len(text), self.width):
            self.put(text[at:at + self.width], index if at == 0 else None)

    # ---- Markdown ----
    def write_md(self, title, salutation, opening, body, signature, chrome):
        form = self.r.format
        if form in ("md", "md_skip"):
            self.put("# " + "".join(title) if self.rng.random() < 0.7 else "# " + " ".join(title))
        else:
            for line in title:
                self.put(line)
                self.put("")
        self.put("")
        for text in [salutation, opening]:
            if text:
                self.put(text)
                self.put("")
        hashes = {"md": {1: "## ", 2: "### "}, "md_skip": {1: "### ", 2: "##### "}}.get(form)
        for role, level, text, index in body:
            if role == "h" and hashes:
                text = hashes[level] + text
            elif role == "h" and form == "md_bold":
                text = f"**{text}**"
            elif role == "h":
                text = self.close(text)
            self.put(text, index)
            self.put("")
            if role == "p" and self.rng.random() < 0.04:
                for line in ("| 项目 | 数量 |", "| --- | --- |", "| 行政检查 | 214 |", "| 行政处罚 | 17 |", ""):
                    self.put(line)
        for line in signature:
            self.put(line)
            self.put("")

    # ---- HTML ----
    def write_html(self, title, salutation, opening, body, signature, chrome):
        form = self.r.format
        self.put("<!DOCTYPE html>")
        self.put('<html><head><meta charset="utf-8"><title>' + "".join(title) + "</title></head><body>")
        if chrome:
            self.put('<nav><a href="/">首页</a> &gt; <a href="/gk">政务公开</a></nav>')
            self.put("<div>" + self.chrome_top()[1] + "</div>")
        self.put('<div class="content">')
        for line in title:
            self.put(f"<h1>{line}</h1>" if form == "html_h" else
                     f'<p style="text-align:center"><strong>{line}</strong></p>')
        for text in [salutation, opening]:
            if text:
                self.put(f"<p>{text}</p>")
        pad = "&emsp;&emsp;" if self.indent else ""
        for role, level, text, index in body:
            if role == "h" and form == "html_h":
                self.put(f"<h{level + 1}>{text}</h{level + 1}>", index)
            elif role == "h" and form == "html_strong":
                self.put(f"<p>{pad}<strong>{text}</strong></p>", index)
            else:
                self.put(f"<p>{pad}{self.close(text) if role == 'h' else text}</p>", index)
        for line in signature:
            self.put(f'<p style="text-align:right">{line}</p>')
        self.put("</div>")
        if chrome:
            self.put("<footer><p>" + self.chrome_end()[2] + "</p></footer>")
        self.put("</body></html>")

    # ---- HTML whose headings are paragraphs that only look like headings ----
    def styled(self, look, text):
        css, place = {"font-family": "仿宋_GB2312", "font-size": "16pt", "line-height": "28pt"}, []
        for part in look.split(";"):
            if part.startswith("f:"):
                css["font-family"] = part[2:]
            elif part.startswith("s:"):
                css["font-size"] = part[2:] + "pt"
            elif part == "b":
                css["font-weight"] = "bold"
            elif part:
                place.append("text-align:" + part)
        if not place:
            place.append("text-indent:2em")
        css = ";".join(f"{k}:{v}" for k, v in css.items())
        return f"<p style='{';'.join(place)}'><span style='{css}'>{text}</span></p>"

    def write_styled(self, title, salutation, opening, body, signature, chrome):
        looks = STYLED[self.r.format.removeprefix("styled_")]
        self.put("<!DOCTYPE html>")
        self.put('<html><head><meta charset="utf-8"><title>网页</title></head><body>')
        if chrome:
            self.site_head()
        self.put("<div><div>")
        for line in title:
            self.put(self.styled(looks[0], line))
        if chrome:
            self.put("<div>" + self.chrome_top()[1] + "</div>")
        self.put("</div><div>")
        for text in [salutation, opening]:
            if text:
                self.put(self.styled("", text))
        for role, level, text, index in body:
            self.put(self.styled(looks[level] if role == "h" else "", text), index)
            # Without a full stop, but set like the body.
            if role == "p" and self.rng.random() < 0.06:
                self.put(self.styled("", self.rng.choice(SHORT_LINES)))
                self.put(self.styled("", self.c.p["other"][0]))
        for line in signature:
            self.put(self.styled("right", line))
        self.put("</div></div>")
        if chrome:
            self.site_foot()
        self.put("</body></html>")

    # A site that gives nothing a helpful name.
    def links(self, *texts):
        self.put("<ul>" + "".join(f'<li><a href="/{i}.html">{t}</a></li>' for i, t in enumerate(texts)) + "</ul>")

    def site_head(self):
        self.put(f'<div><h1><a href="/">{self.c.county}人民政府门户网</a></h1>')
        self.links("首 页", "走进" + self.c.county, "政务公开", "办事服务", "互动交流", "专题专栏")
        self.put('</div><div><span>所在栏目：</span><a href="/">首页</a> &gt; <a href="/gk">政务公开</a></div>')

    def site_foot(self):
        self.put('<div><p>前一篇：<a href="/a.html">关于开展春季护林防火工作的通知</a></p>'
                 '<p>后一篇：<a href="/b.html">' + self.c.town + "召开安全生产工作会议</a></p></div>")
        self.links("市政府网站", "县区网站", "关于本站", "网站声明")
        self.put(f"<div><p>地址：{self.c.county}中心路一号</p><p>{self.c.county}融媒体中心维护</p></div>")
