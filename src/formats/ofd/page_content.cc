#include "formats/ofd/page_content.h"

#include <string_view>

#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr int kDeepestComposite = 8;              // objects that name one another
constexpr std::size_t kMostExpanded = 4'000'000;  // bytes and objects; one may be drawn many times

bool IsVisible(pugi::xml_node object) { return Attribute(object, "Visible").as_bool(true); }

}  // namespace

Result<std::vector<OfdRun>> OfdContentReader::Read(pugi::xml_node content, std::uint32_t part) {
  std::vector<OfdRun> runs;
  if (!Objects(content, {}, part, 0, &runs)) {
    return Fail(ErrorKind::unreadable,
                {"复合对象互相嵌套，或数量反常，没有读取；请重新导出一份",
                 "composite objects hold one another, or are far too many; export it again"});
  }
  return runs;
}

// Recursion: as deep as the elements are nested, and once more for each composite object.
bool OfdContentReader::Objects(pugi::xml_node parent, const OfdMatrix& outer, std::uint32_t part,
                               int depth, std::vector<OfdRun>* runs) {
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    if (depth > 0 && ++expanded_ > kMostExpanded) return false;
    const auto name = LocalName(node);
    if (name == "TextObject") {
      const std::size_t before = runs->size();
      if (IsVisible(node)) {
        AppendOfdRuns(node, outer, part, runs);
      } else {
        ++invisible_;
      }
      for (std::size_t i = before; depth > 0 && i < runs->size(); ++i) {
        expanded_ += (*runs)[i].text.size();
      }
    } else if (name == "Layer" || name == "PageBlock") {
      if (!Objects(node, outer, part, depth, runs)) return false;
    } else if (name == "CompositeObject" && IsVisible(node)) {
      if (!Composite(node, outer, depth, runs)) return false;
    }
  }
  return true;
}

bool OfdContentReader::Composite(pugi::xml_node object, const OfdMatrix& outer, int depth,
                                 std::vector<OfdRun>* runs) {
  const auto* unit = resources_.Unit(Attribute(object, "ResourceID").as_uint());
  if (unit == nullptr) return true;  // it may be a drawing; pages without text are told anyway
  if (depth >= kDeepestComposite) return false;
  const OfdBox boundary = ParseOfdBox(Attribute(object, "Boundary").value());
  const OfdMatrix place{1, 0, 0, 1, boundary.x, boundary.y};
  const auto inner = outer.Around(place.Around(ParseOfdMatrix(Attribute(object, "CTM").value())));
  return Objects(unit->content, inner, unit->part, depth + 1, runs);
}

}  // namespace hegao
