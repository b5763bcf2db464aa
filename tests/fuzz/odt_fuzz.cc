// The OpenDocument reader keeps its promises on any content.xml: the bytes go into a package by
// themselves, since what a ZIP may hide is tested elsewhere.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "../formats/piece_invariant.h"
#include "../formats/stored_zip.h"
#include "formats/registry.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto package = hegao::StoredZip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                         {"content.xml", bytes},
                                         {"styles.xml", bytes}});
  const auto document = hegao::ReadDocument("a.odt", package);
  if (!document) return 0;
  const std::string complaint = hegao::BrokenInvariant(*document);
  if (complaint.empty()) return 0;
  std::fprintf(stderr, "%s\n", complaint.c_str());
  std::abort();
}
