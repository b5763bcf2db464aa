// Half of the changes a fuzzer makes to markup keep it well-formed: elements are copied, moved and
// left out whole, values of attributes change places. Else nearly all it tries ends in the parser.
// To be included by the one file of a fuzz target.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace hegao {

struct Stretch {
  std::size_t begin = 0, size = 0;
};

/// Elements from their first tag to their last, and what stands in quotes. No parser: what it
/// misjudges is one more broken input.
struct MarkupPlaces {
  std::vector<Stretch> elements, values;

  explicit MarkupPlaces(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
      const std::size_t end = text.find('>', at);
      if (end == std::string_view::npos) break;
      AddValues(text, at, end);
      if (text[at + 1] == '?' || text[at + 1] == '!') continue;
      if (text[at + 1] != '/') open.push_back(at);
      if (text[at + 1] != '/' && text[end - 1] != '/') continue;
      if (open.empty()) continue;
      elements.push_back({open.back(), end + 1 - open.back()});
      open.pop_back();
    }
  }

 private:
  void AddValues(std::string_view text, std::size_t at, std::size_t end) {
    for (;;) {
      at = text.find_first_of("\"'", at);
      if (at >= end) return;
      const std::size_t close = text.find(text[at], at + 1);
      if (close >= end) return;
      values.push_back({at + 1, close - at - 1});
      at = close + 1;
    }
  }
};

inline std::string WithMarkupChanged(const std::string& text, std::minstd_rand& random) {
  static constexpr const char* kValues[] = {"0",   "1", "-1",  "2",    "9", "65535", "2147483648",
                                            "1.5", "",  "1e9", "true", "a", "100%",  "0.1cm"};
  const MarkupPlaces places(text);
  const auto any = [&](const std::vector<Stretch>& from) { return from[random() % from.size()]; };
  if (!places.values.empty() && random() % 3 == 0) {
    const Stretch to = any(places.values), from = any(places.values);
    const bool known = random() % 2 == 0;
    return std::string(text).replace(
        to.begin, to.size, known ? kValues[random() % 14] : text.substr(from.begin, from.size));
  }
  if (places.elements.empty()) return text;
  const Stretch to = any(places.elements), from = any(places.elements);
  const std::string copy = text.substr(from.begin, from.size);
  switch (random() % 4) {
    case 0:
      return std::string(text).erase(from.begin, from.size);
    case 1:
      return std::string(text).replace(to.begin, to.size, copy);
    case 2:
      return std::string(text).insert(to.begin, copy);
    default: {  // into the other element, before what it holds
      const std::size_t inside = text.find('>', to.begin) + 1;
      return std::string(text).insert(text[inside - 2] == '/' ? to.begin : inside, copy);
    }
  }
}

}  // namespace hegao

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  std::minstd_rand random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string text(reinterpret_cast<const char*>(data), size);
  for (int changes = 1 + static_cast<int>(random() % 3); changes > 0; --changes) {
    text = hegao::WithMarkupChanged(text, random);
  }
  if (text.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  std::memcpy(data, text.data(), text.size());
  return text.size();
}
