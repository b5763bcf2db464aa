#include "formats/pdf/pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/process.h"
#include "formats/printed/printed_page.h"
#include "formats/printed/printed_text.h"

namespace hegao {
namespace {

constexpr std::size_t kTail = 4096;  // bytes in which a whole file has its end mark

/// Exit codes of pdftotext(1).
enum Exit : int { kOk = 0, kNotAllowed = 3 };

tl::unexpected<Error> Unreadable(std::string_view zh, std::string_view en) {
  return Fail(ErrorKind::unreadable, {std::string(zh), std::string(en)});
}

tl::unexpected<Error> Damaged() {
  return Unreadable("PDF 文件不完整或已损坏，读不出来；请重新导出或重新传输一份",
                    "the PDF file is truncated or damaged; export or send it again");
}

bool Says(const ProcessOutput& got, std::string_view words) {
  return got.err.find(words) != std::string::npos;
}

/// A broken file is read as far as it goes, and what is missing would be called missing from the
/// report. Files with small faults are many, so only a missing end counts.
bool IsCutOff(std::string_view bytes, const ProcessOutput& got) {
  const auto tail = bytes.substr(bytes.size() - std::min(bytes.size(), kTail));
  return tail.find("%%EOF") == std::string_view::npos && !got.err.empty();
}

Result<void> Judge(std::string_view bytes, const ProcessOutput& got) {
  if (Says(got, "Incorrect password")) {
    return Unreadable("PDF 文件加了密码，打不开；请先去掉密码再核",
                      "the PDF file has a password; remove it first");
  }
  if (got.exit_code == kNotAllowed) {
    return Unreadable("PDF 文件设置了不允许复制文字，读不出来；请提供未加限制的文件",
                      "the PDF file forbids copying its text; give one without that restriction");
  }
  if (Says(got, "Missing language pack")) {
    return Unreadable(
        "读取这份 PDF 还缺中文编码数据；请管理员安装（apt-get install poppler-data），"
        "或改用 .docx 文件",
        "data about Chinese encodings is needed to read this PDF: apt-get install poppler-data, or "
        "give a .docx file");
  }
  if (got.exit_code != kOk || IsCutOff(bytes, got)) return Damaged();
  return {};
}

Result<std::string> Convert(std::string_view bytes, const ReadLimits& limits) {
  const auto program = FindProgram("pdftotext", "HEGAO_PDFTOTEXT");
  if (!program) {
    return Unreadable(
        "读取 PDF 需要程序 pdftotext，本机没有；请管理员安装（apt-get install poppler-utils），"
        "或改用 .docx 文件",
        "pdftotext is needed to read PDF and is not installed: apt-get install poppler-utils, or "
        "give a .docx file");
  }
  ProcessLimits process;
  process.seconds = limits.program_seconds;
  process.memory_bytes = limits.program_memory;
  process.output_bytes = limits.markup;
  auto got = RunProcess({*program, "-bbox-layout", "-enc", "UTF-8", "-", "-"}, bytes, process);
  if (!got) return tl::unexpected(got.error());
  if (const auto judged = Judge(bytes, *got); !judged) return tl::unexpected(judged.error());
  return std::move(got->out);
}

}  // namespace

Result<RawDocument> ReadPdf(std::string bytes, const ReadOptions& options) {
  const auto layout = Convert(bytes, options.limits);
  if (!layout) return tl::unexpected(layout.error());
  std::string().swap(bytes);
  auto pages = ParseBboxLayout(*layout, options.limits);
  if (!pages) return tl::unexpected(pages.error());
  return WritePages("pdf", std::move(*pages), options);
}

}  // namespace hegao
