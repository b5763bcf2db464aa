#include "formats/ofd/resources.h"

#include <utility>

namespace hegao {
namespace {

OfdFont ReadFont(pugi::xml_node node) {
  OfdFont font;
  font.name = Attribute(node, "FontName").value();
  if (font.name.empty()) font.name = Attribute(node, "FamilyName").value();
  font.bold = Attribute(node, "Bold").as_bool();
  return font;
}

}  // namespace

void OfdResources::Add(OfdPackage& package, std::string_view from, pugi::xml_node owner,
                       std::vector<std::string>* parts) {
  for (auto node : owner) {
    const auto name = LocalName(node);
    if (name != "PublicRes" && name != "DocumentRes" && name != "PageRes") continue;
    auto part = package.Read(from, node.child_value());
    if (part) AddPart(std::move(*part), parts);
  }
}

void OfdResources::AddPart(OfdPart part, std::vector<std::string>* parts) {
  const auto index = static_cast<std::uint32_t>(parts->size());
  bool has_units = false;
  for (auto group : part.xml.root()) {
    for (auto node : group) {
      const auto name = LocalName(node);
      const std::uint32_t id = Attribute(node, "ID").as_uint();
      if (name == "Font") fonts_[id] = ReadFont(node);
      if (name != "CompositeGraphicUnit") continue;
      units_[id] = {Child(node, "Content"), index};
      has_units = true;
    }
  }
  if (!has_units) return;  // its tree is no longer needed
  parts->push_back(part.name);
  parts_.push_back(std::make_unique<OfdPart>(std::move(part)));
}

const OfdFont* OfdResources::Font(std::uint32_t id) const {
  const auto found = fonts_.find(id);
  return found == fonts_.end() ? nullptr : &found->second;
}

const OfdUnit* OfdResources::Unit(std::uint32_t id) const {
  const auto found = units_.find(id);
  return found == units_.end() ? nullptr : &found->second;
}

}  // namespace hegao
