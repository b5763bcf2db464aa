#include <algorithm>
#include <cstddef>
#include <vector>

#include "rulepack/reader.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kMaxLength = 64;  // no key is longer; the distance takes quadratic time

/// Width, script and case put aside, '-' and '_' taken for one: confusions that cost no edit.
std::u32string Plain(std::string_view name) {
  std::u32string out;
  const std::string folded = Fold(name.substr(0, kMaxLength * 4));
  for (std::size_t i = 0; i < folded.size() && out.size() < kMaxLength;) {
    const CodePoint c = DecodeAt(folded, i);
    i += c.length;
    char32_t value = c.value;
    if (value >= U'A' && value <= U'Z') value += U'a' - U'A';
    out += value == U'_' ? U'-' : value;
  }
  return out;
}

/// Damerau-Levenshtein with adjacent transpositions.
std::size_t Distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

}  // namespace

std::string Nearest(std::string_view name, const std::vector<std::string>& names) {
  const std::u32string wanted = Plain(name);
  std::string best;
  std::size_t best_distance = wanted.size() / 3 + 1;
  for (const std::string& candidate : names) {
    const std::u32string plain = Plain(candidate);
    const std::size_t apart =
        plain.size() > wanted.size() ? plain.size() - wanted.size() : wanted.size() - plain.size();
    if (apart >= best_distance) continue;
    const std::size_t distance = Distance(wanted, plain);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace hegao
