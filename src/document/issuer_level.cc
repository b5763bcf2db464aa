#include "document/issuer_level.h"

#include <algorithm>

#include "text/fold.h"

namespace hegao {
namespace {

int FirstMatching(const std::vector<LevelSpec>& levels, std::string_view name) {
  const auto it = std::find_if(levels.begin(), levels.end(), [&](const LevelSpec& level) {
    return std::any_of(level.issuer.begin(), level.issuer.end(),
                       [&](const Pattern& p) { return p.Matches(name); });
  });
  return it == levels.end() ? -1 : static_cast<int>(it - levels.begin());
}

}  // namespace

int IssuerLevel(const Document& doc, const Facts& facts, const std::vector<LevelSpec>& levels) {
  if (levels.empty()) return -1;
  const std::string issuer =
      facts.issuer_span.empty() ? Fold(facts.issuer) : std::string(doc.Text(facts.issuer_span));
  const int level = issuer.empty() ? -1 : FirstMatching(levels, issuer);
  return level >= 0 || facts.title_span.empty() ? level
                                                : FirstMatching(levels, doc.Text(facts.title_span));
}

}  // namespace hegao
