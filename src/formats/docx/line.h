// The line that is being written: what kind of block it becomes, how most of it is set, and on
// which page it begins.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/docx/properties.h"
#include "formats/extract_writer.h"

namespace hegao {

/// How a run looks; `font` is a view into properties that outlive the run.
struct RunLook {
  bool bold = false, hidden = false, highlighted = false;
  double size = 0;
  std::string_view font;
};

/// Pages as Word left them when it last saved. A break that an author typed and the mark Word wrote
/// behind it are one page.
class PageCounter {
 public:
  /// The page to begin with; 0: pages are not known.
  explicit PageCounter(std::uint32_t page) : page_(page) {}
  std::uint32_t page() const { return page_; }
  /// A break typed or asked for by a paragraph or a section.
  void Typed() {
    Count();
    typed_ = true;
  }
  /// <w:lastRenderedPageBreak/>.
  void Rendered() {
    if (!typed_) Count();
    typed_ = false;
  }
  void Inked() { typed_ = false; }

 private:
  void Count() { page_ += page_ > 0 ? 1 : 0; }
  std::uint32_t page_;
  bool typed_ = false;
};

class DocxLine {
 public:
  struct Paragraph {
    RawBlock::Kind kind = RawBlock::Kind::paragraph;
    std::uint8_t level = 0;
    std::uint32_t number = 0;  // 1-based; 0: not of the body
    ParagraphProperties properties;
  };

  DocxLine(ExtractWriter& writer, PageCounter& pages) : writer_(writer), pages_(pages) {}

  void Begin(const Paragraph& paragraph);
  const Paragraph& paragraph() const { return paragraph_; }

  /// Before text is written.
  void Ink(const RunLook& look, std::size_t bytes);
  void TypedPageBreak() {
    pages_.Typed();
    Turned();
  }
  void RenderedPageBreak() {
    pages_.Rendered();
    Turned();
  }
  std::uint32_t page() const { return pages_.page(); }

  /// Ends the line; the paragraph goes on in another one if `soft`.
  void End(bool soft);

 private:
  struct Look {
    std::string font;
    double size = 0;
    bool bold = false;
    std::size_t bytes = 0;
  };
  void Turned() { writer_.SetPage(pages_.page()); }
  std::int32_t Format();

  ExtractWriter& writer_;
  PageCounter& pages_;
  Paragraph paragraph_;
  std::vector<Look> looks_;
  std::size_t used_ = 0;  // of looks_, which keeps its strings
};

}  // namespace hegao
