#include "checks/term/phrase_search.h"

#include <algorithm>

namespace hegao {
namespace {

using Hits = std::vector<std::uint32_t>;  // where a pair of the phrase stands, ascending

class Search {
 public:
  Search(const PhraseTable& table, const SqueezedText& text, PhrasePlaces* out)
      : table_(table), text_(text), out_(out), hits_(table.phrases().size()) {}

  void Run() {
    Scan();
    for (std::uint32_t p = 0; p < hits_.size(); ++p) Examine(p);
    std::sort(out_->right.begin(), out_->right.end(),
              [](Stretch a, Stretch b) { return a.begin < b.begin; });
  }

 private:
  void Scan() {
    const auto phrases = static_cast<std::uint32_t>(table_.phrases().size());
    for (std::uint32_t at = 0; at + 1 < text_.size(); ++at) {
      table_.index().ForEach(text_.chars[at], text_.chars[at + 1], [&](std::uint32_t number) {
        if (number >= phrases) {
          FoundLiteral(number - phrases, at);
        } else if (auto& hits = hits_[number]; hits.empty() || hits.back() != at) {
          hits.push_back(at);
        }
      });
    }
  }

  void FoundLiteral(std::uint32_t number, std::uint32_t at) {
    const auto& literal = table_.literals()[number];
    if (!StandsAt(text_, at, literal.text)) return;
    if (literal.kind == PhraseLiteral::Kind::right) {
      out_->right.push_back({at, at + static_cast<std::uint32_t>(literal.text.size())});
    } else {
      out_->literals.push_back({number, at});
    }
  }

  void Examine(std::uint32_t number) {
    const auto& phrase = table_.phrases()[number];
    const auto& hits = hits_[number];
    const auto size = static_cast<std::uint32_t>(phrase.text.size());
    const auto reach = size + phrase.most;
    for (std::size_t i = 0; i + phrase.votes <= hits.size();) {
      if (hits[i + phrase.votes - 1] - hits[i] + 2 > reach) {
        ++i;
      } else if (text_.chars.compare(hits[i], size, phrase.text.chars) == 0) {
        FoundExact(number, hits[i], hits[i] + size);
        i = Behind(hits, i, hits[i] + size);
      } else {
        i = Behind(hits, i, Compare(number, hits[i]));
      }
    }
  }

  /// The phrase itself; but its last or first character may stand there twice.
  void FoundExact(std::uint32_t number, std::uint32_t begin, std::uint32_t end) {
    out_->right.push_back({begin, end});
    const auto size = end - begin;
    if (end + 1 < text_.size() && text_.chars[end] == text_.chars[end - 1] && Joined(end)) {
      out_->near.push_back({number, {begin, end + 1, {{Slip::Kind::extra, end, size}}}});
    }
    if (begin > 1 && text_.chars[begin - 1] == text_.chars[begin] && Joined(begin)) {
      out_->near.push_back({number, {begin - 1, end, {{Slip::Kind::extra, begin - 1, 0}}}});
    }
  }

  /// Is there nothing between this character and the one before?
  bool Joined(std::uint32_t at) const {
    constexpr std::uint8_t kMarks =
        SqueezedText::after_part | SqueezedText::after_comma | SqueezedText::after_quote;
    return text_.chars[at] > kUnreadable && text_.chars[at - 1] > kUnreadable &&
           (text_.flags[at] & kMarks) == 0;
  }

  static std::size_t Behind(const Hits& hits, std::size_t from, std::uint32_t at) {
    return std::max<std::size_t>(
        from + 1,
        static_cast<std::size_t>(
            std::lower_bound(hits.begin() + static_cast<std::ptrdiff_t>(from), hits.end(), at) -
            hits.begin()));
  }

  /// Compares what stands round a hit; returns up to where no further match can begin.
  std::uint32_t Compare(std::uint32_t number, std::uint32_t hit) {
    const auto& phrase = table_.phrases()[number];
    const auto reach = static_cast<std::uint32_t>(phrase.text.size()) + phrase.most;
    const auto [begin, end] = Unbroken(hit, reach, 3 * reach);
    const auto area = std::u32string_view(text_.chars).substr(begin, end - begin);
    for (auto& m : FindNear(phrase.text.chars, area, phrase.most)) {
      m.begin += begin;
      m.end += begin;
      // The same place was met before, from an earlier hit.
      if (m.end <= done_until_ && number == done_phrase_) continue;
      done_until_ = m.end;
      done_phrase_ = number;
      if (m.slips.empty()) {
        FoundExact(number, m.begin, m.end);
        continue;
      }
      for (auto& s : m.slips) s.text += begin;
      out_->near.push_back({number, std::move(m)});
    }
    const bool whole = end - hit < 3 * reach;  // up to a break
    return std::max(hit + 1, whole ? end : end - reach);
  }

  /// The stretch round `at` without breaks, at most `before` and `after` long.
  Stretch Unbroken(std::uint32_t at, std::uint32_t before, std::uint32_t after) const {
    auto begin = at, end = at;
    while (begin > 0 && at - begin < before && text_.chars[begin - 1] > kUnreadable) --begin;
    while (end < text_.size() && end - at < after && text_.chars[end] > kUnreadable) ++end;
    return {begin, end};
  }

  const PhraseTable& table_;
  const SqueezedText& text_;
  PhrasePlaces* out_;
  std::vector<Hits> hits_;
  std::uint32_t done_until_ = 0, done_phrase_ = ~0u;
};

}  // namespace

PhrasePlaces FindPhrases(const PhraseTable& table, const SqueezedText& text) {
  PhrasePlaces places;
  Search(table, text, &places).Run();
  return places;
}

}  // namespace hegao
