// Every word the formats for people share, in both languages. Text of documents that goes in is
// made safe for a terminal here; a format with its own escapes applies them on top.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"
#include "render/renderer.h"

namespace hegao {

inline std::string_view Pick(Lang lang, std::string_view zh, std::string_view en) {
  return lang == Lang::en ? en : zh;
}

/// What a reader concludes about one document.
enum class Verdict { clean, known_only, warnings, errors, undetermined, unreadable };

/// `known_only`: errors or warnings there are, all of them suppressed or in the baseline.
Verdict VerdictOf(const DocumentReport& document);
std::string_view VerdictWord(Lang lang, Verdict verdict);

/// One sentence for the whole run. Where any document was not judged, or there is none, it says so
/// and nothing that reads as a pass.
std::string OverallVerdict(Lang lang, const RunReport& report);

std::string_view SeverityWord(Lang lang, Severity severity);  // 错误 警告 提示
std::string_view DutyWord(Lang lang, Severity severity);      // 必改 应改 建议
std::string_view StateWord(Lang lang, std::string_view state);
std::string_view SlotMark(std::string_view status);  // ✓ ◐ ○ ✗
std::string_view SlotWord(Lang lang, std::string_view status);

/// ` 3 条错误` (after a blank, for use inside a sentence) / `3 errors`
std::string CountWords(Lang lang, Severity severity, std::uint32_t n);
/// `title · 2024 年 · issuer`; what could not be told is left out, but for the year of a judged
/// document.
std::string DocumentWords(Lang lang, const DocumentReport& document);
/// Why it was not judged; never empty for a document that was not.
std::string ReasonWords(Lang lang, const DocumentReport& document);
/// `第 3 页第 12 段` / `p. 3, paragraph 12`, as far as it is known; "" if nothing is.
std::string PaperWords(Lang lang, const OnPaper& paper);
/// Where the finding stands, what helps most first: line and column, then the heading path; in a
/// document without lines the heading path, the words (cut to `quote` characters), then page and
/// paragraph. Never empty.
std::vector<std::string> PlaceParts(Lang lang, const DocumentReport& document,
                                    const ReportedFinding& finding, std::size_t quote);
/// The same as short as it goes, for the start of a line: `5:3`, `第3页第12段`; "" if not known.
std::string BriefPlace(Lang lang, const DocumentReport& document, const ReportedFinding& finding);
std::string RelatedWords(Lang lang, const DocumentReport& document, const ReportedRelated& related);
/// `（共 12 处）`, or nothing if it stands for one place.
std::string RepeatWords(Lang lang, std::uint32_t count);
/// What the program can do about it, with the command; "" if there is no fix.
std::string FixWords(Lang lang, const ReportedFinding& finding);
/// All counts of the run in one line.
std::string SummaryWords(Lang lang, const Summary& summary);

/// The findings the options let a person see, in their order.
std::vector<const ReportedFinding*> Listed(const DocumentReport& document,
                                           const RenderOptions& options);
/// Says how many findings are not listed; "" if all are.
std::string HiddenWords(Lang lang, std::size_t hidden);

}  // namespace hegao
