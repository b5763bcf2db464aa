#include "formats/html/editor_marks.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "formats/html/css_values.h"
#include "formats/html/style.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestText = 200;  // code points
constexpr std::size_t kEnough = 4 * kLongestText + 4;

std::string_view Attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

/// <ins cite="mailto:NAME">, as Word names the author.
std::string AuthorOf(const GumboElement& element) {
  constexpr std::string_view kMail = "mailto:";
  const std::string_view cite = Attribute(element, "cite");
  if (!StartsWithCss(cite, kMail)) return {};
  return std::string(FirstCodePoints(cite.substr(kMail.size()), kLongestText));
}

/// The number behind the initials: "ZS_3" -> "3".
std::string NumberOf(std::string_view key) {
  const std::size_t line = key.rfind('_');
  return std::string(TrimCss(line == std::string_view::npos ? key : key.substr(line + 1)));
}

std::string Short(std::string_view text) {
  const std::string_view trimmed = TrimCss(text);
  const std::string_view cut = FirstCodePoints(trimmed, kLongestText);
  return cut.size() < trimmed.size() ? std::string(cut) + "…" : std::string(cut);
}

/// Calls visit(node) for all nodes below `root` in order; false: leave out what is inside.
template <class Visit>
void ForEachNode(const GumboNode* root, Visit visit) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (!visit(node) || node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i-- > 0;) {
      open.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
}

void AppendText(const GumboNode* node, std::string* text) {
  if (node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_WHITESPACE) return;
  if (text->size() < kEnough) {
    *text += std::string_view(node->v.text.text).substr(0, kEnough);
    std::replace(text->begin(), text->end(), '\n', ' ');
  }
}

}  // namespace

std::int32_t EditorMarks::Add(Mark::Kind kind) {
  marks_.emplace_back().mark.kind = kind;
  return static_cast<std::int32_t>(marks_.size() - 1);
}

std::int32_t EditorMarks::OpenInsertion(const GumboElement& ins) {
  const std::int32_t mark = Add(Mark::Kind::insertion);
  marks_.back().mark.author = AuthorOf(ins);
  return mark;
}

std::int32_t EditorMarks::OpenComment(std::string_view key) {
  const std::int32_t mark = Add(Mark::Kind::comment);
  marks_.back().number = NumberOf(key);
  return mark;
}

void EditorMarks::AddDeletion(const GumboNode* del, std::uint32_t at, std::uint32_t region) {
  std::string text;
  ForEachNode(del, [&](const GumboNode* node) {
    AppendText(node, &text);
    return text.size() < kEnough;
  });
  text = Short(text);
  if (text.empty()) return;
  const std::int32_t mark = Add(Mark::Kind::deletion);
  marks_.back().mark.text = std::move(text);
  marks_.back().mark.author = AuthorOf(del->v.element);
  Extend(mark, {at, at}, region);
}

void EditorMarks::Extend(std::int32_t mark, Span span, std::uint32_t region) {
  Pending& pending = marks_[static_cast<std::size_t>(mark)];
  if (!pending.placed) {
    pending.mark.span = span;
    pending.region = region;
    pending.placed = true;
  }
  // Broken markup may move text to before its place in the source.
  pending.mark.span.begin = std::min(pending.mark.span.begin, span.begin);
  pending.mark.span.end = std::max(pending.mark.span.end, span.end);
}

void EditorMarks::AddText(Span span, const Open& open, bool marker, std::uint32_t region) {
  if (open.insertion >= 0) Extend(open.insertion, span, region);
  if (open.comment >= 0) Extend(open.comment, span, region);
  if (!marker) {
    highlight_ = -1;
    return;
  }
  if (highlight_ < 0) highlight_ = Add(Mark::Kind::highlight);
  Extend(highlight_, span, region);
}

void EditorMarks::ReadComments(const GumboNode* list) {
  Comment* comment = nullptr;
  ForEachNode(list, [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) {
      if (comment != nullptr) AppendText(node, &comment->text);
      return true;
    }
    const GumboElement& element = node->v.element;
    constexpr std::string_view kId = "_com_";
    if (const std::string_view id = Attribute(element, "id"); id.starts_with(kId)) {
      comment = &comments_[std::string(id.substr(kId.size()))];
    }
    if (comment != nullptr && comment->author.empty()) {
      FontNames unused;
      const StyleChange style = ParseStyle(Attribute(element, "style"), &unused);
      comment->author = FirstCodePoints(style.comment_author, kLongestText);
    }
    return Attribute(element, "class") != "msocomoff";  // the way back to the text
  });
}

std::vector<Mark> EditorMarks::Finish(const std::function<bool(std::uint32_t region)>& is_chrome) {
  std::vector<Mark> marks;
  for (Pending& pending : marks_) {
    if (!pending.placed || is_chrome(pending.region)) continue;
    if (const auto found = comments_.find(pending.number);
        pending.mark.kind == Mark::Kind::comment && found != comments_.end()) {
      pending.mark.text = Short(found->second.text);
      pending.mark.author = found->second.author;
    }
    marks.push_back(std::move(pending.mark));
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span < b.span; });
  return marks;
}

}  // namespace hegao
