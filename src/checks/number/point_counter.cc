#include "checks/number/point_counter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kDeepest = 4;           // counts inside counts
constexpr std::uint32_t kWidestGap = 3;       // further apart they are no one count
constexpr std::uint32_t kScopeBytes = 12000;  // as far as one count reaches

/// One count that is under way.
struct Count {
  Point first, last;
  std::uint32_t value = 0;  // of the last point, as it should have been
  int points = 1;
  std::set<std::uint32_t> missing;
  // Its first point, if another first one stood before it alone: 一是…一是…二是….
  std::optional<Point> again;
  bool told = false;  // something is wrong with it and was told
};

/// The counts of one style in one section.
class Counter {
 public:
  Counter(const Document& doc, const PointWords& words, Reporter& reporter)
      : doc_(doc), words_(words), reporter_(reporter) {}

  /// `next`: the value of the point behind it in the same section, 0 if there is none.
  void Take(const Point& p, std::uint32_t next, std::uint32_t scope_begin) {
    scope_begin_ = scope_begin;
    if (p.soft && next != 2) return;
    Leave(p);
    if (p.value == kLastPoint) {
      open_.clear();
    } else if (p.value == 1) {
      Begin(p, next);
    } else if (open_.empty() || !Near(p)) {
      Unbegun(p, next);
    } else if (open_.back().value + 1 == p.value) {
      Continue(p, p.value);
    } else if (!Resume(p)) {
      Broken(p, next);
    }
  }

  void Finish(std::uint32_t end) {
    for (std::size_t i = 0; i < open_.size(); ++i) {
      const auto& c = open_[i];
      const bool doubled = i + 1 < open_.size() && open_[i + 1].again && c.points == 1;
      if (doubled)
        Report(*open_[i + 1].again, 2, c.last, false);
      else
        Close(c, end);
    }
    open_.clear();
  }

 private:
  bool Near(const Point& p) const {
    return p.folded.begin - open_.back().last.folded.begin < kScopeBytes;
  }

  /// A new paragraph that goes on with the outer count leaves the one inside the last paragraph.
  void Leave(const Point& p) {
    const auto outer = [](const Count& c) { return c.last.begins_block; };
    if (!p.begins_block || p.value == 1 || !std::any_of(open_.begin(), open_.end(), outer)) return;
    while (!outer(open_.back())) {
      Close(open_.back(), p.folded.begin);
      open_.pop_back();
    }
  }

  void Continue(const Point& p, std::uint32_t value) {
    auto& c = open_.back();
    c.last = p;
    c.value = value;
    ++c.points;
  }

  void Begin(const Point& p, std::uint32_t next) {
    bool again = false;
    if (!open_.empty()) {
      auto& c = open_.back();
      const bool typo =
          c.points == 1 && c.value == 1 && c.last.block == p.block && Near(p) && next == 3;
      if (typo) {
        c.told = true;
        Report(p, 2, c.last, Sure(p, c.last));
        Continue(p, 2);
        return;
      }
      if (Restarts(c, p) && next == 2) {
        Report(p, c.value + 1, c.last, false);
        c.told = true;
      }
      again = c.points == 1 && c.value == 1 && c.last.block == p.block && !c.last.soft && !p.soft &&
              Near(p) && next == 2;
    }
    if (open_.size() == kDeepest) {
      Close(open_.front(), p.folded.begin);
      open_.erase(open_.begin());
    }
    open_.push_back({p, p, 1, 1, {}, again ? std::optional<Point>(p) : std::nullopt, false});
  }

  /// 一是…；二是…；一是…；二是…: nothing between the semicolons begins another count.
  bool Restarts(const Count& c, const Point& p) const {
    if (c.points < 2 || p.soft || p.mark != U';' || c.last.mark != U';') return false;
    if (c.last.block != p.block) return false;
    const auto between = doc_.Text({c.last.folded.end, p.folded.begin});
    return FindStop(between) == between.npos && between.find(':') == between.npos;
  }

  /// A point of the count that this one stood inside of.
  bool Resume(const Point& p) {
    for (auto i = open_.size() - 1; i-- > 0;) {
      const auto& c = open_[i];
      const bool alike = c.last.block == p.block || (c.last.begins_block && p.begins_block);
      if (c.value + 1 != p.value || !alike) continue;
      for (auto j = i + 1; j < open_.size(); ++j) Close(open_[j], p.folded.begin);
      open_.resize(i + 1);
      Continue(p, p.value);
      return true;
    }
    return false;
  }

  static bool Sure(const Point& p, const Point& before) {
    return p.block == before.block || (p.begins_block && before.begins_block);
  }

  void Broken(const Point& p, std::uint32_t next) {
    auto& c = open_.back();
    const auto expected = c.value + 1;
    if (c.missing.count(p.value) != 0) return;  // two changed places, told at the first
    const bool goes_on = p.value > expected && next == p.value + 1;
    const bool marks = p.style == PointStyle::arabic || p.deed != 0;
    // “三防”, “三防”: names come twice
    if (p.deed != 0 && p.value <= c.value && c.points < 2) return;
    if (marks && (c.last.block != p.block || (c.points < 2 && !goes_on))) {
      open_.pop_back();
      return;
    }
    const bool typo = next == expected + 1;
    const Span between{c.last.folded.end, p.folded.begin};
    bool sure = Sure(p, c.last);
    if (p.value > expected) {
      if (p.value - expected > kWidestGap && !typo) return;
      for (auto v = expected; v < p.value && v < expected + kWidestGap; ++v) {
        if (IsPointIn(doc_.Text(between), v)) return Continue(p, p.value);
      }
      for (auto v = expected; v < p.value; ++v) c.missing.insert(v);
      sure = sure && (p.value == expected + 1 || typo);
    }
    if (p.style == PointStyle::words && p.value <= c.value) sure = false;
    if (!sure && c.last.block != p.block && !p.begins_block && p.style != PointStyle::shi) return;
    if (marks && c.points < 2) sure = false;
    c.told = true;
    Report(p, expected, c.last, sure);
    Continue(p, typo ? expected : std::max(p.value, c.value));
  }

  /// Where a word may stand for the first point: the paragraph, and the one before it if 二是
  /// begins a paragraph; not the clause that says what is counted (主要问题：二是).
  std::string_view Nearby(const Point& p, std::string_view before) const {
    const auto block = p.begins_block && p.block > 0 ? p.block - 1 : p.block;
    const auto own = doc_.blocks[block].folded.begin;
    const auto length = p.folded.begin - std::min(p.folded.begin, own);
    auto text = before.substr(before.size() - std::min<std::size_t>(before.size(), length));
    if (p.mark != U':' && p.mark != U',') return text;
    const auto inner = text.substr(0, text.size() - 1);
    auto at = inner.find_last_of(",;:!?");
    if (const auto stop = inner.rfind("。"); stop != inner.npos)
      at = at == inner.npos ? stop : std::max(at, stop);
    auto lead = at == inner.npos ? inner : inner.substr(at);
    const auto whole = lead.size();
    if (at != inner.npos) lead.remove_prefix(DecodeAt(lead, 0).length);
    const bool point = lead.find("是") != lead.npos || words_.starts.AtStart(lead) != 0;
    return point ? text : text.substr(0, inner.size() - whole);
  }

  /// The scope without its heading, whose （一） is no first point.
  std::uint32_t ScopeText(const Point& p) const {
    const auto block = doc_.BlockAt(scope_begin_);
    if (block >= p.block || scope_begin_ == 0) return scope_begin_;
    return std::max(scope_begin_, doc_.blocks[block].folded.end);
  }

  /// 二是 without 一是.
  void Unbegun(const Point& p, std::uint32_t next) {
    Finish(p.folded.begin);
    if (p.deed != 0) return;
    const bool words = p.style == PointStyle::shi || p.style == PointStyle::yao;
    const bool marks = p.style != PointStyle::arabic && p.style != PointStyle::words &&
                       p.style != PointStyle::deed;
    if (p.value == 2 && (words || (marks && next == 3 && !p.begins_block))) {
      const auto begin =
          std::max(ScopeText(p), p.folded.begin > kScopeBytes ? p.folded.begin - kScopeBytes : 0);
      const auto before = doc_.Text({begin, std::max(begin, p.folded.begin)});
      if (!IsPointIn(before, 1) && !words_.starts.In(Nearby(p, before))) {
        const Message fault{"前面没有“" + PointLike(p, 1) + "”",
                            "has no “" + PointLike(p, 1) + "” before it"};
        Tell(p, fault, {}, true);
      }
    }
    open_.push_back({p, p, p.value, 2, {}, std::nullopt, true});
  }

  void Close(const Count& c, std::uint32_t end) {
    Alone(c, end);
    Announced(c, end);
  }

  /// 三项措施：一是…二是…
  void Announced(const Count& c, std::uint32_t end) {
    if (c.points < 2 || c.told || !c.missing.empty() || c.first.mark != U':') return;
    const auto said = AnnouncedBefore(c.first);
    if (said < 2 || said == c.value) return;
    // What ends the count may be its next point: （三） as a heading.
    constexpr std::uint32_t kHeadingBytes = 60;
    const auto stop =
        std::min({end + kHeadingBytes, c.last.folded.end + kScopeBytes, doc_.TextEnd()});
    const auto behind = doc_.Text({c.last.folded.end, std::max(stop, c.last.folded.end)});
    if (IsPointIn(behind, c.value + 1) || (said > c.value && words_.others.In(behind))) return;
    const auto text = std::to_string(said), found = std::to_string(c.value);
    Tell(c.last,
         {"是最后一点，前面说的是" + text + "点，实际是" + found + "点",
          "is the last of " + found + " points; " + text + " were announced"},
         {c.first.folded}, true);
  }

  /// 3 of 抓好三项措施：; 0 if no number of points is announced.
  std::uint32_t AnnouncedBefore(const Point& first) const {
    constexpr std::uint32_t kMost = 10, kClause = 60;  // points, bytes
    const auto block = doc_.blocks[first.block].folded.begin;
    const auto end = first.folded.begin;
    const auto begin = std::max(block, end - std::min(end, kClause));
    auto text = doc_.Text({begin, end});
    if (text.empty()) return 0;
    text.remove_suffix(DecodeBefore(text, text.size()).length);
    static const WordList kQuote({"”"});
    text.remove_suffix(kQuote.AtEnd(text));
    const auto noun = words_.announced.AtEnd(text);
    if (noun == 0) return 0;
    text.remove_suffix(noun);
    static const WordList kEach({"个", "项", "大", "条", "点", "件", "种", "方面的", "方面"});
    for (auto each = kEach.AtEnd(text); each != 0; each = kEach.AtEnd(text))
      text.remove_suffix(each);
    for (std::uint32_t n = 2; n <= kMost; ++n) {
      if (text.ends_with(ToCjkNumber(n)) || (n == 2 && text.ends_with("两"))) {
        const auto before = text.substr(0, text.size() - 3);
        const bool ten = before.ends_with("十") || before.ends_with("第");
        return ten ? 0 : n;
      }
    }
    return 0;
  }

  /// 一是 and nothing else.
  void Alone(const Count& c, std::uint32_t end) {
    const auto style = c.last.style;
    const bool counted =
        style == PointStyle::ordinal || style == PointStyle::which || style == PointStyle::yao;
    // 第一 behind a semicolon is one of a row.
    const bool words = style == PointStyle::shi || (counted && c.last.mark == U';');
    if (!words || c.last.deed != 0 || c.points != 1 || c.value != 1) return;
    const auto stop = std::min(end, c.last.folded.end + kScopeBytes);
    const auto behind = doc_.Text({c.last.folded.end, std::max(stop, c.last.folded.end)});
    if (IsPointIn(behind, 2) || words_.others.In(behind)) return;
    const Message fault{"后面没有“" + PointLike(c.last, 2) + "”",
                        "has no “" + PointLike(c.last, 2) + "” after it"};
    Tell(c.last, fault, {}, true);
  }

  void Report(const Point& p, std::uint32_t expected, const Point& before, bool sure) {
    const auto last = std::string(doc_.Text(before.folded));
    const auto right = PointLike(p, expected);
    Tell(p,
         {"前面是“" + last + "”，应为“" + right + "”",
          "comes after “" + last + "” and should be “" + right + "”"},
         {before.folded}, !sure, Doubled(p, before));
  }

  /// Of two points with one number, either may be the wrong one: 三是用法，三是讲法.
  static Span Doubled(const Point& p, const Point& before) {
    constexpr std::uint32_t kNear = 90;  // bytes that a reader takes in at once
    const bool twice = p.value == before.value && p.block == before.block;
    const bool near = p.folded.begin - before.folded.end <= kNear;
    return twice && near ? Hull(before.folded, p.folded) : p.folded;
  }

  void Tell(const Point& p, const Message& fault, std::vector<Span> related, bool weaker) {
    Tell(p, fault, std::move(related), weaker, p.folded);
  }

  void Tell(const Point& p, const Message& fault, std::vector<Span> related, bool weaker,
            Span place) {
    ReportExtras extras;
    extras.weaker = weaker;
    extras.related = std::move(related);
    reporter_.Report(place,
                     {{"text", std::string(doc_.Text(p.folded))}, {"fault", reporter_.In(fault)}},
                     std::move(extras));
  }

  const Document& doc_;
  const PointWords& words_;
  Reporter& reporter_;
  std::vector<Count> open_;
  std::uint32_t scope_begin_ = 0;
};

}  // namespace

void CountPoints(const Document& doc, const std::vector<const Point*>& points,
                 const std::vector<std::uint32_t>& breaks, const PointWords& words,
                 Reporter& reporter) {
  Counter counter(doc, words, reporter);
  const auto scope = [&](const Point& p) {
    return std::upper_bound(breaks.begin(), breaks.end(), p.folded.begin) - breaks.begin();
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    const auto at = scope(*points[i]);
    const auto begin = at == 0 ? 0 : breaks[at - 1];
    if (i > 0 && scope(*points[i - 1]) != at) counter.Finish(breaks[scope(*points[i - 1])]);
    const bool more = i + 1 < points.size() && scope(*points[i + 1]) == at;
    counter.Take(*points[i], more ? points[i + 1]->value : 0, begin);
  }
  const auto last = scope(*points.back());
  counter.Finish(last < static_cast<std::ptrdiff_t>(breaks.size()) ? breaks[last] : doc.TextEnd());
}

}  // namespace hegao
