// The result of a run: all a renderer needs, with no reference to the documents that were read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "diag/finding.h"

namespace hegao {

struct Place {
  std::uint32_t line = 1, column = 1;          // 1-based; columns in code points
  std::uint32_t end_line = 1, end_column = 1;  // one past the last character
};

/// Where a person finds it in a document without lines (docx, pdf …): 1-based, as far as the format
/// tells. All empty in formats that have lines.
struct OnPaper {
  std::optional<std::uint32_t> page, paragraph;
  bool aside = false;  // in a note, page header or footer
  bool operator==(const OnPaper&) const = default;
};

struct ReportedRelated {
  Place place;
  std::string quote;
  OnPaper paper = {};
};

struct ReportedFinding {
  Finding finding;
  Place place;
  std::string quote;  // the visible characters concerned, cut to 60 characters with … at the end
  std::string section;  // heading path: 一、…>（二）…
  std::string frame;    // the source line it starts on, cut to a window round the finding
  std::uint32_t frame_begin = 0, frame_end = 0;  // bytes of `frame` to underline
  OnPaper paper;
  std::string fingerprint;
  std::string state = "new";  // new | baseline | suppressed
  std::vector<ReportedRelated> related;
};

struct ReportedSlot {
  std::string slot, name;  // id; name in the language of the run
  std::string status;      // found | embedded | implicit | missing
  std::string heading;     // "" where there is none
  std::optional<std::uint32_t> line;
  std::optional<int> level;
  double confidence = 0;
  OnPaper paper = {};
};

struct ReportedHeading {
  std::uint32_t line = 1;
  int level = 1;
  std::string number, text, source, slot;  // slot: "" or ids joined by ','
  double confidence = 0;
  OnPaper paper = {};
};

/// A fact of the document and where it was read from.
struct ReportedFact {
  std::string name;  // title report_year issuer issuer_level signature issue_date publication_date
  std::string value;
  std::string source;  // title heading body signature date chrome file-name option
  std::optional<std::uint32_t> line;
  OnPaper paper = {};
};

enum class DocumentStatus { judged, undetermined, unreadable };

struct DocumentReport {
  std::string path, format, encoding;
  double encoding_confidence = 1.0;
  bool has_lines = true;           // false: places are pages and paragraphs; lines count the
                                   // paragraphs of the extracted text
  std::vector<std::string> notes;  // sentences of the reader, in the language of the run
  DocumentStatus status = DocumentStatus::judged;
  std::string reason;                     // a sentence, where status is not judged
  std::vector<std::string> packs;         // ids of the packs that judged it
  std::string title, issuer, issue_date;  // "" where it cannot be told
  std::string issuer_level;               // id of the pack's level; "" where it cannot be told
  std::optional<int> report_year;
  std::vector<ReportedFact> facts;
  std::vector<ReportedSlot> slots;
  std::vector<ReportedHeading> headings;  // filled for `outline` only
  std::vector<ReportedFinding> findings;
};

struct PackStamp {
  std::string id, version, title;
};

struct Summary {
  std::uint32_t documents = 0, judged = 0, errors = 0, warnings = 0, infos = 0, suppressed = 0,
                baseline = 0;
};

struct RunReport {
  std::string version;  // of the program
  Lang lang = Lang::zh;
  std::vector<PackStamp> packs;
  std::vector<DocumentReport> documents;
  Summary summary;
};

std::string_view Name(DocumentStatus s);

/// Counts findings, not places. Errors, warnings and infos are the new ones only: what is
/// suppressed or in the baseline is counted there and nowhere else.
Summary Summarize(const std::vector<DocumentReport>& documents);
Summary Summarize(const DocumentReport& document);

}  // namespace hegao
