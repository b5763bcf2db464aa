#include "checks/number/statements.h"

#include <algorithm>

#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestClause = 150;  // bytes
constexpr std::string_view kOfWhich = "其中";

/// From a quantity to the end of its clause.
std::string_view ClauseBehind(const Document& doc, const QuantitySentence& s, const Quantity& q) {
  auto rest = doc.Text({q.folded.end, std::max(q.folded.end, s.span.end)});
  rest = rest.substr(0, kLongestClause);
  return rest.substr(0, rest.find_first_of(",;"));
}

class FactReader {
 public:
  FactReader(const CheckInput& in, const std::vector<Quantity>& all, const StatementWords& words)
      : doc_(in.doc), title_(in.facts.title), all_(all), words_(words) {
    issuer_.own = true;
  }

  std::vector<Statement> Read() {
    for (const auto& s : Sentences(doc_, all_)) {
      const Subjects* subject = nullptr;
      for (auto i = s.first; i < s.last; ++i) subject = One(s, i, subject);
    }
    return std::move(found_);
  }

 private:
  void Trim(std::string_view& label) const {
    for (auto n = words_.links.AtEnd(label); n != 0; n = words_.links.AtEnd(label))
      label.remove_suffix(n);
  }

  const Subjects* SubjectAt(std::string_view label) const {
    for (const auto& s : words_.subjects) {
      if (s.words.AtEnd(label) != 0) return &s;
    }
    return nullptr;
  }

  /// 清溪镇15个村: the three characters before the number stand in the title as well.
  bool Named(std::string_view label) const {
    constexpr std::size_t kThree = 9;
    if (label.size() < kThree || !IsBoundary(label, label.size() - kThree)) return false;
    const auto name = label.substr(label.size() - kThree);
    return CountHan(name) == 3 && title_.find(name) != std::string::npos;
  }

  const Nouns* NounBehind(std::string_view rest) const {
    const Nouns* best = nullptr;
    std::size_t longest = 0;
    for (const auto& n : words_.nouns) {
      const auto length = n.words.AtStart(rest);
      if (length <= longest) continue;
      longest = length;
      best = &n;
    }
    if (best == nullptr) return nullptr;
    const auto more = words_.goes_on.AtStart(rest.substr(longest));
    // 8个村公共服务全覆盖 is of all villages, 8个村公共服务中心 of the centres, 8个村民小组 of
    // groups.
    constexpr std::size_t kOneCharacter = 3;
    const bool covers = more > kOneCharacter && words_.all_of.In(rest.substr(longest));
    return more == 0 || covers ? best : nullptr;
  }

  std::string_view AfterNoun(std::string_view behind) const {
    std::size_t longest = 0;
    for (const auto& n : words_.nouns) longest = std::max(longest, n.words.AtStart(behind));
    return behind.substr(longest);
  }

  const Nouns* NounAtEnd(std::string_view& label) const {
    for (const auto& n : words_.nouns) {
      const auto length = n.words.AtEnd(label);
      if (length == 0) continue;
      label.remove_suffix(length);
      return &n;
    }
    return nullptr;
  }

  /// Reads the fact at `i`; the subject it leaves to the next of a list (11个行政村、2个社区).
  const Subjects* One(const QuantitySentence& s, std::size_t i, const Subjects* before) {
    const auto& q = all_[i];
    auto label = LabelBefore(doc_, s, all_, i);
    if (q.measure != Measure::count || q.ordinal || q.each || q.range) return nullptr;
    if (Contains(label, kOfWhich)) return nullptr;
    Trim(label);
    const auto behind = ClauseBehind(doc_, s, q);
    if (Labelled(label, behind, i) || q.group < 0) return nullptr;
    const Nouns* noun = q.unit.empty() ? nullptr : NounBehind(behind);
    if (noun == nullptr) noun = NounAtEnd(label);
    if (noun == nullptr) return nullptr;
    Trim(label);
    const auto* subject = SubjectAt(label);
    if (subject == nullptr && Named(label)) subject = &issuer_;
    const auto joint = JointOf(Lead(doc_, s, all_, i));
    if (subject == nullptr && label.empty() && joint == Joint::list) subject = before;
    if (subject == nullptr) return nullptr;
    if (words_.partial.In(behind) && !AllOf(label, *subject)) return nullptr;
    const auto said =
        label.substr(0, label.size() - std::min(label.size(), subject->words.AtEnd(label)));
    if (words_.partial.In(said)) return nullptr;
    const auto after = AfterNoun(behind);
    const bool some = (words_.doubtful.In(behind) && words_.all_of.AtStart(after) == 0) ||
                      words_.goes_on.AtStart(after) != 0 || AllOf(label, *subject);
    Keep(noun->key + (subject->own ? "" : "|" + subject->key), i,
         some || words_.periods.In(said) ? Scope::summed : Scope::whole);
    return subject;
  }

  void Keep(std::string key, std::size_t i, Scope scope) {
    Statement fact;
    fact.key = std::move(key);
    fact.index = i;
    fact.scope = scope;
    found_.push_back(std::move(fact));
  }

  /// 全部14个村: of which place is left to the reader.
  bool AllOf(std::string_view label, const Subjects& subject) const {
    const auto length = subject.words.AtEnd(label);
    return words_.all_of.AtStart(label.substr(label.size() - length)) == length && length != 0;
  }

  /// 户籍人口26000人, 2.6万户籍人口; not 改造总面积.
  bool Labelled(std::string_view label, std::string_view behind, std::size_t i) {
    const bool before = words_.labels.AtEnd(label) != 0;
    const auto length = before ? words_.labels.AtEnd(label)
                        : all_[i].unit.empty() || all_[i].group >= 0
                            ? words_.labels.AtStart(behind.substr(StartsWithOf(behind)))
                            : 0;
    if (length == 0) return false;
    const auto name =
        before ? label.substr(label.size() - length) : behind.substr(StartsWithOf(behind), length);
    if (before) label.remove_suffix(length);
    Trim(label);
    if (!label.empty() && SubjectAt(label) == nullptr && !Named(label)) return before;
    if (!words_.partial.In(behind)) Keep(std::string(name), i, Scope::whole);
    return true;
  }

  static std::size_t StartsWithOf(std::string_view text) {
    constexpr std::string_view kOf = "的";
    return text.starts_with(kOf) ? kOf.size() : 0;
  }

  const Document& doc_;
  const std::string& title_;
  const std::vector<Quantity>& all_;
  const StatementWords& words_;
  Subjects issuer_;  // named instead of 全镇
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> WholeFacts(const CheckInput& in, const std::vector<Quantity>& all,
                                  const StatementWords& words) {
  return FactReader(in, all, words).Read();
}

}  // namespace hegao
