// Where packs come from: the folder given, or the copy embedded in the program.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rulepack/data_file.h"
#include "rulepack/value.h"

namespace hegao {

/// One pack's files, read but not understood. Paths are relative to the pack's folder
/// ("pack.yaml").
struct PackFiles {
  std::string origin;  // folder, or "embedded:ID"
  std::vector<YamlFile>
      files;  // .yaml/.yml only, pack.yaml first, the rest sorted; case files apart
  std::vector<YamlFile> cases;  // cases/*.case
  std::vector<DataFile> data;   // data/*.tsv
};

struct EmbeddedFile {
  std::string_view path;  // "rules/ID/pack.yaml", "templates/ID.md"
  std::string_view text;
};

/// Everything under rules/ and templates/, sorted by path. Data of the program's image: free to
/// call.
std::span<const EmbeddedFile> EmbeddedFiles();

/// As ParseYaml, but a file with the bytes of an embedded one (wherever it was read from) gets the
/// tree that was parsed at build time: the same tree, a hundred times faster.
Value ParseYamlCached(const YamlFile& file, Problems& problems, const YamlLimits& limits = {});

/// Ids of all embedded packs (folders under rules/ that hold a pack.yaml).
std::vector<std::string> EmbeddedPackIds();

/// Reads an embedded pack; ErrorKind::usage with the known ids and the nearest one if there is
/// none.
Result<PackFiles> ReadEmbeddedPack(std::string_view id);

/// Reads a pack: a folder, its pack.yaml, or any other .yaml file that is a pack by itself (its
/// cases in a .case file of the same name). Symlinks out of the folder, files over 4 MiB, more than
/// 500 files: ErrorKind::usage.
Result<PackFiles> ReadPackAt(const std::string& path);

}  // namespace hegao
