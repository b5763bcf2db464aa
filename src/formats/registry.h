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

/// What a hostile or broken file may cost. Past a limit it is unreadable, with a sentence.
struct ReadLimits {
  std::size_t markup = std::size_t{64} << 20;  // bytes of a page or an XML part: parsed as a tree
  std::size_t unpacked = std::size_t{256} << 20;  // bytes of all parts of a package that are read
  std::size_t ratio = 1000;                       // unpacked : packed, for parts above 1 MB
  std::size_t entries = 20'000;                   // of a package
  std::size_t depth = 512;                        // of nested elements
  std::size_t text = std::size_t{128} << 20;      // bytes of extracted text
  unsigned program_seconds = 60;                  // of a program that is called, wall and CPU
  std::size_t program_memory = std::size_t{2} << 30;  // bytes of its address space
};

struct ReadOptions {
  std::string encoding;       // empty: detect
  std::string forced_format;  // empty: detect; otherwise the name of a format
  ReadLimits limits;
};

struct Format {
  std::string_view name;
  Message summary;
  std::span<const std::string_view> extensions;  // lower case, with the dot

  /// 0 (surely not) … 1 (surely): judged by the first bytes of the content and by the extension
  /// (lower case, with the dot, or empty). The content has the last word. nullptr: the format is
  /// told by its container (sniff.h), not by its head.
  double (*sniff)(std::string_view head, std::string_view extension);
  Result<RawDocument> (*read)(std::string bytes, const ReadOptions& options);
};

/// All formats that can be read, in the order help shows them. Static, thread-safe.
std::span<const Format> Formats();

/// The name of the format of these bytes: one of Formats(), or of a format that is told but cannot
/// be read (xlsx zip png …), or "binary". `path` is only looked at for its extension.
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
