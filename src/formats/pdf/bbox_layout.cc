#include <algorithm>
#include <cmath>
#include <utility>

#include "formats/blanks.h"
#include "formats/package/xml_part.h"
#include "formats/printed/printed_page.h"
#include "text/utf8.h"

namespace hegao {
namespace {

struct Word {
  double left = 0, top = 0, right = 0, bottom = 0;
  std::string_view text;
};

constexpr double kMostStretch = 0.35;  // type sizes
constexpr double kFarthest = 1e6;      // points; damaged files place type anywhere

/// Full-width characters: those that are set without blanks between them.
bool IsWide(char32_t c) { return DisplayWidth(c) == 2; }

/// Letters, digits and signs of alphabets, whose words have blanks between them.
bool IsLatin(char32_t c) { return c < 0x2000; }

/// Quotes and dashes: full-width in Chinese fonts.
bool IsEitherWidth(char32_t c) { return (c >= 0x2010 && c <= 0x2027) || c == 0xB7; }

/// Width of `text` in units of its type size, roughly.
double Ems(std::string_view text) {
  double ems = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    ems += IsWide(c.value) || IsEitherWidth(c.value) ? 1.0 : 0.5;
    at += c.length;
  }
  return ems;
}

double HanShare(std::string_view text) {
  const double all = Ems(text);
  return all > 0 ? static_cast<double>(CountHan(text)) / all : 0;
}

/// The type size: Chinese characters are as wide as it. Justified lines are stretched, so the
/// narrowest word counts; type without Chinese characters is some 0.8 of its line's height.
double TypeSize(const std::vector<Word>& words) {
  double size = 0;
  for (const Word& word : words) {
    if (HanShare(word.text) < 0.6) continue;
    const double measured = (word.right - word.left) / Ems(word.text);
    if (size == 0 || measured < size) size = measured;
  }
  if (size > 0) return size;
  double height = 0;
  for (const Word& word : words) height = std::max(height, word.bottom - word.top);
  return 0.8 * height;
}

double FirstUnit(const Word& word, double size) {
  const CodePoint c = DecodeAt(word.text, 0);
  if (IsWide(c.value)) {
    // Closing punctuation may not begin a line, so it comes down with the character before it.
    constexpr std::size_t kMostMarks = 4;
    std::size_t units = 1;
    for (std::size_t at = c.length; at < word.text.size() && units <= kMostMarks; ++units) {
      const CodePoint next = DecodeAt(word.text, at);
      const bool mark = !IsHan(next.value) && (units == 1 || IsWide(next.value));
      if (!mark) break;
      at += next.length;
    }
    return static_cast<double>(units) * size;
  }
  std::size_t end = 0;
  while (end < word.text.size()) {
    const CodePoint next = DecodeAt(word.text, end);
    if (IsWide(next.value)) break;
    end += next.length;
  }
  return Ems(word.text.substr(0, end)) * size;
}

/// Is there a blank between two words? Type is spaced where Chinese and Latin meet and where a line
/// is justified, without a blank in the text.
bool Blank(const Word& a, const Word& b, double size, double stretch) {
  const double gap = b.left - a.right;
  const bool wide_before = !IsLatin(DecodeBefore(a.text, a.text.size()).value);
  const bool wide_after = !IsLatin(DecodeAt(b.text, 0).value);
  if (wide_before && wide_after) return gap > 0.18 * size + 1.5 * stretch;
  if (wide_before || wide_after) return gap > 0.45 * size + stretch;
  return true;
}

/// The gap by which a justified line is stretched between all its characters; 0 if it is not. A
/// line with few gaps is parted by its blanks, one with many by its stretching.
double Stretch(const std::vector<Word>& words, double size) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view before = words[i - 1].text;
    if (IsLatin(DecodeBefore(before, before.size()).value)) continue;
    if (IsLatin(DecodeAt(words[i].text, 0).value)) continue;
    gaps.push_back(words[i].left - words[i - 1].right);
  }
  if (gaps.size() < 3) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return std::clamp(*middle, 0.0, kMostStretch * size);
}

double Number(pugi::xml_node node, const char* name) {
  const double value = node.attribute(name).as_double();
  return std::isfinite(value) ? std::clamp(value, -kFarthest, kFarthest) : 0;
}

void AddLine(pugi::xml_node node, PrintedPage* page) {
  std::vector<Word> words;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    const std::string_view text = child.child_value();
    if (LocalName(child) != "word" || IsAllBlank(text)) continue;
    // Type that is turned or mirrored may have its edges the wrong way round.
    const auto [left, right] = std::minmax({Number(child, "xMin"), Number(child, "xMax")});
    const auto [top, bottom] = std::minmax({Number(child, "yMin"), Number(child, "yMax")});
    words.push_back({left, top, right, bottom, text});
  }
  if (words.empty()) return;
  PrintedLine line;
  line.size = TypeSize(words);
  line.first = FirstUnit(words.front(), line.size);
  line.left = words.front().left;
  line.top = words.front().top;
  line.right = words.front().right;
  line.bottom = words.front().bottom;
  const double stretch = Stretch(words, line.size);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && Blank(words[i - 1], words[i], line.size, stretch)) line.text += ' ';
    line.text += words[i].text;
    line.left = std::min(line.left, words[i].left);
    line.right = std::max(line.right, words[i].right);
    line.top = std::min(line.top, words[i].top);
    line.bottom = std::max(line.bottom, words[i].bottom);
  }
  page->lines.push_back(std::move(line));
}

}  // namespace

Result<std::vector<PrintedPage>> ParseBboxLayout(std::string_view xhtml, const ReadLimits& limits) {
  // The head declares a document type, which XmlPart refuses, and repeats what the file's author
  // wrote into its title; the pages stand in <doc>.
  const auto begin = xhtml.find("<doc>");
  const auto end = xhtml.rfind("</doc>");
  const bool whole = begin != std::string_view::npos && end != std::string_view::npos;
  const auto pages = whole ? xhtml.substr(begin, end + 6 - begin) : std::string_view();
  const auto part = XmlPart::Parse(std::string(pages), "pdftotext", limits);
  if (!part) return tl::unexpected(part.error());
  std::vector<PrintedPage> out;
  for (const auto page : part->root().children("page")) {
    PrintedPage& made = out.emplace_back();
    made.width = Number(page, "width");
    made.height = Number(page, "height");
    for (const auto flow : page.children("flow")) {
      for (const auto block : flow.children("block")) {
        for (const auto line : block.children("line")) AddLine(line, &made);
      }
    }
  }
  return out;
}

}  // namespace hegao
