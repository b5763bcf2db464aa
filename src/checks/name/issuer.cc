#include "checks/name/issuer.h"

#include <algorithm>

namespace hegao {
namespace {

void AddLine(const Document& doc, const PlaceWords& words, std::uint32_t block, FactSource where,
             Issuer& issuer) {
  // A line such as 抄送: names others.
  const auto text = doc.Text(doc.blocks[block].folded);
  if (where == FactSource::signature && text.find(':') != text.npos) return;
  Naming naming;
  naming.where = where;
  naming.line = doc.blocks[block].folded;
  naming.text = text;
  naming.places = words.Read(naming.text, naming.line.begin);
  if (!naming.places.empty()) {
    naming.rest = naming.places.back().folded.end - naming.line.begin;
  } else {
    // The county's own bureau leaves out its name and keeps the word.
    naming.rest = static_cast<std::uint32_t>(words.SuffixAt(naming.text, 0).size());
  }
  issuer.namings.push_back(std::move(naming));
}

template <typename Test>
bool AnyPlace(const Issuer& issuer, Test test) {
  return std::any_of(issuer.namings.begin(), issuer.namings.end(), [&](const Naming& n) {
    return std::any_of(n.places.begin(), n.places.end(), test);
  });
}

}  // namespace

const NamedPlace* Issuer::Town() const {
  for (const auto& naming : namings) {
    for (const auto& place : naming.places) {
      if (place.town) return &place;
    }
  }
  return nullptr;
}

bool Issuer::HasName(std::string_view name) const {
  return AnyPlace(*this, [&](const NamedPlace& p) {
    return name.size() == p.stem.size() + p.suffix.size() && name.starts_with(p.stem) &&
           name.ends_with(p.suffix);
  });
}

bool Issuer::HasStem(std::string_view stem) const {
  return AnyPlace(*this, [&](const NamedPlace& p) { return p.stem == stem; });
}

bool Issuer::HasLine(Span folded) const {
  return std::any_of(namings.begin(), namings.end(),
                     [&](const Naming& n) { return n.line == folded; });
}

bool Issuer::Unknown() const {
  return !AnyPlace(*this, [](const NamedPlace&) { return true; });
}

std::string Issuer::Shown() const {
  std::string best;
  std::size_t most = 0;
  for (const auto& naming : namings) {
    std::string name;
    std::size_t count = 0;
    for (const auto& place : naming.places) {
      name += place.Name();
      ++count;
      if (place.town) break;
    }
    if (count > most) {
      most = count;
      best = name;
    }
  }
  return best;
}

Issuer ReadIssuer(const CheckInput& in, const PlaceWords& words) {
  Issuer issuer;
  for (const auto b : in.doc.title_blocks) AddLine(in.doc, words, b, FactSource::title, issuer);
  for (const auto b : in.doc.signature_blocks)
    AddLine(in.doc, words, b, FactSource::signature, issuer);
  if (!in.facts.publication_source.empty()) {
    Naming naming;
    naming.where = FactSource::chrome;
    naming.text = in.facts.publication_source;
    naming.places = words.Read(naming.text, 0);
    for (auto& place : naming.places) place.folded = {};
    issuer.namings.push_back(std::move(naming));
  }
  return issuer;
}

}  // namespace hegao
