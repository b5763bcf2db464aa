// Something told as done on a day after the report was signed.
#include <algorithm>

#include "checks/context.h"
#include "checks/date/date_context.h"
#include "checks/date/kinds.h"
#include "checks/date_words.h"
#include "checks/marked_span.h"
#include "document/sentence.h"
#include "text/affix.h"

namespace hegao {
namespace {

constexpr int kLastWeeks = 11;  // from November on a report may be closed before its year ends
constexpr std::uint32_t kParagraph =
    900;  // bytes before a date in which its paragraph may say plan

/// The sentence, but no more of it than is needed to tell a plan: a text may have no full stops.
Span NearSentence(const Document& doc, Span at) {
  constexpr std::uint32_t kNear = 300;  // bytes to either side
  const auto sentence = SentenceAround(doc, at.begin);
  const auto near = doc.Around(at, kNear);
  return {std::max(sentence.begin, near.begin), std::min(sentence.end, near.end)};
}

class AfterSigning : public Check {
 public:
  explicit AfterSigning(const Params& p)
      : future_(p.Patterns("future")),
        plans_(p.Patterns("plans")),
        done_(p.Patterns("done")),
        results_(p.Patterns("results")),
        except_(p.Patterns("except")),
        past_(p.Folded("past")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& signed_on = in.facts.issue_date;
    if (!signed_on || !signed_on->valid) return;
    const auto& report_year = in.facts.report_year;
    // Signed in the middle of its own year: that date is wrong, not all that comes after it.
    if (report_year &&
        (signed_on->date.year < *report_year ||
         (signed_on->date.year == *report_year && signed_on->date.month < kLastWeeks))) {
      return;
    }
    for (const auto& date : FindTextDates(in.doc)) {
      if (date.lunar || InClosing(in.doc, date)) continue;
      bool guessed = false;
      if (!IsLater(in, date, signed_on->date, &guessed)) continue;
      // The end of a range may well lie behind the signature, unless it has borne fruit.
      if (date.ends_range && !HasEnded(in, date, signed_on->date)) continue;
      Judge(in, date, guessed, reporter);
    }
  }

 private:
  /// A range that ended some weeks behind the signature and of which results are told.
  bool HasEnded(const CheckInput& in, const TextDate& date, const Date& signed_on) const {
    constexpr int kMonths = 4;  // longer ones are contracts, terms and plans
    const int months = (date.Year() - signed_on.year) * 12 + date.month - signed_on.month;
    if (date.Year() == 0 || date.day < 0 || months > kMonths) return false;
    const auto sentence = NearSentence(in.doc, date.folded);
    return AnyIn(in.doc, results_, {date.folded.end, std::max(date.folded.end, sentence.end)});
  }

  static bool InClosing(const Document& doc, const TextDate& date) {
    const auto holds = [&](const std::vector<std::uint32_t>& list) {
      return std::find(list.begin(), list.end(), date.block) != list.end();
    };
    const auto kind = doc.blocks[date.block].kind;
    if (kind == Block::Kind::aside || kind == Block::Kind::cell) return true;
    if (holds(doc.title_blocks) || holds(doc.signature_blocks)) return true;
    // Behind the signature stand distribution and printing lines with dates of their own.
    return !doc.signature_blocks.empty() && date.block > doc.signature_blocks.back();
  }

  /// Without a day only a later month is later.
  static bool IsLater(const CheckInput& in, const TextDate& date, const Date& signed_on,
                      bool* guessed) {
    int year = date.Year();
    if (year == 0) {
      // Most dates without a year are of the report year; it matters where that was not over yet.
      if (!in.facts.report_year || signed_on.year != *in.facts.report_year) return false;
      year = *in.facts.report_year;
      *guessed = true;
    }
    if (date.day < 0) {
      return date.month >= 1 && date.month <= 12 &&
             (year > signed_on.year || (year == signed_on.year && date.month > signed_on.month));
    }
    return IsValid({year, date.month, date.day}) && Date{year, date.month, date.day} > signed_on;
  }

  void Judge(const CheckInput& in, const TextDate& date, bool guessed, Reporter& reporter) const {
    if (InPlan(in, date.folded.begin) || IsQuotedAt(in.doc, date.folded)) return;
    const auto clause = ClauseAround(in.doc, date.folded);
    if (IsExcepted(in.doc, except_, date.folded) || IsPlan(in, date, clause)) return;
    // The clause behind the date's own says what was done: 2025年3月5日，召开会议.
    const auto sentence = NearSentence(in.doc, date.folded);
    const bool done = AnyIn(in.doc, done_, NextClause(in.doc, clause, sentence.end));
    if (!done && (guessed || date.day < 0)) return;
    ReportExtras extras;
    extras.weaker = guessed || !done || date.ends_range || !SaysWhen(in.doc, date);
    extras.related.push_back(in.facts.issue_date->folded);
    reporter.Report(date.folded,
                    {{"date", Shown(date, in, reporter)},
                     {"signed", InWords(in.facts.issue_date->date, in.options.lang)}},
                    extras);
  }

  /// The date is when it was done (3月5日，召开会议; 3月5日召开会议), not a part of what it was
  /// about (列入3月的检查). 截至3月 counts up to it.
  bool SaysWhen(const Document& doc, const TextDate& date) const {
    constexpr std::uint32_t kAfterDay = 30, kAfterMonth = 15;  // bytes
    constexpr std::string_view kOf = "的", kUpTo = "截";
    const auto block = doc.blocks[date.block].folded;
    auto behind = doc.Text({date.folded.end, block.end});
    for (const std::string_view part : {"份", "底", "初", "末", "上旬", "中旬", "下旬"}) {
      if (behind.substr(0, part.size()) == part) behind.remove_prefix(part.size());
    }
    if (date.starts_range) return date.day > 0;
    if (behind.substr(0, 1) == ",") return true;
    const auto before = doc.Text(doc.Around({date.folded.begin, date.folded.begin}, 9));
    if (before.find(kUpTo) != before.npos) return true;
    if (behind.substr(0, kOf.size()) == kOf) return false;
    const auto reach = date.day > 0 ? kAfterDay : kAfterMonth;
    const auto near = doc.Around({date.folded.end, date.folded.end}, reach);
    return AnyIn(doc, done_, {date.folded.end, near.end});
  }

  /// From the start of the clause to the end of the one behind it, within the sentence.
  static Span NextClause(const Document& doc, Span clause, std::uint32_t sentence_end) {
    const auto text = doc.folded.text();
    auto end = clause.end;
    if (end < sentence_end && text[end] == ',') {
      const auto rest = text.substr(end + 1, sentence_end - end - 1);
      const auto next = rest.find_first_of(",;");
      end = next == rest.npos ? sentence_end : end + 1 + static_cast<std::uint32_t>(next);
    }
    return {clause.begin, end};
  }

  bool IsPlan(const CheckInput& in, const TextDate& date, Span clause) const {
    const auto sentence = NearSentence(in.doc, date.folded);
    const auto next = NextClause(in.doc, clause, sentence.end);
    // 拟出台的办法已于3月5日公开征求意见: right before the date it says that it is past.
    const auto block_begin = in.doc.blocks[date.block].folded.begin;
    const auto said = in.doc.Text({block_begin, std::max(block_begin, date.folded.begin)});
    if (EndsWithAny(said, past_) != 0) return false;
    const Span before{std::min(sentence.begin, clause.begin), date.folded.begin};
    if (AnyIn(in.doc, future_, before) ||
        AnyIn(in.doc, future_, {date.folded.end, std::max(date.folded.end, next.end)})) {
      return true;
    }
    const auto block = in.doc.Around(date.folded, kParagraph);
    return AnyIn(in.doc, plans_, {block.begin, date.folded.begin});
  }

  std::vector<Pattern> future_, plans_, done_, results_, except_;
  std::vector<std::string> past_;
};

}  // namespace

const CheckKind kAfterSigning = {
    "after_signing",
    {"写成已经做完的事，日期晚于成文日期",
     "Something told as done on a day after the signing date"},
    "future: [将|拟]\nplans: [明年]\ndone: [召开|开展]\nexcept: [施行]",
    {{"future",
      ParamType::patterns,
      true,
      {"句中日期前面或所在分句里有这些，就是打算",
       "before the date in its sentence, or in its clause: a plan"}},
     {"plans",
      ParamType::patterns,
      false,
      {"同段日期前面有这些，就是打算", "before the date in its paragraph: a plan"}},
     {"done",
      ParamType::patterns,
      true,
      {"所在分句或下一分句里有这些，就是做完的事；没有的只作弱提示",
       "in its clause or the next: done; without it a finding is weaker"}},
     {"results",
      ParamType::patterns,
      false,
      {"一段日期的后一天晚于成文日期，后面有这些，才作弱提示",
       "behind the end of a range: only with them a weaker finding is made of it"}},
     {"past",
      ParamType::texts,
      false,
      {"紧靠日期前面有这些，就不是打算", "right before the date: no plan, whatever else is said"}},
     {"except",
      ParamType::patterns,
      false,
      {"落在其中的不报", "places in which nothing is reported"}}},
    {"date", "signed"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<AfterSigning>(p); }};

}  // namespace hegao
