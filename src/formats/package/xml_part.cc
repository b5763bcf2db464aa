#include "formats/package/xml_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/decode.h"

namespace hegao {
namespace {

// The tree must not cost much more than the largest part: what a node and an attribute take in it.
constexpr std::size_t kElementBytes = 128;  // with a text beside it
constexpr std::size_t kAttributeBytes = 40;
constexpr std::size_t kTreePerByte = 8;

tl::unexpected<Error> Unreadable(std::string_view name, std::string_view zh, std::string_view en) {
  return Fail(ErrorKind::unreadable,
              {fmt::format("其中的“{}”{}", name, zh), fmt::format("“{}” in it {}", name, en)});
}

/// Above what the tree of these bytes takes. Bytes of wide encodings are counted alike.
std::size_t TreeBytes(std::string_view bytes) {
  std::size_t elements = 0, attributes = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const bool closes = i + 1 < bytes.size() && bytes[i + 1] == '/';
    elements += static_cast<std::size_t>(bytes[i] == '<' && !closes);
    attributes += static_cast<std::size_t>(bytes[i] == '=');
  }
  return elements * kElementBytes + attributes * kAttributeBytes;
}

/// Whether the XML declaration names one of the Chinese encodings, which the parser does not know.
bool DeclaresGb(std::string_view bytes) {
  if (!bytes.starts_with("<?xml")) return false;
  auto declaration = bytes.substr(0, std::min<std::size_t>(bytes.size(), 200));
  declaration = declaration.substr(0, declaration.find("?>"));
  const auto at = declaration.find("encoding");
  if (at == std::string_view::npos) return false;
  const auto value = declaration.find_first_of("'\"", at);
  if (value == std::string_view::npos) return false;
  const auto name = declaration.substr(value + 1);
  return name.starts_with("gb") || name.starts_with("GB");
}

bool DeclaresType(const pugi::xml_document& document) {
  for (auto node = document.first_child(); node; node = node.next_sibling()) {
    if (node.type() == pugi::node_doctype) return true;
  }
  return false;
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
  // A part so small that no markup could make too large a tree of it is not counted.
  const bool small = bytes.size() <= limits.markup / kElementBytes;
  if (!small && TreeBytes(bytes) > kTreePerByte * limits.markup) {
    return Unreadable(name, "标记过多，无法核对", "has too many elements to be judged");
  }
  if (DeclaresGb(bytes)) {
    auto decoded = DecodeText(std::move(bytes), "GB18030");
    if (!decoded) return tl::unexpected(decoded.error());
    bytes = std::move(decoded->utf8);
  }
  XmlPart part;
  part.bytes_ = std::make_unique<std::string>(std::move(bytes));
  part.document_ = std::make_unique<pugi::xml_document>();
  const unsigned options = pugi::parse_escapes | pugi::parse_cdata | pugi::parse_doctype |
                           (mixed ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single);
  const auto parsed =
      part.document_->load_buffer_inplace(part.bytes_->data(), part.bytes_->size(), options);
  if (DeclaresType(*part.document_)) {  // also where the parser gave up inside it
    return Unreadable(
        name, "带有文档类型声明（DOCTYPE），办公文档里不应有，没有读取",
        "declares a document type, which an office document must not; it was not read");
  }
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
