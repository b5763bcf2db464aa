#include "checks/law/title_distance.h"

#include <algorithm>
#include <bit>

#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kShortest = 5;  // characters; a shorter title is near to too many
constexpr std::size_t kShortestNational = 3;
constexpr std::size_t kLongest = 100;  // … and a longer one is none of the table
constexpr std::size_t kOnlyOne = 12;   // before its type; two documents hardly have it
constexpr std::size_t kPart = 8;       // characters that are changed over, or stand twice

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

bool Swapped(std::u32string_view a, std::u32string_view b) {
  if (a.size() != b.size()) return false;
  std::size_t begin = 0, end = a.size();
  while (begin < end && a[begin] == b[begin]) ++begin;
  while (end > begin && a[end - 1] == b[end - 1]) --end;
  const auto size = end - begin;
  if (size < 2 || size > kPart) return false;
  const auto from = a.substr(begin, size), to = b.substr(begin, size);
  for (std::size_t k = 1; k < size; ++k) {
    if (from.substr(k) == to.substr(0, size - k) && from.substr(0, k) == to.substr(size - k))
      return true;
  }
  return false;
}

bool Doubled(std::u32string_view typed, std::u32string_view known) {
  if (typed.size() <= known.size() || typed.size() - known.size() > kPart) return false;
  const auto extra = typed.size() - known.size();
  for (std::size_t at = 0; at + extra <= known.size(); ++at) {
    if (typed.substr(at, extra) != typed.substr(at + extra, extra)) continue;
    if (typed.substr(0, at) == known.substr(0, at) && typed.substr(at + extra) == known.substr(at))
      return true;
  }
  return false;
}

TitleDistance::TitleDistance(const InstrumentTable& table, const std::vector<std::string>& others,
                             const std::vector<std::string>& ignored, const TitleTypes& types) {
  for (const auto& w : ignored) ignored_.push_back(Fold(w));
  const auto among = [](const std::vector<std::string>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  for (const auto& w : types.all) {
    types_.push_back(Fold(w));
    mixed_.push_back(among(types.mixed, w));
    rules_.push_back(among(types.rules, w));
  }
  for (const auto& group : table.groups()) {
    const auto& i = table.at(group.front());
    entries_.push_back(MakeEntry(i.base, &i));
    for (const auto m : group) {
      if (table.at(m).period) entries_.back().periods.push_back(*table.at(m).period);
    }
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
  const auto type = e.type < 0 ? 0 : CountCodePoints(types_[static_cast<std::size_t>(e.type)]);
  e.stem = e.key.size() - std::min(e.key.size(), type);
  return e;
}

/// A whole known title with something before or behind it is another title (新…, …解读), unless
/// that is its own first or last part once more.
bool TitleDistance::IsLonger(std::u32string_view typed, std::u32string_view known) {
  if (typed.size() <= known.size()) return false;
  const auto extra = typed.size() - known.size();
  const bool behind = typed.substr(0, known.size()) == known;
  const bool before = typed.substr(extra) == known;
  if (!behind && !before) return false;
  return !Doubled(typed, known);
}

bool TitleDistance::OtherType(const Entry& typed, const Entry& known, bool same_years,
                              bool national) const {
  const auto both = [&](const std::vector<bool>& list) {
    return list[static_cast<std::size_t>(typed.type)] && list[static_cast<std::size_t>(known.type)];
  };
  const bool mixed = same_years && both(mixed_);
  const bool rules = known.stem >= kOnlyOne && both(rules_);
  return (mixed || rules || national) &&
         typed.key.substr(0, typed.stem) == known.key.substr(0, known.stem);
}

std::optional<TitleDistance::Difference> TitleDistance::Compare(const Entry& typed,
                                                                const Entry& known,
                                                                const TypedTitle& as) const {
  Difference out;
  out.same_years = as.period && std::find(known.periods.begin(), known.periods.end(), *as.period) !=
                                    known.periods.end();
  const int allowed = Allowed(known.key.size());
  const int most = out.same_years ? std::max(allowed, 2) : allowed;
  const bool types_differ = typed.type >= 0 && known.type >= 0 && typed.type != known.type;
  if (types_differ) {
    if (!OtherType(typed, known, out.same_years, as.national)) return std::nullopt;
    out.other_type = true;
    out.distance = 1;
    return out;
  }
  if (std::popcount(typed.letters ^ known.letters) > 2 * most) return std::nullopt;
  const auto longer = static_cast<int>(known.key.size()) - static_cast<int>(typed.key.size());
  if (typed.key != known.key && (Swapped(typed.key, known.key) || Doubled(typed.key, known.key))) {
    out.distance = 1;
    return out;
  }
  // So short a title is near to too many.
  out.distance = known.key.size() < kShortest && typed.key != known.key
                     ? most + 1
                     : EditDistance(typed.key, known.key, most);
  out.only_left_out = longer == out.distance;
  const bool near = out.distance <= allowed || (out.distance <= most && out.only_left_out);
  return near ? std::optional(out) : std::nullopt;
}

NearTitle TitleDistance::Nearest(const TypedTitle& typed) const {
  NearTitle best;
  best.distance = 4;
  if (LongerThan(typed.name, kLongest)) return {};
  const auto e = MakeEntry(typed.name, nullptr);
  const auto shortest = typed.national ? kShortestNational : kShortest;
  // 行政处法 lacks a character, and is no law.
  if (e.key.size() + 1 < shortest) return {};
  for (const auto& known : entries_) {
    if (known.key.size() < shortest) continue;
    const auto d = Compare(e, known, typed);
    if (!d || (e.key.size() < shortest && (!d->only_left_out || e.type != known.type))) continue;
    if (d->distance == 0) return {};
    if (d->distance > best.distance) continue;
    if (IsLonger(e.key, known.key)) return {};
    const bool tie = d->distance == best.distance;
    if (tie && best.instrument != nullptr && known.instrument == nullptr) best.instrument = nullptr;
    if (tie) {
      best.unique = false;
      continue;
    }
    best = {known.instrument, d->distance, d->only_left_out, true, d->same_years, d->other_type};
  }
  return best.instrument == nullptr ? NearTitle{} : best;
}

}  // namespace hegao
