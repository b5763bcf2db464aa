// Words taken for others that sound or look alike, where what stands round them leaves no doubt.
#include <algorithm>
#include <iterator>
#include <map>

#include "checks/marked_span.h"
#include "checks/term/kinds.h"
#include "checks/term/phrase_table.h"
#include "checks/term/term_hits.h"
#include "checks/term/unknown_pairs.h"
#include "checks/term/word_index.h"
#include "checks/term/word_slips.h"
#include "text/fold.h"

namespace hegao {
namespace {

constexpr std::size_t kSlipsAlike = 2;  // as often the same slip of a doubtful kind may happen

std::vector<SqueezedPhrase> Squeezed(const std::vector<std::string>& texts) {
  std::vector<SqueezedPhrase> out;
  for (const auto& t : WordsOf(texts)) {
    auto phrase = SqueezePhrase(t);
    // A mark alone would stand everywhere, and a rule with it would never speak.
    if (phrase.size() != 0) out.push_back(std::move(phrase));
  }
  return out;
}

struct Confusable {
  SqueezedPhrase right;
  std::string shown;
  Severity level = Severity::warning;
  bool in_titles = false;
  std::vector<SqueezedPhrase> before, not_before, after, not_after;
  std::vector<std::string> near;  // folded
};

class Confusables : public Check {
 public:
  explicit Confusables(const Params& p)
      : index_(p.Records("words").size() * 3),
        slips_(p.Texts("vocabulary"), p.Texts("also_right"), p.Texts("look_alikes")),
        pairs_(p, slips_.mixed()) {
    for (const auto& record : p.Records("words")) Add(record);
    for (const auto& record : p.Records("patterns")) {
      patterns_.push_back({record.Patterns("pattern"), record.Patterns("except"),
                           record.Text("right"), LevelOf(record)});
    }
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<TermHit> hits, pairs;
    SqueezedWalk walk(in.doc);
    SqueezedText text;
    WordBreaks breaks;
    while (walk.Next(&text)) {
      for (std::uint32_t at = 0; at + 1 < text.size(); ++at) {
        index_.ForEach(text.chars[at], text.chars[at + 1],
                       [&](std::uint32_t number) { Judge(in.doc, text, number, at, &hits); });
        slips_.Look(in.doc, text, at, &hits);
        LookAtPair(in.doc, text, at, &breaks, &pairs);
      }
    }
    DropNames(in, &pairs);
    std::move(pairs.begin(), pairs.end(), std::back_inserter(hits));
    for (const auto& p : patterns_) Match(in.doc, p, &hits);
    ReportTerms(in.doc, std::move(hits), reporter);
  }

 private:
  struct Wrong {
    SqueezedPhrase text;
    std::uint32_t word;
  };
  struct InContext {
    std::vector<Pattern> patterns, except;
    std::string right;
    Severity level;
  };

  void LookAtPair(const Document& doc, const SqueezedText& text, std::uint32_t at,
                  WordBreaks* breaks, std::vector<TermHit>* pairs) const {
    const auto known = pairs->size();
    pairs_.Look(doc, text, at, breaks, pairs);
    if (pairs->size() == known) return;
    if (slips_.Explained(text, at) || slips_.Explained(text, at + 1)) pairs->pop_back();
  }

  /// What the issuer’s name says is no slip, and what the text says again and again is hardly one:
  /// it is a name, or short for something.
  static void DropNames(const CheckInput& in, std::vector<TermHit>* pairs) {
    std::map<std::string_view, std::size_t> times;
    for (const auto& hit : *pairs) ++times[in.doc.Text(hit.span)];
    std::erase_if(*pairs, [&](const TermHit& hit) {
      const auto said = in.doc.Text(hit.span);
      return in.facts.issuer.find(said) != std::string::npos ||
             (hit.doubtful && times[said] > kSlipsAlike);
    });
  }

  void Add(const Params& record) {
    const auto word = static_cast<std::uint32_t>(words_.size());
    Confusable c;
    c.shown = record.Text("right");
    c.right = SqueezePhrase(c.shown);
    c.level = LevelOf(record);
    c.in_titles = record.Boolean("in_titles", false);
    c.before = Squeezed(record.Texts("before"));
    c.not_before = Squeezed(record.Texts("not_before"));
    c.after = Squeezed(record.Texts("after"));
    c.not_after = Squeezed(record.Texts("not_after"));
    for (const auto& n : WordsOf(record.Texts("near"))) c.near.push_back(Fold(n));
    words_.push_back(std::move(c));
    for (const auto& w : WordsOf(record.Texts("wrong"))) {
      wrong_.push_back({SqueezePhrase(w), word});
      const auto& chars = wrong_.back().text.chars;
      if (chars.size() < 2) continue;
      index_.Add(chars[0], chars[1], static_cast<std::uint32_t>(wrong_.size() - 1));
    }
  }

  void Judge(const Document& doc, const SqueezedText& text, std::uint32_t number, std::uint32_t at,
             std::vector<TermHit>* hits) const {
    const auto& wrong = wrong_[number];
    const auto& word = words_[wrong.word];
    if (!StandsAt(text, at, wrong.text) || DividedInSource(doc, text, at, wrong.text.size()))
      return;
    if (!word.in_titles && (text.flags[at] & SqueezedText::in_title) != 0) return;
    const auto end = at + static_cast<std::uint32_t>(wrong.text.size());
    if (Precedes(text, at, word.not_before) || Follows(text, end, word.not_after)) return;
    if (!word.before.empty() && !Precedes(text, at, word.before)) return;
    if (!word.after.empty() && !Follows(text, end, word.after)) return;
    if (!IsNearOneOf(doc, text.at[at], word.near)) return;
    TermHit hit{text.Folded(at, end), word.shown, word.level, 0, {}, true};
    AddEdits(doc, text, SlipsBetween(word.right.chars, wrong.text.chars, at), word.right.chars,
             &hit);
    // The longer of two words that overlap knows more of what stands there.
    hit.rank = -static_cast<int>(wrong.text.size());
    hits->push_back(std::move(hit));
  }

  static bool Precedes(const SqueezedText& text, std::uint32_t at,
                       const std::vector<SqueezedPhrase>& words) {
    constexpr std::uint8_t kMarks = SqueezedText::after_part | SqueezedText::after_comma;
    if ((text.flags[at] & kMarks) != 0) return false;
    return std::any_of(words.begin(), words.end(), [&](const SqueezedPhrase& w) {
      return w.size() <= at && StandsAt(text, at - w.size(), w);
    });
  }

  static bool Follows(const SqueezedText& text, std::uint32_t end,
                      const std::vector<SqueezedPhrase>& words) {
    constexpr std::uint8_t kMarks = SqueezedText::after_part | SqueezedText::after_comma;
    if (end >= text.size() || (text.flags[end] & kMarks) != 0) return false;
    return std::any_of(words.begin(), words.end(),
                       [&](const SqueezedPhrase& w) { return StandsAt(text, end, w); });
  }

  static void Match(const Document& doc, const InContext& context, std::vector<TermHit>* hits) {
    for (const auto& p : context.patterns) {
      doc.ForEachMatch(p, [&](std::uint32_t, const PatternMatch& m) {
        const auto span = MarkedSpan(p, m);
        if (IsExcepted(doc, context.except, span)) return;
        hits->push_back({span,
                         context.right,
                         context.level,
                         0,
                         {{doc.Source(span), context.right}},
                         doc.folded.notes().traditional.empty()});
      });
    }
  }

  std::vector<Confusable> words_;
  std::vector<Wrong> wrong_;
  std::vector<InContext> patterns_;
  WordIndex index_;
  WordSlips slips_;
  UnknownPairs pairs_;
};

std::vector<ParamSpec> WordFields() {
  return {
      {"wrong", ParamType::texts, true, {"错的词", "the wrong words"}},
      {"right", ParamType::text, true, {"对的词", "the word that was meant"}},
      LevelParam(),
      {"before",
       ParamType::texts,
       false,
       {"紧靠前面必须是其中之一", "one of them must stand right before it"}},
      {"not_before",
       ParamType::texts,
       false,
       {"紧靠前面不能是这些", "none of them may stand right before it"}},
      {"after",
       ParamType::texts,
       false,
       {"紧靠后面必须是其中之一", "one of them must stand right behind it"}},
      {"not_after",
       ParamType::texts,
       false,
       {"紧靠后面不能是这些", "none of them may stand right behind it"}},
      {"near",
       ParamType::texts,
       false,
       {"同一句里必须有其中之一", "one of them must stand in the same sentence"}},
      {"in_titles",
       ParamType::boolean,
       false,
       {"书名号里也查", "looked for in titles (《》) as well"}},
  };
}

std::vector<ParamSpec> PatternFields() {
  return {
      {"pattern",
       ParamType::patterns,
       true,
       {"要找的文字；只圈 (?P<mark>…) 一组", "what to find; only the group (?P<mark>…) is marked"}},
      {"right", ParamType::text, true, {"对的词", "the word that was meant"}},
      LevelParam(),
      {"except", ParamType::patterns, false, {"落在其中的不报", "in which nothing is reported"}},
  };
}

std::vector<ParamSpec> AllParams() {
  std::vector<ParamSpec> params = {
      {"words",
       ParamType::records,
       true,
       {"容易写错的词和上下文", "the words and what stands round them"},
       0,
       1000000,
       {},
       WordFields()},
      {"patterns",
       ParamType::records,
       false,
       {"上下文要用正则表达式说的", "those whose context takes an expression to say"},
       0,
       1000000,
       {},
       PatternFields()},
      {"vocabulary",
       ParamType::texts,
       false,
       {"四个字以上的常用词语，错一个同音或形近字就报",
        "usual words of four characters or more, in which one character of the same sound "
        "or look is wrong"}},
      {"also_right",
       ParamType::texts,
       false,
       {"盖住那个字的对的词", "right words that explain such a character"}},
      LookAlikesParam()};
  for (auto& p : UnknownPairs::Parameters()) params.push_back(std::move(p));
  return params;
}

}  // namespace

const CheckKind kConfusable = {
    "confusable",
    {"音近形近而误用的词", "Words taken for others that sound or look alike"},
    "words: [{wrong: [按装], right: 安装, not_after: [在]}]",
    AllParams(),
    {"text", "right", "should"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<Confusables>(p); }};

}  // namespace hegao
