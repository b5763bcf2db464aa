#include "checks/term/easily_mixed.h"

#include <algorithm>

#include "checks/term/squeezed_text.h"
#include "text/char_tables.h"

namespace hegao {
namespace {

std::uint64_t Pair(char32_t a, char32_t b) { return std::uint64_t{a} << 32 | b; }

}  // namespace

EasilyMixed::EasilyMixed(const std::vector<std::string>& groups) {
  for (const auto& group : WordsOf(groups)) {
    const auto chars = SqueezePhrase(group).chars;
    for (const auto a : chars) {
      for (const auto b : chars) {
        if (a != b) pairs_.push_back(Pair(a, b));
      }
    }
  }
  std::sort(pairs_.begin(), pairs_.end());
}

bool EasilyMixed::operator()(char32_t a, char32_t b) const {
  return SoundAlike(a, b) || std::binary_search(pairs_.begin(), pairs_.end(), Pair(a, b));
}

ParamSpec LookAlikesParam() {
  return {"look_alikes",
          ParamType::texts,
          false,
          {"形近字，同组的字容易互相写错，如“己已巳”",
           "groups of characters that look alike and are taken for one another"}};
}

}  // namespace hegao
