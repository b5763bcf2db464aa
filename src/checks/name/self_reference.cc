// An issuer that speaks of itself as of another kind of body.
#include <algorithm>
#include <optional>

#include "checks/marked_span.h"
#include "checks/name/issuer.h"
#include "checks/name/kinds.h"
#include "checks/name/office.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kSure = 3;  // so often it is no slip, and nobody else is meant

struct Usage {
  std::vector<Pattern> issuer, wrong, hinted, faint, except;
};

/// What the usages that apply found, each place once.
struct Hits {
  std::vector<Span> wrong, hinted, faint;
};

bool AnyOverlaps(const std::vector<Span>& spans, Span s) {
  return std::any_of(spans.begin(), spans.end(), [&](Span other) { return other.Overlaps(s); });
}

class SelfReference : public Check {
 public:
  explicit SelfReference(const Params& p)
      : words_(p),
        offices_(p.Texts("offices")),
        bodies_(p.Texts("bodies")),
        except_(p.Patterns("except")) {
    for (const auto& row : p.Records("usages")) {
      usages_.push_back({row.Patterns("issuer"), row.Patterns("wrong"), row.Patterns("hinted"),
                         row.Patterns("faint"), row.Patterns("except")});
    }
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto name = IssuerName(ReadIssuer(in, words_));
    if (name.empty()) return;
    Hits hits;
    for (const auto& usage : usages_) {
      const bool applies = std::any_of(usage.issuer.begin(), usage.issuer.end(),
                                       [&](const Pattern& p) { return p.Matches(name); });
      if (!applies) continue;
      Collect(in.doc, usage, usage.wrong, &hits.wrong);
      Collect(in.doc, usage, usage.hinted, &hits.hinted);
      Collect(in.doc, usage, usage.faint, &hits.faint);
    }
    for (auto* spans : {&hits.wrong, &hits.hinted, &hits.faint}) Tidy(spans);
    ReportHits(hits, name, reporter);
  }

 private:
  /// With the department, without what a body is called: the title has the first word.
  std::string IssuerName(const Issuer& issuer) const {
    for (const auto& naming : issuer.namings) {
      auto office = OfficeIn(naming, offices_);
      if (std::find(bodies_.begin(), bodies_.end(), office) != bodies_.end()) office = {};
      if (naming.places.empty() && (office.empty() || NamesTown(office))) continue;
      const bool low = std::any_of(naming.places.begin(), naming.places.end(),
                                   [](const NamedPlace& place) { return place.town; });
      // What is above the issuer is not the issuer.
      if (office.empty() && !low && issuer.Town() != nullptr) continue;
      if (office.empty() && !low && NamesUnknown(issuer)) return {};
      std::string name;
      for (const auto& place : naming.places) {
        name += place.Name();
        if (place.town) break;
      }
      return name + std::string(office);
    }
    return {};
  }

  /// Do the closing lines, or title lines where those are silent, name something behind the place
  /// that is neither a department nor what a government is called?
  bool NamesUnknown(const Issuer& issuer) const {
    std::optional<bool> title, signature;
    for (const auto& naming : issuer.namings) {
      if (naming.places.empty()) continue;
      auto& told = naming.where == FactSource::signature ? signature : title;
      told = told.value_or(false) || !EndsOrGoesOnAsBody(naming);
    }
    return signature.value_or(title.value_or(false));
  }

  bool EndsOrGoesOnAsBody(const Naming& naming) const {
    const auto rest = std::string_view(naming.text).substr(naming.rest);
    if (rest.empty() || !IsHan(DecodeAt(rest, 0).value)) return true;
    return std::any_of(bodies_.begin(), bodies_.end(),
                       [&](const std::string& b) { return rest.starts_with(b); });
  }

  /// A town whose name could not be told is no department.
  bool NamesTown(std::string_view office) const {
    for (std::size_t at = 0; at < office.size(); at += DecodeAt(office, at).length) {
      bool town = false;
      if (!words_.SuffixAt(office, at, &town).empty() && town) return true;
    }
    return false;
  }

  /// What is wrong comes first; what hints at it, and what is faint, only adds to the count.
  static void ReportHits(const Hits& hits, const std::string& name, Reporter& reporter) {
    auto places = hits.wrong.empty() ? hits.hinted : hits.wrong;
    if (places.empty()) return;
    ReportExtras extras;
    if (hits.wrong.empty())
      extras.at_most = Severity::info;
    else
      extras.at_most = hits.wrong.size() >= kSure ? Severity::error : Severity::warning;
    for (const auto* more : {&hits.hinted, &hits.faint}) {
      for (const auto s : *more) {
        if (!AnyOverlaps(places, s)) places.push_back(s);
      }
    }
    extras.count = static_cast<std::uint32_t>(places.size());
    extras.related.assign(places.begin() + 1, places.end());
    reporter.Report(places.front(), {{"text", reporter.Quote(places.front())}, {"name", name}},
                    extras);
  }

  void Collect(const Document& doc, const Usage& usage, const std::vector<Pattern>& patterns,
               std::vector<Span>* hits) const {
    for (const auto& p : patterns) {
      doc.ForEachMatch(p, [&](std::uint32_t b, const PatternMatch& m) {
        const auto hit = MarkedSpan(p, m);
        if (doc.blocks[b].InText() && !IsExcepted(doc, except_, hit) &&
            !IsExcepted(doc, usage.except, hit))
          hits->push_back(hit);
      });
    }
  }

  static void Tidy(std::vector<Span>* hits) {
    std::sort(hits->begin(), hits->end());
    hits->erase(
        std::unique(hits->begin(), hits->end(), [](Span a, Span b) { return a.Overlaps(b); }),
        hits->end());
  }

  PlaceWords words_;
  std::vector<std::string> offices_, bodies_;
  std::vector<Pattern> except_;
  std::vector<Usage> usages_;
};

std::vector<ParamSpec> SelfSpecs() {
  auto specs = PlaceWords::Specs();
  specs.push_back({"offices",
                   ParamType::texts,
                   false,
                   {"部门名称的末字，如“局”", "how names of departments end"}});
  specs.push_back({"except",
                   ParamType::patterns,
                   false,
                   {"落在其中的都不报", "places left alone, whatever the usage"}});
  specs.push_back(
      {"usages",
       ParamType::records,
       true,
       {"哪种单位不会怎样自称；适用的都算", "who does not say what; all that apply"},
       0,
       1000000,
       {},
       {{"issuer", ParamType::patterns, true, {"单位名称", "the issuer’s name"}},
        {"wrong", ParamType::patterns, false, {"不会用的自称", "what it does not call itself"}},
        {"hinted",
         ParamType::patterns,
         false,
         {"多半是别的单位的说法，只作提示", "what most likely is another body’s word"}},
        {"faint",
         ParamType::patterns,
         false,
         {"已有前者时一并计入的", "what is counted where one of those is found"}},
        {"except", ParamType::patterns, false, {"落在其中的不报", "places left alone"}}}});
  return specs;
}

}  // namespace

const CheckKind kSelfReference = {
    "self_reference",
    {"自称与单位不符", "The issuer speaks of itself as of another body"},
    "towns: [坊]\nuppers: [县]\nusages: [{issuer: '坊$', wrong: ['我店']}]",
    SelfSpecs(),
    {"text", "name"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<SelfReference>(p); }};

}  // namespace hegao
