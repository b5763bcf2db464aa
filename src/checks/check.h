// A compiled rule at work: what it may look at, and how it reports.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "diag/finding.h"
#include "document/document.h"
#include "document/facts.h"
#include "document/lexicon.h"
#include "document/slots.h"

namespace hegao {

enum class Phase : std::uint8_t { draft, submit, publish };

/// Last year's report of the same unit, to compare with.
struct PreviousReport {
  Document doc;
  Facts facts;
};

struct RunOptions {
  Lang lang = Lang::zh;
  Date as_of;  // "today" for deadline rules
  Phase phase = Phase::submit;
  std::optional<int> year;                         // --year
  std::shared_ptr<const PreviousReport> previous;  // null: none was given
};

/// Everything of one document, computed once and shared by all rules. References outlive the run.
struct CheckInput {
  const Document& doc;
  const Facts& facts;
  const SlotAssignment& slots;
  const std::vector<SlotSpec>& specs;
  const Lexicon& lexicon;
  const RunOptions& options;
};

/// What every rule has, whatever its kind.
struct RuleInfo {
  std::string id;
  std::string kind;
  Severity severity = Severity::warning;
  Severity weaker = Severity::info;     // for hits the check is less sure of
  std::optional<Severity> in_phase[3];  // by Phase; unset: `severity`
  bool off_in_phase[3] = {false, false, false};
  int since_year = 0, until_year = 9999;  // report years it holds for
  std::vector<std::string> yields_to;  // rules whose findings at the same place stand for its own
  Message title, message, hint, basis, why, bad, good;
};

/// {name} -> text, for the message and the hint.
using Variables = std::vector<std::pair<std::string_view, std::string>>;

struct ReportExtras {
  bool weaker = false;
  std::optional<Severity> at_most;  // what the data, or the kind, says of this very hit
  std::uint32_t count = 1;
  std::vector<Span> related;  // folded
  std::string subject;        // tells findings without words apart, in fingerprints
  /// The document does not say what the rule asks for; told as info, in this sentence instead of
  /// the rule's, and without its hint.
  std::optional<Message> unjudged;
  std::optional<Fix> fix;
};

/// Collects the findings of one rule for one document. Drops what lies in page furniture or in a
/// corrupted run, unless told otherwise: nothing can be judged there.
class Reporter {
 public:
  Reporter(const CheckInput& input, const RuleInfo& rule, std::vector<Finding>& out)
      : input_(input), rule_(rule), out_(out) {}

  void AllowUnreadablePlaces() { anywhere_ = true; }

  /// `folded` may be empty: then it marks where something would stand.
  void Report(Span folded, const Variables& variables, ReportExtras extras = {});

  /// A name, in the language of the run.
  const std::string& In(const Message& m) const { return m.In(input_.options.lang); }
  /// Where it begins, for sentences: 第5行 / line 5; 第12段 / paragraph 12 in documents without
  /// lines.
  std::string Where(Span folded) const;
  /// The visible source text of a folded span, cut to `max` characters.
  std::string Quote(Span folded, std::size_t max = 30) const;

 private:
  bool Unreadable(Span folded) const;
  const CheckInput& input_;
  const RuleInfo& rule_;
  std::vector<Finding>& out_;
  bool anywhere_ = false;
  std::size_t reported_ = 0;
};

/// One compiled rule. Immutable; Run() may be called from several threads at once.
class Check {
 public:
  virtual ~Check() = default;
  virtual void Run(const CheckInput& input, Reporter& reporter) const = 0;
};

/// Replaces each {name} by its value; unknown names stay as they are (the loader refuses them).
std::string Fill(std::string_view message, const Variables& variables);

}  // namespace hegao
