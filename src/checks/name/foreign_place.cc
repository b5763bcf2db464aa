// A place that has nothing to do with the issuer: what is left of the text that was copied.
#include <algorithm>
#include <map>

#include "checks/marked_span.h"
#include "checks/name/kinds.h"
#include "checks/name/mentions.h"
#include "checks/name/office.h"
#include "checks/name/own_places.h"
#include "checks/name/surroundings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

/// What the words round a place make of it.
enum class Use : std::uint8_t { silent, mentioned, telling, titled, acting };

struct Judged {
  const Mention* mention;
  Severity severity;
};

class ForeignPlace : public Check {
 public:
  explicit ForeignPlace(const Params& p)
      : words_(p),
        gazetteer_(p.Data("places")),
        siblings_(p.Texts("siblings")),
        telling_(p.Patterns("telling")),
        silent_(p.Patterns("silent")),
        acting_(p.Patterns("acting")),
        titled_(p.Patterns("titled")),
        stated_(p.Patterns("stated")),
        masked_(p.Patterns("masked")),
        shortened_(p.Patterns("shortened")) {
    mention_words_.common = p.Folded("common");
    mention_words_.leads = p.Folded("leads");
    mention_words_.unsure = p.Folded("unsure");
    mention_words_.followers = p.Folded("followers");
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto issuer = ReadIssuer(in, words_);
    const auto mentions = FindMentions(in.doc, gazetteer_, words_, issuer, mention_words_);
    std::vector<Use> uses;
    for (const auto& m : mentions) uses.push_back(UseOf(in.doc, issuer, m));
    const auto judged =
        issuer.Unknown() ? JudgeMasked(in, mentions, uses) : Judge(in, issuer, mentions, uses);
    ReportByName(judged, issuer, reporter);
    const auto shortened = Shortened(in.doc);
    if (shortened.empty()) return;
    for (const auto& j : judged) {
      if (j.severity >= Severity::warning &&
          ReportShortened(in, shortened, issuer, *j.mention, reporter))
        return;
    }
    if (issuer.Town() != nullptr) ReportUnfitting(in, shortened, issuer, reporter);
  }

 private:
  Use UseOf(const Document& doc, const Issuer& issuer, const Mention& m) const {
    // The issuer's own stem with another place-word, or one character wrong, is a matter of
    // spelling.
    const auto stem = m.name.substr(0, m.name.size() - SuffixBytes(m));
    const NamedPlace* town = m.town ? issuer.Town() : nullptr;
    if (issuer.HasStem(stem) || (town != nullptr && IsSlip(stem, town->stem))) return Use::silent;
    const auto context = PlaceContext(doc, m.folded);
    // Some words tell so much that it does not matter what else stands near.
    const bool telling = AnyMatches(telling_, context);
    if (!telling && AnyMatches(silent_, context)) return Use::silent;
    if (AnyMatches(acting_, context)) return Use::acting;
    if (AnyMatches(titled_, context)) return Use::titled;
    return telling ? Use::telling : Use::mentioned;
  }

  std::size_t SuffixBytes(const Mention& m) const {
    const auto& list = m.town ? words_.town_suffixes() : words_.upper_suffixes();
    for (const auto& s : list) {
      if (m.name.ends_with(s)) return s.size();
    }
    return 0;
  }

  std::vector<Judged> Judge(const CheckInput& in, const Issuer& issuer,
                            const std::vector<Mention>& mentions,
                            const std::vector<Use>& uses) const {
    OwnPlaces own(gazetteer_, issuer, siblings_);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (uses[i] != Use::silent && !mentions[i].town) own.Confirm(mentions[i]);
    }
    std::vector<Judged> judged;
    if (own.ByNameAlone() || own.Nowhere()) {
      const auto* stated = FirstStated(in, mentions, uses);
      if (stated != nullptr) {
        // The gazetteer knows towns of this name, all of them elsewhere; it may be out of date,
        // too.
        const auto distance = own.To(*stated);
        if (distance != Distance::own && distance <= Distance::country)
          judged.push_back({stated, Severity::info});
        own.State(*stated);
      }
    }
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (uses[i] == Use::silent) continue;
      const bool sure = mentions[i].shown || uses[i] == Use::acting || !mentions[i].town;
      const auto severity = SeverityOf(in.doc, mentions[i], uses[i], own);
      if (severity && !sure)
        judged.push_back({&mentions[i], Severity::info});
      else if (severity)
        judged.push_back({&mentions[i], *severity});
    }
    return judged;
  }

  /// Where the text itself says that the issuer lies: the first place named before the first
  /// heading, or in words that say so.
  const Mention* FirstStated(const CheckInput& in, const std::vector<Mention>& mentions,
                             const std::vector<Use>& uses) const {
    const auto& doc = in.doc;
    const auto opening = doc.headings.empty() ? doc.TextEnd() : doc.headings.front().folded.begin;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const auto& m = mentions[i];
      if (uses[i] == Use::silent || m.town) continue;
      const bool county = std::any_of(m.codes.begin(), m.codes.end(), [](PlaceCode c) {
        return LevelOf(c) >= PlaceLevel::prefecture;
      });
      if (!county) continue;
      if (m.folded.begin < opening || IsStated(doc, m)) return &m;
    }
    return nullptr;
  }

  bool IsStated(const Document& doc, const Mention& m) const {
    return AnyMatches(stated_, PlaceContext(doc, m.folded));
  }

  static bool InHeading(const Document& doc, Span folded) {
    return std::any_of(doc.headings.begin(), doc.headings.end(),
                       [&](const Heading& h) { return h.folded.Contains(folded); });
  }

  static std::optional<Severity> SeverityOf(const Document& doc, const Mention& m, Use use,
                                            const OwnPlaces& own) {
    const bool as_own = use == Use::titled || use == Use::acting;
    const auto strong = own.ByNameAlone() ? Severity::warning : Severity::error;
    switch (own.To(m)) {
      case Distance::country:
        if (as_own && !m.town && InHeading(doc, m.folded)) return strong;
        if (as_own) return Severity::warning;
        return IsProvince(m) && use != Use::telling ? std::nullopt : std::optional(Severity::info);
      case Distance::province:
        if (m.town && as_own) return Severity::warning;
        if (use == Use::acting) return Severity::warning;
        return m.town || use != Use::mentioned ? std::optional(Severity::info) : std::nullopt;
      case Distance::prefecture:
        // A county's rules are for its own towns, those of a prefecture for all of them.
        return as_own && (m.town || use == Use::titled) ? std::optional(Severity::info)
                                                        : std::nullopt;
      case Distance::other_by_name:
        if (m.town) return use == Use::acting ? std::optional(Severity::warning) : std::nullopt;
        return as_own ? Severity::warning : Severity::info;
      case Distance::own:
      case Distance::unknown:
        return std::nullopt;
    }
    return std::nullopt;
  }

  static bool IsProvince(const Mention& m) {
    return std::any_of(m.codes.begin(), m.codes.end(),
                       [](PlaceCode c) { return LevelOf(c) == PlaceLevel::province; });
  }

  /// The issuer's name was masked. A single place that was overlooked shows where the text is from.
  std::vector<Judged> JudgeMasked(const CheckInput& in, const std::vector<Mention>& mentions,
                                  const std::vector<Use>& uses) const {
    const bool masked = std::any_of(masked_.begin(), masked_.end(), [&](const Pattern& p) {
      return in.doc.MayMatch(p) && p.Matches(in.doc.folded.text());
    });
    if (!masked) return {};
    std::vector<Judged> judged;
    PlaceCode county = 0;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      const auto& m = mentions[i];
      if (uses[i] == Use::silent || LevelOf(m.codes.front()) < PlaceLevel::county) continue;
      const auto fits = [&](PlaceCode c) { return Above(c, PlaceLevel::county) == county; };
      if (county != 0 && std::none_of(m.codes.begin(), m.codes.end(), fits)) return {};
      if (county == 0) county = Above(m.codes.front(), PlaceLevel::county);
      judged.push_back({&m, Severity::warning});
    }
    return judged;
  }

  /// One finding for each name: at its first place of the highest certainty.
  void ReportByName(const std::vector<Judged>& judged, const Issuer& issuer,
                    Reporter& reporter) const {
    std::map<std::string_view, std::vector<const Judged*>> by_name;
    for (const auto& j : judged) by_name[j.mention->name].push_back(&j);
    for (auto& [name, places] : by_name) {
      std::stable_sort(places.begin(), places.end(),
                       [](const Judged* a, const Judged* b) { return a->severity > b->severity; });
      const auto& first = *places.front();
      ReportExtras extras;
      extras.at_most = first.severity;
      extras.count = static_cast<std::uint32_t>(places.size());
      for (auto it = places.begin() + 1; it != places.end(); ++it)
        extras.related.push_back((*it)->mention->folded);
      reporter.Report(first.mention->folded,
                      {{"place", std::string(name)},
                       {"home", HomeOf(first.mention->codes.front())},
                       {"own", OwnName(issuer, reporter)}},
                      extras);
    }
  }

  /// Province and prefecture, as far as they have names.
  std::string HomeOf(PlaceCode code) const {
    std::string home(gazetteer_.NameOf(Above(code, PlaceLevel::province)));
    if (LevelOf(code) > PlaceLevel::prefecture)
      home += gazetteer_.NameOf(Above(code, PlaceLevel::prefecture));
    if (LevelOf(code) > PlaceLevel::county)
      home += gazetteer_.NameOf(Above(code, PlaceLevel::county));
    return home;
  }

  static std::string OwnName(const Issuer& issuer, const Reporter& reporter) {
    auto name = issuer.Shown();
    return name.empty() ? reporter.In({"本单位", "the issuer"}) : name;
  }

  std::vector<Span> Shortened(const Document& doc) const {
    std::vector<Span> hits;
    for (const auto& p : shortened_) {
      doc.ForEachMatch(
          p, [&](std::uint32_t, const PatternMatch& m) { hits.push_back(MarkedSpan(p, m)); });
    }
    std::sort(hits.begin(), hits.end());
    return hits;
  }

  /// One character of a name that is none of the issuer's own, nor of what lies above it.
  void ReportUnfitting(const CheckInput& in, const std::vector<Span>& hits, const Issuer& issuer,
                       Reporter& reporter) const {
    std::string own;
    for (const auto& naming : issuer.namings) own += naming.text;
    const OwnPlaces places(gazetteer_, issuer, siblings_);
    for (const auto code : places.places()) {
      for (auto level : {PlaceLevel::province, PlaceLevel::prefecture, PlaceLevel::county})
        own += gazetteer_.NameOf(Above(code, level));
    }
    for (const auto hit : hits) {
      const auto character = in.doc.Text(hit);
      if (own.find(character) != own.npos) continue;
      ReportExtras extras;
      extras.at_most = Severity::info;
      reporter.Report(hit,
                      {{"place", std::string(character)},
                       {"home", reporter.In({"简称", "short"})},
                       {"own", OwnName(issuer, reporter)}},
                      extras);
      return;
    }
  }

  /// What is left of a town's name, in one character: it fits a town of the county found.
  bool ReportShortened(const CheckInput& in, const std::vector<Span>& hits, const Issuer& issuer,
                       const Mention& found, Reporter& reporter) const {
    const auto code = found.codes.front();
    if (LevelOf(code) < PlaceLevel::county) return false;
    for (const auto town : gazetteer_.TownsOf(Above(code, PlaceLevel::county))) {
      ReportExtras extras;
      std::vector<Span> fitting;
      std::copy_if(hits.begin(), hits.end(), std::back_inserter(fitting), [&](Span h) {
        return town.starts_with(in.doc.Text(h)) && !issuer.HasName(town);
      });
      if (fitting.empty()) continue;
      extras.at_most = Severity::info;
      extras.count = static_cast<std::uint32_t>(fitting.size());
      extras.related.assign(fitting.begin() + 1, fitting.end());
      extras.related.push_back(found.folded);
      reporter.Report(fitting.front(),
                      {{"place", std::string(town)},
                       {"home", HomeOf(code)},
                       {"own", OwnName(issuer, reporter)}},
                      extras);
      return true;
    }
    return false;
  }

  PlaceWords words_;
  Gazetteer gazetteer_;
  std::vector<std::string> siblings_;
  MentionWords mention_words_;
  std::vector<Pattern> telling_, silent_, acting_, titled_, stated_, masked_, shortened_;
};

std::vector<ParamSpec> ForeignSpecs() {
  auto specs = PlaceWords::Specs();
  const auto add = [&](std::string_view name, ParamType type, bool required, Message summary) {
    specs.push_back({name, type, required, std::move(summary)});
  };
  add("places", ParamType::data, true, {"地名表", "the table of places"});
  add("siblings", ParamType::texts, false,
      {"可以互相替换的末字，因区划调整而改",
       "place-words of towns that are taken for one another"});
  add("common", ParamType::texts, false,
      {"也是普通词的地名", "names that are ordinary words as well"});
  add("leads", ParamType::texts, false,
      {"后面可以开始一个地名的词", "words after which a name may begin"});
  add("unsure", ParamType::texts, false,
      {"也常是普通词末字的", "place-words that end ordinary words as well"});
  add("followers", ParamType::texts, false,
      {"跟在短地名后面、说明它是地名的词", "words behind a short name that show it is one"});
  add("telling", ParamType::patterns, false,
      {"有这些说法时不管别的", "the place (as ◆) in such words is reported whatever else is near"});
  add("silent", ParamType::patterns, false,
      {"地名（写作◆）周围有这些说法时不报", "the place (as ◆) in such words is not reported"});
  add("acting", ParamType::patterns, false,
      {"把地名（◆）当成本单位或上级的说法",
       "words in which the place (◆) is spoken of as one’s own"});
  add("titled", ParamType::patterns, false,
      {"地名（◆）在文件、方案名称里", "the place (◆) in the name of a document"});
  add("stated", ParamType::patterns, false,
      {"说明本单位在何处（◆）的说法", "words that say the issuer lies there (◆)"});
  add("masked", ParamType::patterns, false,
      {"单位名称被遮盖的写法", "how a masked name of the issuer looks"});
  add("shortened", ParamType::patterns, false,
      {"只剩一个字的地名", "a name of which one character is left"});
  return specs;
}

}  // namespace

const CheckKind kForeignPlace = {
    "foreign_place",
    {"别处的地名", "A place that has nothing to do with the issuer"},
    "towns: [坊]\nuppers: [县]\nplaces: places-cn.tsv",
    ForeignSpecs(),
    {"place", "home", "own"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<ForeignPlace>(p); }};

}  // namespace hegao
