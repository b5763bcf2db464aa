#include "checks/term/unknown_pairs.h"

#include <algorithm>

#include "text/char_tables.h"
#include "text/utf8.h"

namespace hegao {
namespace {

using char_tables::kFirstSound;
using char_tables::kLastSound;

// `often` is a logarithm to base 2, so these are factors. Set by measurement: of some 160 work
// reports of 16,000 characters, in which hardly a slip is to be expected, one in ten has a pair
// within kMost that the data do not know to be right, none has one within kSure.
constexpr int kMost = 8;            // chance meetings for each time the word is written
constexpr int kMostBetween = 9;     // the same, where usual words stand to both sides
constexpr int kSure = 3;            // likewise; below it a careful reader has no doubt
constexpr int kNeverAlone = 2;      // a character that no record has
constexpr int kOddNeighbour = 8;    // rarer alone: one more that is no word, as in names
constexpr std::size_t kReach = 12;  // characters to either side that words are made out of
constexpr std::size_t kLeast = 4;   // a shorter run is a name or a form's label as likely

// Keys of the index past all characters stand for sounds.
constexpr char32_t kSounds = 0x110000;
constexpr std::uint8_t kMarks =
    SqueezedText::after_part | SqueezedText::after_comma | SqueezedText::after_quote;

/// Numbers of the index: a word itself, or what looks or sounds like it.
constexpr std::uint32_t Itself(std::uint32_t word) { return word * 2; }
constexpr std::uint32_t Like(std::uint32_t word) { return word * 2 + 1; }

bool HasSound(char32_t c) { return c >= kFirstSound && c <= kLastSound; }
char32_t SoundKey(char32_t c) { return kSounds + SoundOf(c); }

std::size_t CountOf(const std::vector<Params>& records) {
  std::size_t bytes = 0;
  for (const auto& r : records) {
    for (const auto& w : r.Texts("words")) bytes += w.size();
  }
  return bytes / 7;  // two characters and a blank
}

/// The Han characters round a pair, up to the next mark.
struct Run {
  std::size_t begin, end;
};

Run RunAround(const SqueezedText& text, std::size_t at) {
  Run run{at, at + 2};
  while (run.begin > 0 && at - run.begin < kReach && (text.flags[run.begin] & kMarks) == 0 &&
         IsHan(text.chars[run.begin - 1])) {
    --run.begin;
  }
  while (run.end < text.size() && run.end - at - 2 < kReach &&
         (text.flags[run.end] & kMarks) == 0 && IsHan(text.chars[run.end])) {
    ++run.end;
  }
  return run;
}

void AddHit(const Document& doc, const SqueezedText& text, std::uint32_t at,
            std::u32string_view right, Severity level, std::vector<TermHit>* hits) {
  // What is listed, and words of four characters, know better what was meant: last of all.
  TermHit hit{text.Folded(at, at + 2), ToUtf8(right), level, 2, {}, false};
  hit.doubtful = level == Severity::info;
  AddEdits(doc, text, SlipsBetween(right, std::u32string_view(text.chars).substr(at, 2), at), right,
           &hit);
  hits->push_back(std::move(hit));
}

}  // namespace

UnknownPairs::UnknownPairs(const Params& p, const EasilyMixed& mixed)
    : alone_(kLastSound - kFirstSound + 1, kNeverAlone),
      in_names_(alone_.size()),
      index_(CountOf(p.Records("usual")) * 4) {
  const auto& usual = p.Records("usual");
  words_.reserve(CountOf(usual));
  for (const auto& r : usual) {
    const auto often = static_cast<int>(r.Integer("often", 0));
    most_often_ = std::max(most_often_, often);
    for (const auto& w : r.Texts("words")) AddWords(w, often, mixed);
  }
  for (const auto& r : p.Records("one_character")) {
    for (const auto& c : r.Texts("characters")) {
      AddAlone(c, static_cast<int>(r.Integer("often", 0)));
    }
  }
  Mark(p.Texts("surnames"), surname);
  Mark(p.Texts("place_ends"), place_end);
}

void UnknownPairs::AddWords(std::string_view words, int often, const EasilyMixed& mixed) {
  char32_t first = 0;
  for (std::size_t i = 0; i < words.size();) {
    const auto read = DecodeAt(words, i);
    i += read.length;
    const char32_t c = FoldChar(read.value);
    if (!IsHan(c)) {
      first = 0;
    } else if (first == 0) {
      first = c;
    } else {
      const auto number = static_cast<std::uint32_t>(words_.size());
      words_.push_back({first, c, often});
      index_.Add(first, c, Itself(number));
      if (often > 0) {
        index_.Add(first, SoundKey(c), Like(number));
        index_.Add(SoundKey(first), c, Like(number));
        mixed.ForEachLike(c, [&](char32_t like) { index_.Add(first, like, Like(number)); });
        mixed.ForEachLike(first, [&](char32_t like) { index_.Add(like, c, Like(number)); });
      }
      first = 0;
    }
  }
}

void UnknownPairs::AddAlone(std::string_view characters, int often) {
  for (std::size_t i = 0; i < characters.size();) {
    const auto c = DecodeAt(characters, i);
    i += c.length;
    if (!HasSound(c.value)) continue;
    alone_[c.value - kFirstSound] = static_cast<std::uint8_t>(often);
  }
}

void UnknownPairs::Mark(const std::vector<std::string>& characters, InNames as) {
  for (const auto& text : characters) {
    const auto c = DecodeAt(text, 0);
    if (c.length == text.size() && HasSound(c.value)) in_names_[c.value - kFirstSound] |= as;
  }
}

int UnknownPairs::Alone(char32_t c) const {
  return HasSound(c) ? alone_[c - kFirstSound] : kNeverAlone;
}

bool UnknownPairs::Has(char32_t c, InNames as) const {
  return HasSound(c) && (in_names_[c - kFirstSound] & as) != 0;
}

bool UnknownPairs::IsWord(char32_t first, char32_t second) const {
  bool is = false;
  index_.ForEach(first, second, [&](std::uint32_t number) { is |= number % 2 == 0; });
  return is;
}

/// The most usual word it may be a slip for; nullptr: none, or it is a word.
const UnknownPairs::Word* UnknownPairs::Meant(char32_t first, char32_t second) const {
  const Word* best = nullptr;
  bool is_word = false;
  const auto take = [&](std::uint32_t number) {
    const auto& word = words_[number / 2];
    if (number == Itself(number / 2)) is_word = true;
    if (best == nullptr || word.often > best->often) best = &word;
  };
  index_.ForEach(first, second, take);
  if (is_word) return nullptr;
  index_.ForEach(first, SoundKey(second), take);
  index_.ForEach(SoundKey(first), second, take);
  return best;
}

/// Does either character make a word with its other neighbour?
bool UnknownPairs::PartOfWords(const SqueezedText& text, std::uint32_t at) const {
  if (at > 0 && IsWord(text.chars[at - 1], text.chars[at])) return true;
  return at + 2 < text.size() && IsWord(text.chars[at + 1], text.chars[at + 2]);
}

void UnknownPairs::Look(const Document& doc, const SqueezedText& text, std::uint32_t at,
                        WordBreaks* breaks, std::vector<TermHit>* hits) const {
  const auto first = text.chars[at], second = text.chars[at + 1];
  if (!HasSound(first) || !HasSound(second)) return;
  const int chance = Alone(first) + Alone(second);
  if (chance - most_often_ > kMostBetween) return;
  if ((text.flags[at + 1] & kMarks) != 0 || (text.flags[at] & SqueezedText::in_title) != 0) return;
  const auto* word = Meant(first, second);
  if (word == nullptr || chance - word->often > kMostBetween || PartOfWords(text, at)) return;

  const auto run = RunAround(text, at);
  if (run.end - run.begin < kLeast || DividedInSource(doc, text, at, 2)) return;
  const std::u32string_view chars(text.chars);
  if (!breaks->Divide(chars.substr(run.begin, run.end - run.begin))) return;
  const auto is_break = [&](std::size_t i) { return breaks->IsBreak(i - run.begin); };
  if (!is_break(at) || !is_break(at + 1) || !is_break(at + 2)) return;
  const bool one_before = at > run.begin && is_break(at - 1);
  const bool one_behind = at + 2 < run.end && is_break(at + 3);
  if (IsName(text, at, one_before, one_behind)) return;

  const int factor = chance - word->often;
  const bool between = BetweenWords(text, at, run.begin, run.end);
  if (!between && factor > kMost) return;
  const bool sure = between && factor <= kSure;
  const char32_t right[] = {word->first, word->second};
  AddHit(doc, text, at, {right, 2}, sure ? Severity::warning : Severity::info, hits);
}

/// Is it of a name of three characters, of a person or of a place, or beside one more character
/// that is no word? `one_before`, `one_behind`: what stands there is divided off as well.
bool UnknownPairs::IsName(const SqueezedText& text, std::size_t at, bool one_before,
                          bool one_behind) const {
  const auto& c = text.chars;
  if (one_before && (Alone(c[at - 1]) < kOddNeighbour || Has(c[at - 1], surname))) return true;
  return one_behind &&
         (Alone(c[at + 2]) < kOddNeighbour || Has(c[at + 2], place_end) || Has(c[at], surname));
}

/// Is there a usual word, or the end of the run, to both sides?
bool UnknownPairs::BetweenWords(const SqueezedText& text, std::size_t at, std::size_t begin,
                                std::size_t end) const {
  const auto& c = text.chars;
  const bool before = at == begin || (at >= begin + 2 && IsWord(c[at - 2], c[at - 1]));
  const bool behind = at + 2 == end || (at + 4 <= end && IsWord(c[at + 2], c[at + 3]));
  return before && behind && end - begin > 2;
}

std::vector<ParamSpec> UnknownPairs::Parameters() {
  constexpr long kMany = 1000000, kMostOften = 30;
  const std::vector<ParamSpec> usual = {
      {"often",
       ParamType::integer,
       false,
       {"多常用（次数的以 2 为底的对数）；不写：只当对的词",
        "how often, as a logarithm to base 2; without it they are right and no more"},
       1,
       kMostOften},
      {"words", ParamType::texts, true, {"两个字的词", "words of two characters"}},
  };
  const std::vector<ParamSpec> alone = {
      {"often",
       ParamType::integer,
       true,
       {"单独成词多常见（次数的以 2 为底的对数）",
        "how often they are a word of their own, as a logarithm to base 2"},
       1,
       kMostOften},
      {"characters", ParamType::texts, true, {"字", "the characters"}},
  };
  return {
      {"usual",
       ParamType::records,
       false,
       {"两个字的常用词；不成词的两个字与之只差一个同音或形近字就报",
        "usual words of two characters; two that are no word, one of the same sound or look away, "
        "are reported"},
       0,
       kMany,
       {},
       usual},
      {"one_character",
       ParamType::records,
       false,
       {"单独成词的字，越常见越不算错",
        "characters that are words of their own; the more often, the less they are slips"},
       0,
       kMany,
       {},
       alone},
      {"surnames",
       ParamType::texts,
       false,
       {"姓，只看单姓", "surnames of one character; what follows them is a name"}},
      {"place_ends",
       ParamType::texts,
       false,
       {"地名末尾的字", "characters that names of places end with, each a text"}},
  };
}

}  // namespace hegao
