// The issuer's own name, spelled in two ways: in the title, the closing lines, the text.
#include <algorithm>
#include <map>

#include "checks/name/gazetteer.h"
#include "checks/name/issuer.h"
#include "checks/name/issuer_offices.h"
#include "checks/name/kinds.h"
#include "checks/name/office.h"
#include "checks/name/own_places.h"
#include "checks/name/surroundings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kMostPlaces = 500;  // of one name; more tell nothing new
constexpr std::size_t kLongestOther = 4;  // characters of a stem nobody knows

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
        bodies_(p.Texts("bodies")),
        several_(p.Texts("several_levels")),
        leads_(p.Folded("leads")),
        offices_(p) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto issuer = ReadIssuer(in, words_);
    Variants variants;
    const NamedPlace* town = issuer.Town();
    if (town != nullptr) CompareTowns(issuer, *town, variants);
    CompareUppers(issuer, variants);
    const auto own = OwnTowns(in.doc, issuer, town);
    if (town != nullptr) SearchText(in, issuer, *town, own, variants);
    if (town == nullptr) {
      for (const auto& o : offices_.InText(in.doc, issuer))
        variants[{o.own, o.here}].push_back({o.folded, SeverityOf(o.how)});
    }
    for (const auto& [names, places] : variants)
      Report(names.first, names.second, places, reporter);
    if (!variants.empty()) return;
    for (const auto& o : offices_.InClosing(issuer)) {
      const auto severity = o.how == OfficeMatch::other ? Severity::error : Severity::warning;
      Report(o.own, o.here, {{o.folded, severity}}, reporter);
    }
  }

 private:
  /// (as it is elsewhere, as it is here) -> places
  using Variants = std::map<std::pair<std::string, std::string>, std::vector<Variant>>;

  /// In the text, where one may well speak of what was.
  static Severity SeverityOf(OfficeMatch how) {
    return how == OfficeMatch::slip ? Severity::warning : Severity::info;
  }

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

  /// A line in which no place could be read may begin with the issuer's, one character wrong.
  void CompareBeginning(const Naming& naming, const NamedPlace& town, Variants& variants) const {
    const auto text = std::string_view(naming.text);
    const auto stem = text.substr(0, town.stem.size());
    if (!text.substr(stem.size()).starts_with(town.suffix) || !IsSlip(stem, town.stem)) return;
    const auto end = stem.size() + town.suffix.size();
    variants[{town.Name(), std::string(text.substr(0, end))}].push_back(
        {{naming.line.begin, naming.line.begin + static_cast<std::uint32_t>(end)},
         Severity::warning});
  }

  void CompareTowns(const Issuer& issuer, const NamedPlace& town, Variants& variants) const {
    for (const auto& naming : issuer.namings) {
      if (naming.line.empty()) continue;
      if (naming.places.empty()) CompareBeginning(naming, town, variants);
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
                  const std::vector<PlaceCode>& own, Variants& variants) const {
    const auto& doc = in.doc;
    for (const auto& block : doc.blocks) {
      if (!block.InText() || issuer.HasLine(block.folded)) continue;
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
        if (is_town) Weigh(doc, block.folded, {from, at, suffix}, issuer, town, own, variants);
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
             const NamedPlace& town, const std::vector<PlaceCode>& own, Variants& variants) const {
    const auto text = doc.Text(block);
    const auto stem = VariantStem(text, found, town);
    if (stem.empty()) return;
    const Span folded{block.begin + static_cast<std::uint32_t>(stem.data() - text.data()),
                      block.begin + static_cast<std::uint32_t>(found.at + found.suffix.size())};
    const auto name = std::string(doc.Text(folded));
    if (issuer.HasName(name)) return;
    const auto met = variants.find({town.Name(), name});
    if (met != variants.end() && met->second.size() >= kMostPlaces) return;
    const auto context = PlaceContext(doc, folded);
    const auto any = [&](const std::vector<Pattern>& patterns) {
      return AnyMatches(patterns, context);
    };
    const bool alike = stem == town.stem || IsSlip(stem, town.stem);
    // 召开镇党委会 has a stem as well: a name nobody knows must stand where only a name can.
    const bool within =
        !alike && EndsWithUpper(issuer, doc.Text({block.begin, folded.begin})) && any(acting_);
    if (!alike && !within && !any(named_)) return;
    const bool known = gazetteer_.Knows(name);
    // Another place that is known is what other kinds look for.
    if (!alike && known) return;
    const auto neighbours = known ? Neighbours(name, own) : 0;
    if (neighbours > 0 && neighbours == own.size()) return;
    if ((known && !any(acting_)) || any(silent_)) return;
    const auto severity = !alike           ? OfStranger(issuer)
                          : neighbours > 0 ? Severity::info
                                           : Severity::warning;
    variants[{town.Name(), name}].push_back({folded, severity});
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

  /// The towns the issuer may be; where several have its name, those whose county the text names.
  std::vector<PlaceCode> OwnTowns(const Document& doc, const Issuer& issuer,
                                  const NamedPlace* town) const {
    if (town == nullptr) return {};
    auto own = OwnPlaces(gazetteer_, issuer, {}).places();
    std::vector<PlaceCode> named;
    for (const auto code : own) {
      const auto county = gazetteer_.NameOf(Above(code, PlaceLevel::county));
      if (!county.empty() && doc.folded.text().find(county) != std::string_view::npos)
        named.push_back(code);
    }
    return named.empty() ? own : named;
  }

  /// In how many of the places that the issuer may be is there a town of this name beside it?
  std::size_t Neighbours(std::string_view name, const std::vector<PlaceCode>& own) const {
    const auto other = gazetteer_.Find(name);
    return static_cast<std::size_t>(std::count_if(own.begin(), own.end(), [&](PlaceCode a) {
      return std::any_of(other.begin(), other.end(), [&](PlaceCode b) {
        return Above(a, PlaceLevel::county) == Above(b, PlaceLevel::county);
      });
    }));
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
  std::string_view VariantStem(std::string_view text, const Found& found,
                               const NamedPlace& town) const {
    const auto before = text.substr(0, found.at);
    if (before.ends_with(town.stem))
      return found.suffix == town.suffix ? std::string_view()
                                         : before.substr(before.size() - town.stem.size());
    if (before.size() >= town.stem.size()) {
      const auto tail = before.substr(before.size() - town.stem.size());
      const auto lead = before.substr(0, before.size() - tail.size());
      if (IsBoundary(before, lead.size()) && IsSlip(tail, town.stem)) {
        const bool body = NamesBody(text.substr(found.at + found.suffix.size()));
        // 各里街道办事处 for 谷里街道办事处 looks like 各街道 and is none.
        if (body && words_.MayBegin(lead, leads_) && FirstDiffers(tail, town.stem)) return tail;
        const auto unknown = !gazetteer_.Knows(std::string(tail) + std::string(found.suffix));
        if (words_.MayBegin(lead, leads_) || (body && unknown))
          return words_.StemOf(tail, found.suffix, true) == tail ? tail : std::string_view();
      }
    }
    auto begin = before.size();
    while (begin > found.from && IsHan(DecodeBefore(before, begin).value))
      begin -= DecodeBefore(before, begin).length;
    const auto stem = words_.StemOf(before.substr(begin), found.suffix, true);
    return LongerThan(stem, kLongestOther) ? std::string_view() : stem;
  }

  bool NamesBody(std::string_view after) const {
    return std::any_of(bodies_.begin(), bodies_.end(),
                       [&](const std::string& b) { return after.starts_with(b); });
  }

  static bool FirstDiffers(std::string_view a, std::string_view b) {
    return DecodeAt(a, 0).value != DecodeAt(b, 0).value;
  }

  PlaceWords words_;
  Gazetteer gazetteer_;
  std::vector<Pattern> silent_, acting_, named_;
  std::vector<std::string> bodies_, several_, leads_;
  IssuerOffices offices_;
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
      {"地名（写作◆）周围有这些说法时不报", "the place (as ◆) in such words is not reported"});
  add("acting", ParamType::patterns,
      {"把地名（◆）当成本单位的说法", "words in which the place (◆) is spoken of as one’s own"});
  add("named", ParamType::patterns,
      {"◆只能是地名的说法", "words in which ◆ can be nothing but a name"});
  specs.push_back({"departments",
                   ParamType::records,
                   false,
                   {"部门及其各种名称", "departments with all their names"},
                   0,
                   1000000,
                   {},
                   Departments::Fields()});
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
