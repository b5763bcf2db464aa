#include "formats/ofd/text_runs.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "formats/package/xml_part.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kUsualSize = 4.2333;  // 12 points, where the file gives none
constexpr int kBoldWeight = 600;

/// What holds for all characters of a TextObject; lengths in its own space.
struct Setting {
  OfdMatrix to_page;
  double size = kUsualSize;
  double stretch = 1;  // HScale
  OfdRun plain;        // what its runs have in common
};

/// Collects characters into runs.
class Collector {
 public:
  Collector(const Setting& setting, std::vector<OfdRun>* runs) : setting_(setting), runs_(runs) {}

  void Add(std::string_view character, double width, OfdPoint at, std::uint32_t offset) {
    if (run_.text.empty()) {
      run_ = setting_.plain;
      run_.offset = offset;
      begin_ = at;
    }
    run_.text += character;
    end_ = {at.x + width, begin_.y};  // also of a line set downwards, which is as wide as it
  }
  void End() {
    if (run_.text.empty()) return;
    run_.begin = setting_.to_page.Apply(begin_);
    run_.end = setting_.to_page.Apply(end_);
    runs_->push_back(std::move(run_));
    run_.text.clear();
  }

 private:
  const Setting& setting_;
  std::vector<OfdRun>* runs_;
  OfdRun run_;
  OfdPoint begin_, end_;
};

/// What the next character's place says of the line it stands on.
enum class Step : std::uint8_t { on, apart, down };

Step StepOf(double dx, double dy, double natural, double size) {
  const bool below = dy > 0.5 * size && dy < 3 * size && std::abs(dx) < 0.1 * size;
  if (below) return Step::down;
  const bool same_line = std::abs(dy) < 0.3 * size && dx > -0.3 * size;
  return same_line && dx < natural + 0.7 * size ? Step::on : Step::apart;
}

void AppendCode(pugi::xml_node code, pugi::xml_node node, const Setting& setting, OfdPoint at,
                std::vector<OfdRun>* runs) {
  const std::string_view text = node.value();
  OfdDeltas delta_x(Attribute(code, "DeltaX").value()), delta_y(Attribute(code, "DeltaY").value());
  Collector run(setting, runs);
  Step last = Step::apart;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const double natural = OfdNaturalWidth(c.value) * setting.size * setting.stretch;
    const auto dx = delta_x.Next(), dy = delta_y.Next();
    const bool placed = dx.has_value() || dy.has_value();
    const double step_x = placed ? dx.value_or(0) : natural;
    const double step_y = dy.value_or(0);
    const bool ends = i + c.length == text.size();
    Step step = StepOf(step_x, step_y, natural, setting.size);
    const double width = step == Step::on && step_x > 0 && !ends ? step_x : natural;
    run.Add(text.substr(i, c.length), width, at, static_cast<std::uint32_t>(i));
    // Characters below one another are a line set downwards, unless a line has just been written.
    if (step == Step::apart || (step == Step::down && last == Step::on)) {
      run.End();
      step = Step::apart;
    }
    last = step;
    at = {at.x + step_x, at.y + step_y};
    i += c.length;
  }
  run.End();
}

Setting SettingOf(pugi::xml_node object, const OfdMatrix& outer, std::uint32_t part) {
  Setting setting;
  const OfdBox boundary = ParseOfdBox(Attribute(object, "Boundary").value());
  const OfdMatrix place{1, 0, 0, 1, boundary.x, boundary.y};
  setting.to_page = outer.Around(place.Around(ParseOfdMatrix(Attribute(object, "CTM").value())));
  std::string_view size = Attribute(object, "Size").value();
  if (const double given = TakeOfdNumber(size).value_or(0); given > 0) setting.size = given;
  std::string_view stretch = Attribute(object, "HScale").value();
  if (const double given = TakeOfdNumber(stretch).value_or(0); given > 0) setting.stretch = given;
  setting.plain.size = std::max(0.01, setting.size * setting.to_page.Across());
  setting.plain.bold = Attribute(object, "Weight").as_int(400) >= kBoldWeight;
  setting.plain.font = Attribute(object, "Font").as_uint();
  setting.plain.part = part;
  return setting;
}

}  // namespace

double OfdNaturalWidth(char32_t c) { return DisplayWidth(c) == 2 ? 1.0 : 0.5; }

void AppendOfdRuns(pugi::xml_node text_object, const OfdMatrix& outer, std::uint32_t part,
                   std::vector<OfdRun>* runs) {
  Setting setting = SettingOf(text_object, outer, part);
  OfdPoint at;
  for (auto code : text_object) {
    if (LocalName(code) != "TextCode") continue;
    // A place that is not given is that of the code before (11.3).
    const auto coordinate = [&](std::string_view name, double before) {
      std::string_view value = Attribute(code, name).value();
      return TakeOfdNumber(value).value_or(before);
    };
    at = {coordinate("X", at.x), coordinate("Y", at.y)};
    for (auto node : code) {
      if (node.type() != pugi::node_pcdata && node.type() != pugi::node_cdata) continue;
      setting.plain.node = XmlPart::NodeId(node);
      AppendCode(code, node, setting, at, runs);
    }
  }
}

}  // namespace hegao
