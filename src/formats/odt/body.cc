#include "formats/odt/body.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "formats/package/xml_part.h"
#include "text/utf8.h"

namespace hegao {
namespace {

using Kind = RawBlock::Kind;

constexpr int kDeepestHeading = 6;  // of RawBlock::level

std::string_view Value(pugi::xml_node node, std::string_view local_name) {
  return Attribute(node, local_name).value();
}

bool IsIndex(std::string_view name) {
  return name == "table-of-content" || name == "illustration-index" || name == "table-index" ||
         name == "object-index" || name == "user-index" || name == "alphabetical-index" ||
         name == "bibliography";
}

/// Han characters of every table, nested ones counted in the outer too, and what else the text has
/// somewhere. One pass without recursion.
struct Surveyor : pugi::xml_tree_walker {
  std::unordered_map<std::size_t, std::size_t>* tables = nullptr;
  std::vector<std::pair<pugi::xml_node, int>> open;  // tables round the node, with their depth
  std::size_t han = 0;
  bool soft_breaks = false, hidden_paragraphs = false;

  void CloseTo(int depth) {
    while (!open.empty() && open.back().second >= depth) {
      auto& count = (*tables)[open.back().first.hash_value()];
      count = han - count;
      open.pop_back();
    }
  }
  bool for_each(pugi::xml_node& node) override {
    CloseTo(depth());
    if (node.type() == pugi::node_pcdata) {
      han += CountHan(node.value());
      return true;
    }
    const auto name = LocalName(node);
    if (name == "table") {
      (*tables)[node.hash_value()] = han;
      open.emplace_back(node, depth());
    }
    soft_breaks = soft_breaks || name == "soft-page-break";
    hidden_paragraphs = hidden_paragraphs || name == "hidden-paragraph";
    return true;
  }
};

}  // namespace

OdtBody::OdtBody(ExtractWriter& writer, OdtStyles& styles, OdtChanges& changes, std::uint32_t part,
                 const OdtMasters* masters)
    : writer_(writer),
      styles_(styles),
      changes_(changes),
      paragraphs_(writer, styles, changes, part),
      masters_(masters) {}

void OdtBody::Survey(pugi::xml_node text) {
  Surveyor surveyor;
  surveyor.tables = &han_;
  text.traverse(surveyor);
  surveyor.CloseTo(-1);
  all_han_ = surveyor.han;
  hides_paragraphs_ = surveyor.hidden_paragraphs;
  if (surveyor.soft_breaks) paragraphs_.SetPage(1);
}

void OdtBody::Write(pugi::xml_node text) {
  Survey(text);
  Blocks(text, {});
  if (masters_in_use_.empty() && masters_ != nullptr) UseMaster(masters_->Initial());
}

void OdtBody::WriteFurniture(pugi::xml_node furniture) {
  Place place;
  place.kind = Kind::aside;
  place.flows = false;
  Blocks(furniture, place);
}

void OdtBody::Blocks(pugi::xml_node parent, const Place& place) {
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    if (node.type() == pugi::node_element) Block(node, LocalName(node), place);
  }
}

bool OdtBody::Block(pugi::xml_node node, std::string_view name, const Place& place) {
  if (name == "p" || name == "h") {
    Paragraph(node, name == "h", place);
  } else if (name == "list") {
    List(node, place);
  } else if (name == "table") {
    Table(node, place);
  } else if (name == "section") {
    Section(node, place);
  } else if (IsIndex(name)) {
    Place index = place;
    index.kind = Kind::chrome;
    Blocks(Child(node, "index-body"), index);
  } else if (name == "index-title" || name == "numbered-paragraph") {
    Blocks(node, place);
  } else if (IsOdtShape(name)) {
    Place frame{place.kind, 0, 0, nullptr, false};
    Blocks(node, frame);
  } else if (name == "tracked-changes") {
    changes_.Declare(node);
  } else if (name == "soft-page-break") {
    paragraphs_.BreakPage();
  } else {
    return changes_.Meet(node);
  }
  return true;
}

void OdtBody::UseMaster(std::string_view name) {
  PageSetup setup = masters_->Setup(name);
  setup.begin = writer_.at();
  writer_.layout().pages.push_back(setup);
  if (std::find(masters_in_use_.begin(), masters_in_use_.end(), name) == masters_in_use_.end()) {
    masters_in_use_.push_back(name);
  }
}

/// Page breaks before a paragraph of this style, and the pages it asks for.
void OdtBody::BeginPages(const OdtStyles::Paragraph& style, const Place& place) {
  if (!place.flows || masters_ == nullptr) return;
  const bool named = masters_->Has(style.master_page);
  const bool first = masters_in_use_.empty();
  if (!first && (named || break_due_ || style.paragraph.break_before)) paragraphs_.BreakPage();
  break_due_ = style.paragraph.break_after;
  if (named) {
    UseMaster(style.master_page);
  } else if (first) {
    UseMaster(masters_->Initial());
  }
}

void OdtBody::Paragraph(pugi::xml_node node, bool heading, const Place& place) {
  const auto& style = styles_.ForParagraph(Value(node, "style-name"));
  BeginPages(style, place);
  if (place.kind != Kind::aside) paragraphs_.SetParagraph(++number_);
  int level = heading ? Attribute(node, "outline-level").as_int(1) : style.outline_level;
  level = std::clamp(level, 0, kOdtListLevels);
  ExtractWriter::Line line;
  line.kind = place.kind;
  if (level > 0 && place.kind == Kind::paragraph) {
    line.kind = Kind::heading;
    line.level = static_cast<std::uint8_t>(std::min(level, kDeepestHeading));
  }
  if (hides_paragraphs_ && IsHiddenOdtParagraph(node)) {
    paragraphs_.Hide(node);
    paragraphs_.Write({}, style, {}, line);
    return;
  }
  const std::string label = Label(node, style, heading ? level : 0, place);
  paragraphs_.Write(node, style, label, line);
  Anchored(place);
}

/// Notes and frames stand behind the paragraph that holds their anchor.
void OdtBody::Anchored(const Place& place) {
  for (const auto node : paragraphs_.TakeAnchored()) {
    const bool note = LocalName(node) == "note";
    Place inner{note ? Kind::aside : place.kind, 0, 0, nullptr, false};
    Blocks(note ? Child(node, "note-body") : node, inner);
  }
}

std::string OdtBody::Label(pugi::xml_node node, const OdtStyles::Paragraph& style,
                           int heading_level, const Place& place) {
  if (place.item != nullptr) {
    if (place.item->labelled) return {};
    const auto* list = place.item->style;
    if (list == nullptr && style.list) list = styles_.List(*style.list);
    place.item->labelled = true;
    if (list == nullptr) return {};
    return counts_.At(place.list).Next(*list, place.level, place.item->start);
  }
  const bool out_of_list = style.list && style.list->empty();
  if (heading_level == 0 || out_of_list || Attribute(node, "is-list-header").as_bool()) return {};
  std::optional<std::uint32_t> start;
  if (Attribute(node, "restart-numbering").as_bool()) {
    start =
        Attribute(node, "start-value").as_uint(styles_.outline().levels[heading_level - 1].start);
  }
  return outline_count_.Next(styles_.outline(), heading_level - 1, start);
}

void OdtBody::List(pugi::xml_node list, const Place& place) {
  const std::string_view style_name = Value(list, "style-name");
  Place inner = place;
  const OdtListStyle* style = style_name.empty() ? nullptr : styles_.List(style_name);
  if (place.item == nullptr) {
    inner.list = counts_.Begin(list, style_name);
    inner.level = 0;
  } else {
    inner.level = std::min(place.level + 1, kOdtListLevels - 1);
    if (style_name.empty()) style = place.item->style;
    // A second list within one item starts anew; the first does so by its number.
    if (place.item->lists++ > 0 && !Attribute(list, "continue-numbering").as_bool()) {
      counts_.At(inner.list).Restart(inner.level);
    }
  }
  for (auto node = list.first_child(); node; node = node.next_sibling()) {
    const auto name = LocalName(node);
    if (name != "list-item" && name != "list-header") continue;
    Item item;
    item.style = style;
    if (const auto other = styles_.List(Value(node, "style-override"))) item.style = other;
    item.labelled = name == "list-header";
    if (const auto start = Attribute(node, "start-value")) item.start = start.as_uint();
    inner.item = &item;
    Blocks(node, inner);
  }
}

void OdtBody::Table(pugi::xml_node table, const Place& place) {
  Place inner{place.kind, 0, 0, nullptr, false};
  if (place.flows && styles_.TableBreaksPage(Value(table, "style-name"))) paragraphs_.BreakPage();
  // A table that holds most of the text lays out the page; its cells are the paragraphs.
  const auto han = han_.find(table.hash_value());
  const bool layout = han != han_.end() && han->second * 2 > all_han_;
  if (inner.kind == Kind::paragraph && !layout) inner.kind = Kind::cell;
  if (inner.kind == Kind::cell && layout) inner.kind = Kind::paragraph;
  Rows(table, inner);
}

void OdtBody::Rows(pugi::xml_node parent, const Place& place) {
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    const auto name = LocalName(node);
    if (name == "table-cell") {
      Blocks(node, place);
    } else if (name == "table-row" || name == "table-rows" || name == "table-header-rows" ||
               name == "table-row-group") {
      Rows(node, place);
    } else if (name == "soft-page-break") {
      paragraphs_.BreakPage();
    }
  }
}

void OdtBody::Section(pugi::xml_node section, const Place& place) {
  if (Value(section, "display") == "none" || Attribute(section, "is-hidden").as_bool()) {
    paragraphs_.Hide(section);
    return;
  }
  Blocks(section, place);
}

}  // namespace hegao
