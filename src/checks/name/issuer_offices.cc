#include "checks/name/issuer_offices.h"

#include <algorithm>

#include "checks/name/surroundings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kMostPlaces = 500;  // more tell nothing new

}  // namespace

IssuerOffices::IssuerOffices(const Params& p)
    : words_(p),
      offices_(p.Texts("offices")),
      bodies_(p.Texts("bodies")),
      silent_(p.Patterns("silent")),
      departments_(p.Records("departments")) {
  leads_ = p.Folded("leads");
}

/// The first department named in title or closing lines, with its line.
std::pair<const Naming*, std::string_view> IssuerOffices::Own(const Issuer& issuer) const {
  for (const auto& naming : issuer.namings) {
    const auto office = OfficeIn(naming, offices_);
    if (!naming.line.empty() && !office.empty() && !IsBody(office)) return {&naming, office};
  }
  return {nullptr, {}};
}

std::vector<OtherOffice> IssuerOffices::InClosing(const Issuer& issuer) const {
  const auto [title, own] = Own(issuer);
  if (title == nullptr) return {};
  for (const auto& naming : issuer.namings) {
    const auto office = OfficeIn(naming, offices_);
    if (naming.line.empty() || office.empty() || IsBody(office)) continue;
    if (naming.where == title->where || naming.where != FactSource::signature) continue;
    const auto how = departments_.Compare(own, office).value_or(CompareOffice(own, office));
    if (how == OfficeMatch::same) continue;
    const auto at =
        naming.line.begin + static_cast<std::uint32_t>(office.data() - naming.text.data());
    const Span here{at, at + static_cast<std::uint32_t>(office.size())};
    return {{here, std::string(own), std::string(office), how}};
  }
  return {};
}

std::vector<OtherOffice> IssuerOffices::InText(const Document& doc, const Issuer& issuer) const {
  std::vector<OtherOffice> found;
  const auto [title, own] = Own(issuer);
  if (title == nullptr) return found;
  for (const auto& block : doc.blocks) {
    if (!block.InText() || issuer.HasLine(block.folded)) continue;
    const auto text = doc.Text(block.folded);
    for (std::size_t at = 0; at < text.size() && found.size() < kMostPlaces;) {
      const auto suffix = words_.SuffixAt(text, at);
      const auto end = at + (suffix.empty() ? DecodeAt(text, at).length : suffix.size());
      const auto begin = suffix.empty() ? end : UpperBegin(issuer, text.substr(0, end), at);
      if (begin < end) Weigh(doc, issuer, block.folded, {begin, end}, own, &found);
      at = end;
    }
  }
  return found;
}

/// Where the issuer's county begins that ends with `before`; without its name only where nothing
/// else stands before it. The end of `before` if neither.
std::size_t IssuerOffices::UpperBegin(const Issuer& issuer, std::string_view before,
                                      std::size_t at) const {
  for (const auto& naming : issuer.namings) {
    if (naming.places.empty()) continue;
    const auto& place = naming.places.back();
    if (before.ends_with(place.Name())) return before.size() - place.Name().size();
    if (before.substr(at) == place.suffix && words_.MayBegin(before.substr(0, at), leads_))
      return at;
  }
  return before.size();
}

void IssuerOffices::Weigh(const Document& doc, const Issuer& issuer, Span block, Range upper,
                          std::string_view own, std::vector<OtherOffice>* found) const {
  const auto office = OfficeAt(doc.Text(block).substr(upper.end), offices_);
  if (office.empty() || IsBody(office) || IsOwn(issuer, office)) return;
  const auto how = departments_.Compare(own, office).value_or(CompareOfficeInText(own, office));
  if (how == OfficeMatch::same || how == OfficeMatch::other) return;
  const Span here{block.begin + static_cast<std::uint32_t>(upper.begin),
                  block.begin + static_cast<std::uint32_t>(upper.end + office.size())};
  if (AnyMatches(silent_, PlaceContext(doc, here))) return;
  found->push_back({here, std::string(own), std::string(office), how});
}

bool IssuerOffices::IsOwn(const Issuer& issuer, std::string_view office) const {
  return std::any_of(issuer.namings.begin(), issuer.namings.end(), [&](const Naming& n) {
    return !n.line.empty() && OfficeIn(n, offices_) == office;
  });
}

bool IssuerOffices::IsBody(std::string_view office) const {
  return std::any_of(bodies_.begin(), bodies_.end(),
                     [&](const std::string& b) { return office.starts_with(b); });
}

}  // namespace hegao
