#include "document/source_map.h"

#include <algorithm>

namespace hegao {

const SourceMap::Row* SourceMap::RowAt(std::uint32_t text_at) const {
  const auto after = std::upper_bound(rows.begin(), rows.end(), text_at,
                                      [](std::uint32_t at, const Row& r) { return at < r.begin; });
  return after == rows.begin() ? nullptr : &*std::prev(after);
}

const SourceMap::Origin* SourceMap::OriginAt(std::uint32_t text_at) const {
  const auto after =
      std::upper_bound(origins.begin(), origins.end(), text_at,
                       [](std::uint32_t at, const Origin& o) { return at < o.text.begin; });
  if (after == origins.begin()) return nullptr;
  const auto& origin = *std::prev(after);
  return text_at < origin.text.end ? &origin : nullptr;
}

}  // namespace hegao
