#include "formats/docx/styles.h"

#include <algorithm>
#include <array>

#include "formats/package/xml_part.h"
#include "text/fold.h"
#include "text/numerals.h"

namespace hegao {
namespace {

constexpr int kLongestChain = 64;
constexpr int kLevels = 9;

/// A level 1…9 that is all of `digits`; 0 if it is none.
int LevelOfDigits(std::string_view digits) {
  auto number = ParseAsciiNumber(digits);
  if (!number) number = ParseCjkNumber(digits);
  if (!number || number->length != digits.size() || number->value > kLevels) return 0;
  return static_cast<int>(number->value);
}

/// Names are typed in all ways: "Heading 1", "heading_1", "標題１", with aliases after a comma.
/// Only ASCII letters lose their case.
std::string Normalised(std::string_view name) {
  std::string out;
  for (const char c : Fold(name.substr(0, name.find(',')))) {
    if (c == ' ' || c == '_' || c == '-') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

/// 一级标题, 公文2级标题, 第三层标题（楷体）: the number stands before the word.
int LevelBeforeWord(std::string_view name) {
  for (const std::string_view word : {"级标题", "层标题"}) {
    const auto at = name.find(word);
    if (at == std::string_view::npos) continue;
    for (const std::size_t length : {std::size_t{1}, std::string_view("一").size()}) {
      if (at < length) continue;
      if (const int level = LevelOfDigits(name.substr(at - length, length))) return level;
    }
  }
  return 0;
}

/// Files hold the English names of Word's own styles, whatever its language; other programs and
/// ids are less strict.
int LevelAfterWord(std::string_view name) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "heading", "标题",     "Überschrift", "berschrift", "titre",   "título",
      "ttulo",   "titolo",   "Заголовок",   "见出し",     "제목",    "kop",
      "rubrik",  "nagłówek", "nagwek",      "nadpis",     "otsikko", "overskrift",
      "başlık",  "balk",     "cmsor",       "h"};
  for (const auto word : kWords) {
    if (name.substr(0, word.size()) == word) return LevelOfDigits(name.substr(word.size()));
  }
  return 0;
}

/// The typeface a theme gives Chinese text: its own for East Asia, or that for simplified Chinese.
std::string_view EastAsian(pugi::xml_node fonts) {
  const std::string_view own = Attribute(Child(fonts, "ea"), "typeface").value();
  if (!own.empty()) return own;
  for (auto node = fonts.first_child(); node; node = node.next_sibling()) {
    if (LocalName(node) == "font" &&
        Attribute(node, "script").value() == std::string_view("Hans")) {
      return Attribute(node, "typeface").value();
    }
  }
  return {};
}

std::string_view Value(pugi::xml_node parent, std::string_view child) {
  return Attribute(Child(parent, child), "val").value();
}

}  // namespace

int HeadingLevelOfName(std::string_view style_name) {
  const std::string name = Normalised(style_name);
  const int level = LevelAfterWord(name);
  return level != 0 ? level : LevelBeforeWord(name);
}

DocxStyles::DocxStyles(pugi::xml_node styles, pugi::xml_node theme) {
  for (auto node = styles.first_child(); node; node = node.next_sibling()) {
    const auto name = LocalName(node);
    if (name == "style") {
      ReadStyle(node);
    } else if (name == "docDefaults") {
      defaults_.paragraph = ReadParagraphProperties(Child(Child(node, "pPrDefault"), "pPr"));
      defaults_.run = ReadRunProperties(Child(Child(node, "rPrDefault"), "rPr"));
    }
  }
  const auto fonts = Child(Child(theme, "themeElements"), "fontScheme");
  major_ = EastAsian(Child(fonts, "majorFont"));
  minor_ = EastAsian(Child(fonts, "minorFont"));
}

void DocxStyles::ReadStyle(pugi::xml_node style) {
  std::string_view type, id;
  bool is_default = false;
  for (auto a = style.first_attribute(); a; a = a.next_attribute()) {
    const auto name = LocalName(a.name());
    if (name == "type") {
      type = a.value();
    } else if (name == "styleId") {
      id = a.value();
    } else if (name == "default") {
      is_default = IsOn(a);
    }
  }
  if (type == "character") {
    runs_[id].node = style;
  } else if (type == "paragraph" || type.empty()) {  // 17.7.4.17: paragraph unless said
    paragraphs_[id].node = style;
    if (is_default) default_id_ = id;
  }
}

const DocxStyles::Paragraph& DocxStyles::Resolve(ParagraphStyle& style, int depth) const {
  if (style.resolved) return style.value;
  style.resolving = true;
  const std::string_view id = Attribute(style.node, "styleId").value();
  style.value = defaults_;
  int inherited = 0;
  const auto base = paragraphs_.find(Value(style.node, "basedOn"));
  if (base != paragraphs_.end() && !base->second.resolving && depth < kLongestChain) {
    style.value = Resolve(base->second, depth + 1);
    inherited = style.value.heading_level;
  }
  const auto own = ReadParagraphProperties(Child(style.node, "pPr"));
  if (own.num_id) style.value.list_style = id;
  Overlay(style.value.paragraph, own);
  Overlay(style.value.run, ReadRunProperties(Child(style.node, "rPr")));
  style.value.name = Value(style.node, "name");
  int level = HeadingLevelOfName(style.value.name);
  if (level == 0) level = HeadingLevelOfName(id);
  if (const auto outline = style.value.paragraph.outline_level) {
    level = *outline < kLevels ? *outline + 1 : 0;
  } else if (level == 0) {
    level = inherited;
  }
  style.value.heading_level = level;
  style.resolving = false;
  style.resolved = true;
  return style.value;
}

const RunProperties& DocxStyles::Resolve(RunStyle& style, int depth) const {
  if (style.resolved) return style.value;
  style.resolving = true;
  const auto base = runs_.find(Value(style.node, "basedOn"));
  if (base != runs_.end() && !base->second.resolving && depth < kLongestChain) {
    style.value = Resolve(base->second, depth + 1);
  }
  Overlay(style.value, ReadRunProperties(Child(style.node, "rPr")));
  style.resolving = false;
  style.resolved = true;
  return style.value;
}

const DocxStyles::Paragraph& DocxStyles::ForParagraph(std::string_view style_id) const {
  auto found = paragraphs_.find(style_id);
  if (found == paragraphs_.end()) found = paragraphs_.find(default_id_);
  return found == paragraphs_.end() ? defaults_ : Resolve(found->second, 0);
}

const RunProperties& DocxStyles::ForRun(std::string_view style_id) const {
  static const RunProperties kNothing;
  const auto found = runs_.find(style_id);
  return found == runs_.end() ? kNothing : Resolve(found->second, 0);
}

std::string_view DocxStyles::ThemeFont(std::string_view reference) const {
  if (reference == "majorEastAsia") return major_;
  if (reference == "minorEastAsia") return minor_;
  return {};
}

std::string_view DocxStyles::FontOf(const RunProperties& run) const {
  const auto themed = ThemeFont(run.font_theme);
  return themed.empty() ? std::string_view(run.font) : themed;
}

}  // namespace hegao
