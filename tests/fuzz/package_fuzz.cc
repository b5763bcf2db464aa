// Any package: the archive and the XML parser give an error that says something or what is within
// the limits, and the text nodes of a part have names that ascend.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "formats/package/xml_part.h"
#include "formats/package/zip_archive.h"
#include "fuzzed_package.h"
#include "markup_mutator.h"
#include "reader_promises.h"

namespace {

using namespace hegao;

void HoldError(const Error& error) {
  Hold(error.kind == ErrorKind::unreadable, "an error of another kind");
  Hold(!error.message.zh.empty() && !error.message.en.empty(), "an error that says nothing");
}

void HoldNodes(const XmlPart& part, std::size_t size) {
  std::uint32_t last = 0;
  std::size_t depth = 0;
  for (auto node = part.root(); node;) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) {
      const std::uint32_t id = XmlPart::NodeId(node);
      Hold(id > last, "names of text nodes do not ascend");
      Hold(id <= size || size == 0, "a text node behind its part");
      last = id;
    }
    LocalName(node);
    Attribute(node, "val");
    if (node.first_child()) {
      Hold(++depth <= ReadLimits().depth, "deeper than the limit");
      node = node.first_child();
      continue;
    }
    while (node && node != part.root() && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    node = node == part.root() ? pugi::xml_node() : node.next_sibling();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  ReadLimits limits;
  limits.markup = 4096;
  limits.unpacked = 16384;
  limits.entries = 16;
  auto archive = ZipArchive::Open(FuzzedPackage(input), limits);
  if (!archive) {
    HoldError(archive.error());
    return 0;
  }
  Hold(archive->names().size() <= limits.entries, "more entries than allowed");
  std::size_t total = 0;
  for (const std::string& name : archive->names()) {
    Hold(archive->Has(name), "a name that is not there");
    auto bytes = archive->Read(name, limits.markup);
    if (!bytes) {
      HoldError(bytes.error());
      continue;
    }
    Hold(bytes->size() <= limits.markup, "an entry larger than allowed");
    total += bytes->size();
    Hold(total <= limits.unpacked, "more unpacked than allowed");
    // A part that is not UTF-8 is turned into it, and its places are counted there.
    const bool utf8 = IsValidUtf8(*bytes) && bytes->find("encoding") == std::string::npos &&
                      bytes->find('\0') == std::string::npos;
    const std::size_t known = utf8 ? bytes->size() : 0;
    for (const bool mixed : {false, true}) {
      const auto part = XmlPart::Parse(*bytes, name, limits, mixed);
      if (!part) HoldError(part.error());
      if (part) HoldNodes(*part, known);
    }
  }
  return 0;
}
