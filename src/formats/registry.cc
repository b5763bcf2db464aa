#include "formats/registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "formats/blanks.h"
#include "formats/html.h"
#include "formats/markdown.h"
#include "formats/sniff.h"
#include "formats/text.h"

namespace hegao {
namespace {

constexpr std::string_view kTextExtensions[] = {".txt", ".text"};
constexpr std::string_view kMarkdownExtensions[] = {".md", ".markdown"};
constexpr std::string_view kHtmlExtensions[] = {".html", ".htm", ".xhtml", ".shtml"};
constexpr std::string_view kUnreadExtensions[] = {".docx", ".doc", ".wps", ".odt",
                                                  ".pdf",  ".ofd", ".rtf"};

const Format& Detect(std::string_view head, std::string_view extension) {
  const std::span<const Format> formats = Formats();
  const Format* best = &formats.front();
  double confidence = 0.0;
  for (const Format& format : formats) {
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

}  // namespace

std::span<const Format> Formats() {
  static const std::array<Format, 3> kFormats = {
      Format{"text", {"纯文本", "plain text"}, kTextExtensions, SniffText, ReadText},
      Format{"markdown",
             {"Markdown 文档", "Markdown"},
             kMarkdownExtensions,
             SniffMarkdown,
             ReadMarkdown},
      Format{"html", {"网页", "HTML pages"}, kHtmlExtensions, SniffHtml, ReadHtml}};
  return kFormats;
}

std::string_view FormatName(std::string_view path, std::string_view bytes) {
  const std::string extension = LowerExtension(path);
  const ForeignFormat foreign = SniffForeign(bytes, extension);
  return foreign.empty() ? Detect(ReadableHead(bytes), extension).name : foreign.name;
}

Result<RawDocument> ReadDocument(std::string_view path, std::string bytes,
                                 const ReadOptions& options) {
  const Message no_text = {"没有文字：文件是空的，或只有空白", "there is no text in this file"};
  // Asked before decoding, which would call nothing at all a failure.
  if (IsAllBlank(bytes) || bytes == "\xFF\xFE" || bytes == "\xFE\xFF")
    return Fail(ErrorKind::undecided, no_text);
  const std::string extension = LowerExtension(path);
  const Format* format = nullptr;
  if (!options.forced_format.empty()) {
    const Result<const Format*> named = Named(options.forced_format);
    if (!named) return tl::unexpected(named.error());
    format = *named;
  } else {
    ForeignFormat foreign = SniffForeign(bytes, extension);
    if (!foreign.empty()) return Fail(ErrorKind::unreadable, std::move(foreign.reason));
    format = &Detect(ReadableHead(bytes), extension);
  }
  Result<RawDocument> document = format->read(std::move(bytes), options);
  if (document && document->blocks.empty()) return Fail(ErrorKind::undecided, no_text);
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
  return HasExtension(kUnreadExtensions, extension) ||
         std::any_of(Formats().begin(), Formats().end(), [&](const Format& format) {
           return HasExtension(format.extensions, extension);
         });
}

}  // namespace hegao
