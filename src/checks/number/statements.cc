#include "checks/number/statements.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLeastSaid = 4;        // Chinese characters that make a phrase
constexpr std::size_t kMostContext = 8;      // Chinese characters that do not yet name an occasion
constexpr std::size_t kLongestClause = 150;  // bytes
constexpr std::string_view kOfWhich = "其中";

bool Has(std::string_view text, std::string_view word) { return text.find(word) != text.npos; }

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
    return best != nullptr && words_.goes_on.AtStart(rest.substr(longest)) == 0 ? best : nullptr;
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
    if (q.measure != Measure::count || q.group < 0 || q.ordinal || q.each || q.range)
      return nullptr;
    if (Has(label, kOfWhich)) return nullptr;
    Trim(label);
    if (words_.labels.AtEnd(label) != 0) {
      found_.push_back(
          {std::string(label.substr(label.size() - words_.labels.AtEnd(label))), i, Scope::whole});
      return nullptr;
    }
    const auto behind = ClauseBehind(doc_, s, q);
    const Nouns* noun = q.unit.empty() ? nullptr : NounBehind(behind);
    if (noun == nullptr) noun = NounAtEnd(label);
    if (noun == nullptr) return nullptr;
    Trim(label);
    const auto* subject = SubjectAt(label);
    if (subject == nullptr && Named(label)) subject = &issuer_;
    const auto joint = JointOf(Lead(doc_, s, all_, i));
    if (subject == nullptr && label.empty() && joint == Joint::list) subject = before;
    if (subject == nullptr || words_.partial.In(behind)) return nullptr;
    const auto said =
        label.substr(0, label.size() - std::min(label.size(), subject->words.AtEnd(label)));
    if (words_.partial.In(said)) return nullptr;
    const bool some = words_.doubtful.In(behind) && words_.all_of.AtStart(AfterNoun(behind)) == 0;
    found_.push_back({noun->key + (subject->own ? "" : "|" + subject->key), i,
                      some || words_.periods.In(said) ? Scope::summed : Scope::whole});
    return subject;
  }

  const Document& doc_;
  const std::string& title_;
  const std::vector<Quantity>& all_;
  const StatementWords& words_;
  Subjects issuer_;  // named instead of 全镇
  std::vector<Statement> found_;
};

class ResultReader {
 public:
  ResultReader(const CheckInput& in, const std::vector<Quantity>& all, const StatementWords& words)
      : in_(in), all_(all), words_(words) {}

  std::vector<Statement> Read() {
    for (const auto& s : Sentences(in_.doc, all_)) {
      const int slot = in_.slots.SlotAt(in_.doc, s.span.begin);
      if (slot >= 0 && in_.specs[slot].plan) continue;
      for (auto i = s.first; i < s.last; ++i) One(s, i);
    }
    return std::move(found_);
  }

 private:
  bool OtherYear(Span span) const {
    const auto& years = in_.facts.years;
    auto it = std::partition_point(years.begin(), years.end(), [&](const YearMention& y) {
      return y.folded.begin < span.begin;
    });
    for (; it != years.end() && it->folded.begin < span.end; ++it) {
      if (!in_.facts.report_year || it->year != *in_.facts.report_year) return true;
    }
    return false;
  }

  bool ReportYear(Span span) const {
    const auto& years = in_.facts.years;
    return std::any_of(years.begin(), years.end(), [&](const YearMention& y) {
      return span.Contains(y.folded) && y.year == in_.facts.report_year;
    });
  }

  /// The phrase without what says when, how many kinds and of whom.
  std::string Phrase(std::string_view label) const {
    std::string out;
    while (!label.empty()) {
      if (const auto n = Skipped(label); n != 0) {
        label.remove_prefix(n);
        continue;
      }
      const auto c = DecodeAt(label, 0);
      out.append(label.substr(0, c.length));
      label.remove_prefix(c.length);
    }
    return out;
  }

  std::size_t Skipped(std::string_view label) const {
    if (const auto n = words_.filler.AtStart(label); n != 0) return n;
    if (const auto n = words_.whole_year.AtStart(label); n != 0) return n;
    if (const auto n = words_.summed.AtStart(label); n != 0) return n;
    for (const auto& s : words_.subjects) {
      if (const auto n = s.words.AtStart(label); n != 0 && !s.own) return n;
    }
    return 0;
  }

  /// Whose results they are: the words for others in the sentence so far.
  std::string Bodies(std::string_view said) const {
    std::string out;
    while (!said.empty()) {
      const auto n = words_.bodies.AtStart(said);
      if (n != 0) out.append("|").append(said.substr(0, n));
      said.remove_prefix(n != 0 ? n : DecodeAt(said, 0).length);
    }
    return out;
  }

  void One(const QuantitySentence& s, std::size_t i) {
    const auto& q = all_[i];
    if (q.measure != Measure::count || q.group < 0 || q.ordinal || q.each || q.range) return;
    const auto label = LabelBefore(in_.doc, s, all_, i);
    const auto phrase = Phrase(label);
    if (CountHan(phrase) < kLeastSaid) return;
    const auto far = in_.doc.Around({q.folded.begin, q.folded.begin}, 600);
    const Span so_far{std::max(s.span.begin, far.begin), q.folded.begin};
    const auto said = in_.doc.Text(so_far);
    if (Has(said, kOfWhich) || words_.periods.In(said) || OtherYear(so_far)) return;
    Statement found;
    found.key = phrase + Bodies(said) + "#" + std::to_string(q.group);
    found.index = i;
    found.scope = words_.whole_year.In(said) || ReportYear(so_far) ? Scope::whole
                  : words_.summed.In(label)                        ? Scope::summed
                                                                   : Scope::open;
    const auto context = Phrase(said.substr(0, said.size() - label.size()));
    found.occasion = words_.occasions.In(said) || CountHan(context) > kMostContext;
    found_.push_back(std::move(found));
  }

  const CheckInput& in_;
  const std::vector<Quantity>& all_;
  const StatementWords& words_;
  std::vector<Statement> found_;
};

}  // namespace

std::vector<Statement> WholeFacts(const CheckInput& in, const std::vector<Quantity>& all,
                                  const StatementWords& words) {
  return FactReader(in, all, words).Read();
}

std::vector<Statement> Results(const CheckInput& in, const std::vector<Quantity>& all,
                               const StatementWords& words) {
  return ResultReader(in, all, words).Read();
}

}  // namespace hegao
