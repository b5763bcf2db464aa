// The OFD reader keeps its promises on any page: the bytes stand for every part but the two that
// lead to it.
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
  const auto package = hegao::StoredZip(
      {{"OFD.xml", "<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>"},
       {"D.xml",
        "<Document><CommonData><PublicRes>P.xml</PublicRes><TemplatePage ID='1' BaseLoc='P.xml'/>"
        "</CommonData><Pages><Page BaseLoc='P.xml'/><Page BaseLoc='P.xml'/></Pages></Document>"},
       {"P.xml", bytes}});
  const auto document = hegao::ReadDocument("a.ofd", package);
  if (!document) return 0;
  const std::string complaint = hegao::BrokenInvariant(*document);
  if (complaint.empty()) return 0;
  std::fprintf(stderr, "%s\n", complaint.c_str());
  std::abort();
}
