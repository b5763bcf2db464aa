// The parameters of a check kind: declared once, read strictly, documented from the same table.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/message.h"
#include "document/issuer_level.h"
#include "document/slots.h"
#include "rulepack/data_file.h"
#include "rulepack/reader.h"
#include "text/pattern.h"

namespace hegao {

enum class ParamType : std::uint8_t {
  text,      // one string
  texts,     // a list of strings, or `table: NAME` of the pack
  patterns,  // a list of regular expressions
  integer,
  number,  // with decimals
  boolean,
  choice,   // one of `choices`
  slots,    // a list of slot ids of the pack
  levels,   // a list of level ids of the pack
  date,     // 2021-01-01
  records,  // a list of maps with `fields`, or `table: NAME` of the pack
  data,     // the name of a data file of the pack, or of rules/data
};

struct ParamSpec {
  std::string_view name;
  ParamType type = ParamType::text;
  bool required = false;
  Message summary;
  long min = 0, max = 1000000;            // integer and number only
  std::vector<std::string> choices = {};  // of a choice; of text and texts: none, or all there are
  std::vector<ParamSpec> fields = {};     // of records: what each of them has, no records within
};

/// Lists of strings that several rules of a pack share.
using Tables = std::map<std::string, std::vector<std::string>, std::less<>>;
class Params;

/// Lists of maps likewise. Not owned. Kinds that share a table share its `fields`: a field that one
/// of them does not know would be a mistake in the pack.
struct RecordTable {
  const Value* list = nullptr;
  std::string fields;                               // of the first that read it …
  std::shared_ptr<const std::vector<Params>> read;  // … and what came of it, for those after it
};
using RecordTables = std::map<std::string, RecordTable, std::less<>>;

struct CompileContext {
  const std::vector<SlotSpec>& slots;
  const Tables& tables;
  std::vector<std::string>* tables_used = nullptr;  // may be null
  RecordTables* records = nullptr;                  // may be null; read once for all rules
  const std::vector<DataFile>* data = nullptr;      // the pack's own files; may be null
  const std::vector<LevelSpec>* levels = nullptr;   // may be null: the pack has none
};

/// Values of one rule, typed. Asking for a name the kind did not declare is a bug (assert).
class Params {
 public:
  /// Reads the declared parameters out of `rule`; every mistake becomes a problem.
  static Params Read(MapReader& rule, const std::vector<ParamSpec>& specs,
                     const CompileContext& context);

  bool Has(std::string_view name) const;
  const std::string& Text(std::string_view name) const;  // "" if absent
  const std::vector<std::string>& Texts(std::string_view name) const;
  /// The same as the text they are looked for in, which is folded. O(bytes).
  std::vector<std::string> Folded(std::string_view name) const;
  const std::vector<Pattern>& Patterns(std::string_view name) const;
  const std::vector<int>& Slots(std::string_view name) const;   // indices; empty if absent
  const std::vector<int>& Levels(std::string_view name) const;  // likewise
  long Integer(std::string_view name, long otherwise) const;
  double Number(std::string_view name, double otherwise) const;
  /// The index of the choice made.
  int Choice(std::string_view name, int otherwise) const;
  bool Boolean(std::string_view name, bool otherwise) const;
  std::optional<Date> DateOf(std::string_view name) const;  // nullopt if absent
  /// Each record's fields, typed as the spec's `fields`.
  const std::vector<Params>& Records(std::string_view name) const;
  /// A sorted table (see LookUp); to be kept by whoever goes on reading it. Empty if absent.
  const DataFile& Data(std::string_view name) const;

 private:
  struct Entry;
  void ReadOne(MapReader& rule, const ParamSpec& spec, const CompileContext& context);
  using RecordList = std::shared_ptr<const std::vector<Params>>;
  static RecordList ReadRecords(MapReader& rule, const ParamSpec& spec,
                                const CompileContext& context);
  const Entry* Find(std::string_view name) const;
  std::map<std::string, Entry, std::less<>> entries_;
};

struct Params::Entry {
  std::vector<std::string> texts;
  std::vector<Pattern> patterns;
  std::vector<int> slots;  // or levels
  RecordList records;      // null: none
  DataFile data;
  long integer = 0;
  double number = 0;
  Date date;
};

/// Compiles a list of regular expressions; a bad one is a problem that shows the offending
/// fragment. {Y}, {Y+1} … in a pattern are written-out characters, not repetitions.
std::vector<Pattern> CompilePatterns(const std::vector<Located<std::string>>& sources,
                                     Problems& problems);
bool CompileOnePattern(const Located<std::string>& source, Problems& problems, Pattern* out);

}  // namespace hegao
