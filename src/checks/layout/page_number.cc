// Page numbers in the headers and footers.
#include <algorithm>

#include "checks/layout/kinds.h"
#include "checks/layout/layout_words.h"

namespace hegao {
namespace {

class PageNumber : public Check {
 public:
  explicit PageNumber(bool required) : required_(required) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& pages = in.doc.layout.pages;
    const auto at = in.doc.folded.FromSource(0);
    if (pages.empty()) {
      ReportExtras extras;
      extras.unjudged = NotSaid({"页面设置", "how its pages are set"});
      reporter.Report({at, at}, {}, std::move(extras));
      return;
    }
    // A cover or an annex may go without; a document without a single number is meant here.
    const bool numbered =
        std::any_of(pages.begin(), pages.end(), [](const PageSetup& p) { return p.page_number; });
    if (numbered != required_) reporter.Report({at, at}, {});
  }

 private:
  bool required_;
};

}  // namespace

const CheckKind kPageNumber = {
    "page_number",
    {"没有页码，或不该有页码", "There are no page numbers, or there are where none should be"},
    "required: true",
    {{"required",
      ParamType::boolean,
      false,
      {"true：应有页码（默认）；false：不应有",
       "true: there have to be some (default); false: none"}}},
    {},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<PageNumber>(p.Boolean("required", true));
    },
    true};

}  // namespace hegao
