#include "formats/printed/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "document/numbering.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kIndent = 0.8;        // type sizes from the column's edge: less is none
constexpr double kFirstIndent = 2.6;   // … of a first line at most; mostly it is 2
constexpr double kOtherSize = 0.13;    // share by which type differs in size
constexpr double kParagraphGap = 0.6;  // type sizes between lines beyond the usual
constexpr double kSmallGap = 0.2;      // … where paragraphs keep a distance throughout
constexpr double kStandsApart = 6;     // type sizes from the edge: further in than any first line
constexpr double kRagged = 0.5;        // type sizes a full line may still leave free
constexpr double kNumberGap = 1.25;    // … before a number

/// A row as the joining sees it: lengths in its own type size, against its column.
struct Measured {
  const PrintedRow* row = nullptr;
  double size = 1, indent = 0, room = 0, first = 1;
  std::string text;

  bool Centered() const {
    return indent > 1 && room > 1 && std::abs(indent - room) < 1.0 + 0.05 * (indent + room);
  }
  bool RightAligned() const { return indent > 4 && (room < 1 || room * 3 < indent) && !Centered(); }
};

/// What the document does throughout.
struct Habits {
  double size = 0;                // of most characters
  bool numbers_indented = false;  // paragraphs that begin with a number begin with an indent
  bool gaps = false;              // paragraphs stand further apart than lines
  double pitch = 0;               // from line to line inside a paragraph, in type sizes
};

Measured Measure(const PrintedRow& row, const PrintedColumn& column) {
  Measured m;
  m.row = &row;
  m.text = RowText(row);
  for (const PrintedLine* part : row.parts) m.size = std::max(m.size, part->size);
  m.indent = (row.parts.front()->left - column.left) / m.size;
  m.room = (column.right - row.parts.back()->right) / m.size;
  m.first = row.parts.front()->first / m.size;
  return m;
}

bool ClosesSentence(std::string_view text) {
  for (const std::string_view mark :
       {"。", "！", "？", "：", "；", "!", "?", ":", ";", "…", "。”", "。）", "”"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

/// A number behind Chinese text comes down with the gap between the two; and marks that hang out
/// over the margin make a column look wider than its text by one character.
bool BreaksBeforeNumber(const Measured& line, const Measured& next) {
  if (line.text.empty() || next.text.empty()) return false;
  const char first = next.text.front();
  return first >= '0' && first <= '9' && !StartsWithNumbering(next.text) &&
         IsHan(DecodeBefore(line.text, line.text.size()).value);
}

/// Would what `next` begins with have fitted on this line? Then the break is the author's. The
/// size counts as this line's: lines that are joined share it.
bool IsFull(const Measured& line, const Measured& next) {
  const double gap = BreaksBeforeNumber(line, next) ? kNumberGap : 0;
  return line.room < next.first + kRagged + gap;
}

bool Alike(double a, double b) { return std::abs(a - b) <= kOtherSize * std::max(a, b); }

/// By width or by height: Latin type among the Chinese makes the one or the other uncertain.
bool SameSize(const Measured& a, const Measured& b) {
  const PrintedLine& x = *a.row->parts.front();
  const PrintedLine& y = *b.row->parts.front();
  return Alike(a.size, b.size) || Alike(x.bottom - x.top, y.bottom - y.top);
}

bool Neighbours(const Measured& a, const Measured& b) {
  return a.row->page == b.row->page && a.row->column == b.row->column;
}

/// From the top of one line to the top of the next, in type sizes.
double Pitch(const Measured& a, const Measured& b) {
  return (b.row->parts.front()->bottom - a.row->parts.front()->bottom) / a.size;
}

double Quantile(std::vector<double> values, double share) {
  const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(values.size()) * share);
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<std::size_t>(at)];
}

double Median(std::vector<double> values, double otherwise) {
  return values.empty() ? otherwise : Quantile(std::move(values), 0.5);
}

/// The type size of most characters.
double BodySize(const std::vector<Measured>& lines) {
  std::map<int, std::size_t> by_size;
  for (const Measured& line : lines) {
    const double rounded = std::clamp(std::round(line.size * 2), 0.0, 1e6);
    by_size[static_cast<int>(rounded)] += line.text.size();
  }
  const auto most = std::max_element(by_size.begin(), by_size.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == by_size.end() ? 0 : most->first / 2.0;
}

/// Asks of all lines that surely end a paragraph how the next one begins.
Habits HabitsOf(const std::vector<Measured>& lines) {
  Habits habits;
  habits.size = BodySize(lines);
  std::vector<double> inside, between;
  std::size_t indented = 0, numbered = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Measured& line = lines[i];
    const Measured& next = lines[i + 1];
    if (line.row->IsTable() || next.row->IsTable() || !SameSize(line, next)) continue;
    const bool ends = !IsFull(line, next);
    if (ends && StartsWithNumbering(next.text)) {
      ++numbered;
      if (next.indent > kIndent) ++indented;
    }
    if (!Neighbours(line, next) || Pitch(line, next) <= 0) continue;
    if (ends) between.push_back(Pitch(line, next));
    if (!ends && next.indent < kIndent) inside.push_back(Pitch(line, next));
  }
  habits.numbers_indented = indented > 0 && indented * 10 >= numbered * 9;
  habits.pitch = Median(inside, 1.8);
  habits.gaps =
      !inside.empty() && between.size() >= 3 && Quantile(between, 0.2) > habits.pitch + kSmallGap;
  return habits;
}

/// The second line of a title that was too long for one.
bool IsRestOfTitle(const Measured& line, const Measured& next, const Habits& habits) {
  return next.Centered() && line.size > (1 + kOtherSize) * habits.size &&
         !ClosesSentence(line.text);
}

/// An item whose lines after the first stand in from it, below its text.
bool HangsBelow(const Measured& line, const Measured& next) {
  return next.indent > line.indent + kIndent && next.indent < line.indent + 3 &&
         StartsWithNumbering(line.text) && !ClosesSentence(line.text);
}

/// A line by itself, and no end of a sentence, as the last line of a paragraph is: a heading.
bool StandsAlone(const Measured& line, const Measured* after, const Habits& habits) {
  if (ClosesSentence(line.text)) return false;
  if (after == nullptr || !IsFull(line, *after)) return true;
  return Neighbours(line, *after) && Pitch(line, *after) > habits.pitch + kParagraphGap;
}

/// `after` is what follows `next`, if anything does.
bool GoesOn(const Measured& line, const Measured& next, const Measured* after,
            const Habits& habits) {
  if (line.row->IsTable() || next.row->IsTable() || !SameSize(line, next) || !IsFull(line, next)) {
    return false;
  }
  if (line.row->page == next.row->page && line.row->spans_page != next.row->spans_page)
    return false;
  const bool apart = Neighbours(line, next) && Pitch(line, next) > habits.pitch + kParagraphGap;
  if (next.indent > kIndent) {
    if (IsRestOfTitle(line, next, habits)) return true;
    if (HangsBelow(line, next)) return !apart;
    // A whole paragraph may stand in; but by the width of a first line's indent it begins one.
    const bool stands_in = next.indent > kFirstIndent && line.indent < kStandsApart &&
                           std::abs(next.indent - line.indent) < 0.3;
    return stands_in && !apart && !StartsWithNumbering(next.text);
  }
  // What stands to the right by itself, a signature or a date, does not go on at the left.
  if (apart || line.indent > kStandsApart) return false;
  if (Neighbours(line, next) && habits.gaps) {
    return Pitch(line, next) < habits.pitch + kSmallGap;
  }
  // Where a page ends in a full line no distance tells whether the paragraph ends there too.
  if (!Neighbours(line, next) && ClosesSentence(line.text) && StandsAlone(next, after, habits))
    return false;
  return habits.numbers_indented || !ClosesSentence(line.text) || !StartsWithNumbering(next.text);
}

double ToHalf(double value) { return std::round(value * 2) / 2; }

TextFormat FormatOf(const std::vector<const Measured*>& lines) {
  TextFormat format;
  const Measured& first = *lines.front();
  format.size = ToHalf(first.size);
  format.font = first.row->parts.front()->font;
  format.bold = std::all_of(lines.begin(), lines.end(), [](const Measured* line) {
    return std::all_of(line->row->parts.begin(), line->row->parts.end(),
                       [](const PrintedLine* part) { return part->bold; });
  });
  const bool centered = std::all_of(lines.begin() + (lines.size() > 1 ? 1 : 0), lines.end(),
                                    [](const Measured* line) { return line->Centered(); });
  if (centered && first.indent > kFirstIndent) {
    format.alignment = Alignment::center;
  } else if (centered && lines.size() > 1) {
    format.alignment = Alignment::center;
  } else if (lines.size() == 1 && first.RightAligned()) {
    format.alignment = Alignment::right;
  } else if (first.indent < 4) {
    format.alignment = Alignment::left;
    format.first_line_indent = std::max(0.0, ToHalf(first.indent));
  }
  return format;
}

}  // namespace

std::string RowText(const PrintedRow& row) {
  std::string text;
  for (const PrintedLine* part : row.parts) {
    if (!text.empty()) text += ' ';
    text += part->text;
  }
  return text;
}

bool NeedsBlank(std::string_view before, std::string_view after) {
  const auto is_word = [](char32_t c) {
    return c > 0x20 && c < 0x250 && c != U'(' && c != U')' && c != U'-' && c != U'/';
  };
  return !before.empty() && !after.empty() && is_word(DecodeBefore(before, before.size()).value) &&
         is_word(DecodeAt(after, 0).value);
}

std::vector<PrintedParagraph> JoinRows(const ReadingOrder& order) {
  std::vector<Measured> lines;
  lines.reserve(order.rows.size());
  for (const PrintedRow& row : order.rows) {
    lines.push_back(Measure(row, order.columns[row.column]));
  }
  const Habits habits = HabitsOf(lines);
  std::vector<PrintedParagraph> paragraphs;
  for (std::size_t i = 0; i < lines.size();) {
    std::vector<const Measured*> joined{&lines[i]};
    const auto after = [&] { return i + 1 < lines.size() ? &lines[i + 1] : nullptr; };
    for (++i; i < lines.size() && GoesOn(*joined.back(), lines[i], after(), habits); ++i) {
      joined.push_back(&lines[i]);
    }
    PrintedParagraph& paragraph = paragraphs.emplace_back();
    for (const Measured* line : joined) paragraph.rows.push_back(line->row);
    paragraph.format = FormatOf(joined);
  }
  return paragraphs;
}

}  // namespace hegao
