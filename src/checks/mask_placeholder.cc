// Blanks a writer marked and did not fill: xxxx年xx月xx日, 20××年, xx次, ____, **人, ○○处.
// Look-alikes (X光, 1+X, 7×24, Excel, e-mail addresses, masked telephone numbers, **bold**) are
// silent.
#include <algorithm>
#include <array>

#include "checks/kinds.h"
#include "checks/mask_runs.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

enum class Verdict { silent, weak, sure };

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }

struct Context {
  std::string_view block;          // folded text of the block
  std::size_t begin = 0, end = 0;  // the run, in it
  char before() const { return begin > 0 ? block[begin - 1] : '\0'; }
  char after() const { return end < block.size() ? block[end] : '\0'; }
  std::string_view rest() const { return block.substr(end); }
  bool HanBefore() const { return begin > 0 && IsHan(DecodeBefore(block, begin).value); }
  bool HanAfter() const { return end < block.size() && IsHan(DecodeAt(block, end).value); }
};

/// E-mail and web addresses, file names: a token of ASCII characters that has one of their marks.
bool InAddress(const Context& c) {
  auto begin = c.begin, end = c.end;
  while (begin > 0 && c.block[begin - 1] > ' ' &&
         static_cast<unsigned char>(c.block[begin - 1]) < 0x80)
    --begin;
  while (end < c.block.size() && c.block[end] > ' ' &&
         static_cast<unsigned char>(c.block[end]) < 0x80)
    ++end;
  const auto token = c.block.substr(begin, end - begin);
  return token.find('@') != token.npos || token.find("://") != token.npos ||
         token.find("www.") != token.npos || token.find(".com") != token.npos ||
         token.find(".gov") != token.npos || token.find(".cn") != token.npos;
}

class MaskPlaceholder : public Check {
 public:
  explicit MaskPlaceholder(const Params& p)
      : units_(Folded(p.Texts("units"))),
        allow_(Folded(p.Texts("allow"))),
        surnames_(Folded(p.Texts("surnames"))),
        words_(p.Patterns("words")),
        doubtful_words_(p.Patterns("doubtful_words")),
        title_words_(p.Patterns("title_words")),
        except_(p.Patterns("except")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<Blank> blanks;
    AddMasks(in.doc, blanks);
    AddWords(in.doc, words_, Verdict::sure, false, blanks);
    AddWords(in.doc, doubtful_words_, Verdict::weak, false, blanks);
    AddWords(in.doc, title_words_, Verdict::sure, true, blanks);
    std::sort(blanks.begin(), blanks.end(), [](const Blank& a, const Blank& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    const auto sure = std::count_if(blanks.begin(), blanks.end(),
                                    [](const Blank& b) { return b.verdict == Verdict::sure; });
    // Where several blanks are certain, the doubtful ones are blanks as well.
    const bool many = sure >= 3;
    std::uint32_t reported_to = 0;
    for (const auto& b : blanks) {
      if (b.span.begin < reported_to) continue;
      reported_to = b.span.end;
      ReportExtras extras;
      extras.weaker = b.verdict == Verdict::weak && !many;
      reporter.Report(b.span, {{"blank", reporter.Quote(b.shown)}}, extras);
    }
  }

 private:
  struct Blank {
    Span span, shown;  // folded; what is marked, and that with its unit
    Verdict verdict = Verdict::sure;
  };

  void AddMasks(const Document& doc, std::vector<Blank>& blanks) const {
    for (const auto& run : FindMaskRuns(doc)) {
      const auto verdict = Judge(doc, run);
      if (verdict == Verdict::silent) continue;
      const auto span = Extend(doc, run);
      blanks.push_back({span, WithUnit(doc, span, run.block), verdict});
    }
  }

  /// Blanks that are words: 待补充, {{单位}}, empty brackets, the stand-in names of sample texts.
  void AddWords(const Document& doc, const std::vector<Pattern>& patterns, Verdict verdict,
                bool title_only, std::vector<Blank>& blanks) const {
    const auto text = doc.folded.text();
    for (const auto& p : patterns) {
      if (!p.MayMatch(text)) continue;
      for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
        if (doc.blocks[b].kind == Block::Kind::chrome) continue;
        if (title_only && std::find(doc.title_blocks.begin(), doc.title_blocks.end(), b) ==
                              doc.title_blocks.end())
          continue;
        for (const auto& m : p.FindAll(text, doc.blocks[b].folded)) {
          const auto hit = !m.groups.empty() && !m.groups[0].empty() ? m.groups[0] : m.whole;
          if (!Excepted(doc, hit, doc.blocks[b].folded)) blanks.push_back({hit, hit, verdict});
        }
      }
    }
  }

  static std::vector<std::string> Folded(const std::vector<std::string>& list) {
    std::vector<std::string> out;
    for (const auto& s : list) out.push_back(Fold(s));
    return out;
  }

  static std::size_t StartsWithAny(std::string_view s, const std::vector<std::string>& list) {
    std::size_t longest = 0;
    for (const auto& w : list) {
      if (w.size() > longest && s.substr(0, w.size()) == w) longest = w.size();
    }
    return longest;
  }

  Verdict Judge(const Document& doc, const MaskRun& run) const {
    const auto block = doc.blocks[run.block].folded;
    Context c{doc.Text(block), run.folded.begin - block.begin, run.folded.end - block.begin};
    if (StartsWithAny(c.block.substr(c.begin), allow_) != 0 || InAddress(c)) return Verdict::silent;
    if (Excepted(doc, run.folded, block)) return Verdict::silent;
    switch (run.kind) {
      case MaskClass::letter:
        return JudgeLetter(c, run);
      case MaskClass::star:
        return JudgeStar(c, run);
      case MaskClass::shape:
        return JudgeShape(c, run);
      case MaskClass::underscore:
        return JudgeUnderscore(c, run);
    }
    return Verdict::silent;
  }

  bool Excepted(const Document& doc, Span hit, Span block) const {
    return std::any_of(except_.begin(), except_.end(), [&](const Pattern& p) {
      const auto spans = p.FindSpans(doc.folded.text(), block);
      return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.Overlaps(hit); });
    });
  }

  /// 20xx年 19×× : the mask is the rest of a year.
  static bool IsYearTail(const Context& c, const MaskRun& run) {
    if (run.length > 2 || c.begin < 2) return false;
    const auto head = c.block.substr(c.begin - 2, 2);
    if (head != "20" && head != "19") return false;
    return c.begin == 2 || !IsDigit(c.block[c.begin - 3]);
  }

  Verdict JudgeLetter(const Context& c, const MaskRun& run) const {
    if (IsYearTail(c, run) && !IsAsciiLetter(c.after()) && !IsDigit(c.after()))
      return Verdict::sure;
    if (c.before() == '+' || c.after() == '+') return Verdict::silent;
    if (IsDigit(c.before()) || IsDigit(c.after()) || IsAsciiLetter(c.before()))
      return Verdict::silent;
    if (IsAsciiLetter(c.after())) {
      // xD普法 for 3D普法: one capital between the mask and a Chinese word.
      const bool masked_digit = !run.upper && run.length == 1 && c.end + 1 < c.block.size() &&
                                c.after() < 'a' && !c.HanAfter() &&
                                IsHan(DecodeAt(c.block, c.end + 1).value) &&
                                (c.begin == 0 || static_cast<unsigned char>(c.before()) >= 0x80);
      return masked_digit ? Verdict::weak : Verdict::silent;
    }
    if (run.cross && !surnames_.empty() && AfterSurname(c)) return Verdict::silent;
    const bool unit = StartsWithAny(c.rest(), units_) != 0;
    if (run.length >= 2) {
      const bool alone = c.begin == 0 && c.end == c.block.size();
      return alone && run.cross ? Verdict::weak : Verdict::sure;
    }
    if (unit) return Verdict::sure;
    const bool beside_word = c.HanBefore() || c.HanAfter();
    if (!beside_word) return Verdict::silent;
    return run.upper || run.cross ? Verdict::silent : Verdict::weak;
  }

  /// 李×× — a person left unnamed on purpose.
  bool AfterSurname(const Context& c) const {
    for (const auto& s : surnames_) {
      if (c.begin >= s.size() && c.block.substr(c.begin - s.size(), s.size()) == s) {
        return StartsWithAny(c.rest(), units_) == 0;
      }
    }
    return false;
  }

  Verdict JudgeStar(const Context& c, const MaskRun& run) const {
    if (IsYearTail(c, run) && !IsDigit(c.after())) return Verdict::sure;
    if (IsDigit(c.before()) || IsDigit(c.after())) return Verdict::silent;
    if (StartsWithAny(c.rest(), units_) == 0) return Verdict::silent;
    // Stars in pairs round a few words are emphasis somebody typed.
    const auto stars = c.block.substr(c.begin, run.length);
    const bool pair = run.length <= 3 && (c.block.find(stars, c.end) != c.block.npos ||
                                          c.block.substr(0, c.begin).find(stars) != c.block.npos);
    if (run.length >= 2 && pair && run.length != 4) {
      return CountEqualRuns(c.block, stars) % 2 == 0 ? Verdict::silent : Verdict::sure;
    }
    if (c.begin == 0 && run.length == 1) return Verdict::weak;
    return Verdict::sure;
  }

  static std::size_t CountEqualRuns(std::string_view s, std::string_view stars) {
    std::size_t n = 0;
    for (std::size_t at = 0; (at = s.find(stars, at)) != s.npos; at += stars.size()) ++n;
    return n;
  }

  Verdict JudgeShape(const Context& c, const MaskRun& run) const {
    if (run.length < 2 || StartsWithAny(c.rest(), units_) == 0) return Verdict::silent;
    static constexpr std::array<std::string_view, 10> kDigits = {"一", "二", "三", "四", "五",
                                                                 "六", "七", "八", "九", "十"};
    for (const auto d : kDigits) {
      if (c.begin >= d.size() && c.block.substr(c.begin - d.size(), d.size()) == d)
        return Verdict::silent;
    }
    return Verdict::sure;
  }

  static Verdict JudgeUnderscore(const Context& c, const MaskRun& run) {
    if (IsAsciiLetter(c.before()) || IsAsciiLetter(c.after())) return Verdict::silent;
    if (run.length >= 2) return Verdict::sure;
    return c.HanBefore() && c.HanAfter() ? Verdict::weak : Verdict::silent;
  }

  /// A date with several masked parts is one blank: xxxx年xx月xx日, 2025年x月. So is the 20 of
  /// 20xx.
  static Span Extend(const Document& doc, const MaskRun& run) {
    const auto block = doc.blocks[run.block].folded;
    const auto text = doc.Text(block);
    Context c{text, run.folded.begin - block.begin, run.folded.end - block.begin};
    auto begin = c.begin, end = c.end;
    if (IsYearTail(c, run)) begin -= 2;
    static constexpr std::string_view kMarks[] = {"年", "月", "日"};
    std::size_t mark = 0;
    while (mark < 3 && text.substr(end, 3) != kMarks[mark]) ++mark;
    for (; mark < 2; ++mark) {
      auto at = end + 3;
      while (at < text.size()) {
        const auto ch = DecodeAt(text, at);
        MaskClass k;
        if (!IsMask(ch.value, &k) && !(ch.value >= U'0' && ch.value <= U'9')) break;
        at += ch.length;
      }
      if (at == end + 3 || text.substr(at, 3) != kMarks[mark + 1]) break;
      end = at;
    }
    // 2025年xx月xx日: the year before belongs to the same blank.
    if (text.substr(end, 3) == kMarks[1] || text.substr(end, 3) == kMarks[2]) {
      auto at = begin;
      while (at >= 4 &&
             (text.substr(at - 3, 3) == kMarks[0] || text.substr(at - 3, 3) == kMarks[1])) {
        auto digits = at - 3;
        while (digits > 0 && IsDigit(text[digits - 1])) --digits;
        if (digits == at - 3) break;
        at = digits;
      }
      begin = at;
    }
    if (end > c.end) end += 3;  // the closing 月 or 日
    return {block.begin + static_cast<std::uint32_t>(begin),
            block.begin + static_cast<std::uint32_t>(end)};
  }

  Span WithUnit(const Document& doc, Span span, std::uint32_t block) const {
    const auto end = doc.blocks[block].folded.end;
    const auto unit = StartsWithAny(doc.Text({span.end, end}), units_);
    return {span.begin, span.end + static_cast<std::uint32_t>(unit)};
  }

  std::vector<std::string> units_, allow_, surnames_;
  std::vector<Pattern> words_, doubtful_words_, title_words_, except_;
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
     {"words", ParamType::patterns, false, {"也算没有填写的话", "words that are blanks as well"}},
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
