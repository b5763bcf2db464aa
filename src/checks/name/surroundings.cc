#include "checks/name/surroundings.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::uint32_t kReach = 150;  // bytes

}  // namespace

std::string PlaceContext(const Document& doc, Span name) {
  const auto around = doc.Around(name, kReach);
  std::string out(doc.Text({around.begin, name.begin}));
  out += kPlaceMark;
  out += doc.Text({name.end, around.end});
  return out;
}

}  // namespace hegao
