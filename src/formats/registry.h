// Bytes of a file -> RawDocument. One table of formats; a new format is one file and one line
// there.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/message.h"
#include "base/result.h"
#include "document/document.h"

namespace hegao {

struct ReadOptions {
  std::string encoding;       // empty: detect
  std::string forced_format;  // empty: detect; otherwise the name of a format
  std::size_t markup_limit = std::size_t{64} << 20;  // bytes of a document that is parsed as a tree
};

struct Format {
  std::string_view name;
  Message summary;
  std::span<const std::string_view> extensions;  // lower case, with the dot

  /// 0 (surely not) … 1 (surely): judged by the first bytes of the content and by the extension
  /// (lower case, with the dot, or empty). The content has the last word.
  double (*sniff)(std::string_view head, std::string_view extension);
  Result<RawDocument> (*read)(std::string bytes, const ReadOptions& options);
};

/// All formats that can be read, in the order help shows them. Static, thread-safe.
std::span<const Format> Formats();

/// The name of the format of these bytes: one of Formats(), or of a format that is told but cannot
/// be read (docx odt ofd pdf doc rtf …), or "binary". `path` is only looked at for its extension.
std::string_view FormatName(std::string_view path, std::string_view bytes);

/// Reads a document. ErrorKind::unreadable: a format that cannot be read (the sentence says what it
/// is and what to do), ErrorKind::undecided: there is no text in it, ErrorKind::usage: an unknown
/// format or encoding was asked for. Never throws; linear in the size of reasonable input.
Result<RawDocument> ReadDocument(std::string_view path, std::string bytes,
                                 const ReadOptions& options = {});

/// Whether a file met while walking a folder is meant to be a report: by its extension, including
/// formats that cannot be read (so that they are reported and not passed over), but not README and
/// its like, hidden files, locks and backups of editors.
bool IsReportFileName(std::string_view path);

}  // namespace hegao
