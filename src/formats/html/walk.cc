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
  regions_.Judge();
  const std::vector<std::uint32_t> origin = SortBlocks(&content_.blocks);
  for (std::size_t i = 0; i < content_.blocks.size(); ++i) {
    RawBlock& block = content_.blocks[i];
    block.kind = regions_.KindOf(block, origin.empty() ? i : origin[i]);
    if (block.kind != RawBlock::Kind::heading) block.level = 0;
  }
  content_.marks = marks_.Finish([&](std::uint32_t region) { return regions_.IsChrome(region); });
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
  PageRegions::Kind kind;
  kind.cell = element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH;
  if (kind.cell) inner.level = 0;
  if (const std::uint8_t level = HeadingLevel(element.tag); level != 0) inner.level = level;
  kind.chrome = LooksLikeChrome(node, outer.article);
  kind.aside = change.part == OfficePart::note;
  if (element.tag == GUMBO_TAG_A) inner.link = LeadsAway(element);
  if (kind.chrome || kind.cell || kind.aside || IsContainer(element.tag)) {
    inner.region = regions_.Open(outer.region, kind);
  }
  return inner;
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
  current_.region = had_ink ? regions_.Common(current_.region, region) : region;
  const std::size_t han = CountHan(shown);
  facts_.han += han;
  if (context.link) facts_.linked += han;
  constexpr std::string_view kStop = "。";
  facts_.sentence = facts_.sentence || shown.find(kStop) != std::string_view::npos;
  formats_.Add(context.style, han, shown.size());
  if (!IsAllBlank(shown)) marks_.AddText(piece.source, context.open, context.style.marker, region);
}

void HtmlWalk::End() {
  started_ = false;
  marks_.EndBlock();
  PageRegions::BlockFacts facts = std::exchange(facts_, {});
  if (!writer_.HasInk()) {
    writer_.End(RawBlock::Kind::paragraph);
    return formats_.Drop();
  }
  const RawBlock::Kind kind = current_.pre ? RawBlock::Kind::line : RawBlock::Kind::paragraph;
  if (!writer_.End(kind, current_.level)) return;
  content_.blocks.back().format = formats_.End(current_.style, current_.level != 0);
  facts.region = current_.region;
  facts.heading = current_.level != 0;
  regions_.AddBlock(facts);
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

}  // namespace hegao
