#include "document/layout.h"

#include <algorithm>

namespace hegao {

std::int32_t Layout::Add(const TextFormat& format) {
  const auto known_format = std::find(formats.begin(), formats.end(), format);
  const auto index = known_format - formats.begin();
  if (known_format == formats.end()) formats.push_back(format);
  return static_cast<std::int32_t>(index);
}

}  // namespace hegao
