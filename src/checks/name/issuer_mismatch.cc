// The issuer's own name, spelled in two ways: in the title, the closing lines, the text.
#include <algorithm>
#include <map>

#include "checks/name/gazetteer.h"
#include "checks/name/issuer.h"
#include "checks/name/kinds.h"
#include "checks/name/office.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kReach = 150;     // bytes to either side that tell how a name is meant
constexpr std::size_t kMostPlaces = 500;  // of one name; more tell nothing new
constexpr std::size_t kLongestOther = 4;  // characters of a stem nobody knows
constexpr std::string_view kPlace = "@";

struct Variant {
  Span folded;
  Severity severity;
};

class IssuerMismatch : public Check {
 public:
  explicit IssuerMismatch(const Params& p)
      : words_(p),
        gazetteer_(p.Data("places")),
        silent_(p.Patterns("silent")),
        acting_(p.Patterns("acting")),
        named_(p.Patterns("named")),
        offices_(p.Texts("offices")),
        bodies_(p.Texts("bodies")),
        several_(p.Texts("several_levels")) {
    for (const auto& lead : p.Texts("leads")) leads_.push_back(Fold(lead));
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto issuer = ReadIssuer(in, words_);
    Variants variants;
    const NamedPlace* town = issuer.Town();
    if (town != nullptr) CompareTowns(issuer, *town, variants);
    CompareUppers(issuer, variants);
    if (town != nullptr) SearchText(in, issuer, *town, variants);
    for (const auto& [names, places] : variants)
      Report(names.first, names.second, places, reporter);
    if (variants.empty()) CompareOffices(issuer, reporter);
  }

 private:
  /// (as it is elsewhere, as it is here) -> places
  using Variants = std::map<std::pair<std::string, std::string>, std::vector<Variant>>;

  static void Report(const std::string& name, const std::string& other,
                     const std::vector<Variant>& places, Reporter& reporter) {
    const auto worst = std::max_element(
        places.begin(), places.end(),
        [](const Variant& a, const Variant& b) { return a.severity < b.severity; });
    ReportExtras extras;
    extras.at_most = worst->severity;
    extras.count = static_cast<std::uint32_t>(places.size());
    for (auto it = places.begin(); it != places.end(); ++it) {
      if (it != worst) extras.related.push_back(it->folded);
    }
    reporter.Report(worst->folded, {{"text", other}, {"name", name}}, extras);
  }

  /// Equal, or one is the other with the places above, which were not told apart.
  static bool IsPart(const std::string& a, const std::string& b) {
    return a.ends_with(b) || b.ends_with(a);
  }

  static void CompareTowns(const Issuer& issuer, const NamedPlace& town, Variants& variants) {
    for (const auto& naming : issuer.namings) {
      if (naming.line.empty()) continue;
      for (const auto& place : naming.places) {
        if (!place.town || IsPart(place.Name(), town.Name())) continue;
        const bool slip = place.stem == town.stem || IsSlip(place.stem, town.stem);
        variants[{town.Name(), place.Name()}].push_back(
            {place.folded, slip ? Severity::warning : Severity::error});
      }
    }
  }

  /// Places above, where title and closing lines name one of the same kind.
  void CompareUppers(const Issuer& issuer, Variants& variants) const {
    std::vector<const NamedPlace*> first;
    for (const auto& naming : issuer.namings) {
      if (naming.line.empty()) continue;
      const auto before = first;
      for (const auto& place : naming.places) {
        if (place.town || IsSeveral(place.suffix)) continue;
        const NamedPlace* other = nullptr;
        bool same = false;
        for (const auto* p : before) {
          if (IsPart(p->Name(), place.Name())) same = true;
          if (p->suffix == place.suffix || p->stem == place.stem) other = p;
        }
        if (!same && other != nullptr) {
          const bool slip = place.stem == other->stem || IsSlip(place.stem, other->stem);
          variants[{other->Name(), place.Name()}].push_back(
              {place.folded, slip ? Severity::warning : Severity::error});
        }
        first.push_back(&place);
      }
    }
  }

  /// One place-word for two levels (a prefecture and a county within it): both may be named.
  bool IsSeveral(const std::string& suffix) const {
    return std::find(several_.begin(), several_.end(), suffix) != several_.end();
  }

  void SearchText(const CheckInput& in, const Issuer& issuer, const NamedPlace& town,
                  Variants& variants) const {
    const auto& doc = in.doc;
    for (const auto& block : doc.blocks) {
      if (!block.InText() || IsNaming(issuer, block.folded)) continue;
      const auto text = doc.Text(block.folded);
      std::size_t from = 0;  // behind the last place-word
      for (std::size_t at = 0; at < text.size();) {
        const auto c = DecodeAt(text, at);
        bool is_town = false;
        const auto suffix = c.length < 3 ? std::string_view() : words_.SuffixAt(text, at, &is_town);
        if (suffix.empty()) {
          at += c.length;
          continue;
        }
        if (is_town) Weigh(doc, block.folded, {from, at, suffix}, issuer, town, variants);
        at += suffix.size();
        from = at;
      }
    }
  }

  struct Found {
    std::size_t from, at;  // in the block: behind the last place-word; where this one begins
    std::string_view suffix;
  };

  void Weigh(const Document& doc, Span block, const Found& found, const Issuer& issuer,
             const NamedPlace& town, Variants& variants) const {
    const auto text = doc.Text(block);
    const auto stem = VariantStem(text.substr(0, found.at), found, town);
    if (stem.empty()) return;
    const Span folded{block.begin + static_cast<std::uint32_t>(stem.data() - text.data()),
                      block.begin + static_cast<std::uint32_t>(found.at + found.suffix.size())};
    const auto name = std::string(doc.Text(folded));
    if (issuer.HasName(name)) return;
    const auto met = variants.find({town.Name(), name});
    if (met != variants.end() && met->second.size() >= kMostPlaces) return;
    const auto around = doc.Around(folded, kReach);
    const auto context = std::string(doc.Text({around.begin, folded.begin})) + std::string(kPlace) +
                         std::string(doc.Text({folded.end, around.end}));
    const auto any = [&](const std::vector<Pattern>& patterns) {
      return std::any_of(patterns.begin(), patterns.end(),
                         [&](const Pattern& p) { return p.Matches(context); });
    };
    const bool alike = stem == town.stem || IsSlip(stem, town.stem);
    // 召开镇党委会 has a stem as well: a name nobody knows must stand where only a name can.
    const bool within =
        !alike && EndsWithUpper(issuer, doc.Text({block.begin, folded.begin})) && any(acting_);
    if (!alike && !within && !any(named_)) return;
    const bool known = gazetteer_.Knows(name);
    // Another place that is known is what other kinds look for.
    if (!alike && known) return;
    if (known && IsNeighbour(name, town)) return;
    if ((!known || any(acting_)) && !any(silent_))
      variants[{town.Name(), name}].push_back(
          {folded, alike ? Severity::warning : OfStranger(issuer)});
  }

  /// A town the gazetteer does not have may be new where it has the county.
  Severity OfStranger(const Issuer& issuer) const {
    for (const auto& naming : issuer.namings) {
      for (const auto& place : naming.places) {
        if (gazetteer_.Knows(place.Name())) return Severity::info;
      }
    }
    return Severity::warning;
  }

  bool IsNeighbour(std::string_view name, const NamedPlace& town) const {
    const auto own = gazetteer_.Find(town.Name()), other = gazetteer_.Find(name);
    return std::any_of(own.begin(), own.end(), [&](PlaceCode a) {
      return std::any_of(other.begin(), other.end(), [&](PlaceCode b) {
        return Above(a, PlaceLevel::county) == Above(b, PlaceLevel::county);
      });
    });
  }

  static bool EndsWithUpper(const Issuer& issuer, std::string_view before) {
    for (const auto& naming : issuer.namings) {
      for (const auto& place : naming.places) {
        if (!place.town && before.ends_with(place.Name())) return true;
      }
    }
    return false;
  }

  /// The stem before a place-word, if it may be the issuer's gone wrong: the same, nearly the same,
  /// or one that begins where a name can.
  std::string_view VariantStem(std::string_view before, const Found& found,
                               const NamedPlace& town) const {
    if (before.ends_with(town.stem))
      return found.suffix == town.suffix ? std::string_view()
                                         : before.substr(before.size() - town.stem.size());
    if (before.size() >= town.stem.size()) {
      const auto tail = before.substr(before.size() - town.stem.size());
      if (IsBoundary(before, before.size() - tail.size()) && IsSlip(tail, town.stem) &&
          MayBegin(before.substr(0, before.size() - tail.size())))
        return words_.StemOf(tail, found.suffix, true) == tail ? tail : std::string_view();
    }
    auto begin = before.size();
    while (begin > found.from && IsHan(DecodeBefore(before, begin).value))
      begin -= DecodeBefore(before, begin).length;
    const auto stem = words_.StemOf(before.substr(begin), found.suffix, true);
    return LongerThan(stem, kLongestOther) ? std::string_view() : stem;
  }

  bool MayBegin(std::string_view before) const {
    if (before.empty() || !IsHan(DecodeBefore(before, before.size()).value)) return true;
    if (!words_.SuffixAt(before, before.size() - DecodeBefore(before, before.size()).length)
             .empty())
      return true;
    return std::any_of(leads_.begin(), leads_.end(),
                       [&](const std::string& lead) { return before.ends_with(lead); });
  }

  static bool IsNaming(const Issuer& issuer, Span block) {
    return std::any_of(issuer.namings.begin(), issuer.namings.end(),
                       [&](const Naming& n) { return n.line == block; });
  }

  void CompareOffices(const Issuer& issuer, Reporter& reporter) const {
    const Naming* title = nullptr;
    std::string_view own;
    for (const auto& naming : issuer.namings) {
      const auto office = OfficeIn(naming, offices_);
      if (naming.line.empty() || office.empty() || IsBody(office)) continue;
      if (title == nullptr) {
        title = &naming;
        own = office;
        continue;
      }
      if (naming.where == title->where || naming.where != FactSource::signature) continue;
      const auto how = CompareOffice(own, office);
      if (how == OfficeMatch::same) continue;
      ReportExtras extras;
      extras.at_most = how == OfficeMatch::slip ? Severity::warning : Severity::error;
      const auto at =
          naming.line.begin + static_cast<std::uint32_t>(office.data() - naming.text.data());
      const Span here{at, at + static_cast<std::uint32_t>(office.size())};
      reporter.Report(here, {{"text", reporter.Quote(here)}, {"name", std::string(own)}}, extras);
      return;
    }
  }

  bool IsBody(std::string_view office) const {
    return std::any_of(bodies_.begin(), bodies_.end(),
                       [&](const std::string& b) { return office.ends_with(b); });
  }

  PlaceWords words_;
  Gazetteer gazetteer_;
  std::vector<Pattern> silent_, acting_, named_;
  std::vector<std::string> offices_, bodies_, several_, leads_;
};

std::vector<ParamSpec> MismatchSpecs() {
  auto specs = PlaceWords::Specs();
  const auto add = [&](std::string_view name, ParamType type, Message summary) {
    specs.push_back({name, type, false, std::move(summary)});
  };
  add("places", ParamType::data, {"地名表", "the table of places"});
  add("leads", ParamType::texts,
      {"后面可以开始一个地名的词", "words after which a name may begin"});
  add("silent", ParamType::patterns,
      {"地名（写作@）周围有这些说法时不报", "the place (as @) in such words is not reported"});
  add("acting", ParamType::patterns,
      {"把地名（@）当成本单位的说法", "words in which the place (@) is spoken of as one’s own"});
  add("named", ParamType::patterns,
      {"@只能是地名的说法", "words in which @ can be nothing but a name"});
  add("offices", ParamType::texts, {"部门名称的末字，如“局”", "how names of departments end"});
  add("several_levels", ParamType::texts,
      {"两级地名共用的末字，如“市”", "place-words of two levels, which may both be named"});
  return specs;
}

}  // namespace

const CheckKind kIssuerMismatch = {
    "issuer_mismatch",
    {"单位名称前后不一致", "The issuer’s name is spelled in two ways"},
    "towns: [坊]\nuppers: [县]",
    MismatchSpecs(),
    {"text", "name"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<IssuerMismatch>(p); }};

}  // namespace hegao
