#include "formats/markdown/walk.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <utility>

#include "formats/blanks.h"

namespace hegao {
namespace {

std::string_view Literal(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : literal;
}

/// Nodes of extensions have no constants in the public headers.
bool IsNamed(cmark_node* node, std::string_view name) {
  return cmark_node_get_type_string(node) == name;
}

bool IsDelimiterRow(std::string_view line) {
  return line.find('-') != std::string_view::npos &&
         line.find_first_not_of(" \t>|:-") == std::string_view::npos;
}

/// The ranges between unescaped bars; bars at the ends open and close.
std::vector<Span> SplitRow(std::string_view text, Span row) {
  std::vector<Span> cells;
  std::uint32_t begin = row.begin;
  while (begin < row.end && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
  if (begin < row.end && text[begin] == '|') ++begin;
  for (std::uint32_t at = begin; at < row.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '|') {
      cells.push_back({begin, at});
      begin = at + 1;
    }
  }
  cells.push_back({std::min(begin, row.end), row.end});
  return cells;
}

}  // namespace

MarkdownWalk::MarkdownWalk(std::string_view text)
    : text_(text), lines_(text), cursor_(text), writer_(text, &blocks_) {}

std::vector<RawBlock> MarkdownWalk::Run(cmark_node* root) {
  cmark_iter* iter = cmark_iter_new(root);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iter);
    if (event != CMARK_EVENT_ENTER) {
      Leave(node);
      continue;
    }
    Enter(node);
    const cmark_node_type type = cmark_node_get_type(node);
    const bool done =
        type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || IsNamed(node, "table_cell");
    if (done) cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
  }
  cmark_iter_free(iter);
  FlushMarkers();
  SortBlocks(&blocks_);
  return std::move(blocks_);
}

void MarkdownWalk::Enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      ++quotes_;
      return;
    case CMARK_NODE_LIST:
      return OpenList(node);
    case CMARK_NODE_ITEM:
      return OpenItem(node);
    case CMARK_NODE_PARAGRAPH:
      return TextBlock(node, RawBlock::Kind::soft_line, 0);
    case CMARK_NODE_HEADING:
      return TextBlock(node, RawBlock::Kind::heading,
                       static_cast<std::uint8_t>(cmark_node_get_heading_level(node)));
    case CMARK_NODE_CODE_BLOCK:
      return CodeBlock(node);
    case CMARK_NODE_HTML_BLOCK:
      return HtmlBlock(node);
    default:
      break;
  }
  if (IsNamed(node, "table")) return OpenTable(node);
  if (IsNamed(node, "table_header") || IsNamed(node, "table_row")) return OpenRow(node);
  if (IsNamed(node, "table_cell")) return Cell(node);
}

void MarkdownWalk::Leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_BLOCK_QUOTE:
      --quotes_;
      break;
    case CMARK_NODE_LIST:
      lists_.pop_back();
      break;
    case CMARK_NODE_ITEM:
      FlushMarkers();
      break;
    default:
      break;
  }
}

Span MarkdownWalk::LineOf(int line) const {
  if (line < 1 || static_cast<std::uint32_t>(line) > lines_.LineCount()) {
    const auto end = static_cast<std::uint32_t>(text_.size());
    return {end, end};
  }
  return lines_.LineSpan(text_, static_cast<std::uint32_t>(line));
}

std::uint32_t MarkdownWalk::OffsetOf(int line, int column) const {
  if (line < 1) return cursor_.position();  // the parser forgot: it follows what came before
  const Span span = LineOf(line);
  return std::min(span.begin + static_cast<std::uint32_t>(std::max(column, 1) - 1), span.end);
}

/// The typed number of an ordered item with its full stop and one blank.
Span MarkdownWalk::Marker(cmark_node* item) const {
  const std::uint32_t begin =
      OffsetOf(cmark_node_get_start_line(item), cmark_node_get_start_column(item));
  std::uint32_t end = begin;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
  if (end == begin || end == text_.size() || (text_[end] != '.' && text_[end] != ')')) return {};
  ++end;
  if (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
  return {begin, end};
}

/// "1. 1. 1." leaves the counting to the page, and a reader sees 1 2 3. Any other numbers are kept
/// as typed: the page would hide a gap that the author's own file has.
void MarkdownWalk::OpenList(cmark_node* list) {
  List state;
  state.ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
  if (state.ordered) {
    state.next = static_cast<std::uint32_t>(cmark_node_get_list_start(list));
    cmark_node* first = cmark_node_first_child(list);
    cmark_node* second = first == nullptr ? nullptr : cmark_node_next(first);
    state.renumber = second != nullptr;
    const Span model = first == nullptr ? Span{} : Marker(first);
    for (cmark_node* item = second; item != nullptr && state.renumber;
         item = cmark_node_next(item)) {
      const Span marker = Marker(item);
      state.renumber =
          text_.substr(marker.begin, marker.size()) == text_.substr(model.begin, model.size());
    }
  }
  lists_.push_back(state);
}

void MarkdownWalk::OpenItem(cmark_node* item) {
  const std::uint32_t begin =
      OffsetOf(cmark_node_get_start_line(item), cmark_node_get_start_column(item));
  const Span marker = Marker(item);
  const std::uint32_t content = marker.empty() ? begin + 1 : marker.end;
  cursor_.Enter(content, content, quotes_);
  if (lists_.empty() || !lists_.back().ordered) return;
  List& list = lists_.back();
  const std::uint32_t number = list.next++;
  if (marker.empty()) return;
  const std::string_view typed = text_.substr(marker.begin, marker.size());
  const std::size_t digits = typed.find_first_not_of("0123456789");
  const std::string shown = std::to_string(number) + std::string(typed.substr(digits));
  const bool replaced = list.renumber && shown != typed;
  markers_.push_back({marker, replaced, replaced ? shown : std::string()});
}

void MarkdownWalk::FlushMarkers() {
  if (markers_.empty()) return;
  for (const Piece& marker : markers_) writer_.Add(marker, false);
  markers_.clear();
  writer_.End(RawBlock::Kind::soft_line);
}

void MarkdownWalk::TextBlock(cmark_node* node, RawBlock::Kind kind, std::uint8_t level) {
  for (const Piece& marker : markers_) {
    writer_.Add(marker, true);
  }
  markers_.clear();
  const int last = std::max(cmark_node_get_end_line(node), cmark_node_get_start_line(node));
  const std::uint32_t begin =
      OffsetOf(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
  cursor_.Enter(begin, LineOf(last).end, quotes_);
  if (kind == RawBlock::Kind::heading) cursor_.HeadingMark();
  Inlines(node, kind, level);
}

void MarkdownWalk::OpenTable(cmark_node* table) {
  FlushMarkers();
  // A paragraph above, without a blank line between, makes the parser give that paragraph's place.
  int line = std::max(cmark_node_get_start_line(table), 1);
  while (static_cast<std::uint32_t>(line) < lines_.LineCount()) {
    const Span next = LineOf(line + 1);
    if (IsDelimiterRow(text_.substr(next.begin, next.size()))) break;
    ++line;
  }
  header_line_ = line;
}

void MarkdownWalk::OpenRow(cmark_node* row) {
  // Columns are of no use here: the parser miscounts them after a paragraph.
  const int line = IsNamed(row, "table_header") ? header_line_ : cmark_node_get_start_line(row);
  Span span = LineOf(line);
  for (int quote = 0; quote < quotes_; ++quote) {
    const std::size_t mark = text_.find_first_not_of(" \t", span.begin);
    if (mark >= span.end || text_[mark] != '>') break;
    span.begin = static_cast<std::uint32_t>(mark) + 1;
  }
  span.begin = std::clamp(cursor_.position(), span.begin, span.end);
  cells_ = SplitRow(text_, span);
  next_cell_ = 0;
}

void MarkdownWalk::Cell(cmark_node* cell) {
  if (cmark_node_first_child(cell) == nullptr) {
    ++next_cell_;
    return;
  }
  const Span range = next_cell_ < cells_.size() ? cells_[next_cell_] : cells_.back();
  ++next_cell_;
  cursor_.Enter(range.begin, range.end, quotes_);
  Inlines(cell, RawBlock::Kind::cell, 0);
}

void MarkdownWalk::Inlines(cmark_node* block, RawBlock::Kind kind, std::uint8_t level) {
  cmark_iter* iter = cmark_iter_new(block);
  for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
    cmark_node* node = cmark_iter_get_node(iter);
    if (node != block) Inline(node, event == CMARK_EVENT_ENTER, kind, level);
  }
  cmark_iter_free(iter);
  writer_.End(kind, level);
  strong_ = images_ = 0;
}

void MarkdownWalk::Inline(cmark_node* node, bool enter, RawBlock::Kind kind, std::uint8_t level) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
      return Write(cursor_.Text(Literal(node)));
    case CMARK_NODE_CODE:
      return Write(cursor_.Code(Literal(node)));
    case CMARK_NODE_HTML_INLINE:
      return InlineTag(node, kind, level);
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: {
      const Span end = cursor_.LineEnd();
      if (images_ > 0) return;
      if (kind == RawBlock::Kind::soft_line) {
        writer_.End(kind, level);
      } else {
        writer_.Exact(end, strong_ > 0);
      }
      return;
    }
    case CMARK_NODE_EMPH:
      return cursor_.Delimiters("*_", 1);
    case CMARK_NODE_STRONG:
      strong_ += enter ? 1 : -1;
      return cursor_.Delimiters("*_", 2);
    case CMARK_NODE_LINK:
    case CMARK_NODE_IMAGE: {
      const bool image = cmark_node_get_type(node) == CMARK_NODE_IMAGE;
      if (image) images_ += enter ? 1 : -1;
      if (enter) return cursor_.LinkOpen(image);
      const char* url = cmark_node_get_url(node);
      return cursor_.LinkClose(url == nullptr ? "" : url);
    }
    default:
      if (IsNamed(node, "strikethrough")) cursor_.Delimiters("~", 2);
  }
}

void MarkdownWalk::InlineTag(cmark_node* node, RawBlock::Kind kind, std::uint8_t level) {
  const std::string_view tag = Literal(node);
  const Span span = cursor_.Tag(tag);
  const bool line_break = tag.size() >= 4 && tag[0] == '<' && (tag[1] | 0x20) == 'b' &&
                          (tag[2] | 0x20) == 'r' && std::strchr(" \t\n/>", tag[3]) != nullptr;
  if (!line_break || images_ > 0) return;
  if (kind == RawBlock::Kind::soft_line) {
    writer_.End(kind, level);
  } else {
    writer_.Replaced(span, " ", strong_ > 0);
  }
}

void MarkdownWalk::Write(const std::vector<Piece>& pieces) {
  if (images_ > 0) return;
  for (const Piece& piece : pieces) writer_.Add(piece, strong_ > 0);
}

}  // namespace hegao
