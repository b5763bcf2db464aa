// Paper and margins of the sections of pages.
#include <array>
#include <cmath>

#include "checks/layout/kinds.h"
#include "checks/layout/layout_words.h"

namespace hegao {
namespace {

struct Measure {
  std::string_view param;
  double PageSetup::*value;
  Message name;
  bool margin = true;
};

const std::array<Measure, 6>& Measures() {
  static const std::array<Measure, 6> kMeasures = {{
      {"width_mm", &PageSetup::width, {"纸宽", "paper width"}, false},
      {"height_mm", &PageSetup::height, {"纸高", "paper height"}, false},
      {"margin_top_mm", &PageSetup::margin_top, {"上边距", "top margin"}},
      {"margin_bottom_mm", &PageSetup::margin_bottom, {"下边距", "bottom margin"}},
      {"margin_left_mm", &PageSetup::margin_left, {"左边距", "left margin"}},
      {"margin_right_mm", &PageSetup::margin_right, {"右边距", "right margin"}},
  }};
  return kMeasures;
}

Message Millimetres(const Measure& measure, double value) {
  const auto number = ShortNumber(value);
  return {measure.name.zh + " " + number + " 毫米", measure.name.en + " " + number + " mm"};
}

class PageLayout : public Check {
 public:
  explicit PageLayout(const Params& p) : tolerance_(p.Number("tolerance_mm", 1)) {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (!p.Has(Measures()[i].param)) continue;
      wanted_[i] = p.Number(Measures()[i].param, 0);
      any_ = true;
    }
  }

  bool any() const { return any_; }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    Message found, expected;
    std::vector<Span> places;
    bool judged = false;
    for (const auto& page : in.doc.layout.pages) {
      Message here, wanted;
      for (std::size_t i = 0; i < wanted_.size(); ++i) {
        judged |= Compare(page, i, here, wanted);
      }
      if (here.empty()) continue;
      if (places.empty()) {
        found = here;
        expected = wanted;
      }
      const auto at = in.doc.folded.FromSource(page.begin);
      places.push_back({at, at});
    }
    if (!judged) {
      TellUnjudged(in, reporter);
      return;
    }
    if (places.empty()) return;
    ReportExtras extras;
    extras.count = static_cast<std::uint32_t>(places.size());
    extras.related.assign(places.begin() + 1, places.end());
    reporter.Report(places.front(),
                    {{"found", reporter.In(found)},
                     {"expected", reporter.In(expected)},
                     {"tolerance", ShortNumber(tolerance_)}},
                    std::move(extras));
  }

 private:
  void TellUnjudged(const CheckInput& in, Reporter& reporter) const {
    Message asked;
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      if (wanted_[i] > 0) AddToList(asked, Measures()[i].name);
    }
    ReportExtras extras;
    extras.unjudged = NotSaid(asked);
    const auto at = in.doc.folded.FromSource(0);
    reporter.Report({at, at}, {}, std::move(extras));
  }

  /// Adds to the lists what differs; false if there is nothing to compare. A sheet turned for a
  /// wide table is measured the other way round, and its margins turn in more than one way: they
  /// are left alone.
  bool Compare(const PageSetup& page, std::size_t i, Message& found, Message& expected) const {
    const Measure& measure = Measures()[i];
    double value = page.*measure.value;
    if (wanted_[i] <= 0 || value <= 0) return false;
    const bool turned = page.width > page.height && page.height > 0;
    if (turned && measure.margin) return false;
    if (turned) value = measure.value == &PageSetup::width ? page.height : page.width;
    constexpr double kRounding = 0.05;  // of the units files are written in
    if (std::abs(value - wanted_[i]) > tolerance_ + kRounding) {
      AddToList(found, Millimetres(measure, value));
      AddToList(expected, Millimetres(measure, wanted_[i]));
    }
    return true;
  }

  std::array<double, 6> wanted_{};  // 0: anything will do
  double tolerance_;
  bool any_ = false;
};

ParamSpec Length(std::string_view name, const Message& what) {
  constexpr long kLongest = 2000;
  return {name, ParamType::number, false, what, 1, kLongest};
}

}  // namespace

const CheckKind kPageLayout = {
    "page_layout",
    {"纸张大小或页边距不是要求的尺寸", "The paper or a margin has not the size asked for"},
    "width_mm: 210\nheight_mm: 297\ntolerance_mm: 1",
    {Length("width_mm", {"纸宽，毫米", "paper width in millimetres"}),
     Length("height_mm", {"纸高，毫米", "paper height in millimetres"}),
     Length("margin_top_mm", {"上边距，毫米", "top margin in millimetres"}),
     Length("margin_bottom_mm", {"下边距，毫米", "bottom margin in millimetres"}),
     Length("margin_left_mm", {"左边距，毫米", "left margin in millimetres"}),
     Length("margin_right_mm", {"右边距，毫米", "right margin in millimetres"}),
     {"tolerance_mm",
      ParamType::number,
      false,
      {"允许的误差，毫米；默认 1", "tolerance in millimetres, default 1"},
      0,
      100}},
    {"found", "expected", "tolerance"},
    [](const Params& p) -> std::unique_ptr<Check> {
      auto check = std::make_unique<PageLayout>(p);
      if (!check->any()) return nullptr;
      return check;
    },
    true};

}  // namespace hegao
