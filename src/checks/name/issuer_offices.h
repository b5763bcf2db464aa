// The issuer's department, where title, closing lines or text name it otherwise.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "checks/name/issuer.h"
#include "checks/name/office.h"
#include "text/pattern.h"

namespace hegao {

struct OtherOffice {
  Span folded;
  std::string own, here;  // names
  OfficeMatch how = OfficeMatch::other;
};

/// Immutable, thread-safe.
class IssuerOffices {
 public:
  /// Reads `offices`, `bodies`, `leads`, `silent` and `departments`.
  explicit IssuerOffices(const Params& params);

  /// The first closing line that names another department than the title does.
  std::vector<OtherOffice> InClosing(const Issuer& issuer) const;
  /// Where the text, behind the issuer's county, names one that can only be its own; at most 500.
  /// O(text).
  std::vector<OtherOffice> InText(const Document& doc, const Issuer& issuer) const;

 private:
  struct Range {
    std::size_t begin, end;  // in the block
  };

  std::pair<const Naming*, std::string_view> Own(const Issuer& issuer) const;
  std::size_t UpperBegin(const Issuer& issuer, std::string_view before, std::size_t at) const;
  void Weigh(const Document& doc, const Issuer& issuer, Span block, Range upper,
             std::string_view own, std::vector<OtherOffice>* found) const;
  bool IsOwn(const Issuer& issuer, std::string_view office) const;
  bool IsBody(std::string_view office) const;

  PlaceWords words_;
  std::vector<std::string> offices_, bodies_, leads_;
  std::vector<Pattern> silent_;
  Departments departments_;
};

}  // namespace hegao
