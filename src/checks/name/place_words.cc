#include "checks/name/place_words.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestStem = 14;  // characters: the names of autonomous counties
constexpr std::size_t kLongestTown = 13;  // characters
constexpr std::size_t kHanBytes = 3;

/// Longest first: what is found is the longest that fits.
std::vector<std::string> LongestFirst(std::vector<std::string> out) {
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  return out;
}

/// The end of the run of Chinese characters that begins at `at`.
std::size_t RunEnd(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const auto c = DecodeAt(text, at);
    if (!IsHan(c.value)) break;
    at += c.length;
  }
  return at;
}

}  // namespace

bool EndsInHan(std::string_view text) {
  return !text.empty() && IsHan(DecodeBefore(text, text.size()).value);
}

PlaceWords::PlaceWords(const Params& p)
    : towns_(LongestFirst(p.Folded("towns"))),
      uppers_(LongestFirst(p.Folded("uppers"))),
      singles_(LongestFirst(p.Folded("singles"))),
      words_(LongestFirst(p.Folded("words"))),
      prefixes_(LongestFirst(p.Folded("prefixes"))),
      bodies_(LongestFirst(p.Folded("bodies"))),
      never_(LongestFirst(p.Folded("never"))),
      never_first_(LongestFirst(p.Folded("never_first"))),
      never_last_(LongestFirst(p.Folded("never_last"))),
      never_within_(LongestFirst(p.Folded("never_within"))) {}

std::vector<ParamSpec> PlaceWords::Specs() {
  return {{"towns",
           ParamType::texts,
           true,
           {"最低一级地名的末字，如“坊”", "how names of the lowest level end"}},
          {"uppers",
           ParamType::texts,
           true,
           {"上级地名的末字，如“县”", "how names of the levels above end"}},
          {"singles",
           ParamType::texts,
           false,
           {"单字地名的末字，如“县”", "those of them that make a name with one character"}},
          {"words",
           ParamType::texts,
           false,
           {"以这些末字开头的普通词，如“市场”", "ordinary words that begin like such an end"}},
          {"prefixes",
           ParamType::texts,
           false,
           {"名称前面不属于地名的字", "what may stand before a name"}},
          {"bodies",
           ParamType::texts,
           false,
           {"跟在地名后面的机关", "bodies that are named after a place"}},
          {"never", ParamType::texts, false, {"不是地名的词干", "stems that are no names"}},
          {"never_first",
           ParamType::texts,
           false,
           {"以它们开头的不是地名", "what no name begins with"}},
          {"never_last",
           ParamType::texts,
           false,
           {"以它们结尾的不是地名", "what no stem of a name ends with"}},
          {"never_within", ParamType::texts, false, {"含它们的不是地名", "what no name holds"}}};
}

bool PlaceWords::BeginsOtherWord(std::string_view text, std::size_t at,
                                 std::size_t suffix_bytes) const {
  for (const auto& word : words_) {
    if (word.size() > suffix_bytes && text.substr(at, word.size()) == word) return true;
  }
  return false;
}

std::string_view PlaceWords::SuffixAt(std::string_view text, std::size_t at, bool* town) const {
  const auto longest = [&](const std::vector<std::string>& list) -> std::string_view {
    for (const auto& s : list) {
      if (text.substr(at, s.size()) == s) return s;
    }
    return {};
  };
  const auto low = longest(towns_), high = longest(uppers_);
  const auto suffix = low.size() >= high.size() ? low : high;
  if (suffix.empty() || BeginsOtherWord(text, at, suffix.size())) return {};
  if (town != nullptr) *town = low.size() >= high.size();
  return suffix;
}

std::string_view PlaceWords::StemOf(std::string_view before, std::string_view suffix, bool town,
                                    std::size_t least) const {
  for (const auto& body : bodies_) {
    const auto at = before.rfind(body);
    if (at != before.npos) before.remove_prefix(at + body.size());
  }
  for (bool again = true; again;) {
    again = false;
    for (const auto& prefix : prefixes_) {
      if (!before.starts_with(prefix)) continue;
      before.remove_prefix(prefix.size());
      again = true;
    }
  }
  const auto length = CountCodePoints(before);
  if (length < least || length > (town ? kLongestTown : kLongestStem)) return {};
  const auto any = [](const std::vector<std::string>& list, auto test) {
    return std::any_of(list.begin(), list.end(), test);
  };
  // 社区 is no name whatever stands before it, and 依法治 is none whatever follows.
  const auto ends = [&](std::string_view w) {
    if (before.ends_with(w)) return true;
    return w.ends_with(suffix) && before.ends_with(w.substr(0, w.size() - suffix.size()));
  };
  const bool never =
      any(never_, [&](const auto& w) { return before == w; }) ||
      any(never_first_, [&](const auto& w) { return before.starts_with(w); }) ||
      any(never_last_, ends) ||
      any(never_within_, [&](const auto& w) { return before.find(w) != before.npos; });
  return never ? std::string_view() : before;
}

bool PlaceWords::EndsAt(std::string_view text, std::size_t at, std::string_view suffix) const {
  bool town = false;
  const auto next = SuffixAt(text, at, &town);
  if (next.empty() || next == suffix) return true;
  // Within 景德镇市 and 新市镇 the name goes on; in 汉中市|镇巴县 another begins.
  if (!town) return false;
  constexpr std::size_t kNextName = 4 * kHanBytes;
  for (auto i = at + next.size(); i < std::min(text.size(), at + next.size() + kNextName);
       i += kHanBytes) {
    if (!SuffixAt(text, i).empty()) return true;
  }
  return false;
}

bool PlaceWords::MayBegin(std::string_view before, const std::vector<std::string>& leads) const {
  if (!EndsInHan(before)) return true;
  const auto last = before.size() - DecodeBefore(before, before.size()).length;
  return !SuffixAt(before, last).empty() ||
         std::any_of(leads.begin(), leads.end(),
                     [&](const std::string& lead) { return before.ends_with(lead); });
}

std::vector<NamedPlace> PlaceWords::Read(std::string_view text, std::uint32_t base) const {
  std::vector<NamedPlace> places;
  for (std::size_t run = 0; run < text.size();) {
    const auto end = RunEnd(text, run);
    std::size_t from = run;
    for (std::size_t at = run; at < end; at += kHanBytes) {
      bool town = false;
      const auto suffix = SuffixAt(text.substr(0, end), at, &town);
      if (suffix.empty()) continue;
      if (!EndsAt(text.substr(0, end), at + suffix.size(), suffix)) continue;
      // One character is more often a word than a place, but behind another place.
      const bool single = (town && !places.empty() && from == places.back().folded.end - base) ||
                          std::find(singles_.begin(), singles_.end(), suffix) != singles_.end();
      const auto stem = StemOf(text.substr(from, at - from), suffix, town, single ? 1 : 2);
      at += suffix.size() - kHanBytes;
      if (stem.empty()) continue;
      const auto begin = static_cast<std::uint32_t>(stem.data() - text.data());
      const auto stop = static_cast<std::uint32_t>(at + kHanBytes);
      places.push_back({std::string(stem), std::string(suffix), town, {base + begin, base + stop}});
      from = stop;
    }
    run = end + 1;
    while (run < text.size() && !IsBoundary(text, run)) ++run;
  }
  return places;
}

}  // namespace hegao
