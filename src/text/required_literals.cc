#include "text/required_literals.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "text/utf8.h"

namespace hegao {
namespace {

using Factors = std::vector<AnyOf>;  // one string of each is required; empty: nothing is

constexpr std::size_t kMostLiterals = 48;
constexpr std::size_t kMostFactors = 4;
constexpr std::size_t kLargestClass = 8;  // characters of a [class] that is worth a list

struct Repeat {
  bool optional = false;  // may occur zero times
  bool present = false;   // there was a quantifier: what follows is not adjacent
};

/// How unlikely the factor is to be met by chance: the length of its shortest string.
std::size_t Shortest(const AnyOf& any) {
  std::size_t n = any.empty() ? 0 : any.front().size();
  for (const auto& s : any) n = std::min(n, s.size());
  return n;
}

bool Rarer(const AnyOf& a, const AnyOf& b) {
  const auto x = Shortest(a), y = Shortest(b);
  return x != y ? x > y : a.size() < b.size();
}

class Reader {
 public:
  explicit Reader(std::string_view regex) : s_(regex) {}

  Factors Run() {
    auto out = Alternation(0);
    if (failed_ || at_ != s_.size()) return {};
    return out;
  }

 private:
  bool End() const { return at_ >= s_.size(); }

  void Fail() {
    failed_ = true;
    at_ = s_.size();
  }

  /// One branch: all it requires. Several: one of what each requires most.
  Factors Alternation(int depth) {
    if (depth > 50) {
      Fail();
      return {};
    }
    auto first = Concatenation(depth);
    if (End() || s_[at_] != '|') return first;
    bool none = first.empty();
    AnyOf any = none ? AnyOf{} : std::move(first.front());
    while (!End() && s_[at_] == '|') {
      ++at_;
      auto branch = Concatenation(depth);
      none |= branch.empty();
      if (!branch.empty()) std::move(branch[0].begin(), branch[0].end(), std::back_inserter(any));
    }
    if (none || any.size() > kMostLiterals) return {};
    std::sort(any.begin(), any.end());
    any.erase(std::unique(any.begin(), any.end()), any.end());
    return {std::move(any)};
  }

  Factors Concatenation(int depth) {
    open_.emplace_back();
    std::string run;
    while (!End() && s_[at_] != '|' && s_[at_] != ')') Atom(depth, run);
    Flush(run);
    auto out = std::move(open_.back());
    open_.pop_back();
    std::stable_sort(out.begin(), out.end(), Rarer);
    if (out.size() > kMostFactors) out.resize(kMostFactors);
    return out;
  }

  void Flush(std::string& run) {
    if (!run.empty()) open_.back().push_back({run});
    run.clear();
  }

  void Atom(int depth, std::string& run) {
    switch (s_[at_]) {
      case '(':
        Flush(run);
        return Group(depth);
      case '[':
        Flush(run);
        return Class();
      case '.':
        Flush(run);
        ++at_;
        ReadRepeat();
        return;
      case '^':
      case '$':
        ++at_;
        return;
      case '\\':
        return Escape(run);
      case '*':
      case '+':
      case '?':
        return Fail();
      default: {
        const auto c = DecodeAt(s_, at_);
        const auto literal = s_.substr(at_, c.length);
        at_ += c.length;
        return Literal(literal, run);
      }
    }
  }

  void Literal(std::string_view literal, std::string& run) {
    const auto repeat = ReadRepeat();
    if (repeat.optional) return Flush(run);
    run += literal;
    if (repeat.present) Flush(run);
  }

  void Group(int depth) {
    ++at_;
    if (s_.substr(at_, 2) == "?:") {
      at_ += 2;
    } else if (s_.substr(at_, 3) == "?P<") {
      const auto close = s_.find('>', at_);
      if (close == s_.npos) return Fail();
      at_ = close + 1;
    } else if (!End() && s_[at_] == '?') {
      return Fail();  // flags change what a literal means
    }
    auto inner = Alternation(depth + 1);
    if (End() || s_[at_] != ')') return Fail();
    ++at_;
    const auto repeat = ReadRepeat();
    if (repeat.optional) return;
    std::move(inner.begin(), inner.end(), std::back_inserter(open_.back()));
  }

  /// [甲乙] requires one of its characters; ranges, negations and \\d inside say nothing.
  void Class() {
    AnyOf any;
    bool simple = true;
    ++at_;
    if (!End() && s_[at_] == '^') {
      simple = false;
      ++at_;
    }
    for (bool first = true; !End() && (first || s_[at_] != ']'); first = false) {
      const auto c = DecodeAt(s_, at_);
      if (c.value == U'\\' || s_.substr(at_, 2) == "[:" || c.value == U'-') {
        simple = false;
        SkipClassItem();
        continue;
      }
      any.emplace_back(s_.substr(at_, c.length));
      at_ += c.length;
    }
    if (End()) return Fail();
    ++at_;
    const bool required = !ReadRepeat().optional;
    if (required && simple && any.size() <= kLargestClass) open_.back().push_back(std::move(any));
  }

  void SkipClassItem() {
    if (s_.substr(at_, 2) == "[:") {
      const auto close = s_.find(":]", at_);
      at_ = close == s_.npos ? s_.size() : close + 2;
    } else {
      at_ = std::min(at_ + (s_[at_] == '\\' ? 2 : 1), s_.size());
    }
  }

  void Escape(std::string& run) {
    if (at_ + 1 >= s_.size()) return Fail();
    const char c = s_[at_ + 1];
    at_ += 2;
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!word) return Literal(s_.substr(at_ - 1, 1), run);
    switch (c) {
      case 'b':
      case 'B':
      case 'A':
      case 'z':
        return;
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W':
        Flush(run);
        ReadRepeat();
        return;
      case 'p':
      case 'P': {
        Flush(run);
        const auto close = !End() && s_[at_] == '{' ? s_.find('}', at_) : at_;
        if (close == s_.npos) return Fail();
        at_ = close + 1;
        ReadRepeat();
        return;
      }
      default:
        return Fail();
    }
  }

  Repeat ReadRepeat() {
    Repeat r;
    while (!End()) {
      const char c = s_[at_];
      if (c == '?' || c == '*') {
        // A ? after another quantifier only makes it lazy.
        if (c == '*' || !r.present) r.optional = true;
        ++at_;
      } else if (c == '+') {
        ++at_;
      } else if (c == '{' && at_ + 1 < s_.size() && s_[at_ + 1] >= '0' && s_[at_ + 1] <= '9') {
        const auto close = s_.find('}', at_);
        if (close == s_.npos) return r;
        r.optional |= std::atoi(std::string(s_.substr(at_ + 1, close - at_ - 1)).c_str()) == 0;
        at_ = close + 1;
      } else {
        return r;
      }
      r.present = true;
    }
    return r;
  }

  std::string_view s_;
  std::size_t at_ = 0;
  bool failed_ = false;
  std::vector<Factors> open_;  // of each concatenation being read
};

}  // namespace

std::vector<AnyOf> RequiredLiterals(std::string_view regex) { return Reader(regex).Run(); }

namespace {

/// The byte to look for first: the lead bytes of Chinese characters are everywhere, their last
/// bytes differ.
std::size_t RarestByte(std::string_view literal) {
  for (std::size_t i = literal.size(); i-- > 0;) {
    const auto byte = static_cast<unsigned char>(literal[i]);
    if (byte < 0xE4 || byte > 0xE9) return i;
  }
  return 0;
}

bool Contains(std::string_view text, std::string_view literal) {
  if (literal.size() > text.size()) return false;
  const auto rare = RarestByte(literal);
  const char* at = text.data() + rare;
  const char* const last = text.data() + (text.size() - literal.size()) + rare;
  while (at <= last) {
    at = static_cast<const char*>(
        std::memchr(at, literal[rare], static_cast<std::size_t>(last - at) + 1));
    if (at == nullptr) return false;
    if (std::memcmp(at - rare, literal.data(), literal.size()) == 0) return true;
    ++at;
  }
  return false;
}

}  // namespace

bool ContainsRequired(std::string_view text, const std::vector<AnyOf>& required) {
  return std::all_of(required.begin(), required.end(), [&](const AnyOf& any) {
    return std::any_of(any.begin(), any.end(),
                       [&](const std::string& l) { return Contains(text, l); });
  });
}

}  // namespace hegao
