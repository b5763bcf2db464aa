#include "formats/pdf/paragraphs.h"

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
constexpr double kRagged = 0.5;        // type sizes a full line may still leave free

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
  double size = 0;       // of most characters
  bool indents = false;  // paragraphs begin with an indent
  double pitch = 0;      // from line to line inside a paragraph, in type sizes
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

/// Would what `next` begins with have fitted on this line? Then the break is the author's. The
/// size counts as this line's: lines that are joined share it.
bool IsFull(const Measured& line, const Measured& next) { return line.room < next.first + kRagged; }

bool SameSize(const Measured& a, const Measured& b) {
  return std::abs(a.size - b.size) <= kOtherSize * std::max(a.size, b.size);
}

bool Neighbours(const Measured& a, const Measured& b) {
  return a.row->page == b.row->page && a.row->column == b.row->column;
}

/// From the top of one line to the top of the next, in type sizes.
double Pitch(const Measured& a, const Measured& b) {
  return (b.row->parts.front()->bottom - a.row->parts.front()->bottom) / a.size;
}

template <typename T>
T Median(std::vector<T> values, T otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
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

Habits HabitsOf(const std::vector<Measured>& lines) {
  Habits habits;
  std::vector<double> pitches;
  std::size_t indented = 0, ends = 0;
  habits.size = BodySize(lines);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Measured& line = lines[i];
    const Measured& next = lines[i + 1];
    if (line.row->table || next.row->table || !SameSize(line, next)) continue;
    const bool full = IsFull(line, next);
    if (!full) ++ends;
    if (!full && next.indent > kIndent && next.indent < kFirstIndent) ++indented;
    if (full && next.indent < kIndent && Neighbours(line, next) && Pitch(line, next) > 0) {
      pitches.push_back(Pitch(line, next));
    }
  }
  habits.indents = indented * 10 > ends * 3;
  habits.pitch = Median(std::move(pitches), 1.8);
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

bool GoesOn(const Measured& line, const Measured& next, const Habits& habits) {
  if (line.row->table || next.row->table || !SameSize(line, next) || !IsFull(line, next)) {
    return false;
  }
  const bool apart = Neighbours(line, next) && Pitch(line, next) > habits.pitch + kParagraphGap;
  if (next.indent > kIndent) {
    if (IsRestOfTitle(line, next, habits)) return true;
    if (HangsBelow(line, next)) return !apart;
    // A whole paragraph may stand in; but by the width of a first line's indent it begins one.
    const bool stands_in = next.indent > kFirstIndent && std::abs(next.indent - line.indent) < 0.3;
    return stands_in && !apart && !StartsWithNumbering(next.text);
  }
  if (apart) return false;
  if (StartsWithNumbering(next.text)) return habits.indents && !ClosesSentence(line.text);
  return true;
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
    for (++i; i < lines.size() && GoesOn(*joined.back(), lines[i], habits); ++i) {
      joined.push_back(&lines[i]);
    }
    PrintedParagraph& paragraph = paragraphs.emplace_back();
    for (const Measured* line : joined) paragraph.rows.push_back(line->row);
    paragraph.table = joined.front()->row->table;
    paragraph.format = FormatOf(joined);
  }
  return paragraphs;
}

}  // namespace hegao
