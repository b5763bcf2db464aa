// A percentage that its own two numbers do not make.
#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/number/growth.h"
#include "checks/number/kinds.h"
#include "checks/number/rates_before.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kExact = 1e-6;
constexpr std::size_t kMostQuantities = 64;  // of a sentence
constexpr std::size_t kHan = 3;              // bytes

struct Rate {
  WordList names, parts;
};

double Share(const Quantity& part, const Quantity& whole) { return part.value / whole.value * 100; }

/// How far the typed percentage is from the true one.
enum class Fit : std::uint8_t { right, rounded_up, wrong };

Fit FitOf(const Quantity& typed, double percent, double blur = 0) {
  const double off = typed.value - percent;
  if (std::abs(off) <= blur + typed.grain / 2 + kExact) return Fit::right;
  if (off < 0 && -off < typed.grain + kExact) return Fit::right;  // cut off
  return off > 0 && off < typed.grain ? Fit::rounded_up : Fit::wrong;
}

class RateMismatch : public Check {
 public:
  explicit RateMismatch(const Params& p)
      : reader_(p.Records("units")),
        wholes_(p.Texts("wholes")),
        shares_(p.Texts("shares")),
        planned_(p.Texts("planned")),
        excuses_(p.Texts("excuses")),
        words_{WordList(p.Texts("modifiers")),
               WordList(p.Texts("elsewhere")),
               WordList(p.Texts("traits")),
               {WordList(p.Texts("up")), WordList(p.Texts("down")), WordList(p.Texts("before"))}} {
    for (const auto& r : p.Records("rates"))
      rates_.push_back({WordList(r.Texts("names")), WordList(r.Texts("parts"))});
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    auto all = reader_.Read(in.doc);
    // 第二期 is no count of 期.
    all.erase(std::remove_if(all.begin(), all.end(), [](const Quantity& q) { return q.ordinal; }),
              all.end());
    const auto sentences = Sentences(in.doc, all);
    for (std::size_t n = 0; n < sentences.size(); ++n) {
      const auto& s = sentences[n];
      if (n > 0) OwnSentence(in.doc, all, sentences[n - 1], s, reporter);
      const RatePlace place{in.doc, all, s};
      // Each percentage is held to each number: a table in one block is not prose.
      if (s.last - s.first > kMostQuantities || excuses_.In(in.doc.Text(s.span))) continue;
      for (auto i = s.first; i < s.last; ++i) {
        const auto& q = all[i];
        if (q.measure == Measure::points && q.Exact()) {
          if (const auto made = GrowthOf(place, i, words_.change))
            Report(place, i, *made, reporter);
          continue;
        }
        if (q.measure != Measure::percent || (!q.Exact() && !AtLeast(in.doc, q))) continue;
        if (planned_.In(place.Label(i))) continue;
        const auto made = q.Exact() ? AnyOf(place, i) : NamedRate(place, i);
        if (made) Report(place, i, *made, reporter);
      }
    }
  }

 private:
  /// 受理120件，办结96件。办结率95%。 A rate that stands alone is of the sentence before it.
  void OwnSentence(const Document& doc, const std::vector<Quantity>& all,
                   const QuantitySentence& before, const QuantitySentence& s,
                   Reporter& reporter) const {
    const auto i = s.first;
    const auto& q = all[i];
    if (q.measure != Measure::percent || !q.Exact() || all[before.first].block != q.block) return;
    const QuantitySentence both{before.first, s.last, {before.span.begin, s.span.end}};
    if (both.last - both.first > kMostQuantities || excuses_.In(doc.Text(both.span))) return;
    const RatePlace place{doc, all, both};
    const auto label = place.Label(i);
    const bool alone = std::any_of(rates_.begin(), rates_.end(), [&](const Rate& rate) {
      return rate.names.AtStart(label) != 0;
    });
    auto made = alone && !planned_.In(label) ? NamedRate(place, i) : std::nullopt;
    if (!made || made->part >= s.first || made->whole >= s.first) return;
    made->sure = false;
    Report(place, i, *made, reporter);
  }

  std::optional<MadeRate> AnyOf(const RatePlace& place, std::size_t i) const {
    auto made = GrowthOf(place, i, words_.change);
    if (!made) made = Fraction(place, i);
    if (!made) made = NamedRate(place, i);
    if (!made) made = ShareOf(place, i);
    if (!made) made = RateRightBefore(place, i, words_);
    return made;
  }

  /// The one number of which `part` is a share, out of those in [first, last).
  std::optional<MadeRate> OfWholes(const RatePlace& p, std::size_t percent, std::size_t part,
                                   bool named) const {
    std::optional<std::size_t> only, cued;
    int candidates = 0, cues = 0;
    for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
      const auto& w = p.all[j];
      if (j == part || !SameKind(w, p.all[part])) continue;
      if (!w.Exact() || w.grain > 1 || Listed(p, j, part)) return std::nullopt;
      if (w.value < p.all[part].value || w.value <= 0) continue;
      if (FitOf(p.all[percent], Share(p.all[part], w)) == Fit::right) return std::nullopt;
      if (j > percent && !wholes_.In(p.Label(j))) continue;
      ++candidates;
      only = j;
      if (wholes_.In(p.Label(j))) {
        ++cues;
        cued = j;
      }
    }
    if (candidates == 1) return Make(p, part, *only, cues == 1 || named);
    if (cues == 1 && named) return Make(p, part, *cued, false);
    return std::nullopt;
  }

  /// 受理信访60件、投诉30件: the whole may be both.
  static bool Listed(const RatePlace& p, std::size_t j, std::size_t part) {
    if (j == p.sentence.first || j == part || j - 1 == part || !SameKind(p.all[j - 1], p.all[j]))
      return false;
    const auto lead = Lead(p.doc, p.sentence, p.all, j);
    return JointOf(lead) == Joint::list && !Contains(lead, "其中") &&
           !Contains(Lead(p.doc, p.sentence, p.all, j - 1), "其中");
  }

  static MadeRate Make(const RatePlace& p, std::size_t part, std::size_t whole, bool sure) {
    return {part, whole, Share(p.all[part], p.all[whole]), sure};
  }

  /// 受理60件，办结50件，办结率83.3%
  std::optional<MadeRate> NamedRate(const RatePlace& p, std::size_t i) const {
    const auto label = p.Label(i);
    for (const auto& rate : rates_) {
      std::size_t length = 0;
      const auto at = rate.names.LastIn(label, &length);
      if (at == label.npos || label.size() - at - length > kLongestRateTail) continue;
      const auto before = label.substr(0, at);
      // 办复率和满意率: the number is of both.
      if (Contains(before, "率") || Contains(label.substr(at + length), "率")) return std::nullopt;
      const bool modified = words_.modifiers.In(before);
      std::optional<std::size_t> part;
      for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
        const auto& q = p.all[j];
        if (q.measure != Measure::count || q.group < 0) continue;
        const auto said = p.Label(j);
        const auto done = rate.parts.In(said) ? said : OwnAfter(p, j);
        if (!rate.parts.In(done) || Denied(done) || IsDue(rate, done)) continue;
        const auto k = OutOf(p, j) ? j + 1 : j;
        if (words_.modifiers.In(done) != modified || !p.all[k].Exact() || part) return std::nullopt;
        part = k;
        j = k;
      }
      if (!part) break;
      return OfWholes(p, i, *part, true);
    }
    return AnyRate(p, i, label);
  }

  /// 应出庭8件: the whole of which 出庭6件 is a part.
  static bool IsDue(const Rate& rate, std::string_view said) {
    std::size_t length = 0;
    const auto at = rate.parts.LastIn(said, &length);
    return at != said.npos && said.substr(0, at).ends_with("应");
  }

  /// What stands behind a number and belongs to it: 任务完成 in 60项任务完成50项 is of the second.
  static std::string_view OwnAfter(const RatePlace& p, std::size_t j) {
    const auto after = LabelAfter(p.doc, p.sentence, p.all, j);
    if (j + 1 >= p.sentence.last) return after;
    const auto to_next = p.all[j + 1].folded.begin - p.all[j].folded.end;
    return after.size() == to_next ? std::string_view{} : after;
  }

  /// What is done with a number stands right behind it, else it is of something else.
  static std::string_view Near(std::string_view after) {
    constexpr std::size_t kFive = 15;  // bytes of Chinese characters
    const auto cut = std::min(after.size(), kFive);
    return after.substr(0, IsBoundary(after, cut) ? cut : 0);
  }

  /// 完成40项任务中的30项: what is done is the second.
  static bool OutOf(const RatePlace& p, std::size_t j) {
    if (j + 1 >= p.sentence.last || !SameKind(p.all[j], p.all[j + 1])) return false;
    const auto between = Lead(p.doc, p.sentence, p.all, j + 1);
    return between.ends_with("中的") || between.ends_with("中") || between.ends_with("里的");
  }

  /// 维持10件 … 维持率: a rate that no table names, by the two characters before 率.
  std::optional<MadeRate> AnyRate(const RatePlace& p, std::size_t i, std::string_view label) const {
    constexpr std::size_t kTwoCharacters = 6;
    const auto at = label.rfind("率");
    if (at == label.npos || at < kTwoCharacters || label.size() - at > kLongestRateTail)
      return std::nullopt;
    auto what = label.substr(at - kTwoCharacters, kTwoCharacters);
    const bool modified = words_.modifiers.In(label);
    // 报备及时率
    if (words_.modifiers.AtStart(what) == what.size() && at >= 2 * kTwoCharacters)
      what = label.substr(at - 2 * kTwoCharacters, kTwoCharacters);
    const auto due = "应" + std::string(what);
    if (label.find("率") != at || words_.change.up.In(what) || words_.modifiers.In(what))
      return std::nullopt;
    std::optional<std::size_t> part;
    for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
      const auto& q = p.all[j];
      if (q.measure != Measure::count || q.group < 0) continue;
      // 已有12个建成
      const auto said = Contains(p.Label(j), what) ? p.Label(j) : Near(OwnAfter(p, j));
      if (!Contains(said, what) || Denied(said) || Contains(said, due)) continue;
      if (modified && !words_.modifiers.In(said)) continue;
      if (words_.modifiers.In(said) != modified || !q.Exact() || part) return std::nullopt;
      part = j;
    }
    return part ? OfWholes(p, i, *part, false) : std::nullopt;
  }

  /// 共60件，其中民事45件，占75%
  std::optional<MadeRate> ShareOf(const RatePlace& p, std::size_t i) const {
    const auto label = p.Label(i);
    // 持证的21人，占在岗人员28人的75%
    if (label == "的" && i >= p.sentence.first + 2 && SameKind(p.all[i - 2], p.all[i - 1]) &&
        shares_.AtStart(p.Label(i - 1)) != 0 && p.all[i - 1].Exact() && p.all[i - 2].Exact() &&
        p.all[i - 1].value >= p.all[i - 2].value && p.all[i - 1].value > 0) {
      return Make(p, i - 2, i - 1, true);
    }
    if (shares_.AtStart(label) == 0 || words_.elsewhere.In(label) || i == p.sentence.first)
      return std::nullopt;
    const auto& part = p.all[i - 1];
    if (part.measure != Measure::count || part.group < 0 || !part.Exact()) return std::nullopt;
    return OfWholes(p, i, i - 1, false);
  }

  /// 完成率98%（50/60)
  static std::optional<MadeRate> Fraction(const RatePlace& p, std::size_t i) {
    if (!Contains(p.Label(i), "率")) return std::nullopt;
    std::optional<std::size_t> over;
    for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
      if (p.all[j].measure == Measure::percent && j != i) return std::nullopt;
      if (!p.all[j].over || j + 1 >= p.sentence.last) continue;
      if (over) return std::nullopt;
      over = j;
    }
    if (!over || p.all[*over + 1].value < p.all[*over].value || p.all[*over + 1].value <= 0)
      return std::nullopt;
    return Make(p, *over, *over + 1, true);
  }

  static Span Whole(const Quantity& q) {
    return {q.number.begin, q.unit.empty() ? q.number.end : q.unit.end};
  }

  static void Report(const RatePlace& p, std::size_t i, const MadeRate& made, Reporter& reporter) {
    const auto& typed = p.all[i];
    const auto fit = FitOf(typed, made.percent, made.blur);
    if (fit == Fit::right) return;
    const bool least = AtLeast(p.doc, typed);
    if (least && made.percent > typed.value - 2 * typed.grain) return;
    ReportExtras extras;
    extras.weaker = least || !made.sure || fit == Fit::rounded_up;
    extras.related = {Whole(p.all[made.whole]), Whole(p.all[made.part])};
    const auto said = p.Label(i) == "的" ? std::string_view() : p.Label(i);
    const auto label = static_cast<std::uint32_t>(said.size());
    const auto begin = typed.folded.begin;
    const bool points = typed.measure == Measure::points;
    const auto rate = points ? Span{typed.number.begin, typed.folded.end} : typed.number;
    const Message sign = points ? Message{"个百分点", " points"} : Message{"%", "%"};
    reporter.Report({begin - std::min(begin, label), rate.end},
                    {{"rate", std::string(p.doc.Text(rate))},
                     {"part", hegao::Typed(p.doc, p.all[made.part])},
                     {"whole", hegao::Typed(p.doc, p.all[made.whole])},
                     {"computed", Shown(made.percent) + reporter.In(sign)}},
                    extras);
  }

  QuantityReader reader_;
  std::vector<Rate> rates_;
  WordList wholes_, shares_, planned_, excuses_;
  RateWords words_;
};

const std::vector<ParamSpec>& RateFields() {
  static const std::vector<ParamSpec> fields = {
      {"names", ParamType::texts, true, {"率的名称，如“办结率”", "names of the rate"}},
      {"parts", ParamType::texts, true, {"它数的是什么，如“办结”", "words for what it counts"}},
  };
  return fields;
}

}  // namespace

const CheckKind kRateMismatch = {
    "rate_mismatch",
    {"百分比与同一句里的两个数不符", "A percentage that its own two numbers do not make"},
    "units: [{words: [件]}]\nrates: [{names: [办结率], parts: [办结]}]",
    {UnitsParam(),
     {"rates",
      ParamType::records,
      true,
      {"率和它数的东西", "rates and what they count"},
      0,
      1000000,
      {},
      RateFields()},
     {"wholes",
      ParamType::texts,
      false,
      {"全部数量前面的字，如“受理”", "words before all there are"}},
     {"modifiers",
      ParamType::texts,
      false,
      {"限定一部分的字，如“按期”；率和数要么都有，要么都没有",
       "words that narrow what is counted; the rate and its number have one or neither has"}},
     {"shares", ParamType::texts, false, {"引出占比的字，如“占”", "words that begin a share"}},
     {"elsewhere",
      ParamType::texts,
      false,
      {"占比的对象不在句中的字，如“全县”", "words for a whole that the sentence does not give"}},
     {"up", ParamType::texts, false, {"表示增加的字", "words for a rise"}},
     {"down", ParamType::texts, false, {"表示减少的字", "words for a fall"}},
     {"before", ParamType::texts, false, {"表示上年的字", "words for the year before"}},
     {"planned",
      ParamType::texts,
      false,
      {"率前面有这些字就是打算，如“力争”", "words before a rate that is a plan"}},
     {"traits",
      ParamType::texts,
      false,
      {"说的是好坏的率，如“满意”，句中没有这个字就不算",
       "rates of a trait, computed only where the part names it"}},
     {"excuses",
      ParamType::texts,
      false,
      {"句中有这些字就不算，如“未到期”", "words of sentences in which it is not computed"}}},
    {"rate", "part", "whole", "computed"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<RateMismatch>(p); }};

}  // namespace hegao
