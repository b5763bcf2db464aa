// The table of dated meetings, campaigns and phrases, and where a text names them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/law/name_index.h"
#include "checks/params.h"

namespace hegao {

struct Event {
  std::string name;           // for messages
  Date from;                  // its first day
  std::optional<Date> until;  // a phrase for all of a kind up to then: the latest of them is meant
  bool guides = false;        // a meeting that reports of its time name as their guidance
  bool opens_term = false;    // … and that stays so until the next of its kind
  bool minor = false;         // a guiding meeting that reports usually pass over
  bool certain = true;
};

struct EventMention {
  Span folded;
  std::uint32_t event = 0;
};

/// Immutable, thread-safe.
class EventFinder {
 public:
  explicit EventFinder(const Params& p);
  const std::vector<Event>& events() const { return events_; }
  /// Ascending within each way of naming. Meetings named in one breath are one mention each.
  /// O(text).
  std::vector<EventMention> Find(const Document& doc) const;

 private:
  void AddSeries(const Document& doc, std::vector<EventMention>& out,
                 std::vector<Span>& taken) const;
  bool OfOthers(const Document& doc, std::uint32_t block, std::uint32_t at) const;

  std::vector<Event> events_;
  NameIndex names_;
  std::vector<Pattern> series_;
  std::vector<std::string> other_bodies_;
};

/// The parameters every kind about events has: events, series, other_bodies.
std::vector<ParamSpec> EventParams(std::vector<ParamSpec> more);

}  // namespace hegao
