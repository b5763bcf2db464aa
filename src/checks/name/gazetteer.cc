#include "checks/name/gazetteer.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace hegao {
namespace {

constexpr PlaceCode kProvinces = 100, kPrefectures = 10000, kCounties = 1000000;

PlaceCode ReadCode(std::string_view digits) {
  PlaceCode code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code);
  return code;
}

}  // namespace

PlaceLevel LevelOf(PlaceCode code) {
  if (code < kProvinces) return PlaceLevel::province;
  if (code < kPrefectures) return PlaceLevel::prefecture;
  return code < kCounties ? PlaceLevel::county : PlaceLevel::town;
}

PlaceCode Above(PlaceCode code, PlaceLevel level) {
  for (auto own = LevelOf(code); own > level; own = LevelOf(code))
    code /= own == PlaceLevel::town ? 1000 : 100;
  return code;
}

bool IsWithin(PlaceCode inner, PlaceCode outer) { return Above(inner, LevelOf(outer)) == outer; }

std::vector<PlaceCode> Gazetteer::Find(std::string_view name) const {
  std::vector<PlaceCode> codes;
  auto rest = LookUp(table_.text, name).value_or(std::string_view());
  while (!rest.empty()) {
    const auto end = std::min(rest.find(' '), rest.size());
    if (const auto code = ReadCode(rest.substr(0, end)); code != 0) codes.push_back(code);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return codes;
}

std::string_view Gazetteer::NameOf(PlaceCode code) const {
  return LookUp(table_.text, std::to_string(code)).value_or(std::string_view());
}

std::vector<std::string_view> Gazetteer::TownsOf(PlaceCode county) const {
  std::vector<std::string_view> names;
  const auto digits = std::to_string(county);
  constexpr std::size_t kTownDigits = 9;
  const auto text = table_.text;
  for (auto at = text.find(digits); at != text.npos; at = text.find(digits, at + 1)) {
    const bool starts = at > 0 && (text[at - 1] == '\t' || text[at - 1] == ' ');
    const auto end = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (!starts || end - at != kTownDigits) continue;
    const auto before = text.rfind('\n', at);
    const auto line = before == text.npos ? 0 : before + 1;
    names.push_back(text.substr(line, std::min(text.find('\t', line), text.size()) - line));
  }
  return names;
}

}  // namespace hegao
