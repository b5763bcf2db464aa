#include "formats/docx/notes.h"

#include <algorithm>
#include <utility>

#include "formats/blanks.h"
#include "formats/docx/tags.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kStories = 1000;  // each is looked for among all entries of the package

/// Digits, dashes and blanks: what is left of a page number, or stands for one. Beside a page
/// number field the words round it are no text either.
bool IsPageNumber(std::string_view line, bool beside_field) {
  constexpr std::string_view kSigns = "-–—－·.~～/|、，,（）()";
  constexpr std::string_view kWords = "第页頁共总總Pageof";  // domain: words round a page number
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = DecodeAt(line, at);
    const std::string_view sign = line.substr(at, c.length);
    const bool digit =
        (c.value >= U'0' && c.value <= U'9') || (c.value >= U'０' && c.value <= U'９');
    const bool furniture = IsBlank(c.value) || digit ||
                           kSigns.find(sign) != std::string_view::npos ||
                           (beside_field && kWords.find(sign) != std::string_view::npos);
    if (!furniture) return false;
    at += c.length;
  }
  return true;
}

/// Writes one line of a story that was read by itself; its marks move with it.
class StoryCopy {
 public:
  StoryCopy(RawDocument story, std::uint32_t part, ExtractWriter& writer)
      : story_(std::move(story)), part_(part), writer_(writer) {}

  const RawDocument& story() const { return story_; }
  std::string_view Text(const RawBlock& block) const {
    const Span span = block.pieces.front().source;
    return std::string_view(story_.text).substr(span.begin, span.size());
  }

  void Write(const RawBlock& block) {
    const Span span = block.pieces.front().source;
    const std::uint32_t to = writer_.at();
    std::uint32_t at = span.begin;
    const auto& origins = story_.map.origins;
    auto origin =
        std::lower_bound(origins.begin(), origins.end(), span.begin,
                         [](const auto& o, std::uint32_t begin) { return o.text.end <= begin; });
    for (; origin != origins.end() && origin->text.begin < span.end; ++origin) {
      const Span common{std::max(origin->text.begin, at), std::min(origin->text.end, span.end)};
      writer_.Generated(Slice({at, common.begin}), block.bold);
      const std::uint32_t offset = origin->offset + (common.begin - origin->text.begin);
      writer_.Text(Slice(common), {part_, origin->node, offset}, block.bold);
      at = common.end;
    }
    writer_.Generated(Slice({at, span.end}), block.bold);
    CopyMarks(span, to);
    const auto format =
        block.format < 0
            ? -1
            : writer_.layout().Add(story_.layout.formats[static_cast<std::size_t>(block.format)]);
    writer_.End({RawBlock::Kind::aside, 0, false, format});
  }

 private:
  std::string_view Slice(Span span) const {
    return std::string_view(story_.text).substr(span.begin, span.size());
  }
  void CopyMarks(Span from, std::uint32_t to) {
    auto mark =
        std::lower_bound(story_.marks.begin(), story_.marks.end(), from.begin,
                         [](const Mark& m, std::uint32_t begin) { return m.span.begin < begin; });
    for (; mark != story_.marks.end() && mark->span.begin <= from.end; ++mark) {
      Mark moved = *mark;
      const std::uint32_t end = std::min(moved.span.end, from.end);
      moved.span = {moved.span.begin - from.begin + to, end - from.begin + to};
      writer_.AddMark(std::move(moved));
    }
  }

  RawDocument story_;
  std::uint32_t part_;
  ExtractWriter& writer_;
};

class Headers {
 public:
  Headers(DocxPackage& package, DocxShared& shared, DocxComments& comments, ExtractWriter& writer)
      : package_(package), shared_(shared), comments_(comments), writer_(writer) {}

  Result<void> Write(DocxSections::Section& section) {
    for (std::size_t place = 0; place < section.stories.size(); ++place) {
      const std::string& id = section.stories[place];
      const bool first = place % 3 == 1, even = place % 3 == 2;
      if (id.empty() || (first && !section.title_page) || (even && !EvenInUse())) continue;
      const Result<bool> numbered = Story(id);
      if (!numbered) return tl::unexpected(numbered.error());
      section.setup.page_number = section.setup.page_number || *numbered;
    }
    return {};
  }

 private:
  /// Whether it holds a page number. Its text is written the first time.
  Result<bool> Story(const std::string& id) {
    if (const auto known = numbered_.find(id); known != numbered_.end()) return known->second;
    if (numbered_.size() >= kStories) {
      return Fail(ErrorKind::unreadable,
                  {"页眉和页脚多得反常，没有读取；请重新另存一份",
                   "there are more headers and footers than any document has; save it again"});
    }
    const std::string_view name = package_.ById(id);
    if (!package_.Has(name)) return numbered_[id] = false;
    const Result<XmlPart> part = package_.Read(name);
    if (!part) return tl::unexpected(part.error());
    ExtractWriter scratch("docx", package_.limits().text);
    DocxMarks marks(scratch, comments_, shared_.remarks);
    PageCounter pages(0);
    DocxWalk walk(shared_, scratch, marks, pages, nullptr,
                  {.aside = true,
                   .paragraph = 0,
                   .runs = {.part = scratch.Part(name), .drop_page_numbers = true}});
    walk.Blocks(part->root());
    marks.Finish();
    Result<RawDocument> story = scratch.Finish();
    if (!story) return tl::unexpected(story.error());
    const bool numbered = walk.runs().page_numbers() > 0;
    Copy(*std::move(story), name, numbered);
    return numbered_[id] = numbered;
  }

  void Copy(RawDocument story, std::string_view name, bool numbered) {
    StoryCopy copy(std::move(story), writer_.Part(name), writer_);
    for (const RawBlock& block : copy.story().blocks) {
      const std::string_view text = copy.Text(block);
      if (IsPageNumber(text, numbered) || !told_.emplace(text).second) continue;
      copy.Write(block);
    }
  }

  /// Settings that cannot be read leave it open; then the text is better told.
  bool EvenInUse() {
    if (!even_) {
      const std::string_view name = package_.ByType("settings");
      const auto settings = package_.Has(name) ? std::optional(package_.Read(name)) : std::nullopt;
      even_ = settings && (!*settings || HasSwitch((*settings)->root(), "evenAndOddHeaders"));
    }
    return *even_;
  }

  DocxPackage& package_;
  DocxShared& shared_;
  DocxComments& comments_;
  ExtractWriter& writer_;
  std::unordered_map<std::string, bool> numbered_;  // by relationship id
  std::unordered_set<std::string> told_;
  std::optional<bool> even_;
};

}  // namespace

void DocxNotes::Read(Part& part, std::string_view type) {
  part.read = true;
  const std::string_view name = package_.ByType(type);
  if (!package_.Has(name)) return;
  Result<XmlPart> xml = package_.Read(name);
  if (!xml) {
    if (!error_) error_ = xml.error();
    return;
  }
  part.index = writer_.Part(name);
  for (auto node = xml->root().first_child(); node; node = node.next_sibling()) {
    if (node.type() == pugi::node_element) part.notes.emplace(Attribute(node, "id").value(), node);
  }
  part.xml.emplace(std::move(*xml));
}

void DocxNotes::Write(const DocxRuns::NoteReference& reference, std::uint32_t page,
                      std::uint32_t paragraph) {
  Part& part = parts_[reference.endnote ? 1 : 0];
  if (!part.read) Read(part, reference.endnote ? "endnotes" : "footnotes");
  if (!part.written.insert(reference.id).second) return;
  const auto note = part.notes.find(reference.id);
  if (note == part.notes.end()) {
    ++shared_.remarks.missing_notes;
    return;
  }
  PageCounter pages(page);
  DocxWalk walk(shared_, writer_, marks_, pages, nullptr,
                {.aside = true,
                 .paragraph = paragraph,
                 .runs = {.part = part.index, .drop_page_numbers = false}});
  walk.Blocks(note->second);
}

Result<void> WriteHeaders(DocxPackage& package, DocxShared& shared, DocxComments& comments,
                          ExtractWriter& writer) {
  writer.SetPage(0);
  writer.SetParagraph(0);
  Headers headers(package, shared, comments, writer);
  for (auto& section : shared.sections.all()) {
    if (auto written = headers.Write(section); !written) return written;
  }
  return {};
}

}  // namespace hegao
