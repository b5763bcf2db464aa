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
  bool event = false;     // it counts events (宣传活动)
  int verb = -1;          // which of the verbs; -1: none
  std::size_t said = 0;   // Chinese characters of the phrase
  std::string name;       // what is counted, as typed: for numbers that stand before it
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

/// Verbs that say the same. standing: what a unit has, and not what it did: 配备 聘请.
/// step: done with some of them: 办结.
struct Verbs {
  WordList words;
  bool standing = false;
  bool step = false;
};

struct StatementWords {
  std::vector<Subjects> subjects;
  std::vector<Nouns> nouns;
  WordList goes_on;          // what makes another noun of it: 村民
  WordList labels;           // 户籍人口
  WordList links;            // 共有 的
  WordList partial;          // words of some of them: 试点
  WordList doubtful;         // perhaps of some of them: 建立
  WordList all_of;           // of all of them: 均
  WordList whole_year;       // 全年
  WordList summed;           // 共
  WordList filler;           // 各类 了
  WordList bodies;           // 司法所: others whose results are their own
  WordList periods;          // 上半年 去年 计划
  WordList occasions;        // 活动
  WordList generic;          // 案件 事项: 法律援助 and 法律援助案件 are one
  std::vector<Verbs> verbs;  // 召开 主持召开: that say the same, or nothing
};

/// A number before what it counts: 23名执法人员.
struct ResultMention {
  const Statement* of = nullptr;  // the statement that names the same things
  std::size_t index = 0;          // of the quantity
  bool all = false;               // it is said to be of all of them
  bool same_verb = false;         // 已公布的78项清单
};

/// Facts of the whole unit. O(quantities * words).
std::vector<Statement> WholeFacts(const CheckInput& in, const std::vector<Quantity>& all,
                                  const StatementWords& words);
/// Results by what they say, with whose they are. O(quantities * words).
std::vector<Statement> Results(const CheckInput& in, const std::vector<Quantity>& all,
                               const StatementWords& words);
/// Numbers that stand before what one of the results names. O(quantities * words).
std::vector<ResultMention> Mentions(const CheckInput& in, const std::vector<Quantity>& all,
                                    const StatementWords& words,
                                    const std::vector<Statement>& results);

}  // namespace hegao
