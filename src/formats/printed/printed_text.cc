#include "formats/printed/printed_text.h"

#include <fmt/format.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>

#include "formats/blanks.h"
#include "formats/extract_writer.h"
#include "formats/printed/furniture.h"
#include "formats/printed/paragraphs.h"
#include "formats/printed/reading_order.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kBarePage = 8;  // characters: a stamp or a scanner's mark, but no text
constexpr std::size_t kNamedPages = 10;

struct Ink {
  std::size_t characters = 0, meaningless = 0;
};

/// Private use, replacement and control characters: glyphs of which nobody knows what they mean.
bool IsMeaningless(char32_t c) {
  return c == 0xFFFD || c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF) ||
         c >= 0xF0000;
}

Ink InkOf(const PrintedPage& page) {
  Ink ink;
  for (const PrintedLine& line : page.lines) {
    if (line.furniture) continue;
    for (std::size_t at = 0; at < line.text.size();) {
      const CodePoint c = DecodeAt(line.text, at);
      at += c.length;
      if (IsMeaningless(c.value)) ++ink.meaningless;
      if (!IsBlank(c.value)) ++ink.characters;
    }
  }
  return ink;
}

/// 3、5–7
std::string Ranges(const std::vector<std::size_t>& numbers, std::string_view comma) {
  std::string list;
  std::size_t named = 0;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::size_t first = i;
    while (i + 1 < numbers.size() && numbers[i + 1] == numbers[i] + 1) ++i;
    if (!list.empty()) list += comma;
    if (++named > kNamedPages) return list + "…";
    list += first == i ? fmt::format("{}", numbers[i])
                       : fmt::format("{}–{}", numbers[first], numbers[i]);
  }
  return list;
}

tl::unexpected<Error> Scanned(std::size_t pages, std::size_t bare) {
  return Fail(
      ErrorKind::undecided,
      {fmt::format("共 {} 页，其中 {} 页没有文字，应是扫描件，无法核对；请提供可以复制文字的原稿"
                   "（.docx、.wps 或由它导出的 PDF），或先作文字识别（OCR）",
                   pages, bare),
       fmt::format(
           "{} of {} pages hold no text: a scan, which cannot be checked; give the original "
           "(.docx, or a PDF made of it), or run OCR first",
           bare, pages)});
}

tl::unexpected<Error> Garbled() {
  return Fail(
      ErrorKind::undecided,
      {"文字读出来是乱码（字体没有附带字符对照表），无法核对；请提供原稿（.docx、.wps），"
       "或先作文字识别（OCR）",
       "its text is garbage (its fonts do not say which characters they show) and cannot be "
       "checked; give the original (.docx), or run OCR first"});
}

/// Nothing in `empty` where all pages hold text.
Result<void> CheckText(const std::vector<PrintedPage>& pages, std::vector<std::size_t>* empty) {
  std::size_t bare = 0;
  Ink all;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Ink ink = InkOf(pages[i]);
    all.characters += ink.characters;
    all.meaningless += ink.meaningless;
    if (ink.characters < kBarePage) ++bare;
    if (ink.characters == 0) empty->push_back(i + 1);
  }
  if (bare * 2 > pages.size() || pages.empty()) return Scanned(pages.size(), bare);
  if (all.meaningless * 5 > all.characters) return Garbled();
  return {};
}

/// Makes the reader's count of parts the writer's, where a name that is there twice counts once.
void NameParts(const std::vector<std::string>& parts, ExtractWriter* out,
               std::vector<PrintedPage>* pages) {
  std::vector<std::uint32_t> index;
  index.reserve(parts.size());
  for (const std::string& part : parts) index.push_back(out->Part(part));
  for (PrintedPage& page : *pages) {
    for (PrintedLine& line : page.lines) {
      for (PrintedOrigin& origin : line.origins) origin.part = index[origin.part];
    }
  }
}

void WriteLine(const PrintedLine& line, ExtractWriter* out) {
  const std::string_view text = line.text;
  std::size_t at = 0;
  for (const PrintedOrigin& origin : line.origins) {
    out->Generated(text.substr(at, origin.at - at), line.bold);
    out->Text(text.substr(origin.at, origin.length), {origin.part, origin.node, origin.offset},
              line.bold);
    at = origin.at + origin.length;
  }
  out->Generated(text.substr(at), line.bold);
}

void WriteParagraph(const PrintedParagraph& paragraph, std::uint32_t number, ExtractWriter* out) {
  out->SetParagraph(number);
  std::string before;
  for (const PrintedRow* row : paragraph.rows) {
    out->SetPage(row->page);
    std::string text = RowText(*row);
    if (NeedsBlank(before, text)) out->Generated(" ", false);
    for (const PrintedLine* part : row->parts) {
      if (part != row->parts.front()) out->Generated(" ", part->bold);
      WriteLine(*part, out);
    }
    before = std::move(text);
  }
  ExtractWriter::Line line;
  line.format = out->layout().Add(paragraph.format);
  out->End(line);
}

void WriteCells(const PrintedRow& row, std::uint32_t number, ExtractWriter* out) {
  out->SetPage(row.page);
  out->SetParagraph(number);
  for (const PrintedCell& cell : row.cells) {
    std::string_view before;
    for (const PrintedLine* part : cell) {
      if (NeedsBlank(before, part->text)) out->Generated(" ", false);
      WriteLine(*part, out);
      before = part->text;
    }
    ExtractWriter::Line line;
    line.kind = RawBlock::Kind::cell;
    out->End(line);
  }
}

void WriteFurniture(const std::vector<PrintedPage>& pages, ExtractWriter* out) {
  std::set<std::string_view> known;
  out->SetParagraph(0);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PrintedLine& line : pages[i].lines) {
      if (!line.furniture || LooksLikePageNumber(line.text, true)) continue;
      if (!known.insert(line.text).second) continue;
      out->SetPage(static_cast<std::uint32_t>(i + 1));
      WriteLine(line, out);
      ExtractWriter::Line written;
      written.kind = RawBlock::Kind::aside;
      out->End(written);
    }
  }
}

Message EmptyPages(const std::vector<std::size_t>& empty) {
  return {fmt::format("第 {} 页没有文字（空白页，或扫描的图片），没有核对；如有正文，请提供"
                      "可以复制文字的原稿",
                      Ranges(empty, "、")),
          fmt::format("there is no text on page {} (blank, or a scanned image), which was not "
                      "checked; if there is text to see, give the original",
                      Ranges(empty, ", "))};
}

/// Covers and annexes stand round the text; a page amid it would take part of the report with it.
bool IsAmidText(std::size_t page, std::size_t pages, const std::vector<std::size_t>& empty) {
  std::size_t first = 1, last = pages;
  for (const auto p : empty) first += p == first;
  for (auto p = empty.rbegin(); p != empty.rend(); ++p) last -= *p == last;
  return page > first && page < last;
}

}  // namespace

Result<RawDocument> WritePages(std::string_view format, std::vector<PrintedPage> pages,
                               const ReadOptions& options, const std::vector<std::string>& parts) {
  MarkFurniture(&pages);
  std::vector<std::size_t> empty;
  if (const auto checked = CheckText(pages, &empty); !checked) {
    return tl::unexpected(checked.error());
  }
  if (std::any_of(empty.begin(), empty.end(),
                  [&](std::size_t page) { return IsAmidText(page, pages.size(), empty); })) {
    return Fail(ErrorKind::undecided, EmptyPages(empty));
  }
  const ReadingOrder order = OrderLines(pages);
  ExtractWriter out(format, options.limits.text);
  NameParts(parts, &out, &pages);
  std::uint32_t number = 0;
  for (const PrintedParagraph& paragraph : JoinRows(order)) {
    ++number;
    if (paragraph.rows.front()->IsTable()) {
      WriteCells(*paragraph.rows.front(), number, &out);
    } else {
      WriteParagraph(paragraph, number, &out);
    }
  }
  WriteFurniture(pages, &out);
  if (!empty.empty()) out.AddNote(EmptyPages(empty));
  return out.Finish();
}

}  // namespace hegao
