#include "formats/docx/tags.h"

#include <array>
#include <cstddef>
#include <string_view>

#include "formats/docx/properties.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

struct Name {
  std::string_view name;
  Tag tag = Tag::other;
};

constexpr Name kNames[] = {
    {"p", Tag::paragraph},
    {"r", Tag::run},
    {"t", Tag::text},
    {"delText", Tag::deleted_text},
    {"fldChar", Tag::field_char},
    {"instrText", Tag::field_code},
    {"delInstrText", Tag::field_code},
    {"fldSimple", Tag::field_simple},
    {"tab", Tag::tab},
    {"ptab", Tag::tab},
    {"br", Tag::line_break},
    {"cr", Tag::carriage_return},
    {"noBreakHyphen", Tag::hyphen},
    {"sym", Tag::symbol},
    {"pgNum", Tag::page_number},
    {"lastRenderedPageBreak", Tag::rendered_page_break},
    {"ins", Tag::inserted},
    {"moveTo", Tag::inserted},
    {"cellIns", Tag::inserted},
    {"cellDel", Tag::deleted},
    {"del", Tag::deleted},
    {"moveFrom", Tag::deleted},
    {"sdt", Tag::content_control},
    {"AlternateContent", Tag::alternate},
    {"drawing", Tag::graphic},
    {"pict", Tag::graphic},
    {"object", Tag::graphic},
    {"txbxContent", Tag::box},
    {"txBody", Tag::box},
    {"textpath", Tag::word_art},
    {"relIds", Tag::diagram},
    {"OLEObject", Tag::embedded},
    {"ruby", Tag::ruby},
    {"footnoteReference", Tag::note_reference},
    {"endnoteReference", Tag::note_reference},
    {"commentRangeStart", Tag::comment_begin},
    {"commentRangeEnd", Tag::comment_end},
    {"commentReference", Tag::comment_reference},
    {"tbl", Tag::table},
    {"tr", Tag::row},
    {"tc", Tag::cell},
    {"sectPr", Tag::section},
    {"altChunk", Tag::foreign},
    {"subDoc", Tag::foreign},
    {"pPr", Tag::property},
    {"rPr", Tag::property},
    {"tblPr", Tag::property},
    {"tblPrEx", Tag::property},
    {"tblGrid", Tag::property},
    {"trPr", Tag::property},
    {"tcPr", Tag::property},
    {"sdtPr", Tag::property},
    {"sdtEndPr", Tag::property},
    {"smartTagPr", Tag::property},
    {"customXmlPr", Tag::property},
    {"ctrlPr", Tag::property},
    {"rubyPr", Tag::property},
    {"ffData", Tag::property},
};

constexpr std::size_t kSlots = 256;

/// Of length, ends and middle: no two of the names above fall together often.
constexpr std::size_t SlotOf(std::string_view name) {
  const auto at = [&](std::size_t i) {
    return static_cast<std::size_t>(static_cast<std::uint8_t>(name[i]));
  };
  return (name.size() * 37 + at(0) * 7 + at(name.size() / 2) * 31 + at(name.size() - 1)) % kSlots;
}

constexpr auto kTable = [] {
  std::array<Name, kSlots> table{};
  for (const Name& name : kNames) {
    std::size_t slot = SlotOf(name.name);
    while (!table[slot].name.empty()) slot = (slot + 1) % kSlots;
    table[slot] = name;
  }
  return table;
}();

/// Extensions by the prefixes all producers write for them.
bool IsKnownExtension(std::string_view prefix) {
  constexpr std::string_view kKnown[] = {"wps",      "wpg",  "wpc",   "wpi",    "w14",
                                         "w15",      "w16",  "w16se", "w16cex", "w16cid",
                                         "w16sdtdh", "wp14", "a14",   "wne",    "am3d"};
  for (const std::string_view known : kKnown) {
    if (prefix == known) return true;
  }
  return false;
}

bool AllKnown(std::string_view prefixes) {
  while (!prefixes.empty()) {
    const std::size_t end = prefixes.find(' ');
    const std::string_view prefix = prefixes.substr(0, end);
    if (!prefix.empty() && !IsKnownExtension(prefix)) return false;
    prefixes.remove_prefix(end == std::string_view::npos ? prefixes.size() : end + 1);
  }
  return true;
}

}  // namespace

Tag TagOf(pugi::xml_node node) {
  if (node.type() != pugi::node_element) return Tag::property;
  const std::string_view name = LocalName(node);
  if (name.empty()) return Tag::other;
  for (std::size_t slot = SlotOf(name); !kTable[slot].name.empty(); slot = (slot + 1) % kSlots) {
    if (kTable[slot].name == name) return kTable[slot].tag;
  }
  return Tag::other;
}

pugi::xml_node ShownBranch(pugi::xml_node alternate) {
  for (auto child = alternate.first_child(); child; child = child.next_sibling()) {
    const std::string_view name = LocalName(child);
    if (name == "Fallback") return child;
    if (name == "Choice" && AllKnown(Attribute(child, "Requires").value())) return child;
  }
  return Child(alternate, "Choice");
}

std::string TextBelow(pugi::xml_node node) {
  constexpr std::size_t kEnough = 800;  // bytes
  std::string text;
  auto at = node.first_child();
  while (at && text.size() < kEnough) {
    const Tag tag = TagOf(at);
    if (tag == Tag::text || tag == Tag::deleted_text) text += at.child_value();
    const bool inside = tag != Tag::property && tag != Tag::graphic && LocalName(at) != "Fallback";
    if (at.first_child() && inside) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at == node) break;
    at = at.next_sibling();
  }
  return text;
}

bool HasSwitch(pugi::xml_node parent, std::string_view local_name) {
  const auto child = Child(parent, local_name);
  return child && IsOn(Attribute(child, "val"));
}

}  // namespace hegao
