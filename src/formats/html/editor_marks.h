// Marks an editor left in a page: highlights, tracked changes, comments.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/mark.h"

namespace hegao {

/// Not thread-safe; one per page. Regions are those of the walk.
class EditorMarks {
 public:
  /// The marks on a piece of text, each an index or -1.
  struct Open {
    std::int32_t insertion = -1, comment = -1;
  };

  std::int32_t OpenInsertion(const GumboElement& ins);
  /// `key` as in mso-comment-reference.
  std::int32_t OpenComment(std::string_view key);
  /// `at`: where the words would stand.
  void AddDeletion(const GumboNode* del, std::uint32_t at, std::uint32_t region);
  /// Text that shows something, in source order. `marker`: a marker's colour is behind it.
  void AddText(Span span, const Open& open, bool marker, std::uint32_t region);
  void EndBlock() { highlight_ = -1; }
  /// The list of all comments, as Word writes it at the end of a page.
  void ReadComments(const GumboNode* list);

  /// All that stand outside of chrome, in order of place, with the texts of the comments.
  std::vector<Mark> Finish(const std::function<bool(std::uint32_t region)>& is_chrome);

 private:
  struct Pending {
    Mark mark;
    std::uint32_t region = 0;
    bool placed = false;
    std::string number;  // of a comment
  };
  struct Comment {
    std::string text, author;
  };

  std::int32_t Add(Mark::Kind kind);
  void Extend(std::int32_t mark, Span span, std::uint32_t region);

  std::vector<Pending> marks_;
  std::int32_t highlight_ = -1;  // the one that goes on
  std::unordered_map<std::string, Comment> comments_;
};

}  // namespace hegao
