#include "formats/docx/runs.h"

#include <charconv>
#include <utility>

#include "formats/package/xml_part.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kXmlBlanks = " \t\r\n";

bool IsXmlBlank(char c) { return kXmlBlanks.find(c) != std::string_view::npos; }

/// Glyphs of symbol fonts stand at places of private use and mean nothing in another font; but the
/// boxes of forms are known, and they matter.
std::string SymbolText(std::uint32_t code) {
  switch (code) {
    case 0xF0A8:  // Wingdings
    case 0xF06F:
    case 0xF071:
    case 0xF0A3:  // Wingdings 2
      return "□";
    case 0xF0FE:
    case 0xF052:
      return "☑";
    default:
      break;
  }
  const bool no_text = code < 0x20 || (code >= 0xD800 && code <= 0xF8FF) || code > 0xFFFF;
  std::string text;
  if (!no_text) AppendUtf8(text, code);
  return text;
}

/// Toggle properties of the paragraph's and the character's style cancel each other out
/// (17.7.3); said directly, they hold.
void OverlayCharacterStyle(RunProperties& under, const RunProperties& style) {
  const bool both = under.bold.value_or(false) && style.bold.value_or(false);
  Overlay(under, style);
  if (both) under.bold = false;
}

}  // namespace

DocxRuns::Revision::Revision(DocxRuns& runs, pugi::xml_node change)
    : runs_(runs),
      deletes_(TagOf(change) == Tag::deleted),
      begin_(runs.writer_.at()),
      author_(Attribute(change, "author").value()),
      outer_author_(std::exchange(runs.author_, author_)) {
  if (deletes_) ++runs_.deletions_;
}

DocxRuns::Revision::~Revision() {
  runs_.author_ = outer_author_;
  if (deletes_) {
    --runs_.deletions_;
  } else if (runs_.writer_.at() > begin_) {
    runs_.marks_.Inserted(begin_, author_);
  }
}

RunLook DocxRuns::LookOf(const RunProperties& properties) const {
  return {properties.bold.value_or(false), properties.hidden.value_or(false),
          properties.highlighted.value_or(false), properties.size.value_or(0),
          styles_.FontOf(properties)};
}

void DocxRuns::Begin(const DocxStyles::Paragraph& style, const DocxLine::Paragraph& paragraph) {
  if (style_ != &style) {
    style_ = &style;
    base_ = LookOf(style.run);
  }
  look_ = &base_;
  break_pending_ = false;
  line_.Begin(paragraph);
}

void DocxRuns::Label(std::string_view label) {
  // Whether the line is bold is for its own text to say.
  writer_.Generated(label, true);
}

void DocxRuns::End() {
  if (fields_.EndParagraph()) ++remarks_.open_fields;
  marks_.EndLine();
  line_.End(false);
}

void DocxRuns::Walk(pugi::xml_node container) {
  for (auto node = container.first_child(); node; node = node.next_sibling()) {
    Inline(node, TagOf(node));
  }
}

void DocxRuns::WalkOne(pugi::xml_node node) { Inline(node, TagOf(node)); }

void DocxRuns::ParagraphMark(pugi::xml_node ppr) {
  for (auto node = Child(ppr, "rPr").first_child(); node; node = node.next_sibling()) {
    const Tag tag = TagOf(node);
    const std::string_view author = Attribute(node, "author").value();
    if (tag == Tag::deleted) marks_.Deleted("", author);
    if (tag == Tag::inserted) marks_.Inserted(writer_.at(), author);
  }
}

void DocxRuns::Inline(pugi::xml_node node, Tag tag) {
  switch (tag) {
    case Tag::property:
    case Tag::section:
      return;
    case Tag::run:
      return Run(node);
    case Tag::inserted:
    case Tag::deleted: {
      const Revision revision(*this, node);
      return Walk(node);
    }
    case Tag::alternate:
      return Walk(ShownBranch(node));
    case Tag::content_control:
      return Walk(Child(node, "sdtContent"));
    case Tag::ruby:
      return Walk(Child(node, "rubyBase"));
    case Tag::field_simple:
      return FieldSimple(node);
    case Tag::graphic:
      return Graphic(node);
    case Tag::box:
    case Tag::paragraph:
    case Tag::table:
    case Tag::word_art:
      return Box(node);
    case Tag::foreign:
      ++remarks_.foreign;
      return;
    case Tag::comment_begin:
    case Tag::comment_end:
    case Tag::comment_reference:
      return Comment(tag, node);
    case Tag::other:
    case Tag::row:
    case Tag::cell:
    case Tag::diagram:
    case Tag::embedded:
      return Walk(node);
    default:
      return Leaf(node, tag);
  }
}

void DocxRuns::Leaf(pugi::xml_node node, Tag tag) {
  switch (tag) {
    case Tag::text:
      return Text(node);
    case Tag::deleted_text:
      if (InDeletion()) marks_.Deleted(node.child_value(), author_);
      return;
    case Tag::tab:
      return Put(" ", nullptr);
    case Tag::hyphen:
      return Put("-", nullptr);
    case Tag::symbol:
      return Symbol(node);
    case Tag::line_break:
    case Tag::carriage_return:
      return Break(node);
    case Tag::rendered_page_break:
      return line_.RenderedPageBreak();
    case Tag::field_char:
      return FieldChar(node);
    case Tag::field_code:
      for (auto text = node.first_child(); text; text = text.next_sibling())
        fields_.Code(text.value());
      return;
    case Tag::page_number:
      page_numbers_ += settings_.drop_page_numbers ? 1 : 0;
      return;
    case Tag::note_reference:
      if (!InDeletion()) {
        notes_.push_back({LocalName(node) == "endnoteReference", Attribute(node, "id").value()});
      }
      return;
    default:
      return;
  }
}

void DocxRuns::Run(pugi::xml_node run) {
  const RunLook* outer = look_;
  const auto rpr = Child(run, "rPr");
  if (!rpr) {
    look_ = &base_;
    Walk(run);
    look_ = outer;
    return;
  }
  RunProperties properties = style_->run;
  if (const auto style = Child(rpr, "rStyle")) {
    OverlayCharacterStyle(properties, styles_.ForRun(Attribute(style, "val").value()));
  }
  Overlay(properties, ReadRunProperties(rpr));
  const RunLook look = LookOf(properties);
  look_ = &look;
  Walk(run);
  look_ = outer;
}

/// Blanks at the ends of a text count only where it says so (xml:space), as in Word.
void DocxRuns::Text(pugi::xml_node text) {
  const auto first = text.first_child();
  if (!first) return;
  const auto last = text.last_child();
  const std::string_view front = first.value(), back = last.value();
  const bool blank_ends =
      (!front.empty() && IsXmlBlank(front.front())) || (!back.empty() && IsXmlBlank(back.back()));
  const bool trim = blank_ends && std::string_view(Attribute(text, "space").value()) != "preserve";
  for (auto node = first; node; node = node.next_sibling()) {
    std::string_view value = node.value();
    ExtractWriter::Node origin{settings_.part, XmlPart::NodeId(node), 0};
    if (trim && node == last) value = value.substr(0, value.find_last_not_of(kXmlBlanks) + 1);
    if (trim && node == first) {
      const std::size_t skip = std::min(value.size(), value.find_first_not_of(kXmlBlanks));
      value.remove_prefix(skip);
      origin.offset = static_cast<std::uint32_t>(skip);
    }
    Put(value, &origin);
  }
}

/// Writes it, or keeps it where text goes that is not shown. Without a node it was generated.
void DocxRuns::Put(std::string_view text, const ExtractWriter::Node* node) {
  if (text.empty()) return;
  if (InDeletion() || fields_.InCode() || look_->hidden || covered_) {
    return PutAside(text);
  }
  if (settings_.drop_page_numbers && fields_.InPageNumber()) return;
  if (std::exchange(break_pending_, false)) {
    marks_.EndLine();
    line_.End(true);
  }
  line_.Ink(*look_, text.size());
  const std::uint32_t begin = writer_.at();
  if (node != nullptr) {
    writer_.Text(text, *node, look_->bold);
  } else {
    writer_.Generated(text, look_->bold);
  }
  if (look_->highlighted) marks_.Highlighted(begin);
}

void DocxRuns::PutAside(std::string_view text) {
  if (InDeletion()) {
    marks_.Deleted(text, author_);
  } else if (fields_.InCode()) {
    fields_.Swallow(text);
  } else {
    Hide(text);
  }
}

void DocxRuns::Hide(std::string_view text) {
  if (text.find_first_not_of(kXmlBlanks) != std::string_view::npos) marks_.Hidden(text);
}

void DocxRuns::Break(pugi::xml_node line_break) {
  if (InDeletion() || fields_.InCode() || look_->hidden) return;
  const std::string_view type = Attribute(line_break, "type").value();
  if (type == "page" || type == "column") {
    // Mostly at the end of a paragraph: a line is over only if there is text before and behind.
    break_pending_ = break_pending_ || writer_.HasInk();
    if (type == "page") line_.TypedPageBreak();
    return;
  }
  if (line_.paragraph().kind == RawBlock::Kind::heading) return Put(" ", nullptr);
  marks_.EndLine();
  line_.End(true);
}

void DocxRuns::Symbol(pugi::xml_node symbol) {
  const std::string_view hex = Attribute(symbol, "char").value();
  std::uint32_t code = 0;
  const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
  if (error == std::errc() && end == hex.data() + hex.size()) Put(SymbolText(code), nullptr);
}

void DocxRuns::FieldChar(pugi::xml_node field_char) {
  const std::string_view type = Attribute(field_char, "fldCharType").value();
  if (type == "begin") {
    fields_.Begin();
  } else if (type == "separate") {
    page_numbers_ += fields_.IsBarePageNumber() ? 1 : 0;
    fields_.Separate();
  } else if (type == "end") {
    page_numbers_ += fields_.IsBarePageNumber() ? 1 : 0;
    const std::string shown = fields_.End();
    if (!shown.empty()) Put(shown, nullptr);
  }
}

void DocxRuns::FieldSimple(pugi::xml_node field) {
  fields_.Begin();
  fields_.Code(Attribute(field, "instr").value());
  fields_.Separate();
  if (fields_.InPageNumber()) ++page_numbers_;
  Walk(field);
  fields_.End();
}

void DocxRuns::Graphic(pugi::xml_node graphic) {
  for (auto node = graphic.first_child(); node; node = node.next_sibling()) {
    switch (TagOf(node)) {
      case Tag::box:
      case Tag::word_art:
        Box(node);
        break;
      case Tag::alternate:
        Graphic(ShownBranch(node));
        break;
      case Tag::diagram:
        ++remarks_.diagrams;
        break;
      case Tag::embedded: {
        const std::string_view program = Attribute(node, "ProgID").value();
        // Formulas and drawings are embedded, too; these hold text.
        const bool text = program.starts_with("Word.") || program.starts_with("Excel.") ||
                          program.starts_with("PowerPoint.");
        remarks_.embedded += text ? 1 : 0;
        break;
      }
      default:
        Graphic(node);
    }
  }
}

void DocxRuns::Box(pugi::xml_node box) {
  if (InDeletion()) {
    marks_.Deleted(TextBelow(box), author_);
  } else if (look_->hidden || covered_) {
    Hide(TextBelow(box));
  } else {
    boxes_.push_back(box);
  }
}

void DocxRuns::Comment(Tag tag, pugi::xml_node node) {
  const std::string id = Attribute(node, "id").value();
  if (tag == Tag::comment_begin) {
    marks_.CommentBegins(id);
  } else if (tag == Tag::comment_end) {
    marks_.CommentEnds(id);
  } else {
    marks_.CommentReferred(id);
  }
}

}  // namespace hegao
