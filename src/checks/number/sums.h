// Where a sentence says that numbers are the parts of another one.
#pragma once

#include <cstdint>
#include <vector>

#include "checks/number/quantity_text.h"

namespace hegao {

/// What makes them parts, which decides what may be concluded.
enum class SumGrammar : std::uint8_t {
  of_which,  // 共60件，其中甲40件、乙15件
  bracket,   // 60件（甲40件、乙20件）
  pair,      // 受理60件，办结50件，未办结10件
  after,     // 甲40件、乙15件，共计55件
  apart,     // 共55件，分别为40件、15件
  bare       // 共55件，甲40件、乙15件
};

/// The parts as indices, and the numbers any of which may be their total, the likeliest last.
struct Sum {
  SumGrammar grammar = SumGrammar::of_which;
  std::vector<std::size_t> totals, parts;
  Joint joint = Joint::none;   // of the parts
  bool complementary = false;  // one is what the other is not: there is no third
  bool closed = false;         // said to be all of them
  bool composed = false;       // they make up a body, which is called otherwise than they
  bool open = false;           // … 等: some of them
  bool loose = false;          // a list by commas behind a colon, which may go on
  bool named = false;          // 包括, 含 right behind the total
  std::size_t strangers = 0;   // others in the same unit, which may belong to it
};

/// Two kinds of which everything is one: 男/女, 办结/未办结.
struct Complement {
  WordList one, other;
};

struct SumWords {
  WordList totals;                                // 共 合计
  WordList wholes;                                // 受理: what is then done or not done
  WordList closed;                                // 分别 含: all parts are named
  WordList rest;                                  // 其他: whatever is left is named too
  WordList year;                                  // 全年
  WordList composed;                              // 组成: behind all parts
  std::vector<std::vector<std::string>> periods;  // 上半年 下半年: that make a year
  std::vector<Complement> complements;
};

struct SumText {
  const Document& doc;
  const std::vector<Quantity>& all;
  const QuantitySentence& sentence;
  const QuantitySentence* before = nullptr;  // the sentence before it in the block, if any
};

/// All sums of a sentence. A part belongs to one sum only. O(quantities^2) at most 64 of them.
std::vector<Sum> FindSums(const SumText& text, const SumWords& words);

/// What the part is: 民事 in 其中民事40件, or what stands behind it.
std::string_view PartLabel(const SumText& text, std::size_t i);

bool AreComplementary(std::string_view a, std::string_view b,
                      const std::vector<Complement>& complements);

}  // namespace hegao
