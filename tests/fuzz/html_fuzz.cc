// The HTML reader keeps its promises on any bytes: pieces ascend, are not empty, in bounds and on
// character boundaries (BrokenInvariant).
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../formats/piece_invariant.h"
#include "formats/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto document =
      hegao::ReadDocument("a.html", bytes, {.encoding = "UTF-8", .forced_format = "html"});
  if (!document) return 0;
  const std::string complaint = hegao::BrokenInvariant(*document);
  if (complaint.empty()) return 0;
  std::fprintf(stderr, "%s\n", complaint.c_str());
  std::abort();
}
