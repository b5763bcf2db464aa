// Tracked changes and comments of an OpenDocument text (ISO/IEC 26300-1, 5.5 and 14.1).
#pragma once

#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "formats/extract_writer.h"

namespace hegao {

/// The text of a subtree, at most `limit` bytes or a little more; paragraphs are parted by a blank.
std::string OdtPlainText(pugi::xml_node node, std::size_t limit = 1000);

/// Follows changes and comments while the text is written, and makes marks of them.
class OdtChanges {
 public:
  explicit OdtChanges(ExtractWriter& writer) : writer_(writer) {}

  /// text:tracked-changes, which stands before the text.
  void Declare(pugi::xml_node tracked_changes);

  /// text:change, text:change-start, text:change-end, office:annotation, office:annotation-end:
  /// true if the node is one of them. They may stand between paragraphs as well as in them.
  bool Meet(pugi::xml_node node);

  /// Closes what was begun and never ended.
  void Finish();

 private:
  struct Region {
    Mark::Kind kind = Mark::Kind::deletion;
    std::string text, author;
  };
  using Open = std::map<std::string, Mark>;

  void MeetComment(pugi::xml_node annotation);
  void Close(Open& open, const std::string& name);

  ExtractWriter& writer_;
  std::map<std::string, Region> regions_;
  Open insertions_, comments_;
};

}  // namespace hegao
