// Points counted in running text: 一是…二是…, 第一，…第二，…, 首先…其次…, （1）…（2）…,
// （一）…（二）…, ①…②…, 一抓…二抓….
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace hegao {

enum class PointStyle : std::uint8_t {
  shi,
  yao,
  ordinal,
  which /* 其一 */,
  words,
  paren,
  circled,
  arabic,
  han_paren, /* （一） within the text */
  deed       /* 一抓 二抓 */
};
constexpr std::size_t kPointStyles = 10;

struct Point {
  PointStyle style = PointStyle::shi;
  std::uint32_t value = 0;
  Span folded;  // 一是
  std::uint32_t block = 0;
  bool begins_block = false;
  bool soft = false;     // 一是 within a clause: a point only if 二是 follows (做到一是…)
  char32_t mark = 0;     // what stands before it
  bool ordinal = false;  // 第三 among 首先 其次
  char32_t deed = 0;     // the word of a deed: 抓
};

/// The last of a count in words: 最后.
constexpr std::uint32_t kLastPoint = 99;

/// Ascending. An ordinal that goes on with words is one of them: 首先…其次…第三. Where a number is
/// not a point, it is left out: 之一是, 二是否, 一是一、二是二, 第一、第二季度. O(text).
std::vector<Point> FindPoints(const Document& doc);

/// How a point like this one, with another value, would be typed.
std::string PointLike(const Point& p, std::uint32_t value);

/// Is the point typed in another way in this text: 二则, 二、, （二）?
bool IsPointIn(std::string_view text, std::uint32_t value);

}  // namespace hegao
