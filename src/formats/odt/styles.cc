#include "formats/odt/styles.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/odt/length.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestChain = 64;  // of parents; cycles end here

std::string_view Value(pugi::xml_node node, std::string_view local_name) {
  return Attribute(node, local_name).value();
}

bool IsBold(std::string_view weight) {
  if (weight == "bold" || weight == "bolder") return true;
  return weight.size() == 3 && weight >= "600" && weight <= "900";
}

/// A colour an editor marks text with: bright and not grey. #RRGGBB.
bool IsMarker(std::string_view colour) {
  if (colour.size() != 7 || colour[0] != '#') return false;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : 0;
  };
  const auto channel = [&](std::size_t at) {
    return digit(colour[at]) * 16 + digit(colour[at + 1]);
  };
  const std::array channels = {channel(1), channel(3), channel(5)};
  const auto [least, most] = std::minmax_element(channels.begin(), channels.end());
  return *most >= 0xC0 && *most - *least >= 0x50;
}

Alignment AlignmentOf(std::string_view value) {
  if (value == "start" || value == "left") return Alignment::left;
  if (value == "center") return Alignment::center;
  if (value == "end" || value == "right") return Alignment::right;
  if (value == "justify") return Alignment::justify;
  return Alignment::unknown;
}

void ReadSpacing(pugi::xml_node properties, OdtParagraphProperties& out) {
  const auto set = [&](LineSpacing spacing, double value) {
    out.spacing = spacing;
    out.spacing_value = value;
  };
  if (const auto at_least = ParseOdtLength(Value(properties, "line-height-at-least"))) {
    set(LineSpacing::at_least, at_least->value);
  }
  const auto height = Value(properties, "line-height");
  if (height == "normal") set(LineSpacing::multiple, 1);
  const auto length = ParseOdtLength(height);
  if (!length) return;
  if (length->unit == OdtLength::Unit::percent) set(LineSpacing::multiple, length->value / 100);
  if (length->unit == OdtLength::Unit::points) set(LineSpacing::exact, length->value);
}

void ReadIndent(pugi::xml_node properties, OdtParagraphProperties& out) {
  if (const auto indent = ParseOdtLength(Value(properties, "text-indent"))) {
    out.first_line_points.reset();
    out.first_line_chars.reset();
    if (indent->unit == OdtLength::Unit::points) out.first_line_points = indent->value;
    if (indent->unit == OdtLength::Unit::characters) out.first_line_chars = indent->value;
  }
}

/// Adds what these properties say to what is there.
void ReadParagraph(pugi::xml_node properties, OdtParagraphProperties& out) {
  if (!properties) return;
  if (const auto align = AlignmentOf(Value(properties, "text-align"));
      align != Alignment::unknown) {
    out.alignment = align;
  }
  ReadSpacing(properties, out);
  ReadIndent(properties, out);
  if (const auto before = Value(properties, "break-before"); !before.empty()) {
    out.break_before = before == "page";
  }
  if (const auto after = Value(properties, "break-after"); !after.empty()) {
    out.break_after = after == "page";
  }
}

std::string Unquoted(std::string_view family) {
  family = family.substr(0, family.find(','));
  for (const char quote : {'\'', '"'}) {
    if (family.size() >= 2 && family.front() == quote && family.back() == quote) {
      family = family.substr(1, family.size() - 2);
    }
  }
  return std::string(family);
}

}  // namespace

void Overlay(OdtTextProperties& under, const OdtTextProperties& over) {
  if (over.bold) under.bold = over.bold;
  if (over.hidden) under.hidden = over.hidden;
  if (over.highlighted) under.highlighted = over.highlighted;
  if (!over.font.empty()) under.font = over.font;
  if (over.size) {
    under.size = over.size;
  } else if (over.size_percent && under.size) {
    under.size = *under.size * *over.size_percent / 100;
  }
}

OdtStyles::OdtStyles(pugi::xml_node automatic, const std::vector<pugi::xml_node>& roots) {
  for (const auto root : roots) {
    for (auto face : Child(root, "font-face-decls")) fonts_.emplace(Value(face, "name"), face);
    AddStyles(Child(root, "styles"));
  }
  AddStyles(automatic);
  const auto text = ReadText(Child(default_paragraph_, "text-properties"));
  ReadParagraph(Child(default_paragraph_, "paragraph-properties"), plain_.paragraph);
  plain_.text = text;
}

void OdtStyles::AddStyles(pugi::xml_node container) {
  for (auto node : container) {
    const auto kind = LocalName(node);
    const auto name = Value(node, "name");
    const auto family = Value(node, "family");
    if (kind == "style" && family == "paragraph") paragraphs_[name] = node;
    if (kind == "style" && family == "text") texts_[name] = node;
    if (kind == "style" && family == "table") tables_[name] = node;
    if (kind == "list-style") lists_[name] = node;
    if (kind == "outline-style") {
      outline_ = ReadOdtListStyle(node);
      lists_[name] = node;  // some write their headings as a list of this style
    }
    if (kind == "default-style" && family == "paragraph") default_paragraph_ = node;
  }
}

std::vector<pugi::xml_node> OdtStyles::Chain(const Nodes& styles, std::string_view name) const {
  std::vector<pugi::xml_node> chain;
  while (!name.empty() && chain.size() < kLongestChain) {
    const auto found = styles.find(name);
    if (found == styles.end()) break;
    chain.push_back(found->second);
    name = Value(found->second, "parent-style-name");
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

OdtTextProperties OdtStyles::ReadText(pugi::xml_node properties) const {
  OdtTextProperties out;
  if (!properties) return out;
  // Chinese characters have their own set; what is said for the others counts where it is silent.
  const auto either = [&](std::string_view asian, std::string_view other) {
    const auto value = Value(properties, asian);
    return value.empty() ? Value(properties, other) : value;
  };
  if (const auto weight = either("font-weight-asian", "font-weight"); !weight.empty()) {
    out.bold = IsBold(weight);
  }
  if (const auto size = ParseOdtLength(either("font-size-asian", "font-size"))) {
    if (size->unit == OdtLength::Unit::points) out.size = size->value;
    if (size->unit == OdtLength::Unit::percent) out.size_percent = size->value;
  }
  if (const auto display = Value(properties, "display"); !display.empty()) {
    out.hidden = display == "none";
  }
  if (const auto behind = Value(properties, "background-color"); !behind.empty()) {
    out.highlighted = IsMarker(behind);
  }
  out.font = Unquoted(Value(properties, "font-family-asian"));
  if (const auto name = Value(properties, "font-name-asian"); !name.empty()) {
    const auto face = fonts_.find(name);
    const auto family = face == fonts_.end() ? name : Value(face->second, "font-family");
    out.font = Unquoted(family.empty() ? name : family);
  }
  return out;
}

const OdtStyles::Paragraph& OdtStyles::ForParagraph(std::string_view name) {
  const auto found = paragraphs_.find(name);
  if (found == paragraphs_.end()) return plain_;
  const auto [entry, fresh] = resolved_paragraphs_.try_emplace(found->first, plain_);
  Paragraph& out = entry->second;
  if (!fresh) return out;
  for (const auto node : Chain(paragraphs_, name)) {
    ReadParagraph(Child(node, "paragraph-properties"), out.paragraph);
    Overlay(out.text, ReadText(Child(node, "text-properties")));
    if (const auto level = Attribute(node, "default-outline-level")) {
      out.outline_level = std::clamp(level.as_int(), 0, kOdtListLevels);
    }
    if (const auto list = Attribute(node, "list-style-name")) out.list = list.value();
  }
  out.master_page = Value(found->second, "master-page-name");
  return out;
}

const OdtTextProperties& OdtStyles::ForText(std::string_view name) {
  const auto found = texts_.find(name);
  if (found == texts_.end()) return nothing_;
  const auto [entry, fresh] = resolved_texts_.try_emplace(found->first);
  if (!fresh) return entry->second;
  for (const auto node : Chain(texts_, name)) {
    const auto own = ReadText(Child(node, "text-properties"));
    Overlay(entry->second, own);
    if (own.size) entry->second.size_percent.reset();
    if (own.size_percent && !entry->second.size) entry->second.size_percent = own.size_percent;
  }
  return entry->second;
}

const OdtListStyle* OdtStyles::List(std::string_view name) {
  const auto found = lists_.find(name);
  if (found == lists_.end()) return nullptr;
  const auto [entry, fresh] = resolved_lists_.try_emplace(found->first);
  if (fresh) entry->second = ReadOdtListStyle(found->second);
  return &entry->second;
}

bool OdtStyles::TableBreaksPage(std::string_view name) const {
  const auto found = tables_.find(name);
  if (found == tables_.end()) return false;
  return Value(Child(found->second, "table-properties"), "break-before") == "page" ||
         !Value(found->second, "master-page-name").empty();
}

}  // namespace hegao
