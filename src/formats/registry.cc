#include "formats/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "formats/blanks.h"
#include "formats/docx/docx.h"
#include "formats/html/html.h"
#include "formats/markdown/markdown.h"
#include "formats/odt/odt.h"
#include "formats/ofd/ofd.h"
#include "formats/office/office.h"
#include "formats/pdf/pdf.h"
#include "formats/sniff.h"
#include "formats/text.h"

namespace hegao {
namespace {

constexpr std::string_view kTextExtensions[] = {".txt", ".text"};
constexpr std::string_view kMarkdownExtensions[] = {".md", ".markdown"};
constexpr std::string_view kHtmlExtensions[] = {".html", ".htm", ".xhtml", ".shtml"};
constexpr std::string_view kDocxExtensions[] = {".docx", ".docm", ".dotx"};
constexpr std::string_view kOdtExtensions[] = {".odt", ".ott"};
constexpr std::string_view kPdfExtensions[] = {".pdf"};
constexpr std::string_view kOfdExtensions[] = {".ofd"};
constexpr std::string_view kDocExtensions[] = {".doc", ".dot"};
constexpr std::string_view kWpsExtensions[] = {".wps", ".wpt"};
constexpr std::string_view kRtfExtensions[] = {".rtf"};

const Format& Detect(std::string_view head, std::string_view extension) {
  const std::span<const Format> formats = Formats();
  const Format* best = &formats.front();
  double confidence = 0.0;
  for (const Format& format : formats) {
    if (format.sniff == nullptr) continue;
    if (const double c = format.sniff(head, extension); c > confidence) {
      confidence = c;
      best = &format;
    }
  }
  return *best;
}

Result<const Format*> Named(std::string_view name) {
  std::string known;
  for (const Format& format : Formats()) {
    if (format.name == name) return &format;
    if (!known.empty()) known += ' ';
    known += format.name;
  }
  return Fail(ErrorKind::usage,
              {fmt::format("没有名为“{}”的格式；可用：{}", name, known),
               fmt::format("no format is called {}; there are: {}", name, known)});
}

bool HasExtension(std::span<const std::string_view> list, std::string_view extension) {
  return std::find(list.begin(), list.end(), extension) != list.end();
}

/// A file that is not what its name says is read for what it is, and the reader is told.
void NoteWrongExtension(std::string_view extension, const Format& format, RawDocument* document) {
  if (extension.empty() || HasExtension(format.extensions, extension)) return;
  for (const Format& other : Formats()) {
    if (!HasExtension(other.extensions, extension)) continue;
    document->notes.push_back(
        {fmt::format("文件名以 {} 结尾，内容其实是{}，已按内容读取", extension, format.summary.zh),
         fmt::format("the name ends in {}, but the content is {}; it was read as that", extension,
                     format.summary.en)});
    return;
  }
}

Message NoText() { return {"没有文字：文件是空的，或只有空白", "there is no text in this file"}; }

Result<const Format*> Choose(std::string_view extension, std::string_view bytes,
                             std::string_view forced) {
  if (!forced.empty()) return Named(forced);
  Container container = SniffContainer(bytes, extension);
  if (container.empty()) return &Detect(ReadableHead(bytes), extension);
  if (!container.readable()) return Fail(ErrorKind::unreadable, std::move(container.refusal));
  return Named(container.name);
}

}  // namespace

std::span<const Format> Formats() {
  static const std::array kFormats = {
      Format{"text", {"纯文本", "plain text"}, kTextExtensions, SniffText, ReadText},
      Format{"markdown",
             {"Markdown 文档", "Markdown"},
             kMarkdownExtensions,
             SniffMarkdown,
             ReadMarkdown},
      Format{"html", {"网页", "a web page"}, kHtmlExtensions, SniffHtml, ReadHtml},
      Format{"docx", {"Word 文档", "a Word document"}, kDocxExtensions, nullptr, ReadDocx},
      Format{"odt", {"开放文档", "an OpenDocument text"}, kOdtExtensions, nullptr, ReadOdt},
      Format{"pdf", {"PDF 文件", "a PDF file"}, kPdfExtensions, nullptr, ReadPdf},
      Format{"ofd", {"OFD 版式文件", "an OFD document"}, kOfdExtensions, nullptr, ReadOfd},
      Format{"doc", {"旧版 Word 文档", "an old Word document"}, kDocExtensions, nullptr, ReadDoc},
      Format{"wps", {"WPS 文字文档", "a WPS document"}, kWpsExtensions, nullptr, ReadWps},
      Format{"rtf", {"富文本文档", "an RTF document"}, kRtfExtensions, nullptr, ReadRtf}};
  return kFormats;
}

std::string_view FormatName(std::string_view path, std::string_view bytes) {
  const std::string extension = LowerExtension(path);
  const Container container = SniffContainer(bytes, extension);
  return container.empty() ? Detect(ReadableHead(bytes), extension).name : container.name;
}

Result<RawDocument> ReadDocument(std::string_view path, std::string bytes,
                                 const ReadOptions& options) {
  // Asked before decoding, which would call nothing at all a failure.
  if (IsAllBlank(bytes) || bytes == "\xFF\xFE" || bytes == "\xFE\xFF")
    return Fail(ErrorKind::undecided, NoText());
  const std::string extension = LowerExtension(path);
  const Result<const Format*> format = Choose(extension, bytes, options.forced_format);
  if (!format) return tl::unexpected(format.error());
  Result<RawDocument> document = (*format)->read(std::move(bytes), options);
  if (!document) return document;
  if (document->blocks.empty()) return Fail(ErrorKind::undecided, NoText());
  NoteWrongExtension(extension, **format, &*document);
  return document;
}

bool IsReportFileName(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::string extension = LowerExtension(name);
  if (extension.empty() || name.front() == '.' || name.starts_with("~$") || name.front() == '#') {
    return false;
  }
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  for (const std::string_view other : {"README", "LICENSE", "CHANGELOG", "CONTRIBUTING"}) {
    if (upper.starts_with(other)) return false;
  }
  return std::any_of(Formats().begin(), Formats().end(), [&](const Format& format) {
    return HasExtension(format.extensions, extension);
  });
}

}  // namespace hegao
