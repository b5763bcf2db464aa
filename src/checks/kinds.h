// The check kinds, each defined in the file of its name; registry.cc lists them.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kBlankDate;
extern const CheckKind kBlankValue;
extern const CheckKind kCorruptedText;
extern const CheckKind kDuplicateSection;
extern const CheckKind kEarlyDate;
extern const CheckKind kEmbeddedSection;
extern const CheckKind kEmptySection;
extern const CheckKind kForbiddenText;
extern const CheckKind kFutureYear;
extern const CheckKind kInvalidDate;
extern const CheckKind kMarkedText;
extern const CheckKind kMaskPlaceholder;
extern const CheckKind kMergedSection;
extern const CheckKind kMissingDate;
extern const CheckKind kMissingSection;
extern const CheckKind kMissingSignature;
extern const CheckKind kMissingTitle;
extern const CheckKind kPageChrome;
extern const CheckKind kPageLayout;
extern const CheckKind kPageNumber;
extern const CheckKind kPinyinAnnotation;
extern const CheckKind kPlanYear;
extern const CheckKind kSectionOrder;
extern const CheckKind kStaleYear;
extern const CheckKind kTextEncoding;
extern const CheckKind kTextFormat;
extern const CheckKind kThinSection;
extern const CheckKind kTitleYear;
extern const CheckKind kTraditionalText;
extern const CheckKind kYearUndetermined;

}  // namespace hegao
