// Numbers of bank cards (ISO/IEC 7812-1): an issuer's beginning, 16 to 19 digits, a check digit.
#include "checks/marked_span.h"
#include "checks/privacy/digit_groups.h"
#include "checks/privacy/kinds.h"

namespace hegao {
namespace {

constexpr std::size_t kShortest = 16, kLongest = 19;  // digits

/// The last digit of the number checks the others (ISO/IEC 7812-1, annex B).
bool PassesLuhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto i = digits.size(); i-- > 0; twice = !twice) {
    const int d = (digits[i] - '0') * (twice ? 2 : 1);
    sum += d > 9 ? d - 9 : d;
  }
  return sum % 10 == 0;
}

/// 62 is the domestic network's; 4, 51–55 and 35 the international ones, of 16 digits.
enum class Issuer : std::uint8_t { none, foreign, domestic };
Issuer IssuerOf(std::string_view digits) {
  if (digits.substr(0, 2) == "62") return Issuer::domestic;
  if (digits.size() != 16) return Issuer::none;
  const bool foreign = digits[0] == '4' || digits.substr(0, 2) == "35" ||
                       (digits[0] == '5' && digits[1] >= '1' && digits[1] <= '5');
  return foreign ? Issuer::foreign : Issuer::none;
}

/// A number with a date of birth in it is an identity number.
bool HoldsBirth(std::string_view digits) {
  if (digits.size() != 18) return false;
  const auto number = [&](std::size_t at, std::size_t n) {
    int value = 0;
    for (const char c : digits.substr(at, n)) value = value * 10 + (c - '0');
    return value;
  };
  const int year = number(6, 4);
  return year >= 1900 && year <= 2099 && IsValid({year, number(10, 2), number(12, 2)});
}

class CardNumber : public Check {
 public:
  explicit CardNumber(const Params& p)
      : labels_(p.Patterns("labels")), except_(p.Patterns("except")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    static const std::vector<std::vector<std::size_t>> kShapes = {{16},
                                                                  {17},
                                                                  {18},
                                                                  {19},
                                                                  {4, 4, 4, 4},
                                                                  {4, 4, 4, 4, 1},
                                                                  {4, 4, 4, 4, 2},
                                                                  {4, 4, 4, 4, 3},
                                                                  {6, 10},
                                                                  {6, 13}};
    const auto groups = FindDigitGroups(in.doc);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (groups[i].link == '-') continue;
      std::optional<NumberSpan> number;
      for (const auto& shape : kShapes) {
        if (!number) number = Joined(groups, i, shape);
      }
      const bool odd = !number;
      for (std::size_t total = kShortest; !number && total <= kLongest; ++total) {
        number = JoinedTo(groups, i, total);
      }
      if (number && Judge(in, number->folded, odd, reporter)) i = number->next - 1;
    }
  }

 private:
  bool Judge(const CheckInput& in, Span span, bool odd, Reporter& reporter) const {
    const auto digits = DigitsOf(in.doc, span);
    const auto issuer = IssuerOf(digits);
    if (digits.find('X') != digits.npos || HoldsBirth(digits)) return false;
    const bool labelled = IsLabelled(in.doc, labels_, span);
    const bool checked = PassesLuhn(digits);
    // Alone the check digit proves little: one number in ten has it.
    const bool domestic = issuer == Issuer::domestic;
    if (!labelled && (odd || !checked || !domestic)) return false;
    if (!checked && !domestic) return false;
    if (IsExcepted(in.doc, except_, span)) return false;
    const bool usual = digits.size() == 16 || digits.size() == 19;
    const bool known = issuer != Issuer::none;
    ReportNumber(in, reporter, span, !checked || !known || !(labelled || usual));
    return true;
  }

  std::vector<Pattern> labels_, except_;
};

}  // namespace

const CheckKind kCardNumber = {
    "card_number",
    {"没有打码的银行卡号；校验位不对的较弱",
     "The number of a bank card in full; one with a wrong check digit: weaker"},
    "labels: [卡号]",
    {{"labels",
      ParamType::patterns,
      false,
      {"号码前面有这些，就说明是银行卡号", "before the number: they say what it is"}},
     {"except",
      ParamType::patterns,
      false,
      {"落在其中的不报", "places in which nothing is reported"}}},
    {"number"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<CardNumber>(p); }};

}  // namespace hegao
