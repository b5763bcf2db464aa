// Marks as they come out of runs: neighbours become one mark, since editors split what a person
// did in one go into many runs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "formats/docx/package.h"
#include "formats/docx/remarks.h"
#include "formats/extract_writer.h"

namespace hegao {

/// comments.xml, read when the first comment is met.
class DocxComments {
 public:
  explicit DocxComments(DocxPackage& package, DocxRemarks& remarks)
      : package_(package), remarks_(remarks) {}

  struct Comment {
    std::string author, text;
  };
  /// nullptr: there is no such comment.
  const Comment* Find(const std::string& id);

 private:
  void Read();

  DocxPackage& package_;
  DocxRemarks& remarks_;
  bool read_ = false;
  std::unordered_map<std::string, Comment> comments_;
};

/// All marks of what one writer writes. Finish() before the writer's.
class DocxMarks {
 public:
  DocxMarks(ExtractWriter& writer, DocxComments& comments, DocxRemarks& remarks)
      : writer_(writer), comments_(comments), remarks_(remarks) {}

  void Highlighted(std::uint32_t begin);  // from there to where the writer is
  void Inserted(std::uint32_t begin, std::string_view author);
  void Deleted(std::string_view text, std::string_view author);
  void Hidden(std::string_view text);
  void CommentBegins(const std::string& id);
  void CommentEnds(const std::string& id);
  void CommentReferred(const std::string& id);
  void EndLine() { Flush(highlight_); }
  void Finish();

 private:
  struct Pending {
    bool open = false;
    Mark mark;
  };
  void Join(Pending& pending, Mark mark);
  void Flush(Pending& pending);
  void AddComment(const std::string& id, std::uint32_t begin);

  ExtractWriter& writer_;
  DocxComments& comments_;
  DocxRemarks& remarks_;
  Pending highlight_{}, insertion_{}, deletion_{}, hidden_{};
  struct Range {
    std::uint32_t begin = 0;
    bool told = false;
  };
  std::unordered_map<std::string, Range> ranges_;
};

}  // namespace hegao
