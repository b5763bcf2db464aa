#include "checks/event/events.h"

#include <algorithm>

#include "checks/law/citation.h"
#include "text/affix.h"
#include "text/fold.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kOneCharacter = 3;  // bytes

const std::vector<ParamSpec>& EventFields() {
  static const std::vector<ParamSpec> fields = {
      {"name", ParamType::text, true, {"名称", "its name"}},
      {"forms", ParamType::texts, true, {"正文里的写法", "what texts call it"}},
      {"from", ParamType::date, true, {"从哪一天起才有", "its first day"}},
      {"until",
       ParamType::date,
       false,
       {"统称：指到这一天为止最近的一次", "a phrase for all up to then: the latest is meant"}},
      {"guides", ParamType::boolean, false, {"作为指导的会议", "a meeting that guides"}},
      {"opens_term", ParamType::boolean, false, {"管一届的会议", "it guides a whole term"}},
      {"minor", ParamType::boolean, false, {"一般不提的会议", "usually passed over"}},
      {"certain", ParamType::boolean, false, {"日期确凿，缺省 true", "beyond doubt; default true"}},
  };
  return fields;
}

}  // namespace

EventFinder::EventFinder(const Params& p) : series_(p.Patterns("series")) {
  for (const auto& r : p.Records("events")) {
    const auto id = static_cast<std::uint32_t>(events_.size());
    events_.push_back({r.Text("name"), r.DateOf("from").value_or(Date{}), r.DateOf("until"),
                       r.Boolean("guides", false), r.Boolean("opens_term", false),
                       r.Boolean("minor", false), r.Boolean("certain", true)});
    for (const auto& f : r.Texts("forms")) {
      for (auto& form : QuoteForms(Fold(f))) names_.Add(std::move(form), id);
    }
  }
  other_bodies_ = p.Folded("other_bodies");
}

bool EventFinder::OfOthers(const Document& doc, std::uint32_t block, std::uint32_t at) const {
  return EndsWithAny(doc.Text({doc.blocks[block].folded.begin, at}), other_bodies_) != 0;
}

void EventFinder::AddSeries(const Document& doc, std::vector<EventMention>& out,
                            std::vector<Span>& taken) const {
  const auto text = doc.folded.text();
  for (const auto& p : series_) {
    const auto group = [&](const PatternMatch& m, const char* name) {
      const int g = p.GroupIndex(name);
      return g < 1 ? Span{} : m.groups[static_cast<std::size_t>(g) - 1];
    };
    doc.ForEachMatch(p, [&](std::uint32_t b, const PatternMatch& m) {
      const auto head = group(m, "head"), items = group(m, "items"), tail = group(m, "tail");
      const auto unit = group(m, "unit");  // what every item ends with
      taken.push_back(m.whole);
      if (unit.empty() || OfOthers(doc, b, m.whole.begin)) return;
      const auto mark = doc.Text(unit);
      const bool single = doc.Text(items).find(mark) <= kOneCharacter &&
                          items.size() <= kOneCharacter + mark.size();
      for (auto at = items.begin; at < items.end; at += DecodeAt(text, at).length) {
        const auto number = ParseCjkNumber(text.substr(at, items.end - at));
        if (!number) continue;
        Span item{at, at + number->length};
        std::string name(doc.Text(head));
        name += doc.Text(item);
        name += mark;
        name += doc.Text(tail);
        if (text.compare(item.end, mark.size(), mark) == 0) item.end += unit.size();
        const auto hit = names_.Exactly(name);
        if (hit.length != 0) out.push_back({single ? m.whole : item, hit.id});
      }
    });
  }
  std::sort(taken.begin(), taken.end());
}

std::vector<EventMention> EventFinder::Find(const Document& doc) const {
  std::vector<EventMention> out;
  std::vector<Span> taken;
  AddSeries(doc, out, taken);
  const auto text = doc.folded.text();
  auto next = taken.begin();
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    const auto block = doc.blocks[b].folded;
    if (doc.blocks[b].kind == Block::Kind::chrome) continue;
    for (auto at = block.begin; at < block.end;) {
      while (next != taken.end() && next->end <= at) ++next;
      if (next != taken.end() && next->begin <= at) {
        at = next->end;
        continue;
      }
      const auto hit = names_.LongestAt(text.substr(0, block.end), at);
      if (hit.length == 0) {
        at += DecodeAt(text, at).length;
        continue;
      }
      if (!OfOthers(doc, b, at)) out.push_back({{at, at + hit.length}, hit.id});
      at += hit.length;
    }
  }
  return out;
}

std::vector<ParamSpec> EventParams(std::vector<ParamSpec> more) {
  std::vector<ParamSpec> params = {
      {"events",
       ParamType::records,
       true,
       {"会议、活动、提法的表", "the table of events"},
       0,
       1,
       {},
       EventFields()},
      {"series",
       ParamType::patterns,
       false,
       {"连写的几次会议，组 head items unit tail",
        "meetings in one breath, with groups head, items, unit, tail"}},
      {"other_bodies",
       ParamType::texts,
       false,
       {"前面有这些词就是别的组织的会", "what before it makes it another body’s meeting"}},
  };
  params.insert(params.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  return params;
}

}  // namespace hegao
