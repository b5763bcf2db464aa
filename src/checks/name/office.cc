#include "checks/name/office.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kShortestOffice = 3;  // characters
constexpr std::size_t kLongestOffice = 24;  // characters
constexpr std::size_t kHanBytes = 3;

/// Does `whole` hold the characters of `part` in this order?
bool HoldsInOrder(std::string_view whole, std::string_view part) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < part.size();) {
    const auto c = DecodeAt(part, i);
    const auto found = whole.find(part.substr(i, c.length), at);
    if (found == whole.npos) return false;
    at = found + c.length;
    i += c.length;
  }
  return true;
}

std::size_t Shared(std::string_view a, std::string_view b) {
  std::size_t shared = 0;
  for (std::size_t i = 0; i < a.size();) {
    const auto c = DecodeAt(a, i);
    shared += b.find(a.substr(i, c.length)) != b.npos ? 1u : 0u;
    i += c.length;
  }
  return shared;
}

/// Characters of `a` that `b` has as well, each of b's counted once.
std::size_t SharedOnce(std::string_view a, std::string_view b) {
  std::string left(b);
  std::size_t shared = 0;
  for (std::size_t i = 0; i < a.size();) {
    const auto c = DecodeAt(a, i);
    const auto at = left.find(a.substr(i, c.length));
    if (at != left.npos) {
      left.erase(at, c.length);
      ++shared;
    }
    i += c.length;
  }
  return shared;
}

std::string_view WithoutLast(std::string_view text) {
  return text.substr(0, text.size() - DecodeBefore(text, text.size()).length);
}

}  // namespace

std::string_view OfficeIn(const Naming& naming, const std::vector<std::string>& ends) {
  return OfficeAt(std::string_view(naming.text).substr(naming.rest), ends);
}

std::string_view OfficeAt(std::string_view rest, const std::vector<std::string>& ends) {
  for (std::size_t at = 0; at < std::min(rest.size(), kLongestOffice * kHanBytes);) {
    const auto c = DecodeAt(rest, at);
    if (!IsHan(c.value)) return {};
    std::size_t longest = 0;
    for (const auto& end : ends) {
      if (end.size() > longest && rest.substr(at, end.size()) == end) longest = end.size();
    }
    if (longest > 0 && at + longest >= kShortestOffice * kHanBytes)
      return rest.substr(0, at + longest);
    at += c.length;
  }
  return {};
}

OfficeMatch CompareOffice(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (HoldsInOrder(a, b)) return OfficeMatch::same;
  if (IsSlip(a, b)) return OfficeMatch::slip;
  return 2 * Shared(b, a) > CountCodePoints(b) ? OfficeMatch::slip : OfficeMatch::other;
}

OfficeMatch CompareOfficeInText(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (HoldsInOrder(a, b)) return OfficeMatch::same;
  if (IsSlip(a, b)) return OfficeMatch::slip;
  // 市场监管总局 for 市场监督管理局: as long but for two characters, and three of four are shared.
  const auto most = CountCodePoints(a), least = CountCodePoints(b);
  const bool alike = most <= least + 2 && 4 * SharedOnce(b, a) >= 3 * least;
  const bool ends = a.ends_with(b.substr(WithoutLast(b).size()));
  return alike && ends ? OfficeMatch::slip : OfficeMatch::other;
}

Departments::Departments(const std::vector<Params>& records) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto add = [&](const std::string& name, bool former) {
      names_.emplace(Fold(name), Entry{i, former});
    };
    add(records[i].Text("name"), false);
    for (const auto& name : records[i].Texts("short")) add(name, false);
    for (const auto& name : records[i].Texts("former")) add(name, true);
  }
}

std::vector<ParamSpec> Departments::Fields() {
  return {{"name", ParamType::text, true, {"部门名称", "the name"}},
          {"short", ParamType::texts, false, {"也对的名称", "further right names"}},
          {"former",
           ParamType::texts,
           false,
           {"旧称，或别处的叫法", "what it was called, or is called elsewhere"}}};
}

std::optional<OfficeMatch> Departments::Compare(std::string_view a, std::string_view b) const {
  if (a == b) return OfficeMatch::same;
  const auto first = names_.find(a), second = names_.find(b);
  if (first == names_.end() || second == names_.end()) return std::nullopt;
  if (first->second.record != second->second.record) return OfficeMatch::other;
  const bool former = first->second.former || second->second.former;
  return former ? OfficeMatch::former : OfficeMatch::same;
}

bool IsSlip(std::string_view a, std::string_view b) {
  const auto length = CountCodePoints(a);
  if (a == b || length != CountCodePoints(b)) return false;
  std::size_t different = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const auto x = DecodeAt(a, i), y = DecodeAt(b, j);
    different += x.value != y.value ? 1u : 0u;
    i += x.length;
    j += y.length;
  }
  return length >= 2 && different == 1;
}

}  // namespace hegao
