// Points of the text that leave one out, come twice or stand alone: 一是…三是….
#include <algorithm>

#include "checks/number/kinds.h"
#include "checks/number/point_counter.h"

namespace hegao {
namespace {

constexpr double kHeading = 0.45;  // what begins something new

/// Where something new begins, so that every count is over.
std::vector<std::uint32_t> Breaks(const Document& doc) {
  std::vector<std::uint32_t> out;
  for (const auto& h : doc.headings) {
    const auto style = h.number.style;
    const bool counts = style == NumberStyle::part || style == NumberStyle::subpart ||
                        style == NumberStyle::cjk || style == NumberStyle::cjk_paren;
    if (counts || (style == NumberStyle::none && h.confidence > kHeading))
      out.push_back(h.folded.begin);
  }
  for (const auto b : doc.signature_blocks) out.push_back(doc.blocks[b].folded.begin);
  std::sort(out.begin(), out.end());
  return out;
}

class Enumeration : public Check {
 public:
  explicit Enumeration(const Params& p)
      : words_{WordList(p.Texts("starts")), WordList(p.Texts("others")),
               WordList(p.Texts("announced"))} {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto points = FindPoints(in.doc);
    const auto breaks = Breaks(in.doc);
    for (std::size_t style = 0; style < kPointStyles; ++style) {
      std::vector<const Point*> own;
      for (const auto& p : points) {
        if (static_cast<std::size_t>(p.style) == style) own.push_back(&p);
      }
      // 一抓…二抓… and 一看…二看… are two counts.
      std::stable_sort(own.begin(), own.end(),
                       [](const auto* a, const auto* b) { return a->deed < b->deed; });
      for (auto begin = own.begin(); begin != own.end();) {
        const auto deed = (*begin)->deed;
        const auto end =
            std::find_if(begin, own.end(), [&](const auto* p) { return p->deed != deed; });
        CountPoints(in.doc, {begin, end}, breaks, words_, reporter);
        begin = end;
      }
    }
  }

 private:
  PointWords words_;
};

}  // namespace

const CheckKind kEnumeration = {
    "enumeration",
    {"一是、二是等序次跳号、重号或只有一个", "Points of the text that leave one out or repeat"},
    "{}",
    {{"starts",
      ParamType::texts,
      false,
      {"“二是”前面可以代替“一是”的字", "words that may stand for the first point"}},
     {"others",
      ParamType::texts,
      false,
      {"“一是”后面可以代替“二是”的字", "words that may stand for the second point"}},
     {"announced",
      ParamType::texts,
      false,
      {"“三项措施：一是”里的“措施”一类的字，说了几点就该有几点",
       "words for points whose number is announced before them"}}},
    {"text", "fault"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<Enumeration>(p); }};

}  // namespace hegao
