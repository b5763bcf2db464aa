#include "checks/name/surroundings.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::uint32_t kReach = 150;  // bytes
constexpr char kPlace = '@';

}  // namespace

std::string PlaceContext(const Document& doc, Span name) {
  const auto around = doc.Around(name, kReach);
  return std::string(doc.Text({around.begin, name.begin})) + kPlace +
         std::string(doc.Text({name.end, around.end}));
}

bool AnyMatches(const std::vector<Pattern>& patterns, const std::string& text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& p) { return p.Matches(text); });
}

}  // namespace hegao
