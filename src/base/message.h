// A sentence for a person, in both languages the program speaks.
#pragma once

#include <string>
#include <string_view>

namespace hegao {

enum class Lang { zh, en };

/// Owned text; `en` may be empty, then `zh` is shown. Thread-safe to read.
struct Message {
  std::string zh;
  std::string en;

  const std::string& In(Lang lang) const { return lang == Lang::en && !en.empty() ? en : zh; }
  bool empty() const { return zh.empty() && en.empty(); }
  bool operator==(const Message&) const = default;
};

}  // namespace hegao
