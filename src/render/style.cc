#include "render/style.h"

namespace hegao {
namespace {

std::string_view Code(Style style) {
  switch (style) {
    case Style::bold:
      return "1";
    case Style::dim:
      return "2";
    case Style::red:
      return "1;31";
    case Style::yellow:
      return "1;33";
    case Style::cyan:
      return "1;36";
    case Style::green:
      return "32";
    case Style::plain:
      break;
  }
  return "";
}

}  // namespace

std::string Pen::Paint(Style style, std::string_view text) const {
  std::string out(text);
  if (!color_ || style == Style::plain || text.empty()) return out;
  return "\x1b[" + std::string(Code(style)) + "m" + out + "\x1b[0m";
}

Style StyleOf(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Style::red;
    case Severity::warning:
      return Style::yellow;
    case Severity::info:
      break;
  }
  return Style::cyan;
}

}  // namespace hegao
