#include "checks/number/rates_before.h"

#include <string>

#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kHan = 3;  // bytes

class RatesBefore {
 public:
  RatesBefore(const RatePlace& place, const RateWords& words) : p_(place), words_(words) {}

  std::optional<MadeRate> Read(std::size_t i) const {
    auto made = AmongThem(p_, i);
    if (!made) made = DoneAndLeft(p_, i);
    if (!made) made = JustBefore(p_, i);
    return made;
  }

 private:
  static MadeRate Make(const RatePlace& p, std::size_t part, std::size_t whole, bool sure) {
    return {part, whole, p.all[part].value / p.all[whole].value * 100, sure};
  }

  /// 80名人员中有72名取得资格证，持证率达95%: some of those just named.
  std::optional<MadeRate> AmongThem(const RatePlace& p, std::size_t i) const {
    if (i < p.sentence.first + 2) return std::nullopt;
    const auto &whole = p.all[i - 2], &part = p.all[i - 1];
    const auto name = RateName(p.Label(i));
    if (name.empty() || words_.modifiers.In(name) || !SameKind(whole, part) || whole.group < 0 ||
        !whole.Exact() || !part.Exact() || whole.value < part.value || whole.value <= 0) {
      return std::nullopt;
    }
    static const WordList kAmong({"中有", "中已有", "中共有", "里有"});
    if (kAmong.AtEnd(Lead(p.doc, p.sentence, p.all, i - 1)) == 0) return std::nullopt;
    const auto said = LabelAfter(p.doc, p.sentence, p.all, i - 1);
    if (Denied(said) || !SharesCharacter(name, said)) return std::nullopt;
    return Make(p, i - 1, i - 2, false);
  }

  static bool SharesCharacter(std::string_view a, std::string_view b) {
    for (std::size_t at = 0; at < a.size(); at += DecodeAt(a, at).length) {
      if (IsHan(DecodeAt(a, at).value) && Contains(b, a.substr(at, DecodeAt(a, at).length)))
        return true;
    }
    return false;
  }

  /// 化解9件，尚有3件未化解，化解率90%: both make up the whole.
  std::optional<MadeRate> DoneAndLeft(const RatePlace& p, std::size_t i) const {
    if (i != p.sentence.first + 2) return std::nullopt;
    const auto &done = p.all[i - 2], &left = p.all[i - 1];
    if (!SameKind(done, left) || done.group < 0 || !done.Exact() || !left.Exact())
      return std::nullopt;
    const auto name = RateName(p.Label(i));
    const auto said =
        std::string(p.Label(i - 1)) + std::string(LabelAfter(p.doc, p.sentence, p.all, i - 1));
    constexpr std::size_t kTwo = 6;  // bytes of two Chinese characters
    const auto what = name.size() > kTwo ? name.substr(name.size() - kTwo) : name;
    const bool rest =
        Contains(said, "未" + std::string(what)) || Contains(said, "正在" + std::string(what));
    if (what.empty() || words_.modifiers.In(name) || !rest || !Contains(p.Label(i - 2), what))
      return std::nullopt;
    return MadeRate{i - 2, i - 1, done.value / (done.value + left.value) * 100, true};
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
    if (words_.elsewhere.In(said) || !Related(name, said, both, p.all[i])) return std::nullopt;
    return Make(p, i - 1, i - 2, false);
  }

  /// 抽查完成 of 抽查完成率达; empty if it is none, or says by how much something changed.
  std::string_view RateName(std::string_view label) const {
    static const WordList kNames({"率", "占比", "比例", "比重", "覆盖面"});
    std::size_t length = 0;
    auto at = kNames.LastIn(label, &length);
    if (at == label.npos || label.size() - at > kLongestRateTail) return {};
    if (kNames.In(label.substr(0, at))) return {};
    if (label.substr(at).starts_with("覆盖面")) at += 2 * kHan;
    const bool change =
        words_.change.up.In(label) || words_.change.down.In(label) || words_.elsewhere.In(label);
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
    if (words_.traits.In(name) || words_.modifiers.In(name)) return false;
    if (word) return name.size() <= kFour;
    return name.size() <= kTwo && percent.value < kAll;
  }

  const RatePlace& p_;
  const RateWords& words_;
};

}  // namespace

/// 未办结, 正在调解: not what the rate counts.
bool Denied(std::string_view label) {
  return label.starts_with("应") || Contains(label, "未") || Contains(label, "正在") ||
         Contains(label, "不予") || Contains(label, "待") || Contains(label, "拒") ||
         Contains(label, "失败");
}

std::optional<MadeRate> RateRightBefore(const RatePlace& place, std::size_t percent,
                                        const RateWords& words) {
  return RatesBefore(place, words).Read(percent);
}

}  // namespace hegao
