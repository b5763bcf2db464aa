#include "checks/number/quantity_text.h"

#include <algorithm>

#include "text/affix.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestLabel = 120;  // bytes

bool IsMark(char32_t c) {
  switch (c) {
    case U'，':
    case U',':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U'(':
    case U')':
    case U'。':
    case U'、':
    case U'“':
    case U'”':
    case U'\n':
      return true;
    default:
      return false;
  }
}

}  // namespace

WordList::WordList(const std::vector<std::string>& words) {
  for (const auto& w : words) words_.push_back(Fold(w));
  std::stable_sort(words_.begin(), words_.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

bool WordList::In(std::string_view text) const {
  return std::any_of(words_.begin(), words_.end(),
                     [&](const auto& w) { return text.find(w) != text.npos; });
}

std::size_t WordList::AtEnd(std::string_view text) const {
  for (const auto& w : words_) {
    if (text.size() >= w.size() && text.substr(text.size() - w.size()) == w) return w.size();
  }
  return 0;
}

std::size_t WordList::AtStart(std::string_view text) const {
  for (const auto& w : words_) {
    if (text.substr(0, w.size()) == w) return w.size();
  }
  return 0;
}

std::size_t WordList::LastIn(std::string_view text, std::size_t* length) const {
  std::size_t best = text.npos;
  for (const auto& w : words_) {
    const auto at = text.rfind(w);
    if (at == text.npos || (best != text.npos && at + w.size() <= best + *length)) continue;
    best = at;
    *length = w.size();
  }
  return best;
}

std::size_t FindStop(std::string_view text) {
  constexpr std::string_view kStop = "。";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '!' || text[i] == '?') return i;
    if (text[i] == kStop[0] && text.substr(i, kStop.size()) == kStop) return i;
  }
  return text.npos;
}

std::vector<QuantitySentence> Sentences(const Document& doc, const std::vector<Quantity>& all) {
  std::vector<QuantitySentence> out;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& block = doc.blocks[all[i].block].folded;
    const bool same = i > 0 && all[i - 1].block == all[i].block;
    const auto from = same ? all[i - 1].folded.end : block.begin;
    const auto between = doc.Text({from, std::max(from, all[i].folded.begin)});
    if (same && FindStop(between) == between.npos) {
      out.back().last = i + 1;
      continue;
    }
    auto begin = from;
    for (auto rest = between;;) {
      const auto stop = FindStop(rest);
      if (stop == rest.npos) break;
      const auto step = stop + DecodeAt(rest, stop).length;
      begin += static_cast<std::uint32_t>(step);
      rest.remove_prefix(step);
    }
    out.push_back({i, i + 1, {begin, block.end}});
  }
  for (auto& s : out) {
    const auto behind = all[s.last - 1].folded.end;
    const auto stop = FindStop(doc.Text({behind, std::max(behind, s.span.end)}));
    if (stop != std::string_view::npos) s.span.end = behind + static_cast<std::uint32_t>(stop);
  }
  return out;
}

std::string_view Lead(const Document& doc, const QuantitySentence& sentence,
                      const std::vector<Quantity>& all, std::size_t i) {
  const auto from = i > sentence.first ? all[i - 1].folded.end : sentence.span.begin;
  return doc.Text({from, std::max(from, all[i].folded.begin)});
}

std::string_view LabelBefore(const Document& doc, const QuantitySentence& sentence,
                             const std::vector<Quantity>& all, std::size_t i) {
  const auto lead = Lead(doc, sentence, all, i);
  auto at = lead.size();
  while (at > 0 && lead.size() - at < kLongestLabel) {
    const auto c = DecodeBefore(lead, at);
    if (IsMark(c.value)) break;
    at -= c.length;
  }
  return lead.substr(at);
}

std::string_view LabelAfter(const Document& doc, const QuantitySentence& sentence,
                            const std::vector<Quantity>& all, std::size_t i) {
  const auto from = all[i].folded.end;
  const auto to = i + 1 < sentence.last ? all[i + 1].folded.begin : sentence.span.end;
  const auto rest = doc.Text({from, std::max(from, to)});
  std::size_t at = 0;
  while (at < rest.size() && at < kLongestLabel) {
    const auto c = DecodeAt(rest, at);
    if (IsMark(c.value)) break;
    at += c.length;
  }
  return rest.substr(0, at);
}

Joint JointOf(std::string_view lead) {
  Joint joint = Joint::none;
  for (std::size_t at = 0; at < lead.size(); at += DecodeAt(lead, at).length) {
    const auto c = DecodeAt(lead, at).value;
    if (c == U'(' || c == U')') return Joint::bracket;
    if (c == U',' || c == U';' || c == U':') joint = Joint::comma;
    if (joint == Joint::none && (c == U'、' || c == U'和' || c == U'及' || c == U'与'))
      joint = Joint::list;
  }
  return joint;
}

bool AtLeast(const Document& doc, const Quantity& q) {
  if (!q.approximate || q.range || q.ordinal || q.each || q.negative) return false;
  const auto typed = doc.Text(q.folded);
  return EndsWithAny(typed, {"以上"}) != 0 ||
         StartsWithAny(typed, {"超过", "超", "逾", "不低于"}) != 0;
}

std::string Typed(const Document& doc, const Quantity& q) {
  const auto end = q.unit.empty() ? q.number.end : q.unit.end;
  return std::string(doc.Text({q.number.begin, end}));
}

}  // namespace hegao
