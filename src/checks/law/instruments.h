// The table of laws, regulations and plans that reports cite, as rules see it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "checks/law/name_index.h"
#include "checks/params.h"

namespace hegao {

/// The years of a plan, as typed behind its title: (2021-2025年), or without the brackets.
struct Period {
  int from = 0, to = 0;
  bool operator==(const Period&) const = default;
};
/// Years at `at` of folded text, however the dash was typed; `length` is the bytes they take with
/// their brackets, which may be left out where 年 ends them. nullopt for anything else.
std::optional<Period> PeriodAt(std::string_view folded, std::size_t at, std::size_t* length);

struct Instrument {
  std::string title;  // as the table has it, for messages
  std::string base;   // folded, without the years
  std::optional<Period> period;
  std::optional<Date> adopted, effective, repealed, ended;
  std::vector<Date> revised;
  std::string replaced_by;
  bool plan = false;
  bool certain = true;
};

/// Immutable, thread-safe. Plans of one title and several periods share a group.
class InstrumentTable {
 public:
  static constexpr std::uint32_t kOther = ~0u;  // id of a title that is known and no more

  InstrumentTable(const std::vector<Params>& records, const std::vector<std::string>& others);

  const NameIndex& names() const { return names_; }  // ids are groups, or kOther
  const std::vector<std::vector<std::uint32_t>>& groups() const { return groups_; }
  const Instrument& at(std::uint32_t index) const { return all_[index]; }
  std::size_t size() const { return all_.size(); }
  /// The instrument of a group that has these years; without years the only one there is. nullptr
  /// where that leaves a choice.
  const Instrument* Choose(std::uint32_t group, const std::optional<Period>& period) const;

 private:
  std::vector<Instrument> all_;
  std::vector<std::vector<std::uint32_t>> groups_;
  NameIndex names_;
};

/// The fields of a record of the table.
const std::vector<ParamSpec>& InstrumentFields();

}  // namespace hegao
