#include "formats/odt/lists.h"

#include <algorithm>

#include "formats/odt/number_format.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

OdtListLevel ReadLevel(pugi::xml_node node) {
  OdtListLevel level;
  const auto name = LocalName(node);
  level.numbered = name == "list-level-style-number" || name == "outline-level-style";
  level.format = Attribute(node, "num-format").value();
  level.prefix = Attribute(node, "num-prefix").value();
  level.suffix = Attribute(node, "num-suffix").value();
  level.pattern = Attribute(node, "num-list-format").value();
  level.start = Attribute(node, "start-value").as_uint(1);
  level.display = std::clamp(Attribute(node, "display-levels").as_int(1), 1, kOdtListLevels);
  level.letter_sync = Attribute(node, "num-letter-sync").as_bool();
  const auto alignment = Child(Child(node, "list-level-properties"), "list-level-label-alignment");
  level.nothing_follows =
      std::string_view(Attribute(alignment, "label-followed-by").value()) == "nothing";
  return level;
}

/// "%1%.%2%" with the numbers filled in; what is no reference stays.
std::string FillPattern(std::string_view pattern, const OdtListStyle& style,
                        const OdtListCount& count, int deepest) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = pattern.find('%');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) break;
    pattern.remove_prefix(open + 1);
    const auto close = pattern.find('%');
    const auto reference = pattern.substr(0, close);
    int level = 0;
    for (const char c : reference.substr(0, 2)) {
      level = c >= '0' && c <= '9' ? level * 10 + c - '0' : kOdtListLevels + 1;
    }
    if (close == std::string_view::npos || level < 1 || level > deepest + 1) {
      out += '%';
      continue;
    }
    const auto& of = style.levels[level - 1];
    out += FormatOdtNumber(count.value[level - 1], of.format, of.letter_sync);
    pattern.remove_prefix(close + 1);
  }
  return out;
}

std::string Label(const OdtListStyle& style, const OdtListCount& count, int level) {
  const auto& own = style.levels[level];
  if (!own.pattern.empty() && own.pattern.find('%') != std::string::npos) {
    return FillPattern(own.pattern, style, count, level);
  }
  std::string numbers;
  for (int i = std::max(0, level - own.display + 1); i <= level; ++i) {
    const auto& of = style.levels[i];
    const auto number = FormatOdtNumber(count.value[i], of.format, of.letter_sync);
    if (!numbers.empty() && !number.empty()) numbers += '.';
    numbers += number;
  }
  return own.prefix + numbers + own.suffix;
}

}  // namespace

OdtListStyle ReadOdtListStyle(pugi::xml_node style) {
  OdtListStyle out;
  for (auto node = style.first_child(); node; node = node.next_sibling()) {
    const int level = Attribute(node, "level").as_int();
    if (level >= 1 && level <= kOdtListLevels) out.levels[level - 1] = ReadLevel(node);
  }
  return out;
}

std::string OdtListCount::Next(const OdtListStyle& style, int level,
                               std::optional<std::uint32_t> start) {
  // Levels above that no item has shown yet stand at their first number.
  for (int i = 0; i < level; ++i) {
    if (!started[i]) {
      started[i] = true;
      value[i] = style.levels[i].start;
    }
  }
  const auto& own = style.levels[level];
  value[level] = start ? *start : started[level] ? value[level] + 1 : own.start;
  started[level] = true;
  for (int i = level + 1; i < kOdtListLevels; ++i) started[i] = false;
  if (!own.numbered) return {};
  std::string label = Label(style, *this, level);
  if (!label.empty() && !own.nothing_follows) label += ' ';
  return label;
}

void OdtListCount::Restart(int level) {
  for (int i = level; i < kOdtListLevels; ++i) started[i] = false;
}

std::size_t OdtListCounts::Begin(pugi::xml_node list, std::string_view style_name) {
  std::optional<std::size_t> index;
  if (const auto known = by_id_.find(Attribute(list, "continue-list").value());
      known != by_id_.end()) {
    index = known->second;
  } else if (Attribute(list, "continue-numbering").as_bool()) {
    const auto last = last_of_style_.find(std::string(style_name));
    if (last != last_of_style_.end()) index = last->second;
  }
  if (!index) {
    index = counts_.size();
    counts_.emplace_back();
  }
  if (const auto id = list.attribute("xml:id")) by_id_[id.value()] = *index;
  last_of_style_[std::string(style_name)] = *index;
  return *index;
}

}  // namespace hegao
