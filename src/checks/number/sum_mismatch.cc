// Parts that do not make their total.
#include <algorithm>
#include <cmath>

#include "checks/number/kinds.h"
#include "checks/number/shares.h"
#include "checks/number/sums.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kExact = 1e-6;
constexpr double kNearSteps = 0.05;  // by how much parts that may overlap miss a total by a slip

enum class Certainty : std::uint8_t { silent, weak, sure };

class SumMismatch : public Check {
 public:
  explicit SumMismatch(const Params& p)
      : reader_(p.Records("units")),
        overlap_(p.Texts("overlap")),
        carried_(p.Texts("carried")),
        shares_(p.Texts("shares")) {
    words_.totals = WordList(p.Texts("totals"));
    words_.wholes = WordList(p.Texts("wholes"));
    words_.closed = WordList(p.Texts("closed"));
    words_.rest = WordList(p.Texts("rest"));
    words_.year = WordList(p.Texts("year"));
    words_.composed = WordList(p.Texts("composed"));
    for (const auto& y : p.Records("periods")) words_.periods.push_back(y.Texts("words"));
    for (const auto& c : p.Records("complements"))
      words_.complements.push_back({WordList(c.Texts("one")), WordList(c.Texts("other"))});
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    auto all = reader_.Read(in.doc);
    // 第一期46人、第二期38人: an ordinal is part of what the number counts.
    all.erase(std::remove_if(all.begin(), all.end(), [](const Quantity& q) { return q.ordinal; }),
              all.end());
    const auto sentences = Sentences(in.doc, all);
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      const bool follows =
          s > 0 && all[sentences[s - 1].first].block == all[sentences[s].first].block;
      const SumText text{in.doc, all, sentences[s], follows ? &sentences[s - 1] : nullptr};
      for (const auto& sum : FindSums(text, words_)) Judge(text, sum, reporter);
      CheckShares(text, shares_, words_.complements, reporter);
    }
  }

 private:
  /// All numbers that take part are exact, and none is one of each (每村3个).
  bool Readable(const SumText& t, const Sum& sum) const {
    const auto exact = [&](std::size_t i) {
      const auto before = LabelBefore(t.doc, t.sentence, t.all, i);
      const bool each = before.find("每") != before.npos || before.find("各") == 0;
      return t.all[i].Exact() && !each && !t.all[i].over;
    };
    // 各所共梳理268项：许可121项、处罚147项: they did it together, and if not, it is said of the
    // parts too
    const auto sure_total = [&](std::size_t i) {
      const bool here = i >= t.sentence.first && i < t.sentence.last;
      const bool every = here && Contains(LabelBefore(t.doc, t.sentence, t.all, i), "每");
      return t.all[i].Exact() && !t.all[i].over && !every;
    };
    const auto torn = [&](std::size_t i) {
      return i > t.sentence.first && HasTornNumber(Lead(t.doc, t.sentence, t.all, i));
    };
    if (std::any_of(sum.parts.begin(), sum.parts.end(), torn)) return false;
    return std::all_of(sum.parts.begin(), sum.parts.end(), exact) &&
           std::all_of(sum.totals.begin(), sum.totals.end(), sure_total);
  }

  /// 12 7件: a number that was cut by the end of a line and is not read.
  static bool HasTornNumber(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    for (auto at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
      if (at > 0 && at + 1 < text.size() && digit(text[at - 1]) && digit(text[at + 1])) return true;
    }
    return false;
  }

  /// By how much a sum of 1.2万 and 3500 may be off: the first is rounded. 300万 and 250万 are
  /// rounded alike and make their total exactly.
  static double Slack(const SumText& t, const Sum& sum, std::size_t total) {
    const double grain = t.all[total].grain;
    const auto alike = [&](std::size_t i) { return t.all[i].grain == grain; };
    if (std::all_of(sum.parts.begin(), sum.parts.end(), alike)) return 0;
    double slack = grain > 1 ? grain / 2 : 0;
    for (const auto i : sum.parts) slack += t.all[i].grain > 1 ? t.all[i].grain / 2 : 0;
    return slack;
  }

  /// Parts may be counted twice: 立案, 结案 of one case, 党员 among 女干部.
  bool Overlapping(const SumText& t, const Sum& sum) const {
    if (reader_.MayOverlap(t.all[sum.parts[0]].group)) return true;
    return std::any_of(sum.parts.begin(), sum.parts.end(),
                       [&](std::size_t i) { return overlap_.In(PartLabel(t, i)); });
  }

  /// 党员28人、女性17人: more than one of them may be the same ones.
  bool ManySteps(const SumText& t, const Sum& sum) const {
    return sum.grammar != SumGrammar::bracket &&
           std::count_if(sum.parts.begin(), sum.parts.end(),
                         [&](std::size_t i) { return overlap_.In(PartLabel(t, i)); }) > 1;
  }

  /// 民事案件40件，刑事案件15件: the same sort of words.
  static bool Parallel(const SumText& t, const Sum& sum) {
    const auto last = [&](std::size_t i) {
      const auto label = PartLabel(t, i);
      return label.empty() ? char32_t{0} : DecodeBefore(label, label.size()).value;
    };
    const auto first = last(sum.parts[0]);
    const auto size = PartLabel(t, sum.parts[0]).size();
    constexpr std::size_t kShort = 12;  // bytes: 民事, 刑事
    if (size > 0 && size <= kShort &&
        std::all_of(sum.parts.begin(), sum.parts.end(),
                    [&](std::size_t i) { return PartLabel(t, i).size() == size; })) {
      return true;
    }
    return std::all_of(sum.parts.begin(), sum.parts.end(),
                       [&](std::size_t i) { return last(i) == first && IsHan(first); });
  }

  /// 15个村，其中20个调解室: other things in the same unit.
  static bool OtherThings(const SumText& t, const Sum& sum, std::size_t total) {
    const auto& home = total < t.sentence.first ? *t.before : t.sentence;
    auto of_total = LabelAfter(t.doc, home, t.all, total);
    const auto which = of_total.find("其中");
    if (which != of_total.npos) of_total = of_total.substr(0, which);
    if (of_total.ends_with("中")) of_total.remove_suffix(3);  // 29人中，…
    if (of_total.empty()) return false;
    return std::any_of(sum.parts.begin(), sum.parts.end(), [&](std::size_t i) {
      auto noun = LabelAfter(t.doc, t.sentence, t.all, i);
      if (const auto and_at = noun.find("和"); and_at != noun.npos) noun = noun.substr(0, and_at);
      if (noun.empty()) noun = LabelBefore(t.doc, t.sentence, t.all, i);
      // 12个村、5个社区，共17个村（社区）
      const bool named = !noun.empty() && Contains(Behind(t, total), LastCharacter(noun));
      return noun.empty() || (noun.find(LastCharacter(of_total)) == noun.npos && !named);
    });
  }

  /// From a total of the sentence to the next comma, brackets too.
  static std::string_view Behind(const SumText& t, std::size_t i) {
    if (i < t.sentence.first || i >= t.sentence.last) return {};
    const auto to = i + 1 < t.sentence.last ? t.all[i + 1].folded.begin : t.sentence.span.end;
    const auto rest = t.doc.Text({t.all[i].folded.end, std::max(t.all[i].folded.end, to)});
    return rest.substr(0, rest.find_first_of(",;"));
  }

  static std::string_view LastCharacter(std::string_view s) {
    return s.substr(s.size() - DecodeBefore(s, s.size()).length);
  }

  /// 行政许可, 行政处罚: they begin with the same two characters, kinds of one thing.
  bool Akin(const SumText& t, const Sum& sum) const {
    constexpr std::size_t kTwo = 6;
    const auto first = PartLabel(t, sum.parts[0]).substr(0, kTwo);
    return first.size() == kTwo && !overlap_.In(first) &&
           std::all_of(sum.parts.begin(), sum.parts.end(), [&](std::size_t i) {
             return PartLabel(t, i).starts_with(first) && PartLabel(t, i).size() > kTwo;
           });
  }

  /// Two of them are what the other is not: 整改26个、正在整改3个、列入长期2个.
  bool Partition(const SumText& t, const Sum& sum) const {
    for (std::size_t a = 0; a + 1 < sum.parts.size(); ++a) {
      for (auto b = a + 1; b < sum.parts.size(); ++b) {
        if (AreComplementary(PartLabel(t, sum.parts[a]), PartLabel(t, sum.parts[b]),
                             words_.complements)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Numbers that nothing calls parts: only where they nearly make the total.
  Certainty WeighBare(const SumText& t, const Sum& sum, double made, std::size_t total) const {
    const double near = sum.joint == Joint::comma ? 0.1 : 0.2;
    const double off = std::abs(made - t.all[total].value);
    const bool kinds = Partition(t, sum);
    // 按时办结452件、延期办结15件、退回1件: steps of one case would not so nearly make it.
    const bool steps = Overlapping(t, sum) && !kinds &&
                       (sum.parts.size() < 3 || off > kNearSteps * t.all[total].value);
    if (sum.open || sum.strangers > 0 || steps) return Certainty::silent;
    if (off > near * t.all[total].value) return Certainty::silent;
    if (sum.closed) return Certainty::sure;
    if (sum.parts.size() < 3 && !kinds && !Parallel(t, sum)) return Certainty::silent;
    return Certainty::weak;
  }

  /// 12件，其中维持6件、撤销2件、终止3件: three or more that nearly make it were hardly meant as
  /// some of them.
  static bool ListedNearly(const SumText& t, const Sum& sum, double made, double total) {
    // Too few may be meant as some of them, too many may not.
    const double kNear = made < total && sum.grammar == SumGrammar::of_which ? 0.12 : 0.2;
    const std::size_t least = sum.named ? 2 : 3;
    return sum.parts.size() >= least &&
           (sum.grammar == SumGrammar::of_which || sum.grammar == SumGrammar::bracket ||
            JointOf(Lead(t.doc, t.sentence, t.all, sum.parts[1])) == Joint::list) &&
           std::abs(made - total) <= kNear * total;
  }

  Certainty Weigh(const SumText& t, const Sum& sum, double made, std::size_t total) const {
    const double most = t.all[total].value;
    const bool over = made > most + Slack(t, sum, total) + kExact * std::max(1.0, made);
    const bool other = !sum.composed && OtherThings(t, sum, total);
    if (sum.parts.size() == 1) {
      if (!over || overlap_.In(PartLabel(t, sum.parts[0]))) return Certainty::silent;
      return other ? Certainty::silent : Certainty::sure;
    }
    if (sum.complementary && !sum.open) {
      if (sum.grammar == SumGrammar::pair) {
        return sum.closed && sum.strangers == 0 ? Certainty::sure : Certainty::weak;
      }
      return Certainty::sure;
    }
    if (sum.grammar == SumGrammar::bare) return WeighBare(t, sum, made, total);
    const bool listed = ListedNearly(t, sum, made, most) && !sum.open && !other;
    if (Overlapping(t, sum)) {
      const bool kinds = sum.grammar == SumGrammar::apart || sum.closed || (over && Akin(t, sum));
      return kinds && !sum.open && !other && (sum.closed || !reader_.MayOverlap(t.all[total].group))
                 ? Certainty::weak
             : listed && (over || sum.grammar == SumGrammar::after) && !ManySteps(t, sum)
                 ? Certainty::weak
                 : Certainty::silent;
    }
    if (sum.grammar == SumGrammar::after) {
      // 甲40件、乙15件，共办结50件 is a step further.
      const bool step = !sum.closed && overlap_.In(LabelBefore(t.doc, t.sentence, t.all, total));
      if (other || step) return Certainty::silent;
      return sum.strangers > 0 || sum.joint == Joint::comma ? Certainty::weak : Certainty::sure;
    }
    if (over) {
      const bool list = sum.joint == Joint::list || sum.grammar != SumGrammar::of_which;
      if (!list && !Parallel(t, sum)) return Certainty::silent;
      return other ? Certainty::weak : Certainty::sure;
    }
    if (sum.open || other) return Certainty::silent;
    if (sum.closed) return Certainty::sure;
    const bool bracket = sum.grammar == SumGrammar::bracket && !sum.loose;
    return bracket || listed ? Certainty::weak : Certainty::silent;
  }

  /// 完成39项，占总数41项的95.1%，剩余2项: what was taken for a part is the total.
  static bool OneIsTheWhole(const SumText& t, const Sum& sum, std::size_t total) {
    if (sum.parts.size() != 2) return false;
    const double a = t.all[sum.parts[0]].value, b = t.all[sum.parts[1]].value;
    const double rest = t.all[total].value;
    return std::abs(a - b - rest) < kExact || std::abs(b - a - rest) < kExact;
  }

  void Judge(const SumText& t, const Sum& sum, Reporter& reporter) const {
    if (!Readable(t, sum) || carried_.In(t.doc.Text(t.sentence.span))) return;
    double made = 0;
    for (const auto i : sum.parts) made += t.all[i].value;
    auto total = sum.totals[0];
    for (const auto i : sum.totals) {
      const double exact = kExact * std::max(1.0, made);
      if (std::abs(t.all[i].value - made) <= Slack(t, sum, i) + exact) return;
      if (t.all[i].value > t.all[total].value) total = i;
    }
    if (sum.strangers > 0 && OtherwiseMade(t, sum, made)) return;
    if (OneIsTheWhole(t, sum, total)) return;
    const auto certainty = Weigh(t, sum, made, total);
    if (certainty == Certainty::silent) return;
    ReportExtras extras;
    extras.weaker = certainty == Certainty::weak;
    const auto& last = t.all[sum.parts.back()];
    const auto& whole = t.all[total];
    const auto end = last.unit.empty() ? last.number.end : last.unit.end;
    const Span hit = Hull(Hull({t.all[sum.parts[0]].number.begin, end}, whole.number),
                          whole.unit.empty() ? whole.number : whole.unit);
    extras.related = {{whole.number.begin, whole.folded.end}};
    const auto unit = std::string(t.doc.Text(whole.unit));
    const bool single = sum.parts.size() == 1;
    const Message fault =
        single ? Message{"部分“" + Typed(t.doc, last) + "”大于总数", "the part is larger than"}
               : Message{"各部分相加是" + Shown(made) + unit + "，总数写的是",
                         "the parts make " + Shown(made) + ", the total says"};
    reporter.Report(
        hit, {{"fault", reporter.In(fault)}, {"total", Typed(t.doc, whole)}, {"sum", Shown(made)}},
        extras);
  }

  /// With other numbers of the sentence they make the total after all.
  static bool OtherwiseMade(const SumText& t, const Sum& sum, double made) {
    const auto group = t.all[sum.parts[0]].group;
    const auto is_part = [&](std::size_t i) {
      return std::find(sum.parts.begin(), sum.parts.end(), i) != sum.parts.end() ||
             std::find(sum.totals.begin(), sum.totals.end(), i) != sum.totals.end();
    };
    const bool after = sum.grammar == SumGrammar::after;
    double with = made;
    for (auto n = t.sentence.first; n < t.sentence.last; ++n) {
      // The nearest first: those before the parts where the total stands behind them.
      const auto i = after ? t.sentence.last - 1 - (n - t.sentence.first) : n;
      if (t.all[i].group != group || is_part(i)) continue;
      if (after && i > sum.totals[0]) continue;
      with += t.all[i].value;
      for (const auto total : sum.totals) {
        const double value = t.all[total].value;
        if (std::abs(with - value) < kExact || std::abs(made + t.all[i].value - value) < kExact)
          return true;
      }
    }
    return false;
  }

  QuantityReader reader_;
  WordList overlap_, carried_, shares_;
  SumWords words_;
};

const std::vector<ParamSpec>& ComplementFields() {
  static const std::vector<ParamSpec> fields = {
      {"one", ParamType::texts, true, {"一类的说法", "words for one kind"}},
      {"other", ParamType::texts, true, {"另一类的说法", "words for all others"}},
  };
  return fields;
}

const std::vector<ParamSpec>& PeriodFields() {
  static const std::vector<ParamSpec> fields = {
      {"words", ParamType::texts, true, {"一年的几段，依次", "the periods, in order"}},
  };
  return fields;
}

}  // namespace

const CheckKind kSumMismatch = {
    "sum_mismatch",
    {"各部分相加与总数不符", "Parts that do not make their total"},
    "units: [{words: [件]}]\ntotals: [共]",
    {UnitsParam(),
     {"totals", ParamType::texts, true, {"总数前面的字，如“共计”", "words before a total"}},
     {"wholes",
      ParamType::texts,
      false,
      {"说明其后两部分合起来就是它的字，如“受理”", "words for what is then done or not done"}},
     {"closed",
      ParamType::texts,
      false,
      {"表示各部分都列出来了的字，如“包括”", "words that say that all parts are named"}},
     {"rest",
      ParamType::texts,
      false,
      {"表示余下的都算进来的字，如“其他”", "words for whatever is left: all parts are named"}},
     {"shares", ParamType::texts, false, {"占比前面的字，如“占”", "words before a share"}},
     {"year", ParamType::texts, false, {"表示全年的字", "words for the whole year"}},
     {"composed",
      ParamType::texts,
      false,
      {"各部分后面表示合成总数的字，如“组成”", "words behind parts that make up the total"}},
     {"periods",
      ParamType::records,
      false,
      {"合起来是一年的几段，依次", "periods that make a year, in order"},
      0,
      1000000,
      {},
      PeriodFields()},
     {"overlap",
      ParamType::texts,
      false,
      {"各部分可能重复计算的字", "words of parts that may be counted twice"}},
     {"carried",
      ParamType::texts,
      false,
      {"句中有这些字就不算，如“结转”", "words of sentences that count more than they name"}},
     {"complements",
      ParamType::records,
      false,
      {"非此即彼的两类", "two kinds of which everything is one"},
      0,
      1000000,
      {},
      ComplementFields()}},
    {"fault", "total", "sum"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<SumMismatch>(p); }};

}  // namespace hegao
