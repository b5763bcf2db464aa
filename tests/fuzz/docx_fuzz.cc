// The Word reader keeps its promises on any parts: blocks in bounds and on character boundaries,
// marks and origins within the text. The input is the parts themselves, parted by lines of four
// dashes, since a fuzzer finds no checksums: body, styles, numbering, footnotes, comments, header.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "../formats/docx_package.h"
#include "../formats/piece_invariant.h"
#include "formats/registry.h"

namespace {

std::string_view TakePart(std::string_view& rest) {
  constexpr std::string_view kBorder = "\n----\n";
  const std::size_t end = rest.find(kBorder);
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + kBorder.size());
  return part;
}

std::string BrokenPlaces(const hegao::RawDocument& document) {
  for (const auto& mark : document.marks) {
    if (mark.span.begin > mark.span.end || mark.span.end > document.text.size()) {
      return "mark out of bounds";
    }
  }
  std::uint32_t end = 0;
  for (const auto& origin : document.map.origins) {
    if (origin.text.begin < end || origin.text.end > document.text.size()) {
      return "origins do not ascend or are out of bounds";
    }
    end = origin.text.end;
  }
  return {};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string body(TakePart(rest));
  std::vector<hegao::DocxPart> parts;
  for (const char* type : {"styles", "numbering", "footnotes", "comments", "header"}) {
    const std::string_view xml = TakePart(rest);
    if (!xml.empty()) parts.push_back({type, type, hegao::WordRoot(type, xml)});
  }
  const auto document = hegao::ReadDocument("a.docx", hegao::Docx(body, parts));
  if (!document) return 0;
  std::string complaint = hegao::BrokenInvariant(*document);
  if (complaint.empty()) complaint = BrokenPlaces(*document);
  if (complaint.empty()) return 0;
  std::fprintf(stderr, "%s\n", complaint.c_str());
  std::abort();
}
