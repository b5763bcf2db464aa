// Font, size and setting of the title, the headings and the body.
#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "checks/layout/format_blocks.h"
#include "checks/layout/kinds.h"
#include "checks/layout/layout_words.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

const std::vector<std::string> kParts = {"title", "body", "heading"};
const std::vector<std::string> kAlignments = {"left", "center", "right", "justify"};

Message AlignmentName(Alignment alignment) {
  switch (alignment) {
    case Alignment::left:
      return {"左对齐", "left"};
    case Alignment::center:
      return {"居中", "centred"};
    case Alignment::right:
      return {"右对齐", "right"};
    case Alignment::justify:
      return {"两端对齐", "justified"};
    case Alignment::unknown:
      break;
  }
  return {};
}

/// Producers write one font in many ways: 仿宋_GB2312, 仿宋GB2312, @仿宋, FangSong.
std::string FontKey(std::string_view name) {
  std::string key;
  for (const char c : Fold(name)) {
    if (c == ' ' || c == '_' || c == '-' || c == '@' || c == '"' || c == '\'') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return key;
}

Message Points(double value) { return {ShortNumber(value) + " 磅", ShortNumber(value) + " pt"}; }

/// What one block's format says to one aspect of a rule.
enum class Answer : std::uint8_t { not_said, right, wrong };

class TextFormatCheck : public Check {
 public:
  explicit TextFormatCheck(const Params& p)
      : part_(static_cast<FormatPart>(p.Choice("part", 0))),
        level_(static_cast<int>(p.Integer("level", 0))),
        min_chars_(static_cast<std::size_t>(p.Integer("min_chars", 0))),
        size_(p.Number("size_pt", 0)),
        size_tolerance_(p.Number("size_tolerance_pt", 0.5)),
        alignment_(static_cast<Alignment>(p.Choice("alignment", -1) + 1)),
        least_spacing_(p.Number("line_spacing_min_pt", 0)),
        most_spacing_(p.Number("line_spacing_max_pt", 0)) {
    for (const auto& font : p.Texts("fonts")) fonts_.push_back(FontKey(font));
    if (p.Has("bold")) bold_ = p.Boolean("bold", false);
  }

  bool any() const {
    return !fonts_.empty() || size_ > 0 || alignment_ != Alignment::unknown || least_spacing_ > 0 ||
           most_spacing_ > 0 || bold_.has_value();
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<Span> wrong;
    std::map<std::string, std::uint32_t> found;
    std::uint32_t judged = 0;
    std::optional<Span> first;
    for (const auto b : BlocksOfPart(in.doc, part_, level_)) {
      const auto& block = in.doc.blocks[b];
      if (min_chars_ > 0 && CountHan(in.doc.Text(block.folded)) < min_chars_) continue;
      if (!first) first = block.folded;
      if (block.format < 0) continue;
      Message differs;
      const auto answer = Judge(in.doc.layout.formats[block.format], differs);
      judged += answer != Answer::not_said;
      if (answer != Answer::wrong) continue;
      wrong.push_back(block.folded);
      ++found[reporter.In(differs)];
    }
    if (!first) return;  // no such text: nothing to be right or wrong
    if (judged == 0) {
      ReportExtras extras;
      extras.unjudged = NotSaid(Asked());
      reporter.Report({first->begin, first->begin}, {}, std::move(extras));
      return;
    }
    if (!wrong.empty()) Tell(wrong, found, judged, reporter);
  }

 private:
  void Tell(const std::vector<Span>& wrong, const std::map<std::string, std::uint32_t>& found,
            std::uint32_t judged, Reporter& reporter) const {
    const auto most =
        std::max_element(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    ReportExtras extras;
    extras.count = static_cast<std::uint32_t>(wrong.size());
    extras.related.assign(wrong.begin() + 1, wrong.end());
    reporter.Report(wrong.front(),
                    {{"found", most->first},
                     {"count", std::to_string(wrong.size())},
                     {"total", std::to_string(judged)}},
                    std::move(extras));
  }

  /// Several aspects: wrong if one is, not said if none is said.
  Answer Judge(const TextFormat& format, Message& differs) const {
    const bool empty = format == TextFormat{};
    auto answer = Answer::not_said;
    const auto add = [&](bool asked, bool said, bool right, const Message& is) {
      if (!asked || !said) return;
      if (answer == Answer::not_said) answer = Answer::right;
      if (right) return;
      answer = Answer::wrong;
      AddToList(differs, is);
    };
    add(!fonts_.empty(), !format.font.empty(), HasFont(format.font), {format.font, format.font});
    add(size_ > 0, format.size > 0, std::abs(format.size - size_) <= size_tolerance_,
        Points(format.size));
    add(alignment_ != Alignment::unknown, format.alignment != Alignment::unknown,
        format.alignment == alignment_, AlignmentName(format.alignment));
    // How high a line of `multiple` gets depends on the font and the grid of the page.
    const bool points =
        format.spacing == LineSpacing::exact || format.spacing == LineSpacing::at_least;
    add(least_spacing_ > 0 || most_spacing_ > 0, points, SpacingFits(format.spacing_value),
        Points(format.spacing_value));
    add(bold_.has_value(), !empty, format.bold == bold_.value_or(false),
        format.bold ? Message{"加粗", "bold"} : Message{"没有加粗", "not bold"});
    return answer;
  }

  bool HasFont(const std::string& font) const {
    const auto key = FontKey(font);
    return std::any_of(fonts_.begin(), fonts_.end(),
                       [&](const std::string& known) { return key.starts_with(known); });
  }

  bool SpacingFits(double value) const {
    return value >= least_spacing_ && (most_spacing_ <= 0 || value <= most_spacing_);
  }

  Message Asked() const {
    Message asked;
    if (!fonts_.empty()) AddToList(asked, {"字体", "the font"});
    if (size_ > 0) AddToList(asked, {"字号", "the size"});
    if (alignment_ != Alignment::unknown) AddToList(asked, {"对齐方式", "the alignment"});
    if (least_spacing_ > 0 || most_spacing_ > 0) {
      AddToList(asked, {"行距的磅值", "the line spacing in points"});
    }
    if (bold_) AddToList(asked, {"是否加粗", "the weight"});
    return asked;
  }

  FormatPart part_;
  int level_;
  std::size_t min_chars_;
  std::vector<std::string> fonts_;  // keys
  double size_, size_tolerance_;
  Alignment alignment_;
  double least_spacing_, most_spacing_;
  std::optional<bool> bold_;
};

ParamSpec Size(std::string_view name, const Message& what) {
  constexpr long kLargest = 1000;
  return {name, ParamType::number, false, what, 0, kLargest};
}

}  // namespace

const CheckKind kTextFormat = {
    "text_format",
    {"标题、正文或小标题的字体、字号、对齐、行距不合要求",
     "The title, a heading or the body is set in another font, size or way than asked for"},
    "part: body\nfonts: [仿宋]\nsize_pt: 16",
    {{"part", ParamType::choice, true, {"看哪一部分", "which part is looked at"}, 0, 1, kParts},
     {"level",
      ParamType::integer,
      false,
      {"part 为 heading 时只看这一级", "with part heading: only this level"},
      1,
      4},
     {"min_chars",
      ParamType::integer,
      false,
      {"汉字少于此数的段落不看", "paragraphs with fewer Chinese characters are left alone"}},
     {"fonts",
      ParamType::texts,
      false,
      {"认可的字体名，以其开头即可", "fonts that will do; a name that begins so does as well"}},
     Size("size_pt", {"字号，磅", "type size in points"}),
     Size("size_tolerance_pt", {"字号误差，默认 0.5", "tolerance of the size, default 0.5"}),
     {"alignment", ParamType::choice, false, {"对齐方式", "alignment"}, 0, 1, kAlignments},
     Size("line_spacing_min_pt", {"行距下限，磅", "least line spacing in points"}),
     Size("line_spacing_max_pt", {"行距上限，磅", "most line spacing in points"}),
     {"bold", ParamType::boolean, false, {"是否加粗", "whether it is bold"}}},
    {"found", "count", "total"},
    [](const Params& p) -> std::unique_ptr<Check> {
      auto check = std::make_unique<TextFormatCheck>(p);
      if (!check->any()) return nullptr;
      return check;
    },
    true};

}  // namespace hegao
