#include "checks/registry.h"

#include <algorithm>

#include "checks/kinds.h"

namespace hegao {

const std::vector<const CheckKind*>& AllCheckKinds() {
  // An explicit list: objects that register themselves vanish when linked from a static library.
  static const std::vector<const CheckKind*> all_kinds = {
      &kBlankDate,        &kBlankValue,       &kCorruptedText,  &kDuplicateSection,
      &kEarlyDate,        &kEmbeddedSection,  &kEmptySection,   &kForbiddenText,
      &kFutureYear,       &kInvalidDate,      &kMarkedText,     &kMaskPlaceholder,
      &kMergedSection,    &kMissingDate,      &kMissingSection, &kMissingSignature,
      &kMissingTitle,     &kPageChrome,       &kPageLayout,     &kPageNumber,
      &kPinyinAnnotation, &kPlanYear,         &kSectionOrder,   &kStaleYear,
      &kTextEncoding,     &kTextFormat,       &kThinSection,    &kTitleYear,
      &kTraditionalText,  &kYearUndetermined,
  };
  return all_kinds;
}

const CheckKind* FindCheckKind(std::string_view name) {
  const auto& kinds = AllCheckKinds();
  const auto it =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto* k) { return k->name == name; });
  return it == kinds.end() ? nullptr : *it;
}

}  // namespace hegao
