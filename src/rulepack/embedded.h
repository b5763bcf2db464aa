// The tables written by the build step (embed/embed_main.cc). Parallel: trees[i] is the parsed form
// of files[i], without nodes where that is no YAML.
#pragma once

#include <span>

#include "rulepack/flat_tree.h"
#include "rulepack/source.h"

namespace hegao {

struct EmbeddedTables {
  std::span<const EmbeddedFile> files;
  std::span<const FlatTree> trees;
};

/// Constant data of the program's image.
EmbeddedTables GetEmbeddedTables();

/// The tree of the embedded file with exactly this text, or one without nodes.
FlatTree FindEmbeddedTree(std::string_view text);

}  // namespace hegao
