// An issuer that speaks of itself as of another kind of body.
#include <algorithm>

#include "checks/marked_span.h"
#include "checks/name/issuer.h"
#include "checks/name/kinds.h"
#include "checks/name/office.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kSure = 3;  // so often it is no slip, and nobody else is meant

struct Usage {
  std::vector<Pattern> issuer, wrong, faint, except;
};

class SelfReference : public Check {
 public:
  explicit SelfReference(const Params& p)
      : words_(p), offices_(p.Texts("offices")), bodies_(p.Texts("bodies")) {
    for (const auto& row : p.Records("usages")) {
      usages_.push_back({row.Patterns("issuer"), row.Patterns("wrong"), row.Patterns("faint"),
                         row.Patterns("except")});
    }
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto name = IssuerName(ReadIssuer(in, words_));
    if (name.empty()) return;
    for (const auto& usage : usages_) {
      const bool applies = std::any_of(usage.issuer.begin(), usage.issuer.end(),
                                       [&](const Pattern& p) { return p.Matches(name); });
      if (!applies) continue;
      auto hits = Hits(in.doc, usage, usage.wrong);
      if (hits.empty()) return;
      const auto sure = hits.size() >= kSure;
      for (const auto h : Hits(in.doc, usage, usage.faint)) {
        const auto overlaps = [&](Span s) { return s.Overlaps(h); };
        if (std::none_of(hits.begin(), hits.end(), overlaps)) hits.push_back(h);
      }
      ReportExtras extras;
      extras.at_most = sure ? Severity::error : Severity::warning;
      extras.count = static_cast<std::uint32_t>(hits.size());
      extras.related.assign(hits.begin() + 1, hits.end());
      reporter.Report(hits.front(), {{"text", reporter.Quote(hits.front())}, {"name", name}},
                      extras);
      return;
    }
  }

 private:
  /// With the department, without what a body is called: the title has the first word.
  std::string IssuerName(const Issuer& issuer) const {
    for (const auto& naming : issuer.namings) {
      auto office = OfficeIn(naming, offices_);
      if (std::find(bodies_.begin(), bodies_.end(), office) != bodies_.end()) office = {};
      if (naming.places.empty() && (office.empty() || NamesTown(office))) continue;
      std::string name;
      for (const auto& place : naming.places) {
        name += place.Name();
        if (place.town) break;
      }
      return name + std::string(office);
    }
    return {};
  }

  /// A town whose name could not be told is no department.
  bool NamesTown(std::string_view office) const {
    for (std::size_t at = 0; at < office.size(); at += DecodeAt(office, at).length) {
      bool town = false;
      if (!words_.SuffixAt(office, at, &town).empty() && town) return true;
    }
    return false;
  }

  static std::vector<Span> Hits(const Document& doc, const Usage& usage,
                                const std::vector<Pattern>& patterns) {
    std::vector<Span> hits;
    for (const auto& p : patterns) {
      doc.ForEachMatch(p, [&](std::uint32_t b, const PatternMatch& m) {
        const auto hit = MarkedSpan(p, m);
        if (doc.blocks[b].InText() && !IsExcepted(doc, usage.except, hit)) hits.push_back(hit);
      });
    }
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end(), [](Span a, Span b) { return a.Overlaps(b); }),
               hits.end());
    return hits;
  }

  PlaceWords words_;
  std::vector<std::string> offices_, bodies_;
  std::vector<Usage> usages_;
};

std::vector<ParamSpec> SelfSpecs() {
  auto specs = PlaceWords::Specs();
  specs.push_back({"offices",
                   ParamType::texts,
                   false,
                   {"部门名称的末字，如“局”", "how names of departments end"}});
  specs.push_back(
      {"usages",
       ParamType::records,
       true,
       {"哪种单位不会怎样自称；取第一条适用的", "who does not say what; the first that applies"},
       0,
       1000000,
       {},
       {{"issuer", ParamType::patterns, true, {"单位名称", "the issuer’s name"}},
        {"wrong", ParamType::patterns, true, {"不会用的自称", "what it does not call itself"}},
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
