// What an editor left in a file beside its text: highlights, tracked changes, comments, hidden
// words.
#include <algorithm>

#include "checks/text/kinds.h"
#include "checks/text/mark_places.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kNames[] = {"highlight", "insertion", "deletion", "comment", "hidden"};
constexpr std::size_t kMany = 20;   // beyond that they are reported together
constexpr std::size_t kQuote = 40;  // characters

unsigned KindsOf(const std::vector<std::string>& names) {
  unsigned kinds = 0;
  for (unsigned i = 0; i < std::size(kNames); ++i) {
    if (std::find(names.begin(), names.end(), kNames[i]) != names.end()) kinds |= 1u << i;
  }
  return kinds;
}

class MarkedText : public Check {
 public:
  MarkedText(unsigned kinds, bool once) : kinds_(kinds), once_(once) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto places = MarkPlaces(in.doc, kinds_);
    if (places.empty()) return;
    // A comment counts wherever it stands; a colour behind what cannot be read says nothing.
    if ((kinds_ & BitOf(Mark::Kind::highlight)) == 0) reporter.AllowUnreadablePlaces();
    if (once_ || places.size() > kMany || IsMostOfTheText(in.doc, places)) {
      ReportExtras extras;
      extras.count = static_cast<std::uint32_t>(places.size());
      for (std::size_t i = 1; i < places.size(); ++i) extras.related.push_back(places[i].folded);
      Report(in, places.front(), extras, reporter);
      return;
    }
    for (const auto& place : places) Report(in, place, {}, reporter);
  }

 private:
  static bool IsMostOfTheText(const Document& doc, const std::vector<MarkPlace>& places) {
    std::size_t marked = 0;
    for (const auto& p : places) marked += p.folded.empty() ? 0 : p.folded.size();
    return places.size() > 1 && marked > doc.folded.text().size() / 2;
  }

  static void Report(const CheckInput& in, const MarkPlace& place, ReportExtras extras,
                     Reporter& reporter) {
    const auto& mark = *place.mark;
    const auto cut = FirstCodePoints(mark.text, kQuote);
    const auto text = std::string(cut) + (cut.size() < mark.text.size() ? "…" : "");
    const auto quote = reporter.Quote(place.folded, kQuote);
    // Where no characters stand for a mark, its text tells it from its like.
    if (place.folded.empty()) extras.subject = mark.text;
    const std::string author =
        mark.author.empty()
            ? ""
            : Fill(in.options.lang == Lang::en ? " ({a})" : "（{a}）", {{"a", mark.author}});
    reporter.Report(place.folded,
                    {{"text", text.empty() ? quote : text},
                     {"author", author},
                     {"quote", quote.empty() ? text : quote},
                     {"count", std::to_string(extras.count)}},
                    extras);
  }

  unsigned kinds_;
  bool once_;
};

}  // namespace

const CheckKind kMarkedText = {
    "marked_text",
    {"编辑时留下的突出显示、修订、批注、隐藏文字",
     "Highlights, tracked changes, comments and hidden words an editor left"},
    "mark: [comment]",
    {{"mark",
      ParamType::texts,
      true,
      {"哪几种：highlight 突出显示、insertion 插入、deletion 删除、comment 批注、hidden 隐藏",
       "which of highlight insertion deletion comment hidden"},
      0,
      1000000,
      {std::begin(kNames), std::end(kNames)}},
     {"grouping",
      ParamType::text,
      false,
      {"each 每处一条（很多处或几乎通篇都是时合报），once 合报一条",
       "each: one finding a place, many places together; once: one for all"},
      0,
      1000000,
      {"each", "once"}}},
    {"text", "author", "quote", "count"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<MarkedText>(KindsOf(p.Texts("mark")), p.Text("grouping") == "once");
    }};

}  // namespace hegao
