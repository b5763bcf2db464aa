#include "checks/date/date_context.h"

#include <algorithm>
#include <array>

#include "checks/context.h"
#include "checks/date_words.h"

namespace hegao {
namespace {

constexpr std::uint32_t kReach = 300;  // bytes

bool IsInside(std::string_view text, std::size_t at, std::string_view open,
              std::string_view close) {
  const auto from = text.substr(0, at).rfind(open);
  if (from == text.npos) return false;
  const auto to = text.find(close, from);
  return to == text.npos || to > at;
}

}  // namespace

Span ClauseAround(const Document& doc, Span at) {
  const auto near = doc.Around(at, kReach);
  const auto text = doc.folded.text();
  static constexpr std::array<std::string_view, 4> kStops = {"。", ";", ",", ":"};
  auto begin = near.begin, end = near.end;
  for (const auto stop : kStops) {
    const auto last = text.substr(begin, at.begin - begin).rfind(stop);
    if (last != text.npos) begin += static_cast<std::uint32_t>(last + stop.size());
    const auto next = text.substr(at.end, end - at.end).find(stop);
    if (next != text.npos) end = at.end + static_cast<std::uint32_t>(next);
  }
  return {begin, end};
}

bool IsQuotedAt(const Document& doc, Span at) {
  const auto near = doc.Around(at, kReach);
  const auto text = doc.Text(near);
  const auto offset = at.begin - near.begin;
  return IsInside(text, offset, "《", "》") || IsInside(text, offset, "“", "”") ||
         IsInside(text, offset, "〔", "〕");
}

std::vector<int> YearsMeant(const CheckInput& in, const TextDate& date) {
  if (date.Year() != 0) return {date.Year()};
  if (!in.facts.report_year) return {};
  const int year = *in.facts.report_year;
  std::vector<int> years = {year};
  const auto& said = in.facts.years;
  const auto block = in.doc.blocks[date.block].folded;
  for (auto it = std::lower_bound(
           said.begin(), said.end(), block.begin,
           [](const YearMention&y, std::uint32_t at) { return y.folded.begin < at; });
       it != said.end() && it->folded.begin < block.end; ++it) {
    years.push_back(it->year);
  }
  const auto near = in.doc.Text(in.doc.Around(date.folded, kReach));
  const auto any = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view w) { return near.find(w) != near.npos; });
  };
  if (any({"去年", "上年", "上一年", "前一年"})) years.push_back(year - 1);
  if (any({"今年", "明年", "来年", "次年", "下年", "下一年", "翌年"}) ||
      InPlan(in, date.folded.begin)) {
    years.push_back(year + 1);
  }
  return years;
}

std::string Shown(const TextDate& date, const CheckInput& in, const Reporter& reporter) {
  if (date.form != TextDate::Form::later_day) return reporter.Quote(date.folded);
  return MonthAndDay(date.month, date.day, in.options.lang);
}

}  // namespace hegao
