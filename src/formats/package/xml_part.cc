#include "formats/package/xml_part.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

namespace hegao {
namespace {

constexpr std::size_t kPrologue = 4096;  // bytes in which a document type declaration stands

tl::unexpected<Error> Unreadable(std::string_view name, std::string_view zh, std::string_view en) {
  return Fail(ErrorKind::unreadable,
              {fmt::format("其中的“{}”{}", name, zh), fmt::format("“{}” in it {}", name, en)});
}

bool DeclaresType(std::string_view bytes) {
  const auto head = bytes.substr(0, kPrologue);
  if (head.find("<!DOCTYPE") != std::string_view::npos) return true;
  // UTF-16, either order: enough of the word is enough.
  constexpr std::string_view kWide("<\0!\0D\0O\0C\0T", 11);
  return head.find(kWide) != std::string_view::npos;
}

/// Walks without recursion; stops below `limit`.
bool DeeperThan(pugi::xml_node root, std::size_t limit) {
  std::size_t depth = 1;
  for (auto node = root; node;) {
    if (const auto child = node.first_child()) {
      if (++depth > limit) return true;
      node = child;
      continue;
    }
    while (node && !node.next_sibling()) {
      if (node == root) return false;
      node = node.parent();
      --depth;
    }
    if (node == root) return false;
    node = node.next_sibling();
  }
  return false;
}

}  // namespace

Result<XmlPart> XmlPart::Parse(std::string bytes, std::string_view name, const ReadLimits& limits,
                               bool mixed) {
  if (bytes.size() > limits.markup) {
    return Unreadable(name, fmt::format("超过 {} MB，无法核对", limits.markup >> 20),
                      fmt::format("is larger than {} MB", limits.markup >> 20));
  }
  if (DeclaresType(bytes)) {
    return Unreadable(
        name, "带有文档类型声明（DOCTYPE），办公文档里不应有，没有读取",
        "declares a document type, which an office document must not; it was not read");
  }
  XmlPart part;
  part.bytes_ = std::make_unique<std::string>(std::move(bytes));
  part.document_ = std::make_unique<pugi::xml_document>();
  const unsigned options = pugi::parse_escapes | pugi::parse_cdata |
                           (mixed ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
  const auto parsed =
      part.document_->load_buffer_inplace(part.bytes_->data(), part.bytes_->size(), options);
  if (!parsed || !part.root()) {
    return Unreadable(name, "不是完整的 XML，文件可能已损坏；请重新另存一份",
                      "is no complete XML; the file may be damaged, save it again");
  }
  if (DeeperThan(part.root(), limits.depth)) {
    return Unreadable(
        name, fmt::format("嵌套超过 {} 层，没有读取", limits.depth),
        fmt::format("is nested deeper than {} levels; it was not read", limits.depth));
  }
  return part;
}

Result<XmlPart> XmlPart::Read(ZipArchive& archive, std::string_view name, const ReadLimits& limits,
                              bool mixed) {
  auto bytes = archive.Read(name, limits.markup);
  if (!bytes) return tl::unexpected(bytes.error());
  return Parse(std::move(*bytes), name, limits, mixed);
}

std::uint32_t XmlPart::NodeId(pugi::xml_node text_node) {
  return static_cast<std::uint32_t>(text_node.offset_debug());
}

std::string_view LocalName(const char* qualified_name) {
  const char* colon = std::strchr(qualified_name, ':');
  return colon == nullptr ? qualified_name : colon + 1;
}

pugi::xml_attribute Attribute(pugi::xml_node node, std::string_view local_name) {
  for (auto a = node.first_attribute(); a; a = a.next_attribute()) {
    if (LocalName(a.name()) == local_name) return a;
  }
  return {};
}

pugi::xml_node Child(pugi::xml_node node, std::string_view local_name) {
  for (auto c = node.first_child(); c; c = c.next_sibling()) {
    if (c.type() == pugi::node_element && LocalName(c) == local_name) return c;
  }
  return {};
}

}  // namespace hegao
