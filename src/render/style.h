// Colours of the terminal, or none.
#pragma once

#include <string>
#include <string_view>

#include "diag/finding.h"

namespace hegao {

enum class Style { plain, bold, dim, red, yellow, cyan, green };

class Pen {
 public:
  explicit Pen(bool color) : color_(color) {}
  std::string Paint(Style style, std::string_view text) const;

 private:
  bool color_;
};

Style StyleOf(Severity severity);

}  // namespace hegao
