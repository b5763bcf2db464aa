#include "formats/printed/furniture.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "formats/blanks.h"
#include "text/utf8.h"

namespace hegao {
namespace {

/// Of the page's height, from either edge: GB/T 9704-2012 leaves 37 mm above and 35 mm below the
/// text of a page of 297 mm; narrower margins than these are usual, wider ones are not.
constexpr double kEdge = 0.13;
constexpr double kSameHeight = 4.0;  // points

bool IsDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= 0xFF10 && c <= 0xFF19); }

bool IsOrnament(char32_t c) {
  constexpr std::u32string_view kOrnaments = U"-‐‑‒–—―－─━_~～·•.…*|()（）[]【】";
  return kOrnaments.find(c) != std::u32string_view::npos;
}

struct Shape {
  std::string words;  // with # for a number, without blanks
  bool ornaments = false;
};

Shape ShapeOf(std::string_view line) {
  Shape shape;
  bool in_number = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = DecodeAt(line, at);
    const auto character = line.substr(at, c.length);
    at += c.length;
    if (IsBlank(c.value)) continue;
    if (IsOrnament(c.value)) {
      shape.ornaments = true;
      in_number = false;
      continue;
    }
    if (!IsDigit(c.value)) {
      shape.words += character;
    } else if (!in_number) {
      shape.words += '#';
    }
    in_number = IsDigit(c.value);
  }
  return shape;
}

bool NearEdge(const PrintedPage& page, const PrintedLine& line) {
  return line.bottom < kEdge * page.height || line.top > (1 - kEdge) * page.height;
}

/// Outermost rows of the page: no text stands between them and the edge.
bool IsOutermost(const PrintedPage& page, const PrintedLine& line, double top, double bottom) {
  const bool upper = line.middle() < page.height / 2;
  return upper ? line.middle() < top + kSameHeight : line.middle() > bottom - kSameHeight;
}

void MarkPageNumbers(PrintedPage* page, bool bare) {
  double top = page->height, bottom = 0;
  for (const PrintedLine& line : page->lines) {
    top = std::min(top, line.middle());
    bottom = std::max(bottom, line.middle());
  }
  for (PrintedLine& line : page->lines) {
    if (!NearEdge(*page, line) || !IsOutermost(*page, line, top, bottom)) continue;
    if (LooksLikePageNumber(line.text, bare)) line.furniture = true;
  }
}

struct Repeat {
  std::size_t pages = 0, last = SIZE_MAX;
};

/// Same words at the same height. Heights count in steps, and a line may fall beside the border of
/// two, so each stands in both.
using Repeats = std::map<std::pair<std::int64_t, std::string>, Repeat>;

std::int64_t Step(const PrintedLine& line) {
  const double step = std::floor(line.middle() / kSameHeight);
  return static_cast<std::int64_t>(std::clamp(step, -1e6, 1e6));
}

}  // namespace

bool LooksLikePageNumber(std::string_view line, bool bare) {
  if (line.size() > 60) return false;
  const Shape shape = ShapeOf(line);
  if (shape.words == "#") return bare || shape.ornaments;
  for (const std::string_view known :
       {"第#页", "#页", "第#页共#页", "第#页，共#页", "第#页,共#页", "共#页第#页", "共#页，第#页",
        "第#页/共#页", "第#页(共#页)", "#/#", "#／#", "Page#", "Page#of#", "#of#"}) {
    if (shape.words == known) return true;
  }
  return false;
}

void MarkFurniture(std::vector<PrintedPage>* pages) {
  Repeats repeats;
  for (std::size_t i = 0; i < pages->size(); ++i) {
    for (const PrintedLine& line : (*pages)[i].lines) {
      if (!NearEdge((*pages)[i], line)) continue;
      for (const std::int64_t step : {Step(line), Step(line) + 1}) {
        Repeat& repeat = repeats[{step, ShapeOf(line.text).words}];
        if (repeat.last != i) ++repeat.pages;
        repeat.last = i;
      }
    }
  }
  // Even and odd pages may differ, and the first often has none.
  const std::size_t most = std::max<std::size_t>(2, (pages->size() * 2 + 4) / 5);
  for (PrintedPage& page : *pages) {
    for (PrintedLine& line : page.lines) {
      if (!NearEdge(page, line)) continue;
      for (const std::int64_t step : {Step(line), Step(line) + 1}) {
        const Repeat& repeat = repeats[{step, ShapeOf(line.text).words}];
        if (repeat.pages >= most) line.furniture = true;
      }
    }
  }
  // A number by itself is a page number where nothing but a first page speaks for it.
  for (PrintedPage& page : *pages) MarkPageNumbers(&page, pages->size() == 1);
}

}  // namespace hegao
