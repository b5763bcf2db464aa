#include "checks/layout/layout_words.h"

#include <fmt/format.h>

namespace hegao {

std::string ShortNumber(double value) {
  auto text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

Message NotSaid(const Message& what) {
  return {"文件里没有写明" + what.zh + "，这一条没有核对",
          "the document does not say " + what.en + "; this was not judged"};
}

void AddToList(Message& list, const Message& item) {
  list.zh += (list.zh.empty() ? "" : "、") + item.zh;
  list.en += (list.en.empty() ? "" : ", ") + item.en;
}

}  // namespace hegao
