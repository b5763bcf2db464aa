// The few values of CSS that say how a text looks. Names are compared without regard to case.
#pragma once

#include <optional>
#include <string_view>

namespace hegao {

struct CssLength {
  enum class Unit : unsigned char { none, point, em, percent, number };
  double value = 0;
  Unit unit = Unit::none;  // none: no length, or one that depends on the window
  bool operator==(const CssLength&) const = default;
};

/// pt, px (three quarters of a point), in, cm, mm, pc as points; em, % and plain numbers as such.
/// Absurd values are none.
CssLength ParseCssLength(std::string_view text);

/// Is this a colour, by name or number, and one a marker pen has: red, yellow, green, cyan or
/// magenta, neither pale nor dark? nullopt: no colour (none, transparent, url(…)).
std::optional<bool> IsMarkerColor(std::string_view text);

std::string_view TrimCss(std::string_view text);
bool SameCss(std::string_view a, std::string_view b);
bool StartsWithCss(std::string_view text, std::string_view prefix);

/// Where `stop` stands in `text` from `at` on, outside of quotes and brackets; the end if nowhere.
std::size_t FindInCss(std::string_view text, char stop, std::size_t at = 0);

/// Calls visit(name, value) for each declaration, in order. O(css).
template <class Visit>
void ForEachDeclaration(std::string_view css, Visit visit) {
  for (std::size_t at = 0; at < css.size();) {
    const std::size_t end = FindInCss(css, ';', at);
    const std::string_view declaration = css.substr(at, end - at);
    at = end + 1;
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    std::string_view value = TrimCss(declaration.substr(colon + 1));
    if (const std::size_t mark = value.rfind('!'); mark != std::string_view::npos) {
      if (SameCss(TrimCss(value.substr(mark + 1)), "important")) {
        value = TrimCss(value.substr(0, mark));
      }
    }
    visit(TrimCss(declaration.substr(0, colon)), value);
  }
}

/// The word at the start of `text`, words in quotes or brackets whole; takes it off. O(word).
std::string_view TakeCssWord(std::string_view* text);

}  // namespace hegao
