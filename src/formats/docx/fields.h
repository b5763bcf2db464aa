// Fields (ECMA-376 Part 1, 17.16): between `begin` and `separate` stands the code, which is never
// shown; between `separate` and `end` the result, which is. They nest.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hegao {

/// Where the walk stands among the fields of one story. All operations O(1) amortised.
class FieldStack {
 public:
  void Begin();
  void Separate();
  /// What is shown of a field that keeps no result; mostly nothing, see OverlayText.
  std::string End();
  void Code(std::string_view text);
  /// Text that stands in a code: mostly the result of a field inside it.
  void Swallow(std::string_view text);

  bool InCode() const { return codes_ > 0; }
  /// Inside the result of a field that counts pages.
  bool InPageNumber() const { return page_numbers_ > 0; }
  /// The innermost field counts pages and keeps no result.
  bool IsBarePageNumber() const;

  /// A code that is not over with its paragraph most likely never is: from here on, text is text
  /// again. Returns whether any was swallowed.
  bool EndParagraph();

 private:
  enum class Phase : unsigned char { code, result, unclosed };
  struct Field {
    Phase phase = Phase::code;
    bool page_number = false;
    std::string code;
  };
  std::vector<Field> fields_;
  std::size_t codes_ = 0, page_numbers_ = 0;
  bool swallowed_ = false;  // since the outermost code began
};

/// PAGE, NUMPAGES, SECTIONPAGES with any switches.
bool IsPageNumberCode(std::string_view code);

/// EQ \o(…) draws its arguments over one another: a ring round a digit, pinyin over a word. The
/// last argument is the text; it stands in the code, and there is no result. Else empty.
std::string OverlayText(std::string_view code);

}  // namespace hegao
