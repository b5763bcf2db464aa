#include "formats/odt/paragraph.h"

#include <algorithm>
#include <array>
#include <utility>

#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr std::uint32_t kMostBlanks = 200;  // of one text:s; nobody sets more on a line
constexpr std::size_t kHiddenKept = 1000;   // bytes

constexpr std::array<std::string_view, 15> kShapes = {
    "frame", "g",    "custom-shape", "rect",     "circle",  "ellipse", "polygon",        "polyline",
    "path",  "line", "connector",    "text-box", "caption", "measure", "regular-polygon"};

/// What stands in a paragraph without being its text: numbers that programs leave for readers who
/// cannot count, pronunciation, sources of indices.
constexpr std::array<std::string_view, 5> kNoText = {"number", "ruby-text", "script", "binary-data",
                                                     "note-citation"};

bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool Among(std::string_view name, auto&& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool IsOdtShape(std::string_view local_name) { return Among(local_name, kShapes); }

bool IsHiddenOdtParagraph(pugi::xml_node paragraph) {
  struct Walker : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& node) override {
      return LocalName(node) != "hidden-paragraph" || !Attribute(node, "is-hidden").as_bool();
    }
  };
  Walker walker;
  return !paragraph.traverse(walker);
}

void OdtParagraphWriter::Write(pugi::xml_node paragraph, const OdtStyles::Paragraph& style,
                               std::string_view label, ExtractWriter::Line line) {
  style_ = &style;
  line_ = line;
  after_blank_ = true;
  const bool hidden = style.text.hidden.value_or(false);
  if (!label.empty() && !hidden) writer_.Generated(label, style.text.bold.value_or(false));
  Inline(paragraph, style.text);
  FlushHidden();
  FlushHighlight();
  EndLine(false);
}

void OdtParagraphWriter::BreakPage() {
  if (page_ != 0) writer_.SetPage(++page_);
}

void OdtParagraphWriter::Hide(pugi::xml_node subtree) {
  FlushHidden();
  AddHidden(OdtPlainText(subtree, kHiddenKept));
  FlushHidden();
}

void OdtParagraphWriter::Inline(pugi::xml_node parent, const OdtTextProperties& text) {
  for (auto node = parent.first_child(); node; node = node.next_sibling()) {
    switch (node.type()) {
      case pugi::node_pcdata:
      case pugi::node_cdata:
        Text(node, text);
        break;
      case pugi::node_element:
        Element(node, LocalName(node), text);
        break;
      default:
        break;
    }
  }
}

void OdtParagraphWriter::Element(pugi::xml_node node, std::string_view name,
                                 const OdtTextProperties& text) {
  const bool bold = text.bold.value_or(false);
  if (name == "span") {
    OdtTextProperties inner = text;
    Overlay(inner, styles_.ForText(Attribute(node, "style-name").value()));
    Inline(node, inner);
  } else if (name == "s") {
    Blanks(std::min(Attribute(node, "c").as_uint(1), kMostBlanks), bold);
  } else if (name == "tab") {
    Blanks(1, bold);
  } else if (name == "line-break") {
    EndLine(true);
  } else if (name == "soft-page-break") {
    BreakPage();
  } else if (name == "note" || IsOdtShape(name)) {
    anchored_.push_back(node);
  } else if (name == "hidden-text" && Attribute(node, "is-hidden").as_bool()) {
    AddHidden(Attribute(node, "string-value").value());
  } else if (!changes_.Meet(node) && !Among(name, kNoText)) {
    Inline(node, text);  // links, fields, ruby bases: what they show is text
  }
}

void OdtParagraphWriter::Text(pugi::xml_node node, const OdtTextProperties& text) {
  const std::string_view value = node.value();
  if (text.hidden.value_or(false)) {
    AddHidden(value);
    return;
  }
  const bool bold = text.bold.value_or(false);
  const std::uint32_t begin = writer_.at();
  ExtractWriter::Node origin{part_, XmlPart::NodeId(node), 0};
  // Of blanks in a row only the first is text (ISO/IEC 26300-1, 6.1.2).
  std::size_t at = 0;
  while (at < value.size()) {
    while (at < value.size() && after_blank_ && IsBlankByte(value[at])) ++at;
    std::size_t end = at;
    for (; end < value.size(); ++end) {
      const bool blank = IsBlankByte(value[end]);
      if (blank && after_blank_) break;
      after_blank_ = blank;
    }
    if (end == at) continue;
    FlushHidden();
    origin.offset = static_cast<std::uint32_t>(at);
    writer_.Text(value.substr(at, end - at), origin, bold);
    CountShare(text, end - at);
    at = end;
  }
  if (text.highlighted.value_or(false)) Highlight(begin);
}

void OdtParagraphWriter::Blanks(std::size_t count, bool bold) {
  writer_.Generated(std::string(count, ' '), bold);
  after_blank_ = false;
}

void OdtParagraphWriter::EndLine(bool soft) {
  line_.soft = soft;
  line_.format = Format();
  shares_.clear();
  writer_.End(line_);
  after_blank_ = true;
}

void OdtParagraphWriter::CountShare(const OdtTextProperties& text, std::size_t bytes) {
  const double size = text.size.value_or(0);
  const bool bold = text.bold.value_or(false);
  for (Share& share : shares_) {
    if (share.size == size && share.bold == bold && share.font == text.font) {
      share.bytes += bytes;
      return;
    }
  }
  // A line set in very many ways has no way of its own; the first ones speak for it.
  constexpr std::size_t kMostShares = 16;
  if (shares_.size() < kMostShares) shares_.push_back({text.font, size, bold, bytes});
}

std::int32_t OdtParagraphWriter::Format() {
  const auto most =
      std::max_element(shares_.begin(), shares_.end(),
                       [](const Share& a, const Share& b) { return a.bytes < b.bytes; });
  if (most == shares_.end()) return -1;
  TextFormat format;
  format.font = most->font;
  format.size = most->size;
  format.bold = most->bold;
  const auto& paragraph = style_->paragraph;
  format.alignment = paragraph.alignment.value_or(Alignment::unknown);
  format.spacing = paragraph.spacing.value_or(LineSpacing::unknown);
  format.spacing_value = paragraph.spacing_value;
  if (paragraph.first_line_chars) format.first_line_indent = *paragraph.first_line_chars;
  if (paragraph.first_line_points && format.size > 0) {
    format.first_line_indent = *paragraph.first_line_points / format.size;
  }
  return writer_.layout().Add(format);
}

void OdtParagraphWriter::Highlight(std::uint32_t begin) {
  if (writer_.at() == begin) return;
  if (highlight_.end != begin) {
    FlushHighlight();
    highlight_.begin = begin;
  }
  highlight_.end = writer_.at();
}

void OdtParagraphWriter::FlushHighlight() {
  if (!highlight_.empty()) writer_.AddMark({Mark::Kind::highlight, highlight_, {}, {}});
  highlight_ = {};
}

void OdtParagraphWriter::AddHidden(std::string_view text) {
  if (hidden_.size() < kHiddenKept) hidden_ += text;
}

void OdtParagraphWriter::FlushHidden() {
  const bool said = hidden_.find_first_not_of(" \t\r\n") != std::string::npos;
  if (said) {
    writer_.AddMark({Mark::Kind::hidden, {writer_.at(), writer_.at()}, std::move(hidden_), {}});
    ++hidden_count_;
  }
  hidden_.clear();
}

}  // namespace hegao
