// From the tree of a page to its visible blocks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/block_writer.h"
#include "formats/html/block_format.h"
#include "formats/html/char_refs.h"
#include "formats/html/editor_marks.h"
#include "formats/html/html.h"
#include "formats/html/page_styles.h"
#include "formats/html/parse.h"
#include "formats/html/regions.h"
#include "formats/html/style.h"

namespace hegao {

class HtmlWalk {
 public:
  /// `html` is the text the tree was parsed from.
  explicit HtmlWalk(std::string_view html)
      : html_(html),
        writer_(html, &content_.blocks),
        formats_(&styles_.fonts(), &content_.layout) {}

  HtmlContent Run(const GumboNode* root);

 private:
  struct Context {
    std::uint32_t region = 0;
    std::uint8_t level = 0;
    TextStyle style;
    EditorMarks::Open open;
    bool pre = false;
    bool link = false;
    bool article = false;
    bool block = false;  // the element that opened it stands on its own lines
  };
  struct Frame {
    const GumboNode* node;
    unsigned next;
    Context context;
  };

  void Enter(const GumboNode* node, const Context& outer, std::vector<Frame>* stack);
  void ReadHead(const GumboNode* head);
  /// What is no text of the page for the sake of what its editor did with it; true if it is such.
  bool LeaveOut(const GumboNode* node, const StyleChange& change, const Context& outer);
  Context Inside(const GumboNode* node, const StyleChange& change, const Context& outer);
  std::uint32_t PlaceOf(const GumboElement& element) const;
  void Break(const GumboNode* node, const Context& context);
  void Text(const GumboNode* node, const Context& context);
  void AddPiece(const Piece& piece, const Context& context);
  void End();
  void ReadTitle(const GumboNode* title);
  std::vector<Piece> Align(const GumboNode* node, bool raw);

  std::string_view html_;
  HtmlContent content_;
  BlockWriter writer_;
  PageStyles styles_;
  BlockFormats formats_;
  EditorMarks marks_;
  CharRefs refs_;
  PageRegions regions_;
  PageRegions::BlockFacts facts_;  // of the text in the writer
  Context current_;                // of the text in the writer
  std::uint32_t end_ = 0;          // of the source read so far
  bool started_ = false;
};

}  // namespace hegao
