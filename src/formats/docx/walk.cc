#include "formats/docx/walk.h"

#include <algorithm>
#include <utility>

#include "formats/blanks.h"
#include "formats/docx/notes.h"
#include "formats/package/xml_part.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr int kBodyText = 9;  // the outline level of what is no heading
constexpr int kLevels = 6;    // of RawBlock::level
constexpr std::size_t kLongHeading = 100, kLongSentence = 40;  // characters

pugi::xml_node PropertiesOf(pugi::xml_node paragraph) { return Child(paragraph, "pPr"); }

/// Whether the text goes on in the next paragraph: where the end of this one is deleted, or where
/// it only holds the large first letter of the next.
bool RunsOn(pugi::xml_node paragraph) {
  const auto ppr = PropertiesOf(paragraph);
  if (!ppr) return false;
  const std::string_view drop_cap = Attribute(Child(ppr, "framePr"), "dropCap").value();
  if (!drop_cap.empty() && drop_cap != "none") return true;
  const auto rpr = Child(ppr, "rPr");
  return rpr && (Child(rpr, "del") || Child(rpr, "moveFrom"));
}

pugi::xml_node NextElement(pugi::xml_node node) {
  do {
    node = node.next_sibling();
  } while (node && node.type() != pugi::node_element);
  return node;
}

/// Authors give running text the style of a heading; such a paragraph is a long one, or a sentence.
bool IsRunningText(pugi::xml_node first, pugi::xml_node last) {
  constexpr std::string_view kStop = "。";
  std::string text;
  for (auto node = first; node; node = NextElement(node)) {
    text += TextBelow(node);
    if (node == last) break;
  }
  if (LongerThan(text, kLongHeading)) return true;
  return text.find(kStop) != std::string::npos && LongerThan(text, kLongSentence);
}

bool IsContentsStyle(std::string_view name) {
  const std::string_view word = name.substr(0, name.find(' '));
  return word == "toc" || word == "TOC" || name.starts_with("Contents ");
}

bool IsContentsGallery(pugi::xml_node control) {
  const auto gallery = Child(Child(Child(control, "sdtPr"), "docPartObj"), "docPartGallery");
  return std::string_view(Attribute(gallery, "val").value()) == "Table of Contents";
}

}  // namespace

void DocxWalk::Blocks(pugi::xml_node container) {
  for (auto node = container.first_child(); node; node = node.next_sibling()) Block(node);
}

/// Leaves `node` at the last element it has read.
void DocxWalk::Block(pugi::xml_node& node) {
  const Tag tag = TagOf(node);
  switch (tag) {
    case Tag::property:
      return;
    case Tag::paragraph:
      node = Paragraphs(node);
      return;
    case Tag::table:
      return Table(node);
    case Tag::run:
    case Tag::field_simple:
      return Line(node);  // where only paragraphs should stand
    case Tag::section:
      if (!aside_) shared_.sections.Add(node, writer_.at());
      return;
    case Tag::content_control:
      return ContentControl(node);
    case Tag::alternate:
      return Blocks(ShownBranch(node));
    case Tag::inserted:
    case Tag::deleted: {
      const DocxRuns::Revision revision(runs_, node);
      return Blocks(node);
    }
    case Tag::foreign:
      ++shared_.remarks.foreign;
      return;
    case Tag::comment_begin:
    case Tag::comment_end:
      return runs_.Comment(tag, node);
    default:
      return Blocks(node);
  }
}

void DocxWalk::ContentControl(pugi::xml_node control) {
  const bool outer = contents_;
  contents_ = contents_ || IsContentsGallery(control);
  Blocks(Child(control, "sdtContent"));
  contents_ = outer;
}

/// One line of text: this paragraph and those it runs on into. Returns the last of them.
pugi::xml_node DocxWalk::Paragraphs(pugi::xml_node first) {
  auto last = first;
  std::uint32_t count = 1;
  while (RunsOn(last)) {
    const auto next = NextElement(last);
    if (TagOf(next) != Tag::paragraph) break;
    last = next;
    ++count;
  }
  Paragraph(first, last, count);
  const auto sectpr = Child(PropertiesOf(last), "sectPr");
  if (sectpr && !aside_) shared_.sections.Add(sectpr, writer_.at());
  return last;
}

void DocxWalk::Classify(pugi::xml_node first, pugi::xml_node last,
                        const DocxStyles::Paragraph& style, const ParagraphProperties& direct,
                        DocxLine::Paragraph& paragraph) const {
  paragraph.kind = kind_;
  if (kind_ != RawBlock::Kind::paragraph) return;
  int level = style.heading_level;
  if (const auto& said = paragraph.properties.outline_level; said && *said < kBodyText) {
    level = *said + 1;
  } else if (direct.outline_level) {
    level = 0;
  }
  const bool contents = contents_ || IsContentsStyle(style.name);
  if ((level == 0 && !contents) || IsRunningText(first, last)) return;
  paragraph.kind = contents ? RawBlock::Kind::chrome : RawBlock::Kind::heading;
  paragraph.level =
      contents ? std::uint8_t{0} : static_cast<std::uint8_t>(std::min(level, kLevels));
}

std::string DocxWalk::Label(const DocxStyles::Paragraph& style, const ParagraphProperties& direct) {
  if (direct.num_id) {
    if (*direct.num_id == 0) return {};
    return shared_.numbering.Next(*direct.num_id, direct.num_level.value_or(0));
  }
  const int num_id = style.paragraph.num_id.value_or(0);
  if (num_id == 0) return {};
  const auto list = shared_.numbering.ForStyle(style.list_style, num_id);
  const int level = list.num_id != 0 ? list.level : style.paragraph.num_level.value_or(0);
  return shared_.numbering.Next(num_id, direct.num_level.value_or(level));
}

void DocxWalk::Paragraph(pugi::xml_node first, pugi::xml_node last, std::uint32_t count) {
  const auto ppr = PropertiesOf(last);
  const auto& style = shared_.styles.ForParagraph(Attribute(Child(ppr, "pStyle"), "val").value());
  const ParagraphProperties direct = ReadParagraphProperties(ppr);
  DocxLine::Paragraph paragraph;
  paragraph.properties = style.paragraph;
  Overlay(paragraph.properties, direct);
  paragraph.number = aside_ ? paragraph_ : paragraph_ + 1;
  if (!aside_) paragraph_ += count;
  Classify(first, last, style, direct, paragraph);
  runs_.Begin(style, paragraph);
  if (paragraph.properties.page_break_before.value_or(false) && writer_.at() > 0) {
    runs_.PageBreak();
  }
  if (!runs_.InDeletion()) runs_.Label(Label(style, direct));
  for (auto node = first; node; node = NextElement(node)) {
    runs_.Walk(node);
    runs_.ParagraphMark(PropertiesOf(node));
    if (node == last) break;
  }
  runs_.End();
  After(paragraph);
}

/// A line of its own for runs that stand where only paragraphs should.
void DocxWalk::Line(pugi::xml_node content) {
  DocxLine::Paragraph paragraph;
  paragraph.kind = kind_;
  paragraph.number = paragraph_;
  runs_.Begin(shared_.styles.ForParagraph(""), paragraph);
  runs_.WalkOne(content);
  runs_.End();
  After(paragraph);
}

/// What stood in a paragraph and is read after it.
void DocxWalk::After(const DocxLine::Paragraph& paragraph) {
  const auto notes = runs_.TakeNotes();
  const auto boxes = runs_.TakeBoxes();
  if (notes_ != nullptr) {
    for (const auto& note : notes) notes_->Write(note, runs_.page(), paragraph.number);
  }
  if (boxes.empty()) return;
  FieldStack outer;
  std::swap(outer, runs_.fields());  // text boxes have fields of their own
  for (const auto box : boxes) Box(box);
  std::swap(outer, runs_.fields());
}

void DocxWalk::Box(pugi::xml_node box) {
  switch (TagOf(box)) {
    case Tag::box:
      return Blocks(box);
    case Tag::word_art: {
      DocxLine::Paragraph paragraph;
      paragraph.kind = kind_;
      paragraph.number = paragraph_;
      runs_.Begin(shared_.styles.ForParagraph(""), paragraph);
      writer_.Generated(Attribute(box, "string").value(), false);
      return runs_.End();
    }
    default:
      return Block(box);
  }
}

void DocxWalk::Table(pugi::xml_node table) {
  const RawBlock::Kind outer = kind_;
  const bool layout = shared_.layout_tables.contains(table.hash_value());
  if (!aside_ && !layout) kind_ = RawBlock::Kind::cell;
  TableContent(table);
  kind_ = outer;
}

void DocxWalk::TableContent(pugi::xml_node container) {
  for (auto node = container.first_child(); node; node = node.next_sibling()) {
    switch (TagOf(node)) {
      case Tag::property:
        break;
      case Tag::row:
        Row(node);
        break;
      case Tag::cell:
        Cell(node);
        break;
      case Tag::content_control:
        TableContent(Child(node, "sdtContent"));
        break;
      case Tag::other:
        TableContent(node);
        break;
      default:
        Block(node);
    }
  }
}

void DocxWalk::Row(pugi::xml_node row) {
  const auto properties = Child(row, "trPr");
  auto change = Child(properties, "del");
  if (!change) change = Child(properties, "ins");
  if (!change) return TableContent(row);
  const DocxRuns::Revision revision(runs_, change);
  TableContent(row);
}

void DocxWalk::Cell(pugi::xml_node cell) {
  const auto properties = Child(cell, "tcPr");
  const auto merged = Child(properties, "vMerge");
  const bool covered = merged && std::string_view(Attribute(merged, "val").value()) != "restart";
  runs_.SetCovered(covered);
  if (const auto change = Child(properties, "cellDel")) {
    const DocxRuns::Revision revision(runs_, change);
    Blocks(cell);
  } else {
    Blocks(cell);
  }
  runs_.SetCovered(false);
}

std::unordered_set<std::size_t> LayoutTables(pugi::xml_node body) {
  constexpr std::size_t kEntry =
      30;  // characters of a paragraph; the entries of a table are shorter
  constexpr std::size_t kCell = 150;  // of a cell, whose text may be many short paragraphs
  struct Count {
    pugi::xml_node table;
    std::size_t all = 0;                             // Chinese characters
    std::size_t own = 0, paragraphs = 0, cells = 0;  // not those of tables inside it
  };
  std::vector<Count> open{{body}}, tables;
  for (auto node = body.first_child(); node;) {
    const Tag tag = TagOf(node);
    if (tag == Tag::table) open.push_back({node});
    if (tag == Tag::cell) ++open.back().cells;
    if (tag == Tag::text) open.back().own += CountHan(node.child_value());
    if (tag == Tag::paragraph && TagOf(node.last_child()) != Tag::property) {
      ++open.back().paragraphs;
    }
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    // Up to where there is a next one; tables are left on the way.
    for (;; node = node.parent()) {
      if (open.size() > 1 && node == open.back().table) {
        Count left = open.back();
        open.pop_back();
        left.all += left.own;
        open.back().all += left.all;
        tables.push_back(left);
      }
      if (node == body || node.next_sibling()) break;
    }
    node = node == body ? pugi::xml_node() : node.next_sibling();
  }
  std::unordered_set<std::size_t> layout;
  for (const Count& table : tables) {
    const std::size_t document = open.front().all + open.front().own;
    const bool text = table.own >= kEntry * table.paragraphs || table.own >= kCell * table.cells;
    if (table.all * 2 > document && text) {
      layout.insert(table.table.hash_value());
    }
  }
  return layout;
}

}  // namespace hegao
