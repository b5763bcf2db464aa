#include "checks/name/mentions.h"

#include <algorithm>
#include <map>

#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr int kLongestName = 12;            // characters, with the place-word
constexpr int kMostOfOneName = 500;         // places; more tell nothing new
constexpr std::size_t kShortBytes = 2 * 3;  // a name of two characters

class Finder {
 public:
  Finder(const Document& doc, const Gazetteer& gazetteer, const PlaceWords& words,
         const Issuer& issuer, const MentionWords& mention_words)
      : doc_(doc), gazetteer_(gazetteer), words_(words), issuer_(issuer), more_(mention_words) {
    for (const auto& naming : issuer.namings) {
      for (const auto& place : naming.places) own_.push_back(place.Name());
    }
  }

  std::vector<Mention> Run() {
    for (std::uint32_t b = 0; b < doc_.blocks.size(); ++b) {
      if (doc_.blocks[b].kind == Block::Kind::chrome) continue;
      Search(b);
    }
    return std::move(found_);
  }

 private:
  void Search(std::uint32_t block) {
    const auto span = doc_.blocks[block].folded;
    const auto text = doc_.Text(span);
    std::size_t last = 0;  // where the last name ended
    for (std::size_t at = 0; at < text.size();) {
      const auto c = DecodeAt(text, at);
      bool town = false;
      const auto suffix = c.length < 3 ? std::string_view() : words_.SuffixAt(text, at, &town);
      if (suffix.empty()) {
        at += c.length;
        continue;
      }
      const auto end = at + suffix.size();
      at = end;
      if (DropOwn(span, text.substr(0, end))) {
        last = end;
        continue;
      }
      if (const auto begin = LongestName(text, end, suffix.size()); begin < end) {
        Take(block, span, text, {begin, end}, town, &last);
      }
    }
  }

  /// Does one of the issuer's names end here? What was found within it is none.
  bool DropOwn(Span span, std::string_view before) {
    for (const auto& own : own_) {
      if (!before.ends_with(own)) continue;
      const auto end = span.begin + static_cast<std::uint32_t>(before.size());
      const Span whole{end - static_cast<std::uint32_t>(own.size()), end};
      while (!found_.empty() && found_.back().folded.Overlaps(whole)) found_.pop_back();
      return true;
    }
    return false;
  }

  struct Range {
    std::size_t begin, end;
  };

  /// Where the longest known name that ends at `end` begins; `end` if there is none.
  std::size_t LongestName(std::string_view text, std::size_t end, std::size_t suffix) const {
    std::size_t starts[kLongestName];
    int count = 0;
    for (auto at = end - suffix; at > 0 && count + 1 < kLongestName;) {
      const auto c = DecodeBefore(text, at);
      if (!IsHan(c.value)) break;
      at -= c.length;
      starts[count++] = at;
    }
    while (count > 0) {
      const auto begin = starts[--count];
      if (gazetteer_.Knows(text.substr(begin, end - begin))) return begin;
    }
    return end;
  }

  void Take(std::uint32_t block, Span span, std::string_view text, Range range, bool town,
            std::size_t* last) {
    const auto name = text.substr(range.begin, range.end - range.begin);
    // The issuer's name without the places above.
    for (const auto& own : own_) {
      if (std::string_view(own).ends_with(name)) return;
    }
    // Right behind a place it is one within it, whatever the name.
    const bool after_place = *last != 0 && *last == range.begin;
    if (++taken_[name] > kMostOfOneName) return;
    const bool shown = after_place || BeginsThere(text, range, name);
    if (!shown && !MayBeName(name)) return;
    const Span folded{span.begin + static_cast<std::uint32_t>(range.begin),
                      span.begin + static_cast<std::uint32_t>(range.end)};
    if (!found_.empty() && found_.back().folded.Overlaps(folded)) found_.pop_back();
    found_.push_back({folded, block, name, gazetteer_.Find(name), town, shown});
    *last = range.end;
  }

  bool IsCommon(std::string_view name) const {
    return std::find(more_.common.begin(), more_.common.end(), name) != more_.common.end();
  }

  bool BeginsThere(std::string_view text, Range range, std::string_view name) const {
    const auto before = text.substr(0, range.begin);
    const bool starts = before.empty() || !IsHan(DecodeBefore(before, before.size()).value);
    const bool led = EndsWithAny(before, more_.leads) != 0;
    if (!IsCommon(name) && (starts || (led && name.size() > kShortBytes))) return true;
    // 在易县|司法局
    return (starts || led) && IsSingle(name) &&
           StartsWithAny(text.substr(range.end), more_.followers) != 0;
  }

  bool IsSingle(std::string_view name) const {
    return name.size() <= kShortBytes && EndsWithAny(name, words_.single_suffixes());
  }

  /// A name that stands in the midst of words may be the end of a longer one; a distinct one hardly
  /// is.
  bool MayBeName(std::string_view name) const {
    return name.size() > kShortBytes && !IsCommon(name) && !EndsWithAny(name, more_.unsure);
  }

  const Document& doc_;
  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  const Issuer& issuer_;
  const MentionWords& more_;
  std::vector<std::string> own_;
  std::map<std::string_view, int> taken_;
  std::vector<Mention> found_;
};

}  // namespace

std::vector<Mention> FindMentions(const Document& doc, const Gazetteer& gazetteer,
                                  const PlaceWords& words, const Issuer& issuer,
                                  const MentionWords& mention_words) {
  return Finder(doc, gazetteer, words, issuer, mention_words).Run();
}

}  // namespace hegao
