// YAML as our own tree, in which every value knows its place. The rest of the program never sees
// yaml-cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "text/line_index.h"
#include "text/span.h"

namespace hegao {

struct YamlFile {
  std::string path;  // as shown to people
  std::string text;
  bool verified =
      false;  // built into the program, whose tests proved it: patterns need no second proof
};

struct Value {
  enum class Kind : std::uint8_t { null, scalar, sequence, map };
  struct Entry;

  Kind kind = Kind::null;
  bool quoted = false;  // scalar written with quotes or as a block: always a string
  Span span;            // bytes in file->text; for a map or sequence, of its first entry
  std::string scalar;
  std::vector<Value> items;        // sequence
  std::vector<Entry> entries;      // map, in file order
  const YamlFile* file = nullptr;  // not owned; outlives the value

  const Value* Get(std::string_view key) const;  // nullptr if absent or not a map
};

struct Value::Entry {
  std::string key;
  Span key_span;
  Value value;
};

/// One thing wrong with a pack or a configuration file. Codes given by this module:
/// parsing: syntax, suspicious-key, multiple-documents, tag, bad-key, merge-key, duplicate-key,
///   recursive-alias, too-deep, too-many-nodes, too-large, encoding, bad-character;
/// reading: wrong-type, empty-value, missing-key, unknown-key, unknown-value, out-of-range.
struct Problem {
  std::string code;
  std::string path;
  std::uint32_t line = 0, column = 0;  // 1-based, columns in code points; 0: the file as a whole
  Message message;                     // observed and expected
  Message hint;                        // "did you mean …"; may be empty
};

/// Collects every problem; loading goes on as far as it can so that all are reported at once.
class Problems {
 public:
  void Add(std::string code, const Value& where, Message message, Message hint = {});
  void AddAt(std::string code, const YamlFile& file, Span span, Message message, Message hint = {});
  void AddFile(std::string code, std::string path, Message message, Message hint = {});
  const std::vector<Problem>& items() const { return items_; }
  bool empty() const { return items_.empty(); }
  void Sort();  // by path, line, column; what was told twice is told once
  LineColumn Place(const YamlFile& file, Span span);  // fast for many spans of one file

 private:
  std::vector<Problem> items_;
  // The line index of the file last reported on: a broken file tends to have many problems.
  const char* indexed_ = nullptr;
  std::size_t indexed_size_ = 0;
  LineIndex index_;
};

/// "rules/x/pack.yaml:12:5: 未知的键“severty”，是不是“severity”？". `origin` (a folder, or
/// "embedded:ID") is put before the path of the problem, which is relative to it.
std::string FormatProblem(const Problem& problem, Lang lang, std::string_view origin = {});

struct YamlLimits {
  std::size_t max_bytes = 4u << 20;
  std::size_t max_nodes = 200000;  // after alias expansion
  int max_depth = 64;
};

/// Parses one document. Syntax errors, duplicate keys, several documents, tags and exceeded limits
/// are problems; then the result may be null. `file` must outlive the value. Never throws. Slow
/// (about 5 MB/s): what may be embedded goes through ParseYamlCached (source.h).
Value ParseYaml(const YamlFile& file, Problems& problems, const YamlLimits& limits = {});

}  // namespace hegao
