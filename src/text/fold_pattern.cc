#include <optional>

#include "text/char_tables.h"
#include "text/fold.h"
#include "text/numerals.h"
#include "text/utf8.h"
#include "text/width_rules.h"

namespace hegao {
namespace {

constexpr std::string_view kMeta = R"(\^$.|?*+()[]{}-)";

class PatternFolder {
 public:
  explicit PatternFolder(std::string_view regex) : in_(regex) {}

  std::string Run() {
    while (at_ < in_.size()) Step();
    return std::move(out_);
  }

 private:
  void Step() {
    const CodePoint c = DecodeAt(in_, at_);
    if (c.value == '\\') {
      Escape();
    } else if (c.value < 0x80) {
      Ascii(static_cast<char>(c.value));
    } else {
      Literal(c);
    }
  }

  void Copy(std::size_t n) {
    out_ += in_.substr(at_, n);
    at_ += n;
  }

  void Escape() {
    if (at_ + 1 >= in_.size()) return Copy(1);
    if (static_cast<unsigned char>(in_[at_ + 1]) >= 0x80) {
      ++at_;  // RE2 knows no escaped non-ASCII character; the escape is harmless to drop
      return Literal(DecodeAt(in_, at_));
    }
    // \p{…} and \x{…} hold names and numbers, no literals.
    const bool braces = at_ + 2 < in_.size() && in_[at_ + 2] == '{' &&
                        std::string_view("pPx").find(in_[at_ + 1]) != std::string_view::npos;
    const std::size_t close = braces ? in_.find('}', at_) : std::string_view::npos;
    Copy(close == std::string_view::npos ? 2 : close + 1 - at_);
  }

  void Ascii(char c) {
    if (!in_class_ && in_.substr(at_).starts_with("(?P<")) {
      const std::size_t close = in_.find('>', at_);
      return Copy(close == std::string_view::npos ? 4 : close + 1 - at_);
    }
    if (!in_class_ && c == '[') return OpenClass();
    if (in_class_ && c == '[' && in_.substr(at_, 2) == "[:") {
      const std::size_t close = in_.find(":]", at_);
      if (close != std::string_view::npos) return Copy(close + 2 - at_);
    }
    if (in_class_ && c == ']') in_class_ = false;
    Copy(1);
  }

  /// A ] right after [ or [^ is a literal one.
  void OpenClass() {
    in_class_ = true;
    Copy(1);
    if (in_.substr(at_).starts_with('^')) Copy(1);
    if (in_.substr(at_).starts_with(']')) Copy(1);
  }

  void Literal(CodePoint c) {
    const std::string_view bytes = in_.substr(at_, c.length);
    const bool range = in_class_ && IsRangeEnd(c.length);
    at_ += c.length;
    if (IsZeroWidth(c.value) && !in_class_) return;
    const NumberSign sign = NumberSignOf(c.value);
    if (sign.value != 0 && !in_class_) return AppendSign(bytes);
    const char32_t to = IsBlank(c.value) ? U' ' : FoldChar(c.value);
    // The ends of a range keep their order only if both move together, as full-width digits do.
    if (to == c.value || (range && !(c.value >= 0xFF01 && c.value <= 0xFF5E))) {
      out_ += bytes;
      return;
    }
    if (to < 0x80 && kMeta.find(static_cast<char>(to)) != std::string_view::npos) out_ += '\\';
    AppendUtf8(out_, to);
  }

  bool IsRangeEnd(std::size_t length) const {
    const bool starts =
        in_.substr(at_ + length).starts_with('-') && !in_.substr(at_ + length).starts_with("-]");
    const bool ends =
        at_ >= 2 && in_[at_ - 1] == '-' && in_[at_ - 2] != '[' && in_[at_ - 2] != '\\';
    return starts || ends;
  }

  /// As a group, so that a quantifier after the sign still means all of it.
  void AppendSign(std::string_view bytes) {
    out_ += "(?:";
    for (const char c : Fold(bytes)) {
      if (kMeta.find(c) != std::string_view::npos) out_ += '\\';
      out_ += c;
    }
    out_ += ')';
  }

  std::string_view in_;
  std::size_t at_ = 0;
  bool in_class_ = false;
  std::string out_;
};

}  // namespace

std::string FoldPattern(std::string_view regex) { return PatternFolder(regex).Run(); }

}  // namespace hegao
