#include "text/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>

#include "text/fold.h"
#include "text/required_literals.h"

namespace hegao {
namespace {

constexpr std::int64_t kMaxMemory = 8 << 20;

RE2::Options PatternOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

const char* ChineseReason(RE2::ErrorCode code) {
  switch (code) {
    case RE2::ErrorBadEscape:
      return "转义写法不对";
    case RE2::ErrorBadCharClass:
      return "字符集写法不对";
    case RE2::ErrorBadCharRange:
      return "字符范围前后颠倒";
    case RE2::ErrorMissingBracket:
      return "缺少 ]";
    case RE2::ErrorMissingParen:
      return "缺少 )";
    case RE2::ErrorUnexpectedParen:
      return "多出 )";
    case RE2::ErrorTrailingBackslash:
      return "末尾多出反斜杠";
    case RE2::ErrorRepeatArgument:
      return "重复符号前面没有可重复的内容";
    case RE2::ErrorRepeatSize:
      return "重复次数不对（最多 1000）";
    case RE2::ErrorRepeatOp:
      return "重复符号连用";
    case RE2::ErrorBadPerlOp:
      return "不支持这种 (?…) 写法（没有前后查找）";
    case RE2::ErrorBadUTF8:
      return "不是有效的 UTF-8";
    case RE2::ErrorBadNamedCapture:
      return "命名分组写法不对";
    case RE2::ErrorPatternTooLarge:
      return "模式太大";
    default:
      return "模式无法编译";
  }
}

re2::StringPiece ToPiece(std::string_view s) { return {s.data(), s.size()}; }

std::string_view Clip(std::string_view text, Span range) {
  const std::size_t begin = std::min<std::size_t>(range.begin, text.size());
  const std::size_t end = std::min<std::size_t>(range.end, text.size());
  return begin < end ? text.substr(begin, end - begin) : text.substr(begin, 0);
}

}  // namespace

struct Pattern::Impl {
  explicit Impl(std::string_view regex)
      : source(regex), folded(FoldPattern(regex)), query(RequiredLiterals(folded)) {}

  /// Built when first asked for. RE2 and call_once make this safe from several threads.
  const RE2& re() const {
    std::call_once(built, [this] { compiled = std::make_unique<RE2>(folded, PatternOptions()); });
    return *compiled;
  }

  /// Leftmost match at or after `from` in `area`; offsets count from `base`. `groups` counts the
  /// whole match.
  bool FindFrom(std::string_view area, std::size_t from, std::uint32_t base, int groups,
                PatternMatch* match) const {
    std::vector<re2::StringPiece> found(static_cast<std::size_t>(groups));
    if (!re().Match(ToPiece(area), from, area.size(), RE2::UNANCHORED, found.data(), groups)) {
      return false;
    }
    const auto span = [&](const re2::StringPiece& piece) -> Span {
      if (piece.data() == nullptr) return {};
      const auto begin = base + static_cast<std::uint32_t>(piece.data() - area.data());
      return {begin, begin + static_cast<std::uint32_t>(piece.size())};
    };
    match->whole = span(found[0]);
    match->groups.clear();
    for (std::size_t i = 1; i < found.size(); ++i) match->groups.push_back(span(found[i]));
    return true;
  }

  int Groups() const { return 1 + re().NumberOfCapturingGroups(); }

  template <typename Sink>
  void ForEach(std::string_view text, Span range, bool asked, bool with_groups, Sink sink) const {
    const std::string_view area = Clip(text, range);
    if (!asked && !ContainsRequired(area, query.required())) return;
    const int groups = with_groups ? Groups() : 1;
    std::size_t from = 0;
    PatternMatch match;
    while (from <= area.size() && FindFrom(area, from, range.begin, groups, &match)) {
      from = match.whole.end - range.begin;
      if (match.whole.empty()) {
        ++from;
        // A step into the middle of a character would let an empty pattern match there.
        while (from < area.size() && (static_cast<unsigned char>(area[from]) & 0xC0) == 0x80)
          ++from;
      } else {
        sink(match);
      }
    }
  }

  std::string source, folded;
  LiteralQuery query;  // what every match contains
  mutable std::once_flag built;
  mutable std::unique_ptr<RE2> compiled;
};

bool Pattern::Compile(std::string_view regex, Pattern* out, PatternError* error) {
  auto impl = std::make_shared<Impl>(regex);
  if (!impl->re().ok()) {
    if (error != nullptr) {
      error->fragment = impl->re().error_arg();
      error->message = {ChineseReason(impl->re().error_code()), impl->re().error()};
    }
    return false;
  }
  out->impl_ = std::move(impl);
  return true;
}

Pattern Pattern::Deferred(std::string_view regex) {
  Pattern p;
  p.impl_ = std::make_shared<Impl>(regex);
  return p;
}

bool Pattern::Find(std::string_view text, Span range, PatternMatch* match, bool asked) const {
  if (impl_ == nullptr) return false;
  const auto area = Clip(text, range);
  return (asked || ContainsRequired(area, impl_->query.required())) &&
         impl_->FindFrom(area, 0, range.begin, impl_->Groups(), match);
}

bool Pattern::Matches(std::string_view text, bool asked) const {
  return impl_ != nullptr && (asked || ContainsRequired(text, impl_->query.required())) &&
         impl_->re().Match(ToPiece(text), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

bool Pattern::MayMatch(std::string_view text) const {
  return impl_ != nullptr && ContainsRequired(text, impl_->query.required());
}

bool Pattern::MayMatch(std::string_view text, const LiteralFilter& filter) const {
  return impl_ != nullptr && filter.Contains(text, impl_->query);
}

std::vector<PatternMatch> Pattern::FindAll(std::string_view text, Span range, bool asked) const {
  std::vector<PatternMatch> all;
  if (impl_ != nullptr) {
    impl_->ForEach(text, range, asked, true, [&](const PatternMatch& m) { all.push_back(m); });
  }
  return all;
}

std::vector<Span> Pattern::FindSpans(std::string_view text, Span range, bool asked) const {
  std::vector<Span> all;
  if (impl_ != nullptr) {
    impl_->ForEach(text, range, asked, false,
                   [&](const PatternMatch& m) { all.push_back(m.whole); });
  }
  return all;
}

int Pattern::GroupCount() const {
  return impl_ == nullptr ? 0 : impl_->re().NumberOfCapturingGroups();
}

int Pattern::GroupIndex(std::string_view name) const {
  if (impl_ == nullptr) return -1;
  const auto& names = impl_->re().NamedCapturingGroups();
  const auto found = names.find(std::string(name));
  return found == names.end() ? -1 : found->second;
}

const std::string& Pattern::source() const {
  static const std::string none;
  return impl_ == nullptr ? none : impl_->source;
}

bool PatternList::Matches(std::string_view text) const {
  const LiteralFilter filter(text);
  return std::any_of(patterns_.begin(), patterns_.end(), [&](const Pattern& p) {
    return p.MayMatch(text, filter) && p.Matches(text, true);
  });
}

bool PatternList::Find(std::string_view text, Span range, PatternMatch* match) const {
  return std::any_of(patterns_.begin(), patterns_.end(),
                     [&](const Pattern& p) { return p.Find(text, range, match); });
}

std::vector<Span> PatternList::FindSpans(std::string_view text, Span range) const {
  std::vector<Span> all;
  const auto area = Clip(text, range);
  const LiteralFilter filter(area);
  for (const auto& p : patterns_) {
    if (!p.MayMatch(area, filter)) continue;
    const auto spans = p.FindSpans(text, range, true);
    all.insert(all.end(), spans.begin(), spans.end());
  }
  return all;
}

}  // namespace hegao
