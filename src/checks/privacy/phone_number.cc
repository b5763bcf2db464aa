// Mobile numbers. Hotlines, office numbers with an area code and masked numbers are none.
#include "checks/marked_span.h"
#include "checks/privacy/digit_groups.h"
#include "checks/privacy/kinds.h"

namespace hegao {
namespace {

constexpr std::size_t kDigits = 11;
constexpr std::size_t kOdd = 9;  // in groups nobody would expect

class PhoneNumber : public Check {
 public:
  explicit PhoneNumber(const Params& p)
      : labels_(p.Patterns("labels")), except_(p.Patterns("except")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    static const std::vector<std::vector<std::size_t>> kShapes = {{11}, {3, 4, 4}, {3, 8}, {7, 4}};
    const auto groups = FindDigitGroups(in.doc);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (const auto whole = WithCountry(in.doc, groups[i])) {
        Judge(in, *whole, 1, reporter);
        continue;
      }
      // A dash before it: the rest of something longer, unless that is +86.
      if (groups[i].link == '-' && !IsCountry(in.doc, groups[i - 1])) continue;
      std::optional<NumberSpan> number;
      std::size_t parts = 0;
      for (const auto& shape : kShapes) {
        if (!number && (number = Joined(groups, i, shape))) parts = shape.size();
      }
      if (!number) {
        parts = kOdd;
        number = JoinedTo(groups, i, kDigits);
      }
      if (number && Judge(in, number->folded, parts, reporter)) i = number->next - 1;
    }
  }

 private:
  static bool IsCountry(const Document& doc, const DigitGroup& g) {
    const auto text = doc.Text(g.folded);
    return text == "86" || text == "0086";
  }

  /// +8613800000000 and 008613800000000, without the country.
  static std::optional<Span> WithCountry(const Document& doc, const DigitGroup& g) {
    const auto text = doc.Text(g.folded);
    const bool country = (g.plus && text.size() == kDigits + 2 && text.substr(0, 2) == "86") ||
                         (text.size() == kDigits + 4 && text.substr(0, 4) == "0086");
    if (!country || !g.bounded) return std::nullopt;
    return Span{g.folded.end - static_cast<std::uint32_t>(kDigits), g.folded.end};
  }

  bool Judge(const CheckInput& in, Span span, std::size_t groups, Reporter& reporter) const {
    const auto digits = DigitsOf(in.doc, span);
    if (digits.size() != kDigits || digits[0] != '1' || digits[1] < '3') return false;
    if (digits.find('X') != digits.npos || IsExcepted(in.doc, except_, span)) return false;
    // Digits in groups may be many things; what stands before them says whether it is this.
    const bool labelled = groups == 1 || IsLabelled(in.doc, labels_, span);
    if (!labelled && groups != 3) return false;
    ReportNumber(in, reporter, span, !labelled);
    return true;
  }

  std::vector<Pattern> labels_, except_;
};

}  // namespace

const CheckKind kPhoneNumber = {
    "phone_number",
    {"没有打码的手机号码；分段写、前面又没有说明的较弱",
     "A mobile number in full; one in groups without a word that says so: weaker"},
    "labels: [电话, 手机]",
    {{"labels",
      ParamType::patterns,
      false,
      {"号码前面有这些，就说明是电话号码", "before the number: they say what it is"}},
     {"except",
      ParamType::patterns,
      false,
      {"落在其中的不报", "places in which nothing is reported"}}},
    {"number"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<PhoneNumber>(p); }};

}  // namespace hegao
