// Writes the extracted text of a format that is not text itself: one line for each paragraph
// (empty ones too, so that lines count paragraphs), the blocks over it, and the map back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/document.h"

namespace hegao {

class ExtractWriter {
 public:
  /// Where a text node stands: see SourceMap::Origin.
  struct Node {
    std::uint32_t part = 0, node = 0;
    std::uint32_t offset = 0;  // bytes of the node's decoded text already written
  };
  struct Line {
    RawBlock::Kind kind = RawBlock::Kind::paragraph;
    std::uint8_t level = 0;    // of a heading, 1…6
    bool soft = false;         // the paragraph goes on in the next line (a line break inside it)
    std::int32_t format = -1;  // index into layout().formats
  };

  /// `format` is the name of the format; `limit` the bytes of text allowed.
  ExtractWriter(std::string_view format, std::size_t limit);

  /// Index of a part for Node::part; the same name gives the same index.
  std::uint32_t Part(std::string_view name);

  /// Text of a node. Line ends and tabs in it become blanks, control characters and what is no
  /// UTF-8 become U+FFFD (counted as replaced).
  void Text(std::string_view utf8, Node node, bool bold);
  /// Text that stands nowhere in the file: numbers of lists, labels.
  void Generated(std::string_view utf8, bool bold);

  /// Bytes written so far: where the next text will begin. For the spans of marks.
  std::uint32_t at() const { return static_cast<std::uint32_t>(document_.text.size()); }
  /// Whether the line that is being written shows anything.
  bool HasInk() const { return has_ink_; }

  /// Pages and paragraphs of the text to come, 1-based; 0: not known. A page may begin inside a
  /// line, a paragraph may not.
  void SetPage(std::uint32_t page);
  void SetParagraph(std::uint32_t paragraph) { paragraph_ = paragraph; }

  /// Ends the line and makes a block of it if it shows anything.
  void End(const Line& line);

  Layout& layout() { return document_.layout; }
  void AddMark(Mark mark);  // any order
  void AddNote(Message note) { document_.notes.push_back(std::move(note)); }

  /// The document, marks sorted. ErrorKind::unreadable where the limit was passed.
  Result<RawDocument> Finish();

 private:
  void Append(std::string_view utf8, const Node* node);

  RawDocument document_;
  std::size_t limit_;
  bool too_long_ = false;
  std::uint32_t line_begin_ = 0, row_begin_ = 0, page_ = 0, paragraph_ = 0;
  bool has_ink_ = false, all_bold_ = true, after_soft_ = false;
};

}  // namespace hegao
