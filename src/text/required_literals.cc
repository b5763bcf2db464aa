#include "text/required_literals.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "text/utf8.h"

namespace hegao {
namespace {

using Factors = std::vector<AnyOf>;  // one string of each is required; empty: nothing is

constexpr std::size_t kMostLiterals = 64;
constexpr std::size_t kMostFactors = 4;
constexpr std::size_t kLargestClass = 8;  // characters of a [class] that is worth a list
constexpr int kDeepest = 50;
constexpr int kMostCopies = 4;  // of x in x{n}: more says nothing new

/// How often what stands before may be repeated.
struct Repeat {
  int at_least = 1;
  bool at_most_once = true;
};

/// What is known of a part of the expression.
struct Part {
  bool finite = false;  // it matches the strings of `exact` and no others
  AnyOf exact;          // may hold ""
  Factors factors;      // where it is not finite: what it requires
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

void SortUnique(AnyOf& any) {
  std::sort(any.begin(), any.end());
  any.erase(std::unique(any.begin(), any.end()), any.end());
}

/// Collects what a concatenation requires: while its parts are finite, the strings they make
/// together; where one is not, or there would be too many, what was collected becomes a factor.
class Adjacent {
 public:
  void Append(const Part& part, Repeat repeat) {
    if (repeat.at_least == 0) {
      if (!repeat.at_most_once || !part.finite) return Break();
      auto exact = part.exact;
      exact.emplace_back();
      SortUnique(exact);
      return Multiply(exact);
    }
    if (!part.finite) {
      Break();
      factors_.insert(factors_.end(), part.factors.begin(), part.factors.end());
      return;
    }
    for (int i = std::min(repeat.at_least, kMostCopies); i > 0; --i) Multiply(part.exact);
    if (!repeat.at_most_once) Break();
  }

  /// What follows is not known to stand next to what came before.
  void Break() {
    if (Shortest(strings_) > 0) factors_.push_back(std::move(strings_));
    strings_ = {std::string()};
    broken_ = true;
  }

  Part Take() {
    if (!broken_) return {true, std::move(strings_), {}};
    Break();
    std::stable_sort(factors_.begin(), factors_.end(), Rarer);
    if (factors_.size() > kMostFactors) factors_.resize(kMostFactors);
    return {false, {}, std::move(factors_)};
  }

 private:
  void Multiply(const AnyOf& by) {
    if (by.size() == 1) {  // most parts are one character
      for (auto& s : strings_) s += by.front();
      return;
    }
    if (strings_.size() * by.size() > kMostLiterals) Break();
    AnyOf out;
    for (const auto& head : strings_) {
      for (const auto& tail : by) out.push_back(head + tail);
    }
    SortUnique(out);
    strings_ = std::move(out);
  }

  AnyOf strings_{std::string()};
  Factors factors_;
  bool broken_ = false;
};

class Reader {
 public:
  explicit Reader(std::string_view regex) : s_(regex) {}

  Factors Run() {
    auto part = Alternation(0);
    if (failed_ || at_ != s_.size()) return {};
    return FactorsOf(std::move(part));
  }

 private:
  bool End() const { return at_ >= s_.size(); }

  void Fail() {
    failed_ = true;
    at_ = s_.size();
  }

  static Factors FactorsOf(Part part) {
    if (!part.finite) return std::move(part.factors);
    if (part.exact.empty() || Shortest(part.exact) == 0) return {};
    return {std::move(part.exact)};
  }

  /// One branch: what it is. Several: all their strings, or one of what each requires most.
  Part Alternation(int depth) {
    if (depth > kDeepest) {
      Fail();
      return {};
    }
    std::vector<Part> branches{Concatenation(depth)};
    while (!End() && s_[at_] == '|') {
      ++at_;
      branches.push_back(Concatenation(depth));
    }
    if (branches.size() == 1) return std::move(branches.front());
    const bool finite =
        std::all_of(branches.begin(), branches.end(), [](const Part& b) { return b.finite; });
    AnyOf any;
    for (auto& branch : branches) {
      auto factors = finite ? Factors{std::move(branch.exact)} : FactorsOf(std::move(branch));
      if (factors.empty()) return {};
      std::move(factors[0].begin(), factors[0].end(), std::back_inserter(any));
    }
    SortUnique(any);
    if (any.size() > kMostLiterals) return {};
    if (finite) return {true, std::move(any), {}};
    return {false, {}, {std::move(any)}};
  }

  /// Characters that stand for themselves, up to the last before something else.
  std::string_view PlainRun() const {
    constexpr std::string_view kSpecial = "([.^$\\*+?{|)";
    const auto end = std::min(s_.find_first_of(kSpecial, at_), s_.size());
    if (end == s_.size() || std::string_view("*+?{").find(s_[end]) == std::string_view::npos) {
      return s_.substr(at_, end - at_);
    }
    // The last one is repeated.
    return end == at_ ? std::string_view()
                      : s_.substr(at_, end - DecodeBefore(s_, end).length - at_);
  }

  Part Concatenation(int depth) {
    Adjacent run;
    while (!End() && s_[at_] != '|' && s_[at_] != ')') Atom(depth, run);
    return run.Take();
  }

  void Atom(int depth, Adjacent& run) {
    Part part;
    switch (s_[at_]) {
      case '(':
        part = Group(depth);
        break;
      case '[':
        part = Class();
        break;
      case '.':
        ++at_;
        break;
      case '^':
      case '$':
        ++at_;
        return;
      case '\\':
        if (!Escape(part)) return;
        break;
      case '*':
      case '+':
      case '?':
        return Fail();
      default: {
        auto plain = PlainRun();
        if (plain.empty()) plain = s_.substr(at_, DecodeAt(s_, at_).length);
        part = {true, {std::string(plain)}, {}};
        at_ += plain.size();
      }
    }
    run.Append(part, ReadRepeat());
  }

  Part Group(int depth) {
    ++at_;
    if (s_.substr(at_, 2) == "?:") {
      at_ += 2;
    } else if (s_.substr(at_, 3) == "?P<") {
      const auto close = s_.find('>', at_);
      at_ = close == s_.npos ? at_ : close + 1;
    }
    if (!End() && s_[at_] == '?') Fail();  // flags change what a literal means
    auto inner = Alternation(depth + 1);
    if (End() || s_[at_] != ')') {
      Fail();
      return {};
    }
    ++at_;
    return inner;
  }

  /// [甲乙] is one of its characters; ranges, negations and \\d inside say nothing.
  Part Class() {
    Part part{true, {}, {}};
    ++at_;
    if (!End() && s_[at_] == '^') {
      part.finite = false;
      ++at_;
    }
    for (bool first = true; !End() && (first || s_[at_] != ']'); first = false) {
      const auto c = DecodeAt(s_, at_);
      if (c.value == U'\\' || s_.substr(at_, 2) == "[:" || c.value == U'-') {
        part.finite = false;
        SkipClassItem();
        continue;
      }
      part.exact.emplace_back(s_.substr(at_, c.length));
      at_ += c.length;
    }
    if (End()) {
      Fail();
      return {};
    }
    ++at_;
    if (!part.finite || part.exact.size() > kLargestClass) return {};
    return part;
  }

  void SkipClassItem() {
    if (s_.substr(at_, 2) == "[:") {
      const auto close = s_.find(":]", at_);
      at_ = close == s_.npos ? s_.size() : close + 2;
    } else {
      at_ = std::min(at_ + (s_[at_] == '\\' ? 2 : 1), s_.size());
    }
  }

  /// False where the escape stands for no character.
  bool Escape(Part& part) {
    if (at_ + 1 >= s_.size()) {
      Fail();
      return false;
    }
    const char c = s_[at_ + 1];
    at_ += 2;
    const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!word) {
      part = {true, {std::string(1, c)}, {}};
      return true;
    }
    if (std::string_view("bBAz").find(c) != std::string_view::npos) return false;
    if (std::string_view("dDsSwW").find(c) != std::string_view::npos) return true;
    if (c != 'p' && c != 'P') {
      Fail();
      return false;
    }
    const auto close = !End() && s_[at_] == '{' ? s_.find('}', at_) : at_;
    at_ = std::min(close, s_.size() - 1) + 1;
    return true;
  }

  Repeat ReadRepeat() {
    Repeat r;
    bool present = false;
    while (!End()) {
      const char c = s_[at_];
      if (c == '?') {
        if (!present) r.at_least = 0;  // after another quantifier it only makes it lazy
        ++at_;
      } else if (c == '*' || c == '+') {
        if (c == '*') r.at_least = 0;
        r.at_most_once = false;
        ++at_;
      } else if (c == '{' && at_ + 1 < s_.size() && s_[at_ + 1] >= '0' && s_[at_ + 1] <= '9') {
        const auto close = s_.find('}', at_);
        if (close == s_.npos) return r;
        const auto count = std::string(s_.substr(at_ + 1, close - at_ - 1));
        const int least = std::atoi(count.c_str());
        r.at_least = present ? std::min(r.at_least, least) : least;
        r.at_most_once = false;
        at_ = close + 1;
      } else {
        return r;
      }
      present = true;
    }
    return r;
  }

  std::string_view s_;
  std::size_t at_ = 0;
  bool failed_ = false;
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

}  // namespace

bool ContainsLiteral(std::string_view text, std::string_view literal) {
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

bool ContainsRequired(std::string_view text, const std::vector<AnyOf>& required) {
  return std::all_of(required.begin(), required.end(), [&](const AnyOf& any) {
    return std::any_of(any.begin(), any.end(),
                       [&](const std::string& l) { return ContainsLiteral(text, l); });
  });
}

}  // namespace hegao
