// Which part of the document is which required content: slots filled by sections, by an assignment
// over the whole outline. What a slot looks like is a pack's data; this knows no slot by name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "document/document.h"
#include "document/facts.h"

namespace hegao {

/// A pattern and what a match is worth. Heading patterns run over the heading's text with its years
/// written as {Y}, {Y+1}, {Y-1} … relative to the report year ({Y?} if that is unknown).
struct WeightedPattern {
  Pattern pattern;
  double weight = 1.0;
};

struct SlotSpec {
  std::string id;
  Message name;
  bool required = true;
  int order = 0;  // expected position; equal numbers may stand in any order; 0: none
  std::vector<WeightedPattern> headings;
  std::vector<WeightedPattern> not_headings;  // their weight is taken off
  std::vector<WeightedPattern> body;          // evidence in running text
  std::vector<int> not_inside;  // slots in whose sections embedded content does not count
  bool embedded = true;         // content inside other sections counts as embedded
  bool implicit = false;        // thematic sections of the first level count as it
  bool thematic = false;        // its own section is also one of those
  bool single = true;           // two sections of it are one too many
  bool plan = false;            // speaks of the year after the report year
  std::uint32_t min_chars = 0;  // Han characters below which a section is thin
  int since_year = 0;           // first report year that must have it; before, nothing is missing
  int advised_year = 0;  // first report year in which it is worth a hint; 0: none before since_year
};

/// Whether reports on a year have to have the content; a year that is unknown counts as the latest.
enum class Demand : std::uint8_t { none, advised, required };
Demand DemandOf(const SlotSpec& slot, std::optional<int> report_year);

enum class SlotStatus : std::uint8_t { found, embedded, implicit, missing };
std::string_view Name(SlotStatus s);

struct SlotResult {
  SlotStatus status = SlotStatus::missing;
  std::int32_t heading =
      -1;      // the heading that fills it (found, implicit, embedded under a heading)
  Span place;  // folded: that heading, or the sentence; empty if missing
  double confidence = 0;
  std::vector<std::uint32_t> more;  // further headings of the first level that say the same
  std::int32_t nearest = -1;        // missing: the heading that comes closest, -1 if none does
};

struct SlotAssignment {
  std::vector<SlotResult> slots;             // as the specs
  std::vector<std::vector<int>> of_heading;  // per heading: slots its section fills or belongs to
  std::vector<std::uint32_t> thematic;       // first-level headings that are no slot's own
  // Per heading: which slot of the section round it it alone speaks of, where that section fills
  // two (问题和下一步安排 with （二）2025年安排 in it); else -1.
  std::vector<int> part_of;

  /// Slot of the first-level section that holds this folded offset, or of the part of it; -1 if
  /// none.
  int SlotAt(const Document& doc, std::uint32_t folded_at) const;
};

/// Chooses the assignment with the highest total score: each heading fills at most two slots, each
/// slot takes at most one heading of the first level. Deterministic. O(headings * patterns).
SlotAssignment AssignSlots(const Document& doc, const Facts& facts,
                           const std::vector<SlotSpec>& specs);

/// The text heading patterns see: years relative to the report year, quotes and blanks as folded.
std::string HeadingKey(const Document& doc, const Heading& heading, std::optional<int> report_year);

}  // namespace hegao
