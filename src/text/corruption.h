// The byte-shifted GBK corruption of some published copies ("?。ǘ┘訌?qiáng)" for "　（二）加强"):
// GBK text was cut before byte pairs that look like full-width punctuation, at any byte offset, and
// each piece decoded alone. See docs/corruption.md for how it arises and how far it can be undone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hegao {

struct CorruptedRun {
  std::uint32_t length = 0;  // bytes of the run, from its '?'
  int number = 0;            // the heading number （N） recovered by the table, 0 if it is none
  std::string recovered;  // best recovery, already plain Simplified text; may lack lost characters
};

/// Is there a corrupted run at `at`, where `line[at]` is '?' or '？'? `line` is one line of source
/// text. Silent on ordinary questions, "?," and quotation. O(run length).
std::optional<CorruptedRun> FindCorruptedRun(std::string_view line, std::size_t at);

}  // namespace hegao
