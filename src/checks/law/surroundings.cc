#include "checks/law/surroundings.h"

#include <algorithm>
#include <array>

#include "text/affix.h"

namespace hegao {
namespace {

constexpr std::uint32_t kReach = 240;  // bytes to either side

std::size_t LastStop(std::string_view s) {
  std::size_t end = 0;
  for (const std::string_view stop : {"。", ";"}) {
    const auto at = s.rfind(stop);
    if (at != s.npos) end = std::max(end, at + stop.size());
  }
  return end;
}

/// The part of the sentence before `hit`.
Span Before(const Document& doc, Span hit) {
  const Span near{doc.Around(hit, kReach).begin, hit.begin};
  return {near.begin + static_cast<std::uint32_t>(LastStop(doc.Text(near))), hit.begin};
}

}  // namespace

std::string Surroundings(const Document& doc, Span hit) {
  const auto near = doc.Around(hit, kReach);
  const auto before = doc.Text(Before(doc, hit));
  auto after = doc.Text({hit.end, std::max(hit.end, near.end)});
  after = after.substr(0, std::min(after.find("。"), after.find(';')));
  std::string out;
  out.reserve(before.size() + kPlaceMark.size() + after.size());
  out += before;
  out += kPlaceMark;
  out += after;
  return out;
}

const YearMention* YearMentionBefore(const CheckInput& in, Span hit) {
  const auto& years = in.facts.years;
  const auto sentence = Before(in.doc, hit);
  const auto next = std::partition_point(years.begin(), years.end(), [&](const YearMention& y) {
    return y.folded.begin < sentence.end;
  });
  if (next == years.begin() || std::prev(next)->folded.begin < sentence.begin) return nullptr;
  return &*std::prev(next);
}

std::optional<int> YearBefore(const CheckInput& in, Span hit) {
  const auto* last = YearMentionBefore(in, hit);
  if (last == nullptr) return std::nullopt;
  // 到2020年, 确保2020年: what was aimed at, not when it was.
  const auto before = in.doc.Text({Before(in.doc, hit).begin, last->folded.begin});
  if (EndsWithAny(before, {"到", "确保", "力争"}) != 0) return std::nullopt;
  return last->year;
}

}  // namespace hegao
