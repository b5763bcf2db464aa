#include "checks/registry.h"

#include <algorithm>

#include "checks/closing/kinds.h"
#include "checks/date/kinds.h"
#include "checks/event/kinds.h"
#include "checks/law/kinds.h"
#include "checks/layout/kinds.h"
#include "checks/name/kinds.h"
#include "checks/number/kinds.h"
#include "checks/placeholder/kinds.h"
#include "checks/privacy/kinds.h"
#include "checks/structure/kinds.h"
#include "checks/substance/kinds.h"
#include "checks/term/kinds.h"
#include "checks/text/kinds.h"
#include "checks/year/kinds.h"

namespace hegao {
namespace {

std::vector<const CheckKind*> Collect() {
  // Explicit lists: objects that register themselves vanish when linked from a static library.
  std::vector<const CheckKind*> all;
  for (const auto family : {&ClosingKinds, &DateKinds, &EventKinds, &LawKinds, &LayoutKinds,
                            &NameKinds, &NumberKinds, &PlaceholderKinds, &PrivacyKinds,
                            &StructureKinds, &SubstanceKinds, &TermKinds, &TextKinds, &YearKinds}) {
    const auto kinds = family();
    all.insert(all.end(), kinds.begin(), kinds.end());
  }
  std::sort(all.begin(), all.end(),
            [](const CheckKind* a, const CheckKind* b) { return a->name < b->name; });
  return all;
}

}  // namespace

const std::vector<const CheckKind*>& AllCheckKinds() {
  static const std::vector<const CheckKind*> all_kinds = Collect();
  return all_kinds;
}

const CheckKind* FindCheckKind(std::string_view name) {
  const auto& kinds = AllCheckKinds();
  const auto it =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto* k) { return k->name == name; });
  return it == kinds.end() ? nullptr : *it;
}

}  // namespace hegao
