#include "formats/docx/marks.h"

#include <utility>

#include "formats/docx/tags.h"

namespace hegao {
namespace {

constexpr std::size_t kEnough = 1000;  // bytes of a mark's text; the writer cuts it finer

}  // namespace

void DocxComments::Read() {
  read_ = true;
  const std::string_view name = package_.ByType("comments");
  if (!package_.Has(name)) return;
  const Result<XmlPart> part = package_.Read(name);
  if (!part) {
    // No text of the report is lost with them.
    remarks_.comments_lost = true;
    return;
  }
  for (auto node = part->root().first_child(); node; node = node.next_sibling()) {
    if (LocalName(node) != "comment") continue;
    comments_.emplace(Attribute(node, "id").value(),
                      Comment{Attribute(node, "author").value(), TextBelow(node)});
  }
}

const DocxComments::Comment* DocxComments::Find(const std::string& id) {
  if (!read_) Read();
  const auto found = comments_.find(id);
  return found == comments_.end() ? nullptr : &found->second;
}

void DocxMarks::Flush(Pending& pending) {
  if (!pending.open) return;
  pending.open = false;
  if (pending.mark.kind == Mark::Kind::hidden) remarks_.Hidden(pending.mark.text);
  writer_.AddMark(std::exchange(pending.mark, {}));
}

void DocxMarks::Join(Pending& pending, Mark mark) {
  Mark& last = pending.mark;
  if (pending.open && last.span.end == mark.span.begin && last.author == mark.author) {
    last.span.end = mark.span.end;
    if (last.text.size() < kEnough) last.text += mark.text;
    return;
  }
  Flush(pending);
  pending.open = true;
  last = std::move(mark);
}

void DocxMarks::Highlighted(std::uint32_t begin) {
  Join(highlight_, {Mark::Kind::highlight, {begin, writer_.at()}, {}, {}});
}

void DocxMarks::Inserted(std::uint32_t begin, std::string_view author) {
  Join(insertion_, {Mark::Kind::insertion, {begin, writer_.at()}, {}, std::string(author)});
}

void DocxMarks::Deleted(std::string_view text, std::string_view author) {
  const Span here{writer_.at(), writer_.at()};
  Join(deletion_,
       {Mark::Kind::deletion, here, std::string(text.substr(0, kEnough)), std::string(author)});
}

void DocxMarks::Hidden(std::string_view text) {
  const Span here{writer_.at(), writer_.at()};
  Join(hidden_, {Mark::Kind::hidden, here, std::string(text.substr(0, kEnough)), {}});
}

void DocxMarks::AddComment(const std::string& id, std::uint32_t begin) {
  Range& range = ranges_[id];
  if (std::exchange(range.told, true)) return;
  Mark mark{Mark::Kind::comment, {begin, writer_.at()}, {}, {}};
  if (const auto* comment = comments_.Find(id)) {
    mark.text = comment->text;
    mark.author = comment->author;
  }
  writer_.AddMark(std::move(mark));
}

void DocxMarks::CommentBegins(const std::string& id) {
  ranges_.try_emplace(id, Range{writer_.at(), false});
}

void DocxMarks::CommentEnds(const std::string& id) {
  const auto range = ranges_.find(id);
  if (range != ranges_.end()) AddComment(id, range->second.begin);
}

void DocxMarks::CommentReferred(const std::string& id) {
  const auto range = ranges_.find(id);
  AddComment(id, range == ranges_.end() ? writer_.at() : range->second.begin);
}

void DocxMarks::Finish() {
  for (Pending* pending : {&highlight_, &insertion_, &deletion_, &hidden_}) Flush(*pending);
}

}  // namespace hegao
