#include "engine/redact.h"

#include <algorithm>
#include <utility>

#include "text/masking.h"

namespace hegao {
namespace {

constexpr std::string_view kCut = "…";
constexpr std::size_t kTelling = 4;  // bytes of a number cut short that would say something

struct Number {
  std::string plain, masked;  // of the same length
};

std::vector<Number> NumbersOf(const Document& doc, const DocumentReport& report) {
  std::vector<Number> numbers;
  for (const auto& f : report.findings) {
    if (!f.finding.sensitive) continue;
    Number n{doc.Visible(f.finding.span), ""};
    n.masked = n.plain;
    MaskMiddle(n.masked, {0, static_cast<std::uint32_t>(n.plain.size())});
    const bool known = std::any_of(numbers.begin(), numbers.end(),
                                   [&](const Number& m) { return m.plain == n.plain; });
    if (!n.plain.empty() && !known) numbers.push_back(std::move(n));
  }
  return numbers;
}

void Replace(std::string& text, const Number& number) {
  for (auto at = text.find(number.plain); at != text.npos; at = text.find(number.plain, at)) {
    text.replace(at, number.plain.size(), number.masked);
    at += number.masked.size();
  }
  // The start of it before the mark of a cut.
  for (auto cut = text.find(kCut); cut != text.npos; cut = text.find(kCut, cut + kCut.size())) {
    for (auto n = std::min(number.plain.size() - 1, cut); n >= kTelling; --n) {
      if (text.compare(cut - n, n, number.plain, 0, n) != 0) continue;
      text.replace(cut - n, n, number.masked, 0, n);
      break;
    }
  }
}

class Redaction {
 public:
  explicit Redaction(std::vector<Number> numbers) : numbers_(std::move(numbers)) {}

  bool empty() const { return numbers_.empty(); }

  void In(std::string& text) const {
    for (const auto& n : numbers_) Replace(text, n);
  }

  void In(ReportedFinding& f) const {
    In(f.finding.message);
    In(f.finding.hint);
    In(f.quote);
    In(f.section);
    In(f.frame);
    if (f.finding.fix) In(f.finding.fix->title);
    for (auto& r : f.related) In(r.quote);
  }

 private:
  std::vector<Number> numbers_;
};

}  // namespace

void RedactReport(const Document& doc, DocumentReport& report) {
  const Redaction redact(NumbersOf(doc, report));
  if (redact.empty()) return;
  redact.In(report.title);
  redact.In(report.issuer);
  for (auto& fact : report.facts) redact.In(fact.value);
  for (auto& slot : report.slots) redact.In(slot.heading);
  for (auto& heading : report.headings) redact.In(heading.text);
  for (auto& finding : report.findings) redact.In(finding);
}

}  // namespace hegao
