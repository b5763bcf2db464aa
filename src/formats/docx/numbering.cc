#include "formats/docx/numbering.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <unordered_map>
#include <vector>

#include "formats/docx/properties.h"
#include "formats/package/xml_part.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLevels = 9;           // 17.9.6: ilvl 0 … 8
constexpr std::size_t kTextCharacters = 64;  // of a label's pattern; Word takes fewer
constexpr int kLinks = 8;  // numStyleLink leads to a list in one step; more is a cycle

/// Everything is a view into the part.
struct Level {
  bool defined = false;
  std::uint32_t start = 0;  // 17.9.25: zero unless said
  std::string_view format = "decimal";
  std::string_view text;
  std::string_view style;      // of the paragraphs tied to it
  std::optional<int> restart;  // 1-based level that restarts this one; 0: none
  bool legal = false;
  bool bare = false;  // nothing after the label
};

using Levels = std::array<Level, kLevels>;

/// Numbers that count together, with what they look like.
struct Abstract {
  pugi::xml_node node;
  std::string_view link;           // numStyleLink: the levels are those of another
  std::unique_ptr<Levels> levels;  // read when first used
  std::array<std::optional<std::uint32_t>, kLevels> count;  // none: starts (again)
};

struct Override {
  std::optional<std::uint32_t> start;
  std::unique_ptr<Level> level;
  bool applied = false;
};

struct List {
  pugi::xml_node node;
  bool read = false;
  Abstract* counts = nullptr;  // null: no such list
  Abstract* looks = nullptr;   // the same but for numStyleLink
  std::vector<std::pair<std::size_t, Override>> overrides;
};

std::string_view Value(pugi::xml_node node) { return Attribute(node, "val").value(); }

std::uint32_t ReadStart(pugi::xml_node node) {
  return static_cast<std::uint32_t>(std::max(ReadInteger(Attribute(node, "val")).value_or(0), 0));
}

/// Newer formats stand in an alternate; what everybody can read stands in its fallback.
std::string_view FallbackFormat(pugi::xml_node alternate) {
  return Value(Child(Child(alternate, "Fallback"), "numFmt"));
}

Level ReadLevel(pugi::xml_node node) {
  Level level;
  level.defined = true;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    const auto name = LocalName(child);
    if (name == "start") {
      level.start = ReadStart(child);
    } else if (name == "numFmt") {
      level.format = Value(child);
    } else if (name == "AlternateContent") {
      if (const auto format = FallbackFormat(child); !format.empty()) level.format = format;
    } else if (name == "lvlText") {
      level.text = FirstCodePoints(Value(child), kTextCharacters);
    } else if (name == "lvlRestart") {
      level.restart = ReadInteger(Attribute(child, "val"));
    } else if (name == "pStyle") {
      level.style = Value(child);
    } else if (name == "isLgl") {
      level.legal = IsOn(Attribute(child, "val"));
    } else if (name == "suff") {
      level.bare = Value(child) == "nothing";
    } else if (name == "lvlPicBulletId") {
      level.format = "bullet";
      break;  // a numFmt does not bring the number back
    }
  }
  return level;
}

std::optional<std::size_t> ReadLevelIndex(pugi::xml_node node) {
  const auto index = ReadInteger(Attribute(node, "ilvl"));
  if (!index || *index < 0 || static_cast<std::size_t>(*index) >= kLevels) return std::nullopt;
  return static_cast<std::size_t>(*index);
}

/// Is there more than marks in it, more than the ". " a missing number leaves?
bool HasWord(std::string_view label) {
  for (std::size_t at = 0; at < label.size();) {
    const auto c = DecodeAt(label, at);
    const char32_t lower = c.value | 0x20;
    if ((c.value >= U'0' && c.value <= U'9') || (lower >= U'a' && lower <= U'z')) return true;
    if (c.value >= 0x80 && IsHan(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool IsPrivateUse(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

/// Is the level `at` counted anew after a paragraph of the level `used` above it? (17.9.10)
bool RestartsAfter(const Level& level, std::size_t at, std::size_t used) {
  const auto restart = level.restart.value_or(static_cast<int>(at));
  if (restart < 0 || static_cast<std::size_t>(restart) > at) return true;
  return used < static_cast<std::size_t>(restart);
}

}  // namespace

struct DocxNumbering::Impl {
  std::unordered_map<int, Abstract> abstracts;
  std::unordered_map<std::string_view, Abstract*> by_style;  // w:styleLink
  std::unordered_map<int, List> lists;
  std::vector<int> order;  // of num elements
  std::unordered_map<std::string_view, StyleList> styles;
  bool styles_known = false;

  void ReadAbstract(pugi::xml_node node);
  void ReadList(pugi::xml_node node);
  List* Find(int num_id);
  const Levels& LevelsOf(Abstract& abstract);
  Override* FindOverride(List& list, std::size_t level);
  const Level& Look(List& list, std::size_t level);
  std::uint32_t StartOf(List& list, std::size_t level);
  std::uint32_t Count(List& list, std::size_t level);
  std::string Label(List& list, std::size_t level);
  std::string Shown(List& list, std::size_t level, bool legal);
};

void DocxNumbering::Impl::ReadAbstract(pugi::xml_node node) {
  const auto id = ReadInteger(Attribute(node, "abstractNumId"));
  if (!id) return;
  Abstract& abstract = abstracts.try_emplace(*id).first->second;
  if (abstract.node) return;
  abstract.node = node;
  for (auto child = node.first_child(); child; child = child.next_sibling()) {
    const auto name = LocalName(child);
    if (name == "numStyleLink") {
      abstract.link = Value(child);
    } else if (name == "styleLink") {
      by_style.try_emplace(Value(child), &abstract);
    } else if (name == "lvl") {
      break;  // they come last, and there are many
    }
  }
}

void DocxNumbering::Impl::ReadList(pugi::xml_node node) {
  const auto id = ReadInteger(Attribute(node, "numId"));
  if (!id || *id <= 0) return;  // 0 takes a paragraph out of lists
  if (lists.try_emplace(*id, List{node, false, nullptr, nullptr, {}}).second) order.push_back(*id);
}

List* DocxNumbering::Impl::Find(int num_id) {
  const auto found = lists.find(num_id);
  if (found == lists.end()) return nullptr;
  List& list = found->second;
  if (list.read) return list.looks == nullptr ? nullptr : &list;
  list.read = true;
  for (auto child = list.node.first_child(); child; child = child.next_sibling()) {
    const auto name = LocalName(child);
    if (name == "abstractNumId") {
      const auto id = ReadInteger(Attribute(child, "val"));
      const auto abstract = abstracts.find(id.value_or(std::numeric_limits<int>::min()));
      if (abstract != abstracts.end()) list.counts = &abstract->second;
    } else if (name == "lvlOverride") {
      const auto index = ReadLevelIndex(child);
      if (!index || FindOverride(list, *index) != nullptr) continue;
      Override& change = list.overrides.emplace_back(*index, Override{}).second;
      if (const auto start = Child(child, "startOverride")) change.start = ReadStart(start);
      if (const auto level = Child(child, "lvl")) {
        change.level = std::make_unique<Level>(ReadLevel(level));
      }
    }
  }
  Abstract* looks = list.counts;
  for (int i = 0; looks != nullptr && !looks->link.empty(); ++i) {
    const auto next = by_style.find(looks->link);
    looks = i < kLinks && next != by_style.end() ? next->second : nullptr;
  }
  list.looks = looks;
  return looks == nullptr ? nullptr : &list;
}

const Levels& DocxNumbering::Impl::LevelsOf(Abstract& abstract) {
  if (abstract.levels == nullptr) {
    abstract.levels = std::make_unique<Levels>();
    for (auto child = abstract.node.first_child(); child; child = child.next_sibling()) {
      if (LocalName(child) != "lvl") continue;
      if (const auto index = ReadLevelIndex(child)) (*abstract.levels)[*index] = ReadLevel(child);
    }
  }
  return *abstract.levels;
}

Override* DocxNumbering::Impl::FindOverride(List& list, std::size_t level) {
  for (auto& [index, change] : list.overrides) {
    if (index == level) return &change;
  }
  return nullptr;
}

const Level& DocxNumbering::Impl::Look(List& list, std::size_t level) {
  const Override* change = FindOverride(list, level);
  if (change != nullptr && change->level != nullptr) return *change->level;
  return LevelsOf(*list.looks)[level];
}

std::uint32_t DocxNumbering::Impl::StartOf(List& list, std::size_t level) {
  const Override* change = FindOverride(list, level);
  return change != nullptr && change->start ? *change->start : Look(list, level).start;
}

/// 17.9.26: a startOverride starts the level when its list is first used, and is where the level
/// starts again from then on. Lists of one abstract list share the counts.
std::uint32_t DocxNumbering::Impl::Count(List& list, std::size_t level) {
  auto& counts = list.counts->count;
  // A level that was skipped on the way down has taken its first number: 1, 1.1.1, 1.2 and not 1.1.
  for (std::size_t above = 0; above < level; ++above) {
    if (!counts[above]) counts[above] = StartOf(list, above);
  }
  Override* change = FindOverride(list, level);
  const bool anew = change != nullptr && change->start && !change->applied;
  if (anew) change->applied = true;
  if (anew || !counts[level]) {
    counts[level] = StartOf(list, level);
  } else if (*counts[level] < std::numeric_limits<std::uint32_t>::max()) {
    ++*counts[level];
  }
  for (std::size_t below = level + 1; below < kLevels; ++below) {
    if (RestartsAfter(Look(list, below), below, level)) counts[below].reset();
  }
  return *counts[level];
}

/// The number of a level as it stands, as a part of a label of it or of a level below it.
std::string DocxNumbering::Impl::Shown(List& list, std::size_t level, bool legal) {
  const Level& look = Look(list, level);
  if (!look.defined) return {};
  const std::uint32_t value = list.counts->count[level].value_or(0);
  // 17.9.4 turns numbers into decimal ones; a level without number stays without.
  const bool numbered = look.format != "none" && look.format != "bullet";
  return FormatNumber(value, legal && numbered ? "decimal" : look.format);
}

std::string DocxNumbering::Impl::Label(List& list, std::size_t level) {
  const Level& look = Look(list, level);
  if (look.format == "bullet") return {};
  std::string label;
  for (std::size_t at = 0; at < look.text.size();) {
    const char next = at + 1 < look.text.size() ? look.text[at + 1] : '\0';
    if (look.text[at] == '%' && next >= '1' && next <= '9') {
      const auto shown = static_cast<std::size_t>(next - '1');
      if (shown <= level) label += Shown(list, shown, look.legal);
      at += 2;
      continue;
    }
    const auto c = DecodeAt(look.text, at);
    if (!IsPrivateUse(c.value)) label += look.text.substr(at, c.length);
    at += c.length;
  }
  if (look.format == "none" && !HasWord(label)) return {};
  if (label.find_first_not_of(' ') == std::string::npos) return {};
  if (!look.bare && label.back() != ' ') label += ' ';
  return label;
}

DocxNumbering::DocxNumbering(pugi::xml_node numbering) : impl_(std::make_unique<Impl>()) {
  for (auto node = numbering.first_child(); node; node = node.next_sibling()) {
    const auto name = LocalName(node);
    if (name == "abstractNum") {
      impl_->ReadAbstract(node);
    } else if (name == "num") {
      impl_->ReadList(node);
    }
  }
}

DocxNumbering::~DocxNumbering() = default;
DocxNumbering::DocxNumbering(DocxNumbering&&) noexcept = default;
DocxNumbering& DocxNumbering::operator=(DocxNumbering&&) noexcept = default;

std::string DocxNumbering::Next(int num_id, int level) {
  if (level < 0 || static_cast<std::size_t>(level) >= kLevels) return {};
  List* list = impl_->Find(num_id);
  const auto at = static_cast<std::size_t>(level);
  if (list == nullptr || !impl_->Look(*list, at).defined) return {};
  impl_->Count(*list, at);
  return impl_->Label(*list, at);
}

DocxNumbering::StyleList DocxNumbering::ForStyle(std::string_view style_id, int num_id) const {
  if (style_id.empty()) return {};
  if (num_id != 0) {
    List* list = impl_->Find(num_id);
    for (std::size_t at = 0; list != nullptr && at < kLevels; ++at) {
      if (impl_->Look(*list, at).style == style_id) return {num_id, static_cast<int>(at)};
    }
    return {};
  }
  if (!impl_->styles_known) {
    impl_->styles_known = true;
    for (const int id : impl_->order) {
      List* list = impl_->Find(id);
      for (std::size_t at = 0; list != nullptr && at < kLevels; ++at) {
        const auto style = impl_->Look(*list, at).style;
        if (!style.empty()) impl_->styles.try_emplace(style, StyleList{id, static_cast<int>(at)});
      }
    }
  }
  const auto found = impl_->styles.find(style_id);
  return found == impl_->styles.end() ? StyleList{} : found->second;
}

}  // namespace hegao
