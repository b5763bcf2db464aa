// A percentage that its own two numbers do not make.
#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/number/growth.h"
#include "checks/number/kinds.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kExact = 1e-6;
constexpr std::size_t kMostQuantities = 64;  // of a sentence
constexpr std::size_t kHan = 3;              // bytes
constexpr std::size_t kLongestTail = 18;     // bytes between the rate's name and its number

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
        modifiers_(p.Texts("modifiers")),
        shares_(p.Texts("shares")),
        elsewhere_(p.Texts("elsewhere")),
        planned_(p.Texts("planned")),
        excuses_(p.Texts("excuses")),
        traits_(p.Texts("traits")),
        change_{WordList(p.Texts("up")), WordList(p.Texts("down")), WordList(p.Texts("before"))} {
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
          if (const auto made = GrowthOf(place, i, change_)) Report(place, i, *made, reporter);
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
    auto made = GrowthOf(place, i, change_);
    if (!made) made = Fraction(place, i);
    if (!made) made = NamedRate(place, i);
    if (!made) made = ShareOf(place, i);
    if (!made) made = JustBefore(place, i);
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
      if (at == label.npos || label.size() - at - length > kLongestTail) continue;
      const auto before = label.substr(0, at);
      // 办复率和满意率: the number is of both.
      if (Contains(before, "率") || Contains(label.substr(at + length), "率")) return std::nullopt;
      const bool modified = modifiers_.In(before);
      std::optional<std::size_t> part;
      for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
        const auto& q = p.all[j];
        if (q.measure != Measure::count || q.group < 0) continue;
        const auto said = p.Label(j);
        const auto done = rate.parts.In(said) ? said : OwnAfter(p, j);
        if (!rate.parts.In(done) || Denied(done)) continue;
        const auto k = OutOf(p, j) ? j + 1 : j;
        if (modifiers_.In(done) != modified || !p.all[k].Exact() || part) return std::nullopt;
        part = k;
        j = k;
      }
      if (!part) break;
      return OfWholes(p, i, *part, true);
    }
    return AnyRate(p, i, label);
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
    if (at == label.npos || at < kTwoCharacters || label.size() - at > kLongestTail)
      return std::nullopt;
    auto what = label.substr(at - kTwoCharacters, kTwoCharacters);
    const bool modified = modifiers_.In(label);
    // 报备及时率
    if (modifiers_.AtStart(what) == what.size() && at >= 2 * kTwoCharacters)
      what = label.substr(at - 2 * kTwoCharacters, kTwoCharacters);
    const auto due = "应" + std::string(what);
    if (label.find("率") != at || change_.up.In(what) || modifiers_.In(what)) return std::nullopt;
    std::optional<std::size_t> part;
    for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
      const auto& q = p.all[j];
      if (q.measure != Measure::count || q.group < 0) continue;
      // 已有12个建成
      const auto said = Contains(p.Label(j), what) ? p.Label(j) : Near(OwnAfter(p, j));
      if (!Contains(said, what) || Denied(said) || Contains(said, due)) continue;
      if (modified && !modifiers_.In(said)) continue;
      if (modifiers_.In(said) != modified || !q.Exact() || part) return std::nullopt;
      part = j;
    }
    return part ? OfWholes(p, i, *part, false) : std::nullopt;
  }

  /// 未办结, 正在调解: not what the rate counts.
  static bool Denied(std::string_view label) {
    return label.starts_with("应") || Contains(label, "未") || Contains(label, "正在") ||
           Contains(label, "不予") || Contains(label, "待") || Contains(label, "拒") ||
           Contains(label, "失败");
  }

  /// 共60件，其中民事45件，占75%
  std::optional<MadeRate> ShareOf(const RatePlace& p, std::size_t i) const {
    const auto label = p.Label(i);
    if (shares_.AtStart(label) == 0 || elsewhere_.In(label) || i == p.sentence.first)
      return std::nullopt;
    const auto& part = p.all[i - 1];
    if (part.measure != Measure::count || part.group < 0 || !part.Exact()) return std::nullopt;
    return OfWholes(p, i, i - 1, false);
  }

  /// 共有200家，走访150家，覆盖率80%: the two numbers right before a rate that nothing else is of.
  std::optional<MadeRate> JustBefore(const RatePlace& p, std::size_t i) const {
    if (i < p.sentence.first + 2) return std::nullopt;
    const auto &whole = p.all[i - 2], &part = p.all[i - 1];
    const auto name = RateName(p.Label(i));
    if (name.empty() || !SameKind(whole, part) || whole.group < 0 || whole.value < part.value)
      return std::nullopt;
    if (!whole.Exact() || !part.Exact() || whole.grain > 1 || whole.value <= 0) return std::nullopt;
    for (auto j = p.sentence.first; j < p.sentence.last; ++j) {
      if (j + 2 != i && j + 1 != i && SameKind(p.all[j], part)) return std::nullopt;
    }
    const auto joint = JointOf(Lead(p.doc, p.sentence, p.all, i - 1));
    const auto said =
        std::string(p.Label(i - 1)) + std::string(LabelAfter(p.doc, p.sentence, p.all, i - 1));
    if (joint == Joint::list || joint == Joint::bracket || Denied(said)) return std::nullopt;
    const auto both = said + "," + std::string(p.Label(i - 2));
    if (elsewhere_.In(said) || !Related(name, said, both, p.all[i])) return std::nullopt;
    return Make(p, i - 1, i - 2, false);
  }

  /// 抽查完成 of 抽查完成率达; empty if it is none, or says by how much something changed.
  std::string_view RateName(std::string_view label) const {
    static const WordList kNames({"率", "占比", "比例", "比重", "覆盖面"});
    std::size_t length = 0;
    auto at = kNames.LastIn(label, &length);
    if (at == label.npos || label.size() - at > kLongestTail) return {};
    if (kNames.In(label.substr(0, at))) return {};
    if (label.substr(at).starts_with("覆盖面")) at += 2 * kHan;
    const bool change = change_.up.In(label) || change_.down.In(label) || elsewhere_.In(label);
    return change ? std::string_view{} : label.substr(0, at);
  }

  /// A rate of what is done with things (覆盖率) may be of any two numbers, one of a trait (满意率)
  /// or of something with a longer name only where the part has a word of it.
  bool Related(std::string_view name, std::string_view said, std::string_view both,
               const Quantity& percent) const {
    constexpr std::size_t kTwo = 6, kFour = 12;  // bytes of Chinese characters
    constexpr double kAll = 100;
    bool all = true, word = false;
    for (std::size_t at = 0; at < name.size(); at += DecodeAt(name, at).length) {
      all = all && Contains(said, name.substr(at, DecodeAt(name, at).length));
      const auto two = name.substr(at, kTwo);
      word = word || (two.size() == kTwo && Contains(both, two));
    }
    if (all) return true;  // 网办 of 网上办理
    if (traits_.In(name) || modifiers_.In(name)) return false;
    if (word) return name.size() <= kFour;
    return name.size() <= kTwo && percent.value < kAll;
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
    const auto label = static_cast<std::uint32_t>(p.Label(i).size());
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
  WordList wholes_, modifiers_, shares_, elsewhere_, planned_, excuses_, traits_;
  ChangeWords change_;
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
