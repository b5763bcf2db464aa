#include "document/report_year.h"

#include <algorithm>
#include <map>

#include "text/numerals.h"

namespace hegao {
namespace {

/// What speaks for a year, where no title does.
constexpr double kHeading = 3, kPlanHeading = 2, kSentence = 2, kMention = 0.5, kDate = 3,
                 kFileName = 1.5;
constexpr double kMostSentences = 6, kMostMentions = 2;
constexpr double kLead = 1;  // the first must be this far ahead of the second

struct Vote {
  double heading = 0, sentences = 0, mentions = 0, other = 0;
  int heading_count = 0, sentence_count = 0;
  const YearMention* first_heading = nullptr;
  const YearMention* first_in_text = nullptr;

  double Total() const {
    return heading + std::min(sentences, kMostSentences) + std::min(mentions, kMostMentions) +
           other;
  }
};

using Votes = std::map<int, Vote>;

/// A year next to words of planning stands for the year before.
bool NamesPlan(const Document& doc, const Lexicon& lexicon, const YearMention& y) {
  PatternMatch m;
  return lexicon.title_plan_year.Find(doc.folded.text(), doc.Around(y.folded, 60), &m) &&
         !m.groups.empty() && m.groups[0].Overlaps(y.folded);
}

void CountMention(const Document& doc, const Lexicon& lexicon, const YearMention& y, Votes& votes) {
  if (y.heading >= 0 && doc.headings[y.heading].level == 1) {
    if (y.exempt) return;
    if (NamesPlan(doc, lexicon, y)) {
      votes[y.year - 1].heading += kPlanHeading;
      return;
    }
    auto& vote = votes[y.year];
    vote.heading += kHeading;
    ++vote.heading_count;
    if (vote.first_heading == nullptr) vote.first_heading = &y;
    return;
  }
  // "2023年以来" at the start of a sentence looks back, but over the year of the report.
  if (y.exempt && !y.sentence_start) return;
  if (NamesPlan(doc, lexicon, y)) return;
  auto& vote = votes[y.year];
  (y.sentence_start ? vote.sentences : vote.mentions) += y.sentence_start ? kSentence : kMention;
  vote.sentence_count += y.sentence_start;
  if (vote.first_in_text == nullptr) vote.first_in_text = &y;
}

/// Reports are written from November of their year to the end of the next.
std::optional<int> YearOfDate(const Facts& facts) {
  const bool own = facts.issue_date && facts.issue_date->valid;
  if (!own && !facts.publication_date) return std::nullopt;
  const auto& date = own ? facts.issue_date->date : *facts.publication_date;
  return date.month >= 11 ? date.year : date.year - 1;
}

std::optional<int> YearInFileName(std::string_view path) {
  const auto slash = path.find_last_of('/');
  const auto name = slash == path.npos ? path : path.substr(slash + 1);
  std::optional<int> found;
  for (std::size_t at = 0; (at = name.find("20", at)) != name.npos; at += 2) {
    const auto n = ParseAsciiNumber(name.substr(at));
    if (!n || n->length != 4 || n->value > 2099) continue;
    if (found && *found != static_cast<int>(n->value)) return std::nullopt;
    found = static_cast<int>(n->value);
  }
  return found;
}

/// The year far enough ahead of all others.
std::optional<int> Winner(const Votes& votes) {
  std::optional<int> best;
  double most = 0, second = 0;
  for (const auto& [year, vote] : votes) {
    const double total = vote.Total();
    if (total > most) {
      second = most;
      most = total;
      best = year;
    } else {
      second = std::max(second, total);
    }
  }
  return best && most - second >= kLead ? best : std::nullopt;
}

/// Is the title the one that is wrong? Only when text, date and more speak of `year`, and nothing
/// of the title's.
bool Outvotes(const Votes& votes, const Facts& facts, int year) {
  if (year == *facts.title_year || YearOfDate(facts) != year) return false;
  const auto own = votes.find(*facts.title_year);
  if (own != votes.end() && own->second.heading_count + own->second.sentence_count > 0)
    return false;
  const auto& vote = votes.at(year);
  return vote.sentence_count > 0 && (vote.heading_count > 0 || vote.sentence_count >= 2);
}

void Choose(Facts& facts, int year, FactSource source, Span span) {
  facts.report_year = year;
  facts.year_source = source;
  facts.year_span = span;
}

void ChooseByVotes(const Votes& votes, int year, Facts& facts) {
  const auto& vote = votes.at(year);
  if (vote.first_heading != nullptr) {
    Choose(facts, year, FactSource::heading, vote.first_heading->folded);
  } else if (vote.first_in_text != nullptr) {
    Choose(facts, year, FactSource::body, vote.first_in_text->folded);
  } else if (vote.other >= kDate) {
    const bool own = facts.issue_date && facts.issue_date->valid;
    Choose(facts, year, own ? FactSource::date : FactSource::chrome,
           own ? facts.issue_date->folded : facts.publication_span);
  } else {
    Choose(facts, year, FactSource::file_name, {});
  }
}

}  // namespace

void InferReportYear(const Document& doc, const Lexicon& lexicon, std::optional<int> option,
                     Facts& facts) {
  if (option) return Choose(facts, *option, FactSource::option, {});
  Votes votes;
  for (const auto& y : facts.years) {
    if (!y.in_title && !y.aside) CountMention(doc, lexicon, y, votes);
  }
  if (facts.title_year) {
    const auto text = Winner(votes);
    if (!text || !Outvotes(votes, facts, *text)) {
      return Choose(facts, *facts.title_year, FactSource::title, facts.title_year_span);
    }
  }
  if (const auto date = YearOfDate(facts)) votes[*date].other += kDate;
  if (const auto name = YearInFileName(doc.path)) votes[*name].other += kFileName;
  if (const auto year = Winner(votes)) ChooseByVotes(votes, *year, facts);
}

}  // namespace hegao
