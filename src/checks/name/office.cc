#include "checks/name/office.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kShortestOffice = 3;  // characters
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

}  // namespace

std::string_view OfficeIn(const Naming& naming, const std::vector<std::string>& ends) {
  const auto rest = std::string_view(naming.text).substr(naming.rest);
  for (std::size_t at = 0; at < rest.size();) {
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
