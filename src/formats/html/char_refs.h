// Character references of HTML and Markdown (&nbsp; &#8220; …).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace hegao {

/// Not thread-safe: keeps what it has looked up. One per document.
class CharRefs {
 public:
  struct Ref {
    std::uint32_t length = 0;  // bytes of the reference, 0: it is none and '&' stands for itself
    std::string shown;
  };

  /// The reference at the start of `s`, which begins with '&', read as in the text of an HTML page:
  /// old names need no semicolon.
  Ref At(std::string_view s);

 private:
  static Ref AskParser(std::string_view raw);
  std::unordered_map<std::string, Ref> known_;
};

}  // namespace hegao
