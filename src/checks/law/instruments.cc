#include "checks/law/instruments.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kYearDigits = 4;

/// The year at *at, 0 if there is none. A line may have been broken within it, which leaves a
/// blank.
int TakeYear(std::string_view s, std::size_t* at) {
  int value = 0;
  for (std::size_t i = 0; i < kYearDigits; ++i) {
    if (i != 0 && *at < s.size() && s[*at] == ' ') ++*at;
    const char c = *at < s.size() ? s[*at] : ' ';
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
    ++*at;
  }
  return value;
}

bool Take(std::string_view s, std::size_t* at, std::string_view what) {
  if (s.substr(*at, what.size()) != what) return false;
  *at += what.size();
  return true;
}

std::vector<Date> Dates(const std::vector<std::string>& texts) {
  std::vector<Date> out;
  for (const auto& t : texts) {
    if (const auto d = ParseIsoDate(t)) out.push_back(*d);
  }
  return out;
}

}  // namespace

std::optional<Period> PeriodAt(std::string_view s, std::size_t at, std::size_t* length) {
  const auto start = at;
  const bool bracket = Take(s, &at, "(");
  Period p;
  p.from = TakeYear(s, &at);
  if (p.from == 0) return std::nullopt;
  Take(s, &at, "年");
  const auto before = at;
  while (Take(s, &at, "-") || Take(s, &at, "~") || Take(s, &at, "至") || Take(s, &at, "到")) {
  }
  if (at == before) return std::nullopt;
  p.to = TakeYear(s, &at);
  if (p.to < p.from) return std::nullopt;
  const bool said = Take(s, &at, "年");
  Take(s, &at, "度");
  // Without the brackets two numbers alone may be anything.
  if (bracket ? !Take(s, &at, ")") : !said) return std::nullopt;
  *length = at - start;
  return p;
}

InstrumentTable::InstrumentTable(const std::vector<Params>& records,
                                 const std::vector<std::string>& others) {
  all_.reserve(records.size());
  for (const auto& r : records) {
    Instrument i;
    i.title = r.Text("name");
    i.base = Fold(i.title);
    const auto bracket = i.base.rfind('(');
    std::size_t length = 0;
    if (bracket != i.base.npos) i.period = PeriodAt(i.base, bracket, &length);
    if (i.period) i.base.resize(bracket);
    i.adopted = r.DateOf("adopted");
    i.effective = r.DateOf("effective");
    i.repealed = r.DateOf("repealed");
    i.ended = r.DateOf("ended");
    i.revised = Dates(r.Texts("revised"));
    i.replaced_by = r.Text("replaced_by");
    i.plan = i.ended.has_value() || i.period.has_value();
    i.certain = r.Boolean("certain", true);
    const auto index = static_cast<std::uint32_t>(all_.size());
    const auto known = names_.Exactly(i.base);
    if (known.length != 0) {
      groups_[known.id].push_back(index);
    } else {
      names_.Add(i.base, static_cast<std::uint32_t>(groups_.size()));
      groups_.push_back({index});
    }
    const auto group =
        known.length != 0 ? known.id : static_cast<std::uint32_t>(groups_.size()) - 1;
    for (const auto& s : r.Texts("short")) {
      for (auto& form : QuoteForms(Fold(s))) names_.Add(std::move(form), group);
    }
    all_.push_back(std::move(i));
  }
  for (const auto& o : others) names_.Add(Fold(o), kOther);
}

const Instrument* InstrumentTable::Choose(std::uint32_t group,
                                          const std::optional<Period>& period) const {
  if (group == kOther) return nullptr;
  const auto& members = groups_[group];
  if (members.size() == 1 && (!period || !all_[members[0]].period)) return &all_[members[0]];
  for (const auto m : members) {
    if (period && all_[m].period == period) return &all_[m];
  }
  return nullptr;
}

const std::vector<ParamSpec>& InstrumentFields() {
  static const std::vector<ParamSpec> fields = {
      {"name", ParamType::text, true, {"全称，规划带年份", "its title, a plan’s with the years"}},
      {"short", ParamType::texts, false, {"不会误会的简称", "what else it is surely called"}},
      {"kind",
       ParamType::choice,
       false,
       {"种类", "what it is"},
       0,
       1,
       {"law", "regulation", "party", "plan", "document"}},
      {"adopted", ParamType::date, false, {"通过、印发日期", "adopted or issued"}},
      {"effective", ParamType::date, false, {"施行日期", "in force from"}},
      {"revised", ParamType::texts, false, {"历次修订通过日期", "dates revisions were adopted"}},
      {"repealed", ParamType::date, false, {"废止日期", "void from"}},
      {"ended", ParamType::date, false, {"规划期最后一天", "last day of a plan"}},
      {"replaced_by", ParamType::text, false, {"由什么取代", "what took its place"}},
      {"certain", ParamType::boolean, false, {"日期确凿，缺省 true", "beyond doubt; default true"}},
  };
  return fields;
}

}  // namespace hegao
