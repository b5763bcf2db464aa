// Numbers of identity cards (GB 11643-1999): region, date of birth, sequence, check character.
#include <algorithm>
#include <array>

#include "checks/marked_span.h"
#include "checks/privacy/digit_groups.h"
#include "checks/privacy/kinds.h"

namespace hegao {
namespace {

constexpr std::size_t kDigits = 18;

int Number(std::string_view digits) {
  int n = 0;
  for (const char c : digits) n = n * 10 + (c - '0');
  return n;
}

/// The first two digits: a province (GB/T 2260), 83 for residents from Taiwan.
bool IsRegion(std::string_view digits) {
  static constexpr std::array<int, 35> kRegions = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                                   35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                                   53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
  const int region = Number(digits.substr(0, 2));
  return std::find(kRegions.begin(), kRegions.end(), region) != kRegions.end() &&
         digits.substr(2, 4) != "0000";
}

/// ISO 7064, MOD 11-2 (GB 11643-1999, 4.2.4).
bool HasCheckCharacter(std::string_view number) {
  static constexpr std::array<int, 17> kWeights = {7, 9, 10, 5,  8, 4, 2, 1, 6,
                                                   3, 7, 9,  10, 5, 8, 4, 2};
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += (number[i] - '0') * kWeights[i];
  return number[17] == "10X98765432"[sum % 11];
}

bool IsBirth(int year, std::string_view month_day, int latest) {
  return year >= 1900 && year <= latest &&
         IsValid({year, Number(month_day.substr(0, 2)), Number(month_day.substr(2, 2))});
}

enum class Verdict : std::uint8_t { none, doubtful, certain };

class IdentityNumber : public Check {
 public:
  explicit IdentityNumber(const Params& p)
      : labels_(p.Patterns("labels")), except_(p.Patterns("except")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    static const std::vector<std::vector<std::size_t>> kShapes = {
        {18}, {15}, {6, 8, 4}, {6, 4, 4, 4}};
    const auto groups = FindDigitGroups(in.doc);
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (groups[i].link == '-') continue;
      std::optional<NumberSpan> number;
      for (const auto& shape : kShapes) {
        if (!number) number = Joined(groups, i, shape);
      }
      const bool odd = !number;
      if (odd) number = JoinedTo(groups, i, kDigits);
      if (!number) continue;
      const auto verdict = Judge(in, number->folded);
      if (verdict == Verdict::none) continue;
      if (odd && !IsLabelled(in.doc, labels_, number->folded)) continue;
      ReportNumber(in, reporter, number->folded, verdict == Verdict::doubtful);
      i = number->next - 1;
    }
  }

 private:
  Verdict Judge(const CheckInput& in, Span span) const {
    const auto digits = DigitsOf(in.doc, span);
    const auto x = digits.find('X');
    if ((x != digits.npos && x != 17) || !IsRegion(digits)) return Verdict::none;
    const int latest = in.options.as_of.year > 0 ? in.options.as_of.year : 2099;
    const auto view = std::string_view(digits);
    if (IsExcepted(in.doc, except_, span)) return Verdict::none;
    const bool labelled = IsLabelled(in.doc, labels_, span);
    if (digits.size() == 15) {  // before 1999: two digits of the year, no check character
      if (!IsBirth(1900 + Number(view.substr(6, 2)), view.substr(8, 4), latest))
        return Verdict::none;
      return labelled ? Verdict::certain : Verdict::doubtful;
    }
    if (!IsBirth(Number(view.substr(6, 4)), view.substr(10, 4), latest)) return Verdict::none;
    if (HasCheckCharacter(view)) return Verdict::certain;
    return labelled ? Verdict::doubtful : Verdict::none;
  }

  std::vector<Pattern> labels_, except_;
};

}  // namespace

const CheckKind kIdentityNumber = {
    "identity_number",
    {"没有打码的身份证号码；15 位的、校验码不对的较弱",
     "An identity number in full; one of 15 digits or with a wrong check character: weaker"},
    "labels: [身份证]",
    {{"labels",
      ParamType::patterns,
      false,
      {"号码前面有这些，就说明是身份证号码", "before the number: they say what it is"}},
     {"except",
      ParamType::patterns,
      false,
      {"落在其中的不报", "places in which nothing is reported"}}},
    {"number"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<IdentityNumber>(p); }};

}  // namespace hegao
