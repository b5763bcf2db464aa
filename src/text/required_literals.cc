#include "text/required_literals.h"

#include <algorithm>
#include <cstring>
#include <optional>

#include "text/utf8.h"

namespace hegao {
namespace {

using Literals = std::vector<std::string>;  // any of them; empty: no requirement

constexpr std::size_t kMostLiterals = 48;

struct Repeat {
  bool optional = false;  // may occur zero times
  bool present = false;   // there was a quantifier: what follows is not adjacent
};

class Reader {
 public:
  explicit Reader(std::string_view regex) : s_(regex) {}

  Literals Run() {
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

  Literals Alternation(int depth) {
    if (depth > 50) {
      Fail();
      return {};
    }
    Literals all;
    bool none = false;
    for (;;) {
      auto branch = Concatenation(depth);
      none |= branch.empty();
      std::move(branch.begin(), branch.end(), std::back_inserter(all));
      if (End() || s_[at_] != '|') break;
      ++at_;
    }
    if (none || all.size() > kMostLiterals) return {};
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
  }

  Literals Concatenation(int depth) {
    best_.emplace_back();
    std::string run;
    while (!End() && s_[at_] != '|' && s_[at_] != ')') Atom(depth, run);
    Flush(run);
    auto out = std::move(best_.back());
    best_.pop_back();
    return out;
  }

  void Flush(std::string& run) {
    if (!run.empty()) Consider({run});
    run.clear();
  }

  static std::size_t Shortest(const Literals& l) {
    std::size_t n = l.empty() ? 0 : l.front().size();
    for (const auto& s : l) n = std::min(n, s.size());
    return n;
  }

  /// Keeps the factor that is least likely to occur by chance: the longest, then the fewest.
  void Consider(Literals candidate) {
    auto& best = best_.back();
    const auto a = Shortest(candidate), b = Shortest(best);
    if (a > b || (a == b && !candidate.empty() && candidate.size() < best.size()))
      best = std::move(candidate);
  }

  void Atom(int depth, std::string& run) {
    switch (s_[at_]) {
      case '(':
        Flush(run);
        return Group(depth);
      case '[':
        Flush(run);
        SkipClass();
        ReadRepeat();
        return;
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
    if (!repeat.optional) Consider(std::move(inner));
  }

  void SkipClass() {
    ++at_;
    if (!End() && s_[at_] == '^') ++at_;
    if (!End() && s_[at_] == ']') ++at_;
    while (!End() && s_[at_] != ']') {
      if (s_[at_] == '\\') {
        at_ += 2;
      } else if (s_.substr(at_, 2) == "[:") {
        const auto close = s_.find(":]", at_);
        if (close == s_.npos) return Fail();
        at_ = close + 2;
      } else {
        ++at_;
      }
    }
    if (End()) return Fail();
    ++at_;
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
  std::vector<Literals> best_;  // of each concatenation being read
};

}  // namespace

std::vector<std::string> RequiredLiterals(std::string_view regex) { return Reader(regex).Run(); }

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

bool ContainsAny(std::string_view text, const std::vector<std::string>& literals) {
  return literals.empty() || std::any_of(literals.begin(), literals.end(),
                                         [&](const std::string& l) { return Contains(text, l); });
}

}  // namespace hegao
