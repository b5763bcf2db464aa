#include "checks/law/name_index.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::size_t kOneCharacter = 3;  // bytes of a Chinese one

}  // namespace

std::uint64_t NameIndex::KeyAt(std::string_view text, std::size_t at) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < kKey; ++i) key = key << 8 | static_cast<unsigned char>(text[at + i]);
  return key;
}

void NameIndex::Add(std::string name, std::uint32_t id) {
  if (name.size() < kKey || Exactly(name).length != 0) return;
  const auto key = KeyAt(name, 0);
  starts_.set(Bit(key));
  auto& bucket = buckets_[key];
  const auto at = std::find_if(bucket.begin(), bucket.end(),
                               [&](const Entry& e) { return e.name.size() < name.size(); });
  bucket.insert(at, {std::move(name), id});
}

const std::vector<NameIndex::Entry>* NameIndex::Bucket(std::string_view text,
                                                       std::size_t at) const {
  if (at + kKey > text.size()) return nullptr;
  const auto key = KeyAt(text, at);
  if (!starts_.test(Bit(key))) return nullptr;
  const auto it = buckets_.find(key);
  return it == buckets_.end() ? nullptr : &it->second;
}

NameIndex::Hit NameIndex::LongestAt(std::string_view text, std::size_t at) const {
  const auto* bucket = Bucket(text, at);
  if (bucket == nullptr) return {};
  for (const auto& e : *bucket) {
    if (text.compare(at, e.name.size(), e.name) == 0)
      return {e.id, static_cast<std::uint32_t>(e.name.size())};
  }
  return {};
}

NameIndex::Hit NameIndex::Exactly(std::string_view name) const {
  const auto* bucket = Bucket(name, 0);
  if (bucket == nullptr) return {};
  for (const auto& e : *bucket) {
    if (e.name == name) return {e.id, static_cast<std::uint32_t>(name.size())};
  }
  return {};
}

std::vector<std::string> QuoteForms(const std::string& name) {
  constexpr std::string_view kOpen = "“", kClose = "”";
  const auto open = name.find(kOpen);
  const auto close = open == name.npos ? name.npos : name.find(kClose, open);
  if (close == name.npos) return {name};
  const auto head = name.substr(0, open);
  const auto quoted = name.substr(open + kOpen.size(), close - open - kOpen.size());
  const auto tail = name.substr(close + kClose.size());
  std::vector<std::string> forms;
  for (const auto& [before, after] : {std::pair{"“", "”"},
                                      {"", ""},
                                      {"\"", "\""},
                                      {"'", "'"},
                                      {"", "”"},
                                      {"“", ""},
                                      {"”", "”"}}) {
    forms.push_back(head + before + quoted + after + tail);
  }
  // “七·五”: two characters are at times typed apart.
  if (quoted.size() == 2 * kOneCharacter) {
    const auto apart = quoted.substr(0, kOneCharacter) + "·" + quoted.substr(kOneCharacter);
    for (const auto* marks : {"“”", "", "\"\""}) {
      const std::string both = marks;
      const auto half = both.size() / 2;
      forms.push_back(head + both.substr(0, half) + apart + both.substr(half) + tail);
    }
  }
  return forms;
}

}  // namespace hegao
