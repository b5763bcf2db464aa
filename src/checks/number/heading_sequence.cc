// Numbers of headings that leave one out, come twice or run backwards.
#include <algorithm>
#include <optional>
#include <set>

#include "checks/number/kinds.h"
#include "checks/number/numbered_headings.h"
#include "document/sentence.h"

namespace hegao {
namespace {

constexpr std::uint32_t kWidestGap = 3;  // more missing headings are another count
constexpr double kSurelyHeading = 0.7;   // an item before a long sentence is no heading

/// One run as it is counted.
class Walk {
 public:
  Walk(const Document& doc, const HeadingRun& run, Reporter& reporter)
      : doc_(doc), run_(run), reporter_(reporter) {}

  void Run() {
    std::uint32_t before = 0;
    for (std::size_t k = 0; k < run_.headings.size(); ++k) {
      const auto value = Value(k);
      const auto expected = before + 1;
      const bool typo = k + 1 < run_.headings.size() && Value(k + 1) == expected + 1;
      if (value == expected) {
        before = value;
        continue;
      }
      if (k == 0) {
        First(value);
      } else if (value > expected) {
        Gap(k, expected, typo);
      } else if (value == before) {
        Report(k, expected, Sure(k));
      } else if (missing_.count(value) != 0) {
        continue;  // three and four changed places: told at the four
      } else if (value != 1) {
        Report(k, expected, typo && Sure(k));
      } else if (k == 1 && StrayFirst()) {
        // （三） among 一、 二、: heading_style tells
      } else if (typo || !BeginsAnew(k)) {
        Report(k, expected, typo && Sure(k));
      }
      before = typo ? expected : value;
    }
  }

 private:
  const Heading& At(std::size_t k) const { return doc_.headings[run_.headings[k]]; }
  std::uint32_t Value(std::size_t k) const { return At(k).number.value; }
  /// Both numbers stand where only headings do.
  bool Sure(std::size_t k) const {
    const auto &a = At(k - 1), &b = At(k);
    const bool headings = a.confidence >= kSurelyHeading && b.confidence >= kSurelyHeading;
    return !a.number.recovered && !b.number.recovered &&
           (headings || run_.style == NumberStyle::arabic);
  }

  /// The first number goes on with the parent's count: it is not of this run.
  bool StrayFirst() const {
    const auto parent = doc_.sections[run_.section].heading;
    return parent >= 0 && doc_.headings[parent].number.value + 1 == Value(0);
  }

  /// （二） right below 一、: its first point is missing, unless the count runs through the report.
  void First(std::uint32_t value) {
    if (run_.before + 1 == value || value > kWidestGap) return;
    const auto& h = At(0);
    const auto& section = doc_.sections[run_.section];
    const Span range{section.folded.begin, h.folded.begin};
    for (std::uint32_t v = 1; v < value; ++v) {
      if (IsTypedWithin(doc_, run_.style, v, range)) return;
    }
    if (section.heading >= 0) {
      if (run_.headings.size() == 1) return;  // perhaps of its parent's count: heading_style tells
    } else if (run_.headings[0] > 0) {
      return;  // headings without numbers stand before it
    }
    Report(0, 1, false);
  }

  void Gap(std::size_t k, std::uint32_t expected, bool typo) {
    const auto value = Value(k);
    if (value - expected > kWidestGap) {
      if (typo) Report(k, expected, Sure(k));
      return;
    }
    const Span range{At(k - 1).folded.begin, At(k).folded.begin};
    for (auto v = expected; v < value; ++v) {
      if (IsTypedWithin(doc_, run_.style, v, range)) return;
      if (StrayBetween(doc_, run_.headings[k - 1], run_.headings[k], v)) return;
    }
    for (auto v = expected; v < value; ++v) missing_.insert(v);
    Report(k, expected, Sure(k) && !UnnumberedBetween(k));
  }

  /// The missing one may be there, only its number is not.
  bool UnnumberedBetween(std::size_t k) const {
    for (auto h = run_.headings[k - 1] + 1; h < run_.headings[k]; ++h) {
      const auto& heading = doc_.headings[h];
      if (heading.number.style == NumberStyle::none && heading.level <= At(k).level) return true;
    }
    return false;
  }

  /// A line that may begin something new: no cell, no numbered heading.
  bool IsTitleLine(std::uint32_t block) const {
    const auto& b = doc_.blocks[block];
    const bool line = b.kind == Block::Kind::paragraph || b.kind == Block::Kind::heading;
    if (!line || EndsWithMark(doc_.Text(b.folded))) return false;
    const auto h = std::partition_point(doc_.headings.begin(), doc_.headings.end(),
                                        [&](const Heading& x) { return x.block < block; });
    return h == doc_.headings.end() || h->block != block || h->number.style == NumberStyle::none;
  }

  /// A line above it that may be a heading without a number, or that says what is counted.
  bool BeginsAnew(std::size_t k) const {
    const auto block = At(k).block;
    if (block > 0) {
      const auto above = doc_.Text(doc_.blocks[block - 1].folded);
      if (!above.empty() && above.back() == ':') return true;
    }
    for (auto b = block; b > At(k - 1).block + 1; --b) {
      if (IsTitleLine(b - 1)) return true;
    }
    const bool top = run_.style == NumberStyle::cjk || run_.style == NumberStyle::part;
    return !top && run_.section == 0;
  }

  void Report(std::size_t k, std::uint32_t expected, bool sure) {
    const auto& number = At(k).number;
    ReportExtras extras;
    extras.weaker = !sure;
    std::string before;
    if (k > 0) {
      extras.related = {At(k - 1).number.folded};
      before = TypedNumber(doc_, At(k - 1).number);
    }
    const Message fault = k == 0
                              ? Message{"是第一个", "is the first one"}
                              : Message{"前面是“" + before + "”", "comes after “" + before + "”"};
    reporter_.Report(number.folded,
                     {{"text", TypedNumber(doc_, number)},
                      {"fault", reporter_.In(fault)},
                      {"expected", NumberLike(doc_, number, expected)}},
                     extras);
  }

  const Document& doc_;
  const HeadingRun& run_;
  Reporter& reporter_;
  std::set<std::uint32_t> missing_;  // numbers already told to be missing
};

class HeadingSequence : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (const auto& run : HeadingRuns(in.doc)) Walk(in.doc, run, reporter).Run();
  }
};

}  // namespace

const CheckKind kHeadingSequence = {
    "heading_sequence",
    {"标题序号跳号、重号、倒号", "Headings whose numbers leave one out, repeat or run backwards"},
    "{}",
    {},
    {"text", "fault", "expected"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<HeadingSequence>(); }};

}  // namespace hegao
