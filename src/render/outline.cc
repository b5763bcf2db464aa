// The outline of one document for a person: what was recognised, where it was read, what fills
// what.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "render/formats.h"
#include "render/sanitize.h"
#include "render/style.h"
#include "render/table.h"
#include "render/words.h"

namespace hegao {
namespace {

constexpr double kSure = 0.8;  // below it the confidence is worth showing

struct Term {
  std::string_view key, zh, en;
};

constexpr Term kFacts[] = {
    {"title", "标题", "title"},
    {"report_year", "报告年度", "report year"},
    {"issuer", "发文机关", "issuer"},
    {"issuer_level", "机关层级", "level of issuer"},
    {"signature", "落款", "signature"},
    {"issue_date", "成文日期", "issue date"},
    {"publication_date", "发布日期", "publication date"},
};

constexpr Term kSources[] = {
    {"title", "标题", "title"},
    {"heading", "小标题", "heading"},
    {"body", "正文", "body"},
    {"signature", "落款", "signature"},
    {"date", "日期行", "date line"},
    {"chrome", "网页栏目文字", "page chrome"},
    {"file-name", "文件名", "file name"},
    {"option", "命令行选项", "command line"},
};

// The word for `key`, or the key itself where a later version has more of them.
template <std::size_t N>
std::string Word(Lang lang, const Term (&terms)[N], std::string_view key) {
  for (const Term& term : terms) {
    if (term.key == key) return std::string(Pick(lang, term.zh, term.en));
  }
  return SafeLine(key);
}

std::string Percent(double confidence) { return fmt::format("{:.2f}", confidence); }

std::string FactPlace(Lang lang, const DocumentReport& d, const ReportedFact& fact) {
  if (!d.has_lines) return PaperWords(lang, fact.paper);
  if (!fact.line) return "";
  return fmt::format(fmt::runtime(Pick(lang, "第 {} 行", "line {}")), *fact.line);
}

bool KnowsPages(const DocumentReport& d) {
  return std::any_of(d.headings.begin(), d.headings.end(),
                     [](const ReportedHeading& h) { return h.paper.page.has_value(); });
}

// What the column before the headings counts.
std::string_view GutterLegend(Lang lang, const DocumentReport& d) {
  if (d.has_lines) return "";
  return KnowsPages(d) ? Pick(lang, "（页/段）", " (page/paragraph)")
                       : Pick(lang, "（段）", " (paragraph)");
}

// `5`; `3/12` where there are pages.
std::string Gutter(const DocumentReport& d, const ReportedHeading& h) {
  if (d.has_lines) return std::to_string(h.line);
  const std::string paragraph = h.paper.paragraph ? std::to_string(*h.paper.paragraph) : "-";
  return h.paper.page ? std::to_string(*h.paper.page) + "/" + paragraph : paragraph;
}

// The document's own field, for a fact that has no entry in `facts`.
std::string FieldOf(const DocumentReport& d, std::string_view name) {
  if (name == "title") return d.title;
  if (name == "report_year") return d.report_year ? std::to_string(*d.report_year) : "";
  if (name == "issuer") return d.issuer;
  if (name == "issue_date") return d.issue_date;
  return "";
}

// Facts that every document should have: where they are absent the reader must see it.
bool IsExpected(std::string_view name) {
  return name == "title" || name == "report_year" || name == "issuer" || name == "issue_date";
}

void WriteFacts(const DocumentReport& d, Lang lang, const Pen& pen, std::ostream& out) {
  using Align = Table::Align;
  Table table({Align::left, Align::left, Align::left});
  auto add = [&](const ReportedFact& fact) {
    std::string place = fact.source.empty() ? "" : Word(lang, kSources, fact.source);
    const std::string line = FactPlace(lang, d, fact);
    if (!place.empty() && !line.empty()) place += Pick(lang, "，", ", ");
    table.AddRow({{Word(lang, kFacts, fact.name), Style::dim},
                  {SafeLine(fact.value), Style::bold},
                  {place + line, Style::dim}});
  };
  auto add_absent = [&](const Term& term) {
    if (const std::string value = FieldOf(d, term.key); !value.empty()) {
      add({std::string(term.key), value, "", std::nullopt});
    } else if (IsExpected(term.key)) {
      table.AddRow({{std::string(Pick(lang, term.zh, term.en)), Style::dim},
                    {std::string(Pick(lang, "未识别", "unknown")), Style::yellow}});
    }
  };
  for (const Term& term : kFacts) {
    bool any = false;
    for (const ReportedFact& fact : d.facts) {
      if (fact.name != term.key) continue;
      add(fact);
      any = true;
    }
    if (!any) add_absent(term);
  }
  table.Write(pen, "  ", out);
}

std::string NameOfSlot(const DocumentReport& d, std::string_view id) {
  for (const ReportedSlot& slot : d.slots) {
    if (slot.slot == id && !slot.name.empty()) return SafeLine(slot.name);
  }
  return SafeLine(id);
}

// `a,b` -> `[name of a] [name of b]`
std::string SlotTags(const DocumentReport& d, std::string_view ids) {
  std::string out;
  while (!ids.empty()) {
    const std::size_t comma = ids.find(',');
    out += " [" + NameOfSlot(d, ids.substr(0, comma)) + "]";
    ids = comma == std::string_view::npos ? std::string_view() : ids.substr(comma + 1);
  }
  return out;
}

void WriteHeadings(const DocumentReport& d, Lang lang, const Pen& pen, std::ostream& out) {
  out << '\n'
      << pen.Paint(Style::bold, Pick(lang, "标题树", "headings"))
      << pen.Paint(Style::dim, GutterLegend(lang, d)) << '\n';
  if (d.headings.empty()) out << "  " << Pick(lang, "没有识别到标题", "none recognised") << '\n';
  for (const ReportedHeading& h : d.headings) {
    // Levels come from documents: a wild one must not indent without end.
    const int depth = std::min(std::max(h.level - 1, 0), 8);
    out << pen.Paint(Style::dim, fmt::format("{:>6}  ", Gutter(d, h)))
        << std::string(static_cast<std::size_t>(depth) * 2, ' ') << SafeLine(h.number)
        << SafeLine(h.text);
    if (h.confidence < kSure) {
      out << pen.Paint(Style::yellow,
                       fmt::format(fmt::runtime(Pick(lang, "（置信度 {}）", " (confidence {})")),
                                   Percent(h.confidence)));
    }
    out << pen.Paint(Style::cyan, SlotTags(d, h.slot)) << '\n';
  }
}

void WriteSlotTable(const DocumentReport& d, Lang lang, const Pen& pen, std::ostream& out) {
  if (d.slots.empty()) return;
  out << '\n' << pen.Paint(Style::bold, Pick(lang, "各部分", "sections")) << '\n';
  using Align = Table::Align;
  const Align place = d.has_lines ? Align::right : Align::left;
  Table table({Align::left, Align::left, place, Align::right, Align::left});
  auto head = [&](std::string_view zh, std::string_view en) {
    return TableCell{std::string(Pick(lang, zh, en)), Style::dim};
  };
  table.AddRow({head("部分", "section"), head("状态", "status"),
                d.has_lines ? head("行", "line") : head("位置", "place"),
                head("置信度", "confidence"), head("标题", "heading")});
  for (const ReportedSlot& s : d.slots) {
    const Style style = s.status == "found"     ? Style::green
                        : s.status == "missing" ? Style::red
                                                : Style::yellow;
    table.AddRow(
        {{NameOfSlot(d, s.slot)},
         {std::string(SlotMark(s.status)) + ' ' + std::string(SlotWord(lang, s.status)), style},
         {!d.has_lines ? PaperWords(lang, s.paper)
          : s.line     ? std::to_string(*s.line)
                       : std::string()},
         {s.status == "missing" ? "" : Percent(s.confidence)},
         {SafeLine(s.heading)}});
  }
  table.Write(pen, "  ", out);
}

}  // namespace

void RenderOutlineText(const DocumentReport& d, const RenderOptions& options, std::ostream& out) {
  const Pen pen(options.color);
  const Lang lang = options.lang;
  out << pen.Paint(Style::bold, SafeLine(d.path)) << '\n';
  for (const std::string& note : d.notes) {
    out << "  " << pen.Paint(Style::dim, Pick(lang, "注意：", "note: ")) << SafeLine(note) << '\n';
  }
  if (d.status != DocumentStatus::judged) {
    out << "  " << pen.Paint(Style::yellow, VerdictWord(lang, VerdictOf(d)))
        << Pick(lang, "：", ": ") << ReasonWords(lang, d) << '\n';
  }
  // Of a file that could not be read there is nothing to show, and "unknown" would mislead.
  if (d.status == DocumentStatus::unreadable) return;
  WriteFacts(d, lang, pen, out);
  WriteHeadings(d, lang, pen, out);
  WriteSlotTable(d, lang, pen, out);
}

}  // namespace hegao
