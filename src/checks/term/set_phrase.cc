// Phrases that have one right form: known wrong variants, near misses, parts in the wrong order.
#include <algorithm>

#include "checks/term/kinds.h"
#include "checks/term/phrase_search.h"
#include "checks/term/phrase_table.h"
#include "checks/term/slip_judgement.h"
#include "checks/term/term_hits.h"

namespace hegao {
namespace {

// Where findings overlap the lowest stands for all: a long phrase with several slips, of which a
// listed variant is one; then what is listed; then near misses by the number of slips.
enum Rank { several_slips, listed, order, first_slip };
constexpr std::size_t kManyParts = 16;

class SetPhrases : public Check {
 public:
  explicit SetPhrases(const Params& p)
      : table_(p.Records("phrases"), p.Texts("also_right")), mixed_(p.Texts("look_alikes")) {
    for (const auto& words : p.Texts("particles")) particles_ += SqueezePhrase(words).chars;
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<TermHit> hits;
    SqueezedWalk walk(in.doc);
    SqueezedText text;
    while (walk.Next(&text)) {
      auto places = FindPhrases(table_, text);
      const SlipJudgement judgement(text, places.right, particles_, mixed_);
      for (const auto& place : places.literals) AddListed(in.doc, text, judgement, place, &hits);
      for (auto& place : places.near) AddNear(in.doc, text, judgement, &place, &hits);
      AddDisorder(text, places.literals, &hits);
    }
    ReportTerms(in.doc, std::move(hits), reporter);
  }

 private:
  void AddListed(const Document& doc, const SqueezedText& text, const SlipJudgement& judgement,
                 PhrasePlaces::Literal place, std::vector<TermHit>* hits) const {
    const auto& literal = table_.literals()[place.literal];
    if (literal.kind != PhraseLiteral::Kind::wrong) return;
    const auto& phrase = table_.phrases()[literal.phrase];
    const auto end = place.begin + static_cast<std::uint32_t>(literal.text.size());
    if ((text.flags[place.begin] & SqueezedText::in_title) != 0 && !phrase.strict) return;
    // The variant may be nothing but a piece of the phrase.
    const auto inside = phrase.text.chars.find(literal.text.chars);
    if (inside != phrase.text.chars.npos && inside <= place.begin &&
        text.chars.compare(place.begin - inside, phrase.text.size(), phrase.text.chars) == 0) {
      return;
    }
    if (judgement.IsExcepted(phrase, place.begin, end)) return;
    if (!IsNearOneOf(doc, text.at[place.begin], phrase.near)) return;
    TermHit hit{text.Folded(place.begin, end), phrase.shown, phrase.level, listed, {}, true};
    AddEdits(doc, text, SlipsBetween(phrase.text.chars, literal.text.chars, place.begin),
             phrase.text.chars, &hit);
    hits->push_back(std::move(hit));
  }

  void AddNear(const Document& doc, const SqueezedText& text, const SlipJudgement& judgement,
               PhrasePlaces::Near* place, std::vector<TermHit>* hits) const {
    const auto& phrase = table_.phrases()[place->phrase];
    const auto level = judgement.Judge(phrase, &place->match);
    if (!level) return;
    const auto& match = place->match;
    const auto slips = static_cast<int>(match.slips.size());
    const bool several = slips > 1 && phrase.text.size() >= kManyParts && *level > Severity::info;
    TermHit hit{text.Folded(match.begin, match.end),
                phrase.shown,
                *level,
                several ? several_slips : first_slip + slips,
                {},
                !SlipJudgement::AtAnEnd(phrase, match)};
    AddEdits(doc, text, match.slips, phrase.text.chars, &hit);
    hits->push_back(std::move(hit));
  }

  /// All parts of a phrase, one right after the other, in an order that is not its own.
  void AddDisorder(const SqueezedText& text, const std::vector<PhrasePlaces::Literal>& literals,
                   std::vector<TermHit>* hits) const {
    struct Row {
      std::uint32_t begin = 0, end = 0;
      std::vector<std::uint32_t> parts;
    };
    std::vector<std::pair<std::uint32_t, Row>> rows;  // by phrase; few phrases are ordered
    for (const auto& place : literals) {
      const auto& literal = table_.literals()[place.literal];
      if (literal.kind != PhraseLiteral::Kind::part) continue;
      auto it = std::find_if(rows.begin(), rows.end(),
                             [&](const auto& r) { return r.first == literal.phrase; });
      if (it == rows.end()) it = rows.insert(rows.end(), {literal.phrase, {}});
      auto& row = it->second;
      if (row.parts.empty() || row.end != place.begin) row = {place.begin, place.begin, {}};
      row.end = place.begin + static_cast<std::uint32_t>(literal.text.size());
      row.parts.push_back(literal.part);
      const auto& phrase = table_.phrases()[literal.phrase];
      if (!Disordered(phrase, row.parts)) continue;
      hits->push_back(
          {text.Folded(row.begin, row.end), phrase.shown, phrase.level, order, {}, false});
      row.parts.clear();
    }
  }

  static bool Disordered(const SetPhrase& phrase, std::vector<std::uint32_t> parts) {
    if (parts.size() != phrase.parts.size() || std::is_sorted(parts.begin(), parts.end())) {
      return false;
    }
    std::sort(parts.begin(), parts.end());
    return std::adjacent_find(parts.begin(), parts.end()) == parts.end();
  }

  PhraseTable table_;
  std::u32string particles_;
  EasilyMixed mixed_;
};

}  // namespace

const CheckKind kSetPhrase = {
    "set_phrase",
    {"固定提法写错、漏字、多字或次序颠倒",
     "Set phrases written wrongly: a known variant, a slip of the pen, parts in the wrong order"},
    "phrases: [{phrase: 一张蓝图绘到底, wrong: [一张蓝图画到底]}]",
    {{"phrases",
      ParamType::records,
      true,
      {"只有一种写法的提法", "phrases that have one right form"},
      0,
      1000000,
      {},
      PhraseTable::Fields()},
     {"also_right",
      ParamType::texts,
      false,
      {"与提法只差一两个字、但也对的词语",
       "right words that are a slip or two away from a phrase"}},
     {"particles",
      ParamType::texts,
      false,
      {"可有可无、可以互换的虚字，如“的”“和”", "characters that may stand or fall in a phrase"}},
     LookAlikesParam()},
    {"text", "right"},
    [](const Params& p) -> std::unique_ptr<Check> {
      if (p.Records("phrases").empty()) return nullptr;
      return std::make_unique<SetPhrases>(p);
    }};

}  // namespace hegao
