#include "formats/html/walk.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "formats/blanks.h"
#include "formats/html/align.h"
#include "formats/html/elements.h"
#include "text/utf8.h"

namespace hegao {

HtmlContent HtmlWalk::Run(const GumboNode* root) {
  std::vector<Frame> stack;  // not recursion: pages nest as deep as they like
  Enter(root, Context{}, &stack);
  while (!stack.empty()) {
    Frame& top = stack.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next < children.length) {
      const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
      Enter(child, Context(top.context), &stack);
      continue;
    }
    if (top.context.block) End();
    stack.pop_back();
  }
  End();
  JudgeRegions();
  const std::vector<std::uint32_t> origin = SortBlocks(&content_.blocks);
  for (std::size_t i = 0; i < content_.blocks.size(); ++i) {
    RawBlock& block = content_.blocks[i];
    block.kind = KindOf(block, block_regions_[origin.empty() ? i : origin[i]]);
    if (block.kind != RawBlock::Kind::heading) block.level = 0;
  }
  content_.marks = marks_.Finish([&](std::uint32_t region) { return regions_[region].chrome; });
  styles_.FinishPages(&content_.layout);
  return std::move(content_);
}

void HtmlWalk::Enter(const GumboNode* node, const Context& outer, std::vector<Frame>* stack) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
      node->type == GUMBO_NODE_CDATA) {
    return Text(node, outer);
  }
  if (node->type != GUMBO_NODE_ELEMENT) return;
  const GumboElement& element = node->v.element;
  if (element.tag == GUMBO_TAG_BR) return Break(node, outer);
  if (element.tag == GUMBO_TAG_HEAD) return ReadHead(node);
  if (element.tag == GUMBO_TAG_STYLE) return styles_.AddSheet(node);
  if (IsInvisible(element)) return ReadTitle(node);
  const StyleChange change = styles_.Read(element);
  if (LeaveOut(node, change, outer)) return;
  const Context inner = Inside(node, change, outer);
  if (inner.block) {
    End();
    styles_.Visit(element, PlaceOf(element));
  }
  stack->push_back({node, 0, inner});
}

void HtmlWalk::ReadHead(const GumboNode* head) {
  const GumboVector& children = head->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type != GUMBO_NODE_ELEMENT) continue;
    if (child->v.element.tag == GUMBO_TAG_STYLE) styles_.AddSheet(child);
    ReadTitle(child);
  }
}

bool HtmlWalk::LeaveOut(const GumboNode* node, const StyleChange& change, const Context& outer) {
  if (change.hidden || change.part == OfficePart::comment_label) return true;
  if (change.part == OfficePart::comment_list) {
    marks_.ReadComments(node);
    return true;
  }
  if (node->v.element.tag != GUMBO_TAG_DEL) return false;
  marks_.AddDeletion(node, PlaceOf(node->v.element), outer.region);
  return true;
}

/// Where an element begins in the source; elements the parser made up begin where the text is.
std::uint32_t HtmlWalk::PlaceOf(const GumboElement& element) const {
  const char* tag = element.original_tag.data;
  const bool real = tag != nullptr && tag >= html_.data() && tag <= html_.data() + html_.size();
  return real ? static_cast<std::uint32_t>(tag - html_.data()) : end_;
}

HtmlWalk::Context HtmlWalk::Inside(const GumboNode* node, const StyleChange& change,
                                   const Context& outer) {
  const GumboElement& element = node->v.element;
  Context inner = outer;
  inner.block = IsBlockLevel(element.tag);
  if (change.set != 0) inner.style.Apply(change, inner.block);
  inner.article =
      outer.article || element.tag == GUMBO_TAG_ARTICLE || element.tag == GUMBO_TAG_MAIN;
  inner.pre = outer.pre || element.tag == GUMBO_TAG_PRE || element.tag == GUMBO_TAG_LISTING ||
              element.tag == GUMBO_TAG_XMP || element.tag == GUMBO_TAG_PLAINTEXT;
  if (element.tag == GUMBO_TAG_INS) inner.open.insertion = marks_.OpenInsertion(element);
  if (!change.comment.empty()) inner.open.comment = marks_.OpenComment(change.comment);
  Region kind;
  kind.cell = element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH;
  if (kind.cell) inner.level = 0;
  if (const std::uint8_t level = HeadingLevel(element.tag); level != 0) inner.level = level;
  kind.chrome = LooksLikeChrome(node, outer.article);
  kind.aside = change.part == OfficePart::note;
  if (kind.chrome || kind.cell || kind.aside) inner.region = OpenRegion(outer, kind);
  return inner;
}

std::uint32_t HtmlWalk::OpenRegion(const Context& outer, const Region& kind) {
  Region region = kind;
  region.parent = outer.region;
  region.depth = regions_[outer.region].depth + 1;
  if (region.cell) {
    for (std::uint32_t r = outer.region; r != 0 && !regions_[r].holds_cells;
         r = regions_[r].parent) {
      regions_[r].holds_cells = true;
    }
  }
  regions_.push_back(region);
  return static_cast<std::uint32_t>(regions_.size() - 1);
}

/// A title is one thing even if it is set on two lines; elsewhere <br> is used between paragraphs.
void HtmlWalk::Break(const GumboNode* node, const Context& context) {
  const GumboStringPiece& tag = node->v.element.original_tag;
  if (context.level == 0) return End();
  if (!started_ || tag.data == nullptr || tag.length == 0) return;
  const auto begin = static_cast<std::uint32_t>(tag.data - html_.data());
  writer_.Replaced({begin, begin + static_cast<std::uint32_t>(tag.length)}, " ",
                   context.style.bold);
}

std::vector<Piece> HtmlWalk::Align(const GumboNode* node, bool raw) {
  const GumboStringPiece& original = node->v.text.original_text;
  if (original.data < html_.data() || original.data > html_.data() + html_.size()) return {};
  const auto offset = static_cast<std::size_t>(original.data - html_.data());
  return AlignHtmlText(html_.substr(offset, original.length), node->v.text.text,
                       static_cast<std::uint32_t>(offset), raw, &refs_);
}

void HtmlWalk::Text(const GumboNode* node, const Context& context) {
  // Blanks between blocks are most of the nodes of a page.
  if (node->type == GUMBO_NODE_WHITESPACE && !started_) return;
  const bool raw = node->parent != nullptr && node->parent->type == GUMBO_NODE_ELEMENT &&
                   (node->parent->v.element.tag == GUMBO_TAG_TEXTAREA ||
                    node->parent->v.element.tag == GUMBO_TAG_XMP ||
                    node->parent->v.element.tag == GUMBO_TAG_PLAINTEXT);
  for (const Piece& piece : Align(node, raw)) {
    if (!context.pre || piece.has_replacement) {
      AddPiece(piece, context);
      if (context.pre && piece.replacement == "\n") End();
      continue;
    }
    Span line = piece.source;
    for (std::uint32_t at = line.begin; at < piece.source.end; ++at) {
      if (html_[at] != '\n') continue;
      line.end = at;
      AddPiece({line, false, {}}, context);
      End();
      line = {at + 1, piece.source.end};
    }
    AddPiece({line, false, {}}, context);
  }
}

void HtmlWalk::AddPiece(const Piece& piece, const Context& context) {
  if (piece.source.empty()) return;
  const bool had_ink = writer_.HasInk();
  writer_.Add(piece, context.style.bold);
  started_ = true;
  end_ = piece.source.end;
  if (!writer_.HasInk()) return;
  const std::string_view shown = piece.has_replacement
                                     ? std::string_view(piece.replacement)
                                     : html_.substr(piece.source.begin, piece.source.size());
  const std::uint32_t region = context.region;
  if (!had_ink) current_ = context;
  current_.region = had_ink ? CommonRegion(current_.region, region) : region;
  const std::size_t han = CountHan(shown);
  regions_[region].han += han;
  formats_.Add(context.style, han, shown.size());
  if (!IsAllBlank(shown)) marks_.AddText(piece.source, context.open, context.style.marker, region);
}

void HtmlWalk::End() {
  started_ = false;
  marks_.EndBlock();
  if (!writer_.HasInk()) {
    writer_.End(RawBlock::Kind::paragraph);
    return formats_.Drop();
  }
  const RawBlock::Kind kind = current_.pre ? RawBlock::Kind::line : RawBlock::Kind::paragraph;
  if (!writer_.End(kind, current_.level)) return;
  content_.blocks.back().format = formats_.End(current_.style, current_.level != 0);
  block_regions_.push_back(current_.region);
}

void HtmlWalk::ReadTitle(const GumboNode* title) {
  if (title->type != GUMBO_NODE_ELEMENT || title->v.element.tag != GUMBO_TAG_TITLE ||
      !content_.title.empty()) {
    return;
  }
  const GumboVector& children = title->v.element.children;
  std::vector<RawBlock> blocks;
  BlockWriter writer(html_, &blocks);
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* text = static_cast<const GumboNode*>(children.data[i]);
    if (text->type != GUMBO_NODE_TEXT && text->type != GUMBO_NODE_WHITESPACE) continue;
    for (const Piece& piece : Align(text, true)) writer.Add(piece, false);
  }
  if (writer.End(RawBlock::Kind::paragraph)) content_.title = std::move(blocks[0].pieces);
}

std::uint32_t HtmlWalk::CommonRegion(std::uint32_t a, std::uint32_t b) const {
  while (a != b) {
    std::uint32_t& deeper = regions_[a].depth >= regions_[b].depth ? a : b;
    deeper = regions_[deeper].parent;
  }
  return a;
}

void HtmlWalk::JudgeRegions() {
  // Parents come before their children, so one pass from the end sums up and one from the start
  // hands down.
  for (std::size_t r = regions_.size() - 1; r > 0; --r) {
    regions_[regions_[r].parent].han += regions_[r].han;
  }
  const std::size_t total = regions_[0].han;
  for (std::size_t r = 1; r < regions_.size(); ++r) {
    Region& region = regions_[r];
    const Region& parent = regions_[region.parent];
    const bool most = region.han * 2 > total;
    region.chrome = parent.chrome || (region.chrome && !most);
    region.aside = parent.aside || (region.aside && !most);
    region.cell = region.cell ? !most && !region.holds_cells : parent.cell;
  }
}

RawBlock::Kind HtmlWalk::KindOf(const RawBlock& block, std::uint32_t region) const {
  if (regions_[region].chrome) return RawBlock::Kind::chrome;
  if (regions_[region].aside) return RawBlock::Kind::aside;
  if (block.level != 0) return RawBlock::Kind::heading;
  if (regions_[region].cell) return RawBlock::Kind::cell;
  return block.kind;
}

}  // namespace hegao
