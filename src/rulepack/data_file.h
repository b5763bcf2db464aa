// Tables a pack brings along that are no YAML: sorted lines KEY<TAB>VALUE, searched as they stand.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hegao {

/// Cheap to copy; `text` stays valid as long as one copy lives, or for ever (`owner` is null) where
/// it is part of the program's image.
struct DataFile {
  std::string name;  // within data/: "places-cn.tsv"
  std::shared_ptr<const std::string> owner;
  std::string_view text;
};

/// A pack's own file of that name, else the embedded one of rules/data that all packs share.
std::optional<DataFile> FindDataFile(const std::vector<DataFile>& own, std::string_view name);

/// All names FindDataFile knows, sorted.
std::vector<std::string> DataFileNames(const std::vector<DataFile>& own);

/// The first line (from 1) that does not sort after the one before it; 0 if there is none. A table
/// out of order would be searched in vain. O(text).
std::size_t FirstUnsortedLine(std::string_view text);

/// The value of `key` in a sorted table; nullopt where it has none. O(log text).
std::optional<std::string_view> LookUp(std::string_view table, std::string_view key);

}  // namespace hegao
