// Numbers that a report can have only one of: facts of the whole unit (全镇15个村), results of the
// whole year (全年化解纠纷186件).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/number/quantity_text.h"

namespace hegao {

/// How surely the number is the one for the whole unit and year.
enum class Scope : std::uint8_t { open, summed /* 共 累计 */, whole /* 全年 全镇 */ };

struct Statement {
  std::string key;    // statements with the same key say the same
  std::size_t index;  // of the quantity
  Scope scope = Scope::open;
  bool occasion = false;  // it may be of one event
};

/// The same nouns in other words: 村（社区）, 村居.
struct Nouns {
  WordList words;
  std::string key;
};

/// 全镇 全乡 are one unit, 全县 another; 下辖 is of whichever the report is about.
struct Subjects {
  std::string key;
  WordList words;
  bool own = false;
};

struct StatementWords {
  std::vector<Subjects> subjects;
  std::vector<Nouns> nouns;
  WordList goes_on;     // what makes another noun of it: 村民
  WordList labels;      // 户籍人口
  WordList links;       // 共有 的
  WordList partial;     // words of some of them: 试点
  WordList doubtful;    // perhaps of some of them: 建立
  WordList all_of;      // of all of them: 均
  WordList whole_year;  // 全年
  WordList summed;      // 共
  WordList filler;      // 各类 了
  WordList bodies;      // 司法所: others whose results are their own
  WordList periods;     // 上半年 去年 计划
  WordList occasions;   // 活动
};

/// Facts of the whole unit. O(quantities * words).
std::vector<Statement> WholeFacts(const CheckInput& in, const std::vector<Quantity>& all,
                                  const StatementWords& words);
/// Results by what they say, with whose they are. O(quantities * words).
std::vector<Statement> Results(const CheckInput& in, const std::vector<Quantity>& all,
                               const StatementWords& words);

}  // namespace hegao
