// Blanks a writer marked and did not fill: xxxx年xx月xx日, 20××年, xx次, ____, **人, ○○处, 待补充.
// What the runs of mask characters mean is judged in mask_judgement.cc; the words come from the
// rule.
#include <algorithm>

#include "checks/marked_span.h"
#include "checks/placeholder/kinds.h"
#include "checks/placeholder/mask_judgement.h"
#include "checks/text/mark_places.h"
#include "text/fold.h"

namespace hegao {
namespace {

constexpr std::ptrdiff_t kMany = 3;  // certain blanks that make the doubtful ones certain as well

class MaskPlaceholder : public Check {
 public:
  explicit MaskPlaceholder(const Params& p)
      : words_{p.Folded("units"), p.Folded("allow"), p.Folded("surnames")},
        sure_(p.Patterns("words")),
        doubtful_(p.Patterns("doubtful_words")),
        in_title_(p.Patterns("title_words")),
        except_(p.Patterns("except")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<Blank> blanks;
    AddMasks(in.doc, blanks);
    AddWords(in.doc, sure_, MaskVerdict::sure, false, blanks);
    AddWords(in.doc, doubtful_, MaskVerdict::weak, false, blanks);
    AddWords(in.doc, in_title_, MaskVerdict::sure, true, blanks);
    std::sort(blanks.begin(), blanks.end(), [](const Blank& a, const Blank& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      if (a.span.end != b.span.end) return a.span.end > b.span.end;
      return a.verdict > b.verdict;
    });
    const bool many = std::count_if(blanks.begin(), blanks.end(), [](const Blank& b) {
                        return b.verdict == MaskVerdict::sure;
                      }) >= kMany;
    std::uint32_t reported_to = 0;
    for (const auto& b : blanks) {
      if (b.span.begin < reported_to) continue;
      reported_to = b.span.end;
      ReportExtras extras;
      extras.weaker = b.verdict == MaskVerdict::weak && !(many && b.is_mask);
      reporter.Report(b.span, {{"blank", reporter.Quote(b.shown)}}, extras);
    }
  }

 private:
  struct Blank {
    Span span, shown;  // folded; what is marked, and that with its unit
    MaskVerdict verdict = MaskVerdict::sure;
    bool is_mask = false;
  };

  void AddMasks(const Document& doc, std::vector<Blank>& blanks) const {
    const auto highlights = MarkPlaces(doc, BitOf(Mark::Kind::highlight));
    for (const auto& run : FindMaskRuns(doc)) {
      if (IsExcepted(doc, except_, run.folded)) continue;
      auto verdict = JudgeMask(doc, run, words_);
      if (verdict == MaskVerdict::silent) continue;
      // Whoever marked it with a colour meant to come back to it.
      if (AnyOverlaps(highlights, run.folded)) verdict = MaskVerdict::sure;
      const auto span = WholeBlank(doc, run);
      blanks.push_back({span, WithUnit(doc, span, run.block), verdict, true});
    }
  }

  /// Blanks that are words: 待补充, {{单位}}, empty brackets, the stand-in names of sample texts.
  void AddWords(const Document& doc, const std::vector<Pattern>& patterns, MaskVerdict verdict,
                bool title_only, std::vector<Blank>& blanks) const {
    for (const auto& p : patterns) {
      doc.ForEachMatch(p, [&](std::uint32_t b, const PatternMatch& m) {
        if (title_only && !IsTitle(doc, b)) return;
        const auto hit = MarkedSpan(p, m);
        if (!IsExcepted(doc, except_, hit)) blanks.push_back({hit, hit, verdict});
      });
    }
  }

  static bool IsTitle(const Document& doc, std::uint32_t block) {
    return std::find(doc.title_blocks.begin(), doc.title_blocks.end(), block) !=
           doc.title_blocks.end();
  }

  Span WithUnit(const Document& doc, Span span, std::uint32_t block) const {
    const auto unit = words_.UnitAt(doc.Text({span.end, doc.blocks[block].folded.end}));
    return {span.begin, span.end + static_cast<std::uint32_t>(unit)};
  }

  MaskWords words_;
  std::vector<Pattern> sure_, doubtful_, in_title_, except_;
};

}  // namespace

const CheckKind kMaskPlaceholder = {
    "mask_placeholder",
    {"用 x、×、*、○、_ 等占位、没有填写的空",
     "Blanks marked with x, ×, *, ○ or _ and never filled"},
    "units: [年, 月, 件]\nallow: [X光]",
    {{"units", ParamType::texts, true, {"占位符后面可能跟的字", "words that may follow a blank"}},
     {"allow",
      ParamType::texts,
      false,
      {"不是占位符的写法", "words that start like a blank and are none"}},
     {"surnames",
      ParamType::texts,
      false,
      {"后面的 ×× 是隐去的人名", "before ××: a person left unnamed on purpose"}},
     {"words",
      ParamType::patterns,
      false,
      {"也算没有填写的话；有 (?P<mark>…) 时只圈这一组",
       "words that are blanks as well; only the group (?P<mark>…), if any, is marked"}},
     {"doubtful_words",
      ParamType::patterns,
      false,
      {"多半是没有填写的话", "words that probably are"}},
     {"title_words",
      ParamType::patterns,
      false,
      {"在标题里算没有填写的话", "words that are blanks in the title"}},
     {"except",
      ParamType::patterns,
      false,
      {"落在其中的不报", "places in which nothing is reported"}}},
    {"blank"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<MaskPlaceholder>(p); }};

}  // namespace hegao
