#include "checks/law/title_distance.h"

#include <algorithm>
#include <bit>

#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kShortest = 5;   // characters; a shorter title is near to too many
constexpr std::size_t kLongest = 100;  // … and a longer one is none of the table

std::uint64_t Letter(char32_t c) { return std::uint64_t{1} << (c * 0x9E3779B1u >> 26 & 63); }

}  // namespace

int EditDistance(std::u32string_view a, std::u32string_view b, int limit) {
  const auto big = limit + 1;
  const auto n = static_cast<int>(a.size()), m = static_cast<int>(b.size());
  if (std::abs(n - m) > limit) return big;
  std::vector<int> row(b.size() + 1), last(b.size() + 1);
  for (int j = 0; j <= m; ++j) last[static_cast<std::size_t>(j)] = std::min(j, big);
  for (int i = 1; i <= n; ++i) {
    std::fill(row.begin(), row.end(), big);
    if (i <= limit) row[0] = i;
    for (int j = std::max(1, i - limit); j <= std::min(m, i + limit); ++j) {
      const auto at = static_cast<std::size_t>(j);
      const int change = a[static_cast<std::size_t>(i) - 1] == b[at - 1] ? 0 : 1;
      row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + change, big});
    }
    std::swap(row, last);
  }
  return last[b.size()];
}

TitleDistance::TitleDistance(const InstrumentTable& table, const std::vector<std::string>& others,
                             const std::vector<std::string>& ignored,
                             const std::vector<std::string>& types) {
  for (const auto& w : ignored) ignored_.push_back(Fold(w));
  for (const auto& w : types) types_.push_back(Fold(w));
  for (const auto& group : table.groups()) {
    const auto& i = table.at(group.front());
    entries_.push_back(MakeEntry(i.base, &i));
  }
  for (const auto& o : others) entries_.push_back(MakeEntry(Fold(o), nullptr));
}

int TitleDistance::TypeOf(std::string_view title) const {
  for (std::size_t t = 0; t < types_.size(); ++t) {
    const auto& type = types_[t];
    if (title.size() > type.size() && title.substr(title.size() - type.size()) == type)
      return static_cast<int>(t);
  }
  return -1;
}

TitleDistance::Entry TitleDistance::MakeEntry(std::string_view title,
                                              const Instrument* instrument) const {
  Entry e;
  e.instrument = instrument;
  e.type = TypeOf(title);
  for (std::size_t at = 0; at < title.size();) {
    const auto word = std::find_if(ignored_.begin(), ignored_.end(), [&](const auto& w) {
      return title.compare(at, w.size(), w) == 0;
    });
    if (word != ignored_.end()) {
      at += word->size();
      continue;
    }
    const auto c = DecodeAt(title, at);
    e.key += c.value;
    e.letters |= Letter(c.value);
    at += c.length;
  }
  return e;
}

/// A whole known title with something before or behind it is another title (新…, …解读), unless
/// that is its own first or last character once more.
bool TitleDistance::IsLonger(std::u32string_view typed, std::u32string_view known) {
  if (typed.size() <= known.size()) return false;
  const auto extra = typed.size() - known.size();
  const bool behind = typed.substr(0, known.size()) == known;
  const bool before = typed.substr(extra) == known;
  if (!behind && !before) return false;
  const bool doubled = extra == 1 && ((behind && typed.back() == known.back()) ||
                                      (before && typed.front() == known.front()));
  return !doubled;
}

NearTitle TitleDistance::Nearest(std::string_view typed) const {
  NearTitle best;
  best.distance = 3;
  if (LongerThan(typed, kLongest)) return {};
  const auto e = MakeEntry(typed, nullptr);
  if (e.key.size() < kShortest) return {};
  for (const auto& known : entries_) {
    if (known.key.size() < kShortest) continue;
    const auto allowed = Allowed(known.key.size());
    if (std::popcount(e.letters ^ known.letters) > 2 * allowed) continue;
    const auto d = EditDistance(e.key, known.key, allowed);
    if (d == 0) return {};
    if (d > allowed || d > best.distance) continue;
    if (IsLonger(e.key, known.key)) return {};
    if (e.type >= 0 && known.type >= 0 && e.type != known.type) continue;
    const bool tie = d == best.distance;
    if (tie && best.instrument != nullptr && known.instrument == nullptr) best.instrument = nullptr;
    if (tie) {
      best.unique = false;
      continue;
    }
    const auto left_out = static_cast<int>(known.key.size()) - static_cast<int>(e.key.size());
    best = {known.instrument, d, left_out == d, true};
  }
  return best.instrument == nullptr ? NearTitle{} : best;
}

}  // namespace hegao
