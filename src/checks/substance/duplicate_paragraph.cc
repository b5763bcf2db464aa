// A paragraph, or a run of them, that stands twice in one document.
#include <unordered_map>

#include "checks/substance/kinds.h"
#include "checks/substance/paragraph_key.h"

namespace hegao {
namespace {

struct Copy {
  std::size_t original = 0;  // index into the keys
  bool exact = false;
};

/// For each key the earlier one it repeats.
std::vector<std::optional<Copy>> FindCopies(const std::vector<ParagraphKey>& keys) {
  std::vector<std::optional<Copy>> copies(keys.size());
  std::unordered_map<std::string_view, std::size_t> exact, loose;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto [same, first] = exact.emplace(keys[i].exact, i);
    const auto [alike, first_alike] = loose.emplace(keys[i].loose, i);
    if (!first)
      copies[i] = Copy{same->second, true};
    else if (!first_alike)
      copies[i] = Copy{alike->second, false};
  }
  return copies;
}

class DuplicateParagraph : public Check {
 public:
  explicit DuplicateParagraph(const Params& p)
      : min_chars_(static_cast<std::size_t>(p.Integer("min_chars", 30))) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto keys = ParagraphKeys(in.doc, in.facts.report_year, min_chars_);
    const auto copies = FindCopies(keys);
    for (std::size_t i = 0; i < keys.size();) {
      if (!copies[i]) {
        ++i;
        continue;
      }
      // A section copied whole is one finding.
      auto end = i + 1;
      while (end < keys.size() && copies[end] && copies[end]->exact == copies[i]->exact &&
             copies[end]->original == copies[i]->original + (end - i))
        ++end;
      Report(in, keys, *copies[i], {i, end}, reporter);
      i = end;
    }
  }

 private:
  static void Report(const CheckInput& in, const std::vector<ParagraphKey>& keys, Copy copy,
                     std::pair<std::size_t, std::size_t> run, Reporter& reporter) {
    const auto place = [&](std::size_t key) { return in.doc.blocks[keys[key].block].folded; };
    ReportExtras extras;
    extras.weaker = !copy.exact;
    extras.count = static_cast<std::uint32_t>(run.second - run.first);
    extras.related.push_back(place(copy.original));
    for (auto i = run.first + 1; i < run.second; ++i) extras.related.push_back(place(i));
    reporter.Report(place(run.first),
                    {{"place", reporter.Where(place(copy.original))},
                     {"text", reporter.Quote(place(run.first), 16)},
                     {"count", std::to_string(extras.count)}},
                    extras);
  }

  std::size_t min_chars_;
};

}  // namespace

const CheckKind kDuplicateParagraph = {
    "duplicate_paragraph",
    {"同一段话写了两遍，连着几段重复的合为一条；只有数字不同的，级别降低",
     "The same paragraph twice, a run of them as one finding; weaker where numbers differ"},
    "{}",
    {{"min_chars",
      ParamType::integer,
      false,
      {"少于这么多汉字的段落不比", "paragraphs with fewer Han characters are not compared"},
      1,
      10000}},
    {"place", "text", "count"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<DuplicateParagraph>(p);
    }};

}  // namespace hegao
