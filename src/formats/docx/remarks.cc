#include "formats/docx/remarks.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kSample = 20;  // characters

}  // namespace

void DocxRemarks::Hidden(std::string_view text) {
  if (hidden_++ > 0) return;
  sample_ = FirstCodePoints(text, kSample);
  if (sample_.size() < text.size()) sample_ += "…";
}

std::optional<Message> DocxRemarks::Lost() const {
  if (foreign > 0) {
    return Message{
        fmt::format("有 {} 处插入的其他文档没有读到；请把内容直接放进正文后再核", foreign),
        fmt::format("{} inserted documents were not read; put their text into this one", foreign)};
  }
  if (open_fields > 0) {
    return Message{
        fmt::format("有 {} 个域不完整，其中的文字没有读到；请在 Word 中更新域后再核", open_fields),
        fmt::format("{} fields have no end, and the text in them was not read; update the fields "
                    "in Word",
                    open_fields)};
  }
  return std::nullopt;
}

void DocxRemarks::Write(ExtractWriter& writer) const {
  const auto tell = [&](std::uint32_t count, const char* zh, const char* en) {
    if (count > 0)
      writer.AddNote({fmt::format(fmt::runtime(zh), count), fmt::format(fmt::runtime(en), count)});
  };
  if (hidden_ > 0) {
    writer.AddNote(
        {fmt::format("有 {} 处隐藏文字没有核对：“{}”", hidden_, sample_),
         fmt::format("{} pieces of hidden text were not checked: “{}”", hidden_, sample_)});
  }
  tell(embedded, "有 {} 个嵌入的表格或文档没有核对；其中的内容请另行核对",
       "{} embedded sheets or documents were not checked");
  tell(diagrams, "有 {} 个图示（SmartArt）里的文字没有核对",
       "the text of {} diagrams (SmartArt) was not checked");
  tell(missing_notes, "有 {} 条脚注或尾注在文件里找不到，没有核对",
       "{} footnotes are not in the file and were not checked");
  if (comments_lost) {
    writer.AddNote({"批注的内容读不出来", "the text of the comments cannot be read"});
  }
}

}  // namespace hegao
