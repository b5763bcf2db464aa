#include "checks/text/mark_places.h"

#include <algorithm>

namespace hegao {
namespace {

Span Trimmed(std::string_view text, Span s) {
  const auto blank = [&](std::uint32_t at) { return text[at] == '\n' || text[at] == ' '; };
  while (!s.empty() && blank(s.begin)) ++s.begin;
  while (!s.empty() && blank(s.end - 1)) --s.end;
  return s;
}

/// Editors cut one mark into several where the type changes.
bool GoesOn(const MarkPlace& last, const MarkPlace& next) {
  return !last.folded.empty() && !next.folded.empty() && last.folded.end >= next.folded.begin &&
         last.mark->kind == next.mark->kind && last.mark->author == next.mark->author &&
         last.mark->text == next.mark->text && last.mark->kind != Mark::Kind::comment;
}

}  // namespace

std::vector<MarkPlace> MarkPlaces(const Document& doc, unsigned kinds) {
  std::vector<MarkPlace> places;
  for (const auto& mark : doc.marks) {
    if ((kinds & BitOf(mark.kind)) == 0) continue;
    MarkPlace place{&mark, {}};
    place.folded.begin = place.folded.end = doc.folded.FromSource(mark.span.begin);
    if (!mark.span.empty()) {
      place.folded.end = doc.folded.FromSource(mark.span.end);
      place.folded = Trimmed(doc.folded.text(), place.folded);
    }
    if (!places.empty() && GoesOn(places.back(), place)) {
      places.back().folded = Hull(places.back().folded, place.folded);
    } else {
      places.push_back(place);
    }
  }
  return places;
}

bool AnyOverlaps(const std::vector<MarkPlace>& places, Span folded) {
  const auto after = std::partition_point(
      places.begin(), places.end(), [&](const auto& p) { return p.folded.begin < folded.end; });
  // Marks of one kind hardly overlap each other: the last few that begin before the end decide.
  constexpr std::ptrdiff_t kNear = 4;
  const auto first = after - std::min<std::ptrdiff_t>(kNear, after - places.begin());
  return std::any_of(first, after, [&](const auto& p) { return p.folded.Overlaps(folded); });
}

}  // namespace hegao
