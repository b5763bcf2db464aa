#include "diag/report.h"

namespace hegao {
namespace {

void Count(const DocumentReport& document, Summary& s) {
  ++s.documents;
  if (document.status == DocumentStatus::judged) ++s.judged;
  for (const ReportedFinding& f : document.findings) {
    if (f.state == "suppressed") {
      ++s.suppressed;
    } else if (f.state == "baseline") {
      ++s.baseline;
    } else if (f.finding.severity == Severity::error) {
      ++s.errors;
    } else if (f.finding.severity == Severity::warning) {
      ++s.warnings;
    } else {
      ++s.infos;
    }
  }
}

}  // namespace

std::string_view Name(DocumentStatus s) {
  switch (s) {
    case DocumentStatus::judged:
      return "judged";
    case DocumentStatus::unreadable:
      return "unreadable";
    case DocumentStatus::undetermined:
      break;
  }
  return "undetermined";
}

Summary Summarize(const DocumentReport& document) {
  Summary s;
  Count(document, s);
  return s;
}

Summary Summarize(const std::vector<DocumentReport>& documents) {
  Summary s;
  for (const DocumentReport& document : documents) Count(document, s);
  return s;
}

}  // namespace hegao
