#include "formats/odt/changes.h"

#include <utility>

#include "formats/package/xml_part.h"

namespace hegao {
namespace {

std::string Creator(pugi::xml_node node) { return Child(node, "creator").child_value(); }

}  // namespace

std::string OdtPlainText(pugi::xml_node node, std::size_t limit) {
  struct Walker : pugi::xml_tree_walker {
    std::string text;
    std::size_t limit = 0;
    bool for_each(pugi::xml_node& n) override {
      const auto name = LocalName(n);
      if ((name == "p" || name == "h" || name == "s" || name == "tab") && !text.empty())
        text += ' ';
      if (n.type() == pugi::node_pcdata || n.type() == pugi::node_cdata) {
        const auto parent = LocalName(n.parent());
        const bool about = parent == "creator" || parent == "date" || parent == "initials" ||
                           parent == "creator-initials" || parent == "date-string";
        if (!about) text += n.value();
      }
      return text.size() < limit;
    }
  };
  Walker walker;
  walker.limit = limit;
  node.traverse(walker);
  const auto from = walker.text.find_first_not_of(" \n\t");
  return from == std::string::npos ? std::string() : walker.text.substr(from);
}

void OdtChanges::Declare(pugi::xml_node tracked_changes) {
  for (auto node : tracked_changes) {
    if (LocalName(node) != "changed-region") continue;
    const auto change = node.first_child();
    Region region;
    if (LocalName(change) == "insertion") {
      region.kind = Mark::Kind::insertion;
    } else if (LocalName(change) != "deletion") {
      continue;  // a change of format leaves the words as they are
    }
    region.author = Creator(Child(change, "change-info"));
    if (region.kind == Mark::Kind::deletion) {
      for (auto part : change) {
        if (LocalName(part) != "change-info") region.text += OdtPlainText(part);
        if (region.text.size() > 1000) break;
      }
    }
    const auto id = node.attribute("xml:id");
    regions_[id ? id.value() : Attribute(node, "id").value()] = std::move(region);
  }
}

bool OdtChanges::Meet(pugi::xml_node node) {
  const auto name = LocalName(node);
  if (name == "annotation") {
    MeetComment(node);
    return true;
  }
  if (name == "annotation-end") {
    Close(comments_, Attribute(node, "name").value());
    return true;
  }
  if (name != "change" && name != "change-start" && name != "change-end") return false;
  const std::string id = Attribute(node, "change-id").value();
  const auto region = regions_.find(id);
  if (region == regions_.end()) return true;
  const bool inserted = region->second.kind == Mark::Kind::insertion;
  Mark mark{region->second.kind, {writer_.at(), writer_.at()}, {}, region->second.author};
  if (!inserted && name != "change-end") {
    mark.text = region->second.text;
    writer_.AddMark(std::move(mark));
  } else if (inserted && name == "change-start") {
    insertions_.emplace(id, std::move(mark));
  } else if (inserted && name == "change-end") {
    Close(insertions_, id);
  } else {
    writer_.AddMark(std::move(mark));
  }
  return true;
}

void OdtChanges::MeetComment(pugi::xml_node annotation) {
  Mark mark{Mark::Kind::comment, {writer_.at(), writer_.at()}, {}, Creator(annotation)};
  for (auto child : annotation) {
    const auto name = LocalName(child);
    if (name == "p" || name == "list") {
      if (!mark.text.empty()) mark.text += ' ';
      mark.text += OdtPlainText(child);
    }
    if (mark.text.size() > 1000) break;
  }
  const std::string name = Attribute(annotation, "name").value();
  if (name.empty() || comments_.count(name) != 0) {
    writer_.AddMark(std::move(mark));
  } else {
    comments_.emplace(name, std::move(mark));
  }
}

void OdtChanges::Close(Open& open, const std::string& name) {
  const auto found = open.find(name);
  if (found == open.end()) return;
  found->second.span.end = writer_.at();
  writer_.AddMark(std::move(found->second));
  open.erase(found);
}

void OdtChanges::Finish() {
  // A comment without an end stands at one point; an insertion without one is to be seen too.
  for (auto* open : {&comments_, &insertions_}) {
    for (auto& [name, mark] : *open) writer_.AddMark(std::move(mark));
    open->clear();
  }
}

}  // namespace hegao
