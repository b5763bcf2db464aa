#include "formats/odt/masters.h"

#include <algorithm>

#include "formats/odt/length.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr std::string_view kUsual = "Standard";
constexpr int kMostFollowing = 8;  // masters that follow one another; cycles end here

std::string_view Value(pugi::xml_node node, std::string_view local_name) {
  return Attribute(node, local_name).value();
}

bool IsFurniture(std::string_view name) {
  return name == "header" || name == "footer" || name == "header-left" || name == "footer-left" ||
         name == "header-first" || name == "footer-first";
}

/// Room that a header or footer takes between the margin and the text.
double HeightOf(pugi::xml_node layout, std::string_view style, std::string_view gap) {
  const auto properties = Child(Child(layout, style), "header-footer-properties");
  const double fixed = OdtMillimetres(Value(properties, "height"));
  const double least = OdtMillimetres(Value(properties, "min-height"));
  return std::max(fixed, least) + OdtMillimetres(Value(properties, gap));
}

}  // namespace

OdtMasters::OdtMasters(pugi::xml_node styles_root) {
  for (auto node : Child(styles_root, "automatic-styles")) {
    if (LocalName(node) == "page-layout") layouts_.emplace(Value(node, "name"), node);
  }
  for (auto node : Child(styles_root, "master-styles")) {
    if (LocalName(node) != "master-page") continue;
    const auto name = Value(node, "name");
    if (initial_.empty() || name == kUsual) initial_ = name;
    masters_.emplace(name, node);
  }
}

std::vector<pugi::xml_node> OdtMasters::Furniture(std::string_view name) const {
  std::vector<pugi::xml_node> shown;
  std::vector<std::string_view> seen;
  for (int i = 0; i < kMostFollowing; ++i) {
    const auto master = masters_.find(name);
    if (master == masters_.end() || std::find(seen.begin(), seen.end(), name) != seen.end()) break;
    seen.push_back(name);
    for (auto node : master->second) {
      if (IsFurniture(LocalName(node)) && Value(node, "display") != "false") shown.push_back(node);
    }
    name = Value(master->second, "next-style-name");
  }
  return shown;
}

PageSetup OdtMasters::Setup(std::string_view name) const {
  PageSetup setup;
  const auto master = masters_.find(name);
  if (master == masters_.end()) return setup;
  const auto layout = layouts_.find(Value(master->second, "page-layout-name"));
  if (layout != layouts_.end()) {
    const auto page = Child(layout->second, "page-layout-properties");
    const auto margin = [&](std::string_view side) {
      const auto own = Value(page, side);
      return OdtMillimetres(own.empty() ? Value(page, "margin") : own);
    };
    setup.width = OdtMillimetres(Value(page, "page-width"));
    setup.height = OdtMillimetres(Value(page, "page-height"));
    setup.margin_top = margin("margin-top");
    setup.margin_bottom = margin("margin-bottom");
    setup.margin_left = margin("margin-left");
    setup.margin_right = margin("margin-right");
    if (Child(master->second, "header")) {
      setup.margin_top += HeightOf(layout->second, "header-style", "margin-bottom");
    }
    if (Child(master->second, "footer")) {
      setup.margin_bottom += HeightOf(layout->second, "footer-style", "margin-top");
    }
  }
  for (const auto node : Furniture(name)) {
    setup.page_number = setup.page_number || HasOdtPageNumber(node);
  }
  return setup;
}

bool HasOdtPageNumber(pugi::xml_node furniture) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override { return LocalName(node) != "page-number"; }
  };
  Walker walker;
  return !furniture.traverse(walker);
}

}  // namespace hegao
