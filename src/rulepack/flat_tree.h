// A YAML document as a table of nodes in document order: what the parser writes, and the form in
// which embedded files are stored in the program, parsed at build time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rulepack/value.h"

namespace hegao {

enum class FlatKind : std::uint8_t { null, scalar, sequence, map, alias };

/// `a` and `b` by kind. scalar: offset and length in the file's text followed by the pool (most
/// scalars are slices of the text). sequence, map: a = number of items or entries, whose nodes
/// follow (key, value, key, value, …). alias: a = index of the node meant, always an earlier one.
struct FlatNode {
  FlatKind kind = FlatKind::null;
  bool quoted = false;
  Span span;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

/// A view; no nodes: not a YAML file.
struct FlatTree {
  std::span<const FlatNode> nodes;
  std::string_view pool;
};

struct FlatTreeData {
  std::vector<FlatNode> nodes;
  std::string pool;

  FlatTree view() const { return {nodes, pool}; }
};

/// Rebuilds the tree, expanding aliases. With `problems`: reports bad and duplicate keys (the first
/// one stays) and stops at the limits, then the result is null. Without: the table is known good.
/// O(nodes built).
Value BuildValue(const FlatTree& tree, const YamlFile& file, const YamlLimits& limits,
                 Problems* problems);

/// Reads a whole document into a table, reporting on the way; false if nothing came of it.
bool ParseFlat(const YamlFile& file, const YamlLimits& limits, Problems& problems,
               FlatTreeData* out);

}  // namespace hegao
