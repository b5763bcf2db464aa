// A section that says nothing: no text at all, or only a filler such as （略）.
#include <algorithm>
#include <map>
#include <utility>

#include "checks/structure/kinds.h"
#include "checks/structure/section_text.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kSureHeading = 0.9;
constexpr std::size_t kLongestFiller = 60;  // bytes

/// The body without blanks, brackets and closing marks.
std::string Bare(std::string_view body) {
  std::string out;
  for (std::size_t at = 0; at < body.size();) {
    const auto c = DecodeAt(body, at);
    const bool mark =
        c.value < 0x80 ? !((c.value >= '0' && c.value <= '9') ||
                           (c.value >= 'a' && c.value <= 'z') || (c.value >= 'A' && c.value <= 'Z'))
                       : !IsHan(c.value);
    if (!mark) out += body.substr(at, c.length);
    at += c.length;
  }
  return out;
}

std::string Filler(const std::string& quote, Lang lang) {
  return Fill(lang == Lang::en ? ", only “{q}”" : "，只有“{q}”", {{"q", quote}});
}

class EmptySection : public Check {
 public:
  explicit EmptySection(const Params& p) {
    for (const auto& f : p.Texts("fillers")) fillers_.push_back(Bare(Fold(f)));
    for (const auto& f : p.Texts("required_fillers")) required_.push_back(Bare(Fold(f)));
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    Families families;
    for (const auto& section : in.doc.sections) {
      if (section.heading < 0) continue;
      const auto& h = in.doc.headings[section.heading];
      if (h.confidence < kSureHeading || HasSureChild(in.doc, section)) continue;
      const auto own = OwnTextOf(in.doc, section, kLongestFiller);
      if (own.words.size() > kLongestFiller) continue;
      const auto bare = Bare(own.words);
      const bool filler =
          Holds(fillers_, bare) || (Holds(required_, bare) && FillsRequiredSlot(in, section));
      if (!bare.empty() && !filler) continue;
      if (bare.empty() && !SaysNothingElsewhere(in, section, h, families)) continue;
      ReportExtras extras;
      extras.weaker = h.level > 1;
      // …… and dashes are no words, but they are what stands there.
      const auto written = TrimToText(in.doc, own.span);
      const auto span = written.empty() ? h.folded : written;
      reporter.Report(
          span,
          {{"heading", reporter.Quote(h.folded)},
           {"filler", written.empty() ? "" : Filler(reporter.Quote(span), in.options.lang)}},
          extras);
    }
  }

 private:
  /// A short line such as （此部分省略） may pass for a heading, but hardly a certain one.
  static bool HasSureChild(const Document& doc, const Section& section) {
    return std::any_of(section.children.begin(), section.children.end(), [&](std::uint32_t c) {
      return doc.headings[doc.sections[c].heading].confidence >= kSureHeading;
    });
  }

  /// How many sections of one level under one parent have text. Counted once for all of them: a
  /// document may hold a hundred thousand headings and nothing else.
  struct Family {
    std::size_t with_text = 0, without = 0;
  };
  using Families = std::map<std::pair<std::int32_t, int>, Family>;

  static Family FamilyOf(const Document& doc, const Section& section, Families& families) {
    const auto [it, fresh] = families.try_emplace({section.parent, section.level});
    if (!fresh) return it->second;
    for (const auto c : doc.sections[section.parent].children) {
      const auto& sibling = doc.sections[c];
      if (sibling.level != section.level) continue;
      ++(BodyLength(doc, sibling) > 30 ? it->second.with_text : it->second.without);
    }
    return it->second;
  }

  /// A heading without body is only empty if it promises one: a first-level section, or a
  /// sub-heading whose siblings have text. 一是… items and single sentences are their own text.
  static bool SaysNothingElsewhere(const CheckInput& in, const Section& section, const Heading& h,
                                   Families& families) {
    if (h.level == 1) return CountHan(in.doc.Text(h.text)) <= 40;
    if (h.level > 3 || CountHan(in.doc.Text(h.text)) > 25) return false;
    const auto family = FamilyOf(in.doc, section, families);
    return family.without == 1 && family.with_text >= 2;
  }

  static Span TrimToText(const Document& doc, Span body) {
    const auto text = doc.folded.text();
    const auto skip = [&](std::uint32_t at) {
      return text[at] == '\n' || text[at] == ' ' || text.substr(at, 3) == "。";
    };
    while (!body.empty() && skip(body.begin))
      body.begin += text[body.begin] == '\n' || text[body.begin] == ' ' ? 1 : 3;
    while (!body.empty() && (text[body.end - 1] == '\n' || text[body.end - 1] == ' ')) --body.end;
    return body;
  }

  static bool Holds(const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
  }

  /// “无” answers a question that need not arise, but no required one.
  static bool FillsRequiredSlot(const CheckInput& in, const Section& section) {
    const auto& of = in.slots.of_heading[section.heading];
    return std::any_of(of.begin(), of.end(), [&](int s) { return in.specs[s].required; });
  }

  std::vector<std::string> fillers_, required_;
};

}  // namespace

const CheckKind kEmptySection = {
    "empty_section",
    {"有标题没有内容，或者只有“略”之类的话", "A heading with no text below it, or only a filler"},
    "fillers: [略]",
    {{"fillers",
      ParamType::texts,
      false,
      {"等于没写的话，不计括号标点", "texts that say nothing, brackets and marks aside"}},
     {"required_fillers",
      ParamType::texts,
      false,
      {"在必备栏目里等于没写的话，如“无”", "texts that say nothing in a required section"}}},
    {"heading", "filler"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<EmptySection>(p); }};

}  // namespace hegao
