#include "formats/ofd/lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>

#include "formats/blanks.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;
constexpr double kAscent = 0.88;     // of the type size, above the base line, in Chinese fonts
constexpr double kWordGap = 0.6;     // type sizes; justified lines are stretched by less
constexpr double kLatinGap = 0.35;   // … between letters that stand in words
constexpr double kPartGap = 1.5;     // … between what stands side by side
constexpr double kSameBase = 0.5;    // … by which base lines of one line may differ
constexpr double kSamePlace = 0.25;  // … between two prints of one text

/// Quarter turns of the line of text, clockwise; askew is none of them.
enum Turn : std::uint8_t { upright, quarter, half, three_quarters, askew };

Turn TurnOf(const OfdRun& run) {
  const double dx = run.end.x - run.begin.x, dy = run.end.y - run.begin.y;
  if (std::abs(dy) <= 0.2 * std::abs(dx)) return dx >= 0 ? upright : half;
  if (std::abs(dx) <= 0.2 * std::abs(dy)) return dy > 0 ? quarter : three_quarters;
  return askew;
}

OfdPoint Turned(OfdPoint p, Turn turn, const OfdBox& page) {
  switch (turn) {
    case quarter:
      return {p.y, page.width - p.x};
    case half:
      return {page.width - p.x, page.height - p.y};
    case three_quarters:
      return {page.height - p.y, p.x};
    default:
      return p;
  }
}

/// How most of the text is turned.
Turn MainTurn(const std::vector<OfdRun>& runs) {
  std::array<std::size_t, 5> bytes{};
  for (const OfdRun& run : runs) bytes[TurnOf(run)] += run.text.size();
  const auto most = std::max_element(bytes.begin(), bytes.begin() + askew);
  return *most == 0 ? upright : static_cast<Turn>(most - bytes.begin());
}

bool IsTwin(const OfdRun& a, const OfdRun& b) {
  return a.text == b.text && std::abs(a.begin.x - b.begin.x) < kSamePlace * a.size &&
         std::abs(a.begin.y - b.begin.y) < kSamePlace * a.size;
}

/// Is a blank needed between two runs of a line?
bool PartedByBlank(std::string_view before, std::string_view after, double gap) {
  const char32_t last = DecodeBefore(before, before.size()).value;
  const char32_t first = DecodeAt(after, 0).value;
  if (IsBlank(last) || IsBlank(first)) return false;
  const bool latin = DisplayWidth(last) == 1 && DisplayWidth(first) == 1;
  return gap > (latin ? kLatinGap : kWordGap);
}

/// Width of what stands unbroken at the start, in type sizes: a character with the mark that may
/// not begin a line, or a word.
double FirstWidth(std::string_view text) {
  constexpr double kMostMarks = 4;  // that close, behind one character
  double width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const bool wide = DisplayWidth(c.value) == 2;
    if (IsBlank(c.value) ||
        (width > 0 && (wide ? IsHan(c.value) || width > kMostMarks : width >= 20)))
      break;
    width += OfdNaturalWidth(c.value);
    at += c.length;
    if (!wide) continue;
    if (at < text.size() && DisplayWidth(DecodeAt(text, at).value) == 1) break;
  }
  return std::max(0.5, width);
}

/// Marks that close have their ink in the left half; the right one may stand over the margin.
bool HangsOver(std::string_view text) {
  static constexpr std::u32string_view kClosing = U"，。、；：？！）》」』】〕”’";
  return kClosing.find(DecodeBefore(text, text.size()).value) != std::u32string_view::npos;
}

class LineMaker {
 public:
  LineMaker(const OfdResources& resources, PrintedPage* page)
      : resources_(resources), page_(page) {}

  void Add(const OfdRun& run) {
    if (IsAllBlank(run.text)) return;  // the gap speaks for it
    const double gap = (run.begin.x - right_) / run.size;
    if (!line_.text.empty() && gap > kPartGap) End();
    if (line_.text.empty()) {
      Begin(run);
    } else if (PartedByBlank(line_.text, run.text, gap)) {
      line_.text += ' ';
    }
    line_.origins.push_back({static_cast<std::uint32_t>(line_.text.size()),
                             static_cast<std::uint32_t>(run.text.size()), run.part, run.node,
                             run.offset});
    line_.text += run.text;
    line_.bold = line_.bold && IsBold(run);
    right_ = std::max(right_, run.end.x);
    size_ = std::max(size_, run.size);
    top_ = std::min(top_, run.begin.y - kAscent * run.size);
    bottom_ = std::max(bottom_, run.begin.y + (1 - kAscent) * run.size);
  }

  /// The last run was printed twice.
  void Embolden() { ++twins_; }

  void End(bool furniture = false) {
    if (line_.text.empty()) return;
    if (HangsOver(line_.text)) right_ -= size_ / 2;
    line_.right = right_ * kPointsPerMillimetre;
    line_.top = top_ * kPointsPerMillimetre;
    line_.bottom = bottom_ * kPointsPerMillimetre;
    line_.size = size_ * kPointsPerMillimetre;
    line_.first = FirstWidth(line_.text) * line_.size;
    line_.bold = line_.bold || twins_ >= line_.origins.size();
    line_.furniture = furniture;
    page_->lines.push_back(std::move(line_));
    line_ = {};
  }

 private:
  void Begin(const OfdRun& run) {
    line_.left = run.begin.x * kPointsPerMillimetre;
    line_.bold = true;
    if (const auto* font = resources_.Font(run.font)) line_.font = font->name;
    right_ = run.begin.x;
    size_ = 0;
    top_ = run.begin.y;
    bottom_ = run.begin.y;
    twins_ = 0;
  }
  bool IsBold(const OfdRun& run) const {
    const auto* font = resources_.Font(run.font);
    return run.bold || (font != nullptr && font->bold);
  }

  const OfdResources& resources_;
  PrintedPage* page_;
  PrintedLine line_;
  double right_ = 0, size_ = 0, top_ = 0, bottom_ = 0;  // millimetres
  std::size_t twins_ = 0;                               // runs that were printed twice
};

/// Runs from `begin` to `end` share a base line.
void MakeLines(std::vector<OfdRun>::iterator begin, std::vector<OfdRun>::iterator end,
               LineMaker* maker) {
  std::stable_sort(begin, end,
                   [](const OfdRun& a, const OfdRun& b) { return a.begin.x < b.begin.x; });
  const OfdRun* before = nullptr;
  for (auto run = begin; run != end; ++run) {
    if (before != nullptr && IsTwin(*before, *run)) {
      maker->Embolden();
      continue;
    }
    maker->Add(*run);
    before = &*run;
  }
  maker->End();
}

}  // namespace

PrintedPage OfdLines(std::vector<OfdRun> runs, const OfdBox& box, const OfdResources& resources) {
  const Turn turn = MainTurn(runs);
  const bool on_side = turn == quarter || turn == three_quarters;
  PrintedPage page;
  page.width = (on_side ? box.height : box.width) * kPointsPerMillimetre;
  page.height = (on_side ? box.width : box.height) * kPointsPerMillimetre;
  LineMaker maker(resources, &page);
  const auto straight_end = std::stable_partition(
      runs.begin(), runs.end(), [&](const OfdRun& run) { return TurnOf(run) == turn; });
  for (OfdRun& run : runs) {
    run.begin = {run.begin.x - box.x, run.begin.y - box.y};
    run.end = {run.end.x - box.x, run.end.y - box.y};
    run.begin = Turned(run.begin, turn, box);
    run.end = Turned(run.end, turn, box);
  }
  std::stable_sort(runs.begin(), straight_end,
                   [](const OfdRun& a, const OfdRun& b) { return a.begin.y < b.begin.y; });
  for (auto first = runs.begin(); first != straight_end;) {
    auto last = first;
    while (last != straight_end &&
           last->begin.y - first->begin.y <= kSameBase * std::min(first->size, last->size)) {
      ++last;
    }
    MakeLines(first, last, &maker);
    first = last;
  }
  for (auto run = straight_end; run != runs.end(); ++run) {
    maker.Add(*run);
    maker.End(true);
  }
  return page;
}

}  // namespace hegao
