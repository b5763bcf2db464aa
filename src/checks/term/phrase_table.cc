#include "checks/term/phrase_table.h"

#include <algorithm>

#include "checks/term/term_hits.h"
#include "text/fold.h"

namespace hegao {
namespace {

constexpr std::size_t kShortest = 6;  // characters of a phrase whose near misses are told from
                                      // other words

std::uint32_t SlipsAllowed(std::size_t characters) {
  if (characters < kShortest) return 0;
  if (characters < 10) return 1;
  return characters < 17 ? 2 : 3;
}

/// A slip spoils two of the pairs of neighbours that a phrase consists of, one swap three; what is
/// left must stand there. At least two, or every common word would call for a comparison.
std::uint32_t VotesNeeded(const SetPhrase& phrase) {
  std::u32string_view chars = phrase.text.chars;
  std::vector<std::uint64_t> pairs;
  for (std::size_t i = 0; i + 1 < chars.size(); ++i) {
    pairs.push_back((std::uint64_t{chars[i]} << 32) | chars[i + 1]);
  }
  const auto lost = 2 * phrase.most + 1;
  return pairs.size() > lost + 2 ? static_cast<std::uint32_t>(pairs.size()) - lost : 2;
}

std::vector<std::u32string> PartsOf(const SqueezedPhrase& phrase) {
  std::vector<std::u32string> parts(1);
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (phrase.flags[i] != 0) parts.emplace_back();
    parts.back() += phrase.chars[i];
  }
  return parts;
}

}  // namespace

std::vector<ParamSpec> PhraseTable::Fields() {
  return {
      {"phrase", ParamType::text, true, {"规范的写法", "the phrase as it is to be written"}},
      {"wrong",
       ParamType::texts,
       false,
       {"已知的错误写法，“phrase”可直接替换它",
        "known wrong variants, which `phrase` takes the place of"}},
      LevelParam(),
      {"slips",
       ParamType::integer,
       false,
       {"允许差几个字仍算是它；0 只找 wrong；缺省按长度",
        "how many slips a near miss may have; 0: only `wrong`; default by length"},
       0,
       3},
      {"strict",
       ParamType::boolean,
       false,
       {"一字不能差，书名号里也查", "not a character may differ, in titles neither"}},
      {"ordered",
       ParamType::boolean,
       false,
       {"顿号隔开的各项，次序也固定", "its parts have a fixed order"}},
      {"near",
       ParamType::texts,
       false,
       {"同一句里有其中之一，wrong 才算错",
        "one of them must stand in the sentence for a variant of `wrong` to be one"}},
      {"except",
       ParamType::texts,
       false,
       {"落在这些字里的不算错", "words in which a variant is no mistake"}},
  };
}

PhraseTable::PhraseTable(const std::vector<Params>& records,
                         const std::vector<std::string>& also_right)
    : index_(records.size() * 16) {
  phrases_.reserve(records.size());
  for (const auto& record : records) AddPhrase(record);
  for (const auto& words : WordsOf(also_right)) {
    AddLiteral({PhraseLiteral::Kind::right, SqueezePhrase(words), 0, 0});
  }
  FillIndex();
}

void PhraseTable::AddPhrase(const Params& record) {
  SetPhrase phrase;
  phrase.shown = record.Text("phrase");
  phrase.text = SqueezePhrase(phrase.shown);
  phrase.level = LevelOf(record);
  phrase.strict = record.Boolean("strict", false);
  phrase.marked = std::any_of(phrase.text.flags.begin(), phrase.text.flags.end(),
                              [](std::uint8_t f) { return f != 0; });
  const auto allowed = SlipsAllowed(phrase.text.size());
  phrase.most = static_cast<std::uint32_t>(record.Integer("slips", allowed));
  // Two slips in four characters are another word.
  if (phrase.text.size() < 2 * std::size_t{phrase.most} + 2) phrase.most = 0;
  phrase.votes = VotesNeeded(phrase);
  for (const auto& words : WordsOf(record.Texts("except"))) {
    phrase.except.push_back(SqueezePhrase(words).chars);
  }
  for (const auto& words : WordsOf(record.Texts("near"))) phrase.near.push_back(Fold(words));
  const auto number = static_cast<std::uint32_t>(phrases_.size());
  for (const auto& wrong : WordsOf(record.Texts("wrong"))) {
    AddLiteral({PhraseLiteral::Kind::wrong, SqueezePhrase(wrong), number, 0});
  }
  if (record.Boolean("ordered", false)) {
    phrase.parts = PartsOf(phrase.text);
    for (std::uint32_t i = 0; i < phrase.parts.size(); ++i) {
      AddLiteral({PhraseLiteral::Kind::part, SqueezePhrase(ToUtf8(phrase.parts[i])), number, i});
    }
  }
  phrases_.push_back(std::move(phrase));
}

void PhraseTable::AddLiteral(PhraseLiteral literal) {
  if (literal.text.size() >= 2) literals_.push_back(std::move(literal));
}

void PhraseTable::FillIndex() {
  for (std::uint32_t p = 0; p < phrases_.size(); ++p) {
    const auto& chars = phrases_[p].text.chars;
    if (phrases_[p].most == 0) continue;
    for (std::size_t i = 0; i + 1 < chars.size(); ++i) index_.Add(chars[i], chars[i + 1], p);
  }
  for (std::uint32_t l = 0; l < literals_.size(); ++l) {
    const auto& chars = literals_[l].text.chars;
    index_.Add(chars[0], chars[1], static_cast<std::uint32_t>(phrases_.size()) + l);
  }
}

bool StandsAt(const SqueezedText& text, std::size_t at, const SqueezedPhrase& literal) {
  if (text.chars.compare(at, literal.size(), literal.chars) != 0) return false;
  constexpr std::uint8_t kMarks = SqueezedText::after_part | SqueezedText::after_comma;
  for (std::size_t i = 1; i < literal.size(); ++i) {
    if ((text.flags[at + i] & kMarks) != 0 && literal.flags[i] == 0) return false;
  }
  return true;
}

}  // namespace hegao
