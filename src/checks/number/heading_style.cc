// Headings of one level that are numbered in different ways.
#include <algorithm>
#include <map>

#include "checks/number/kinds.h"
#include "checks/number/numbered_headings.h"
#include "document/sentence.h"

namespace hegao {
namespace {

constexpr std::uint32_t kFarthest = 100;  // headings over which a count may be interrupted

class HeadingStyle : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (const auto& run : HeadingRuns(in.doc)) {
      Forms(in.doc, run, reporter);
      Strays(in.doc, run, reporter);
    }
    Mixed(in.doc, reporter);
    LonePart(in.doc, reporter);
  }

 private:
  static void Report(const Document& doc, std::uint32_t heading, std::uint32_t other,
                     const std::string& expected, bool sure, std::uint32_t count,
                     Reporter& reporter) {
    const auto &h = doc.headings[heading], &o = doc.headings[other];
    if (h.number.recovered || o.number.recovered) return;
    ReportExtras extras;
    extras.weaker = !sure;
    extras.count = count;
    extras.related = {o.number.folded};
    reporter.Report(h.number.folded,
                    {{"text", TypedNumber(doc, h.number)},
                     {"other", TypedNumber(doc, o.number)},
                     {"expected", expected}},
                    extras);
  }

  /// 一、 二. 三、: one style, other separators or a lost bracket. The commonest form is right.
  static void Forms(const Document& doc, const HeadingRun& run, Reporter& reporter) {
    if (run.headings.size() < 2) return;
    std::map<std::string, std::uint32_t> count;
    for (const auto h : run.headings) ++count[NumberForm(doc, doc.headings[h].number)];
    if (count.size() < 2) return;
    const auto votes = [&](std::uint32_t h) {
      return count[NumberForm(doc, doc.headings[h].number)];
    };
    const auto usual = *std::max_element(run.headings.begin(), run.headings.end(),
                                         [&](auto a, auto b) { return votes(a) < votes(b); });
    const auto& right = doc.headings[usual].number;
    const auto right_form = NumberForm(doc, right);
    std::map<std::string, std::uint32_t> told;
    for (const auto h : run.headings) {
      const auto& number = doc.headings[h].number;
      const auto form = NumberForm(doc, number);
      if (form == right_form || told[form]++ != 0) continue;
      const bool bracket_lost = form.starts_with("（") != right_form.starts_with("（");
      Report(doc, h, usual, NumberLike(doc, right, number.value), bracket_lost, count[form],
             reporter);
    }
  }

  /// （二） between 一、 and 三、; （三） after 二、 as the last one.
  static void Strays(const Document& doc, const HeadingRun& run, Reporter& reporter) {
    for (std::size_t k = 1; k < run.headings.size(); ++k) {
      const auto before = run.headings[k - 1];
      const auto& number = doc.headings[before].number;
      if (doc.headings[run.headings[k]].number.value != number.value + 2) continue;
      const auto stray = StrayBetween(doc, before, run.headings[k], number.value + 1);
      if (stray) {
        Report(doc, *stray, before, NumberLike(doc, number, number.value + 1),
               doc.headings[*stray].level != doc.headings[before].level, 1, reporter);
      }
    }
    Last(doc, run, reporter);
  }

  /// Is it a heading and no point of the text? 第四、 and （4） alone on a line are.
  static bool Heads(const Document& doc, const Heading& h) {
    switch (h.number.style) {
      case NumberStyle::cjk_paren:
      case NumberStyle::cjk:
      case NumberStyle::arabic:
        return true;
      case NumberStyle::ordinal:
      case NumberStyle::arabic_paren:
        return !EndsWithMark(doc.Text(doc.blocks[h.block].folded));
      default:
        return false;
    }
  }

  /// （三） below 二、 that counts in nothing below it.
  static void Last(const Document& doc, const HeadingRun& run, Reporter& reporter) {
    if (run.style == NumberStyle::part && run.headings.size() == 1) return;  // LonePart tells
    const auto last = run.headings.back();
    const auto& number = doc.headings[last].number;
    const auto& siblings = doc.sections[run.section].children;
    const auto section = std::find_if(siblings.begin(), siblings.end(), [&](std::uint32_t s) {
      return doc.sections[s].heading == static_cast<std::int32_t>(last);
    });
    if (section == siblings.end()) return;
    std::map<NumberStyle, std::uint32_t> before;  // the last number of each style
    for (auto h = last - std::min(last, kFarthest); h < last; ++h)
      before[doc.headings[h].number.style] = doc.headings[h].number.value;
    for (const auto s : doc.sections[*section].children) {
      const auto child = doc.sections[s].heading;
      if (child < 0) continue;
      const auto& own = doc.headings[child].number;
      const bool heads = Heads(doc, doc.headings[child]);
      const auto seen = before.find(own.style);
      // One left out is heading_sequence's.
      const bool counts =
          seen != before.end() && seen->second < own.value && own.value <= seen->second + 2;
      if (heads && !counts && own.value == number.value + 1) {
        Report(doc, static_cast<std::uint32_t>(child), last, NumberLike(doc, number, own.value),
               own.value > 2, 1, reporter);
        return;
      }
      before[own.style] = own.value;
    }
  }

  /// 第二部分 between 一、 and 三、, the only one of its kind: the outline takes it for a level
  /// above.
  static void LonePart(const Document& doc, Reporter& reporter) {
    std::int32_t before = -1, part = -1, behind = -1;
    for (std::size_t h = 0; h < doc.headings.size(); ++h) {
      const auto style = doc.headings[h].number.style;
      const auto index = static_cast<std::int32_t>(h);
      if (style == NumberStyle::part) {
        if (part >= 0) return;
        part = index;
      } else if (style == NumberStyle::cjk) {
        if (part < 0) before = index;
        if (part >= 0 && behind < 0) behind = index;
      }
    }
    if (before < 0 || part < 0) return;
    const auto &a = doc.headings[before], &b = doc.headings[part];
    const bool counted = a.number.value + 1 == b.number.value &&
                         (behind < 0 || doc.headings[behind].number.value == b.number.value + 1);
    if (!counted || (a.level == b.level)) return;  // Mixed has told
    Report(doc, static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(before),
           NumberLike(doc, a.number, b.number.value), true, 1, reporter);
  }

  /// 第二部分 among 一、 三、: another style at one level, in one count.
  static void Mixed(const Document& doc, Reporter& reporter) {
    for (const auto& section : doc.sections) {
      std::vector<std::uint32_t> list;
      for (const auto child : section.children) {
        const auto h = doc.sections[child].heading;
        if (h >= 0 && doc.headings[h].number.style != NumberStyle::none)
          list.push_back(static_cast<std::uint32_t>(h));
      }
      for (std::size_t k = 1; k < list.size(); ++k) {
        const auto &a = doc.headings[list[k - 1]], &b = doc.headings[list[k]];
        if (a.level != b.level || a.number.style == b.number.style ||
            b.number.value != a.number.value + 1) {
          continue;
        }
        // （四） behind the points 1. 2. 3. of （三） goes on with its own count.
        const bool own = std::any_of(
            list.begin(), list.begin() + static_cast<std::ptrdiff_t>(k), [&](std::uint32_t h) {
              const auto& n = doc.headings[h].number;
              return n.style == b.number.style && n.value + 1 == b.number.value;
            });
        if (own) break;
        const bool first_odd = k + 1 < list.size() && k == 1 &&
                               doc.headings[list[k + 1]].number.style == b.number.style;
        const auto odd = first_odd ? list[k - 1] : list[k];
        const auto other = first_odd ? list[k] : list[k - 1];
        Report(doc, odd, other,
               NumberLike(doc, doc.headings[other].number, doc.headings[odd].number.value), true, 1,
               reporter);
        break;  // one place for each section
      }
    }
  }
};

}  // namespace

const CheckKind kHeadingStyle = {
    "heading_style",
    {"同级标题的序号写法不一致", "Headings of one level numbered in different ways"},
    "{}",
    {},
    {"text", "other", "expected"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<HeadingStyle>(); }};

}  // namespace hegao
