// Names of departments, and how much two of them differ.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/name/issuer.h"
#include "checks/params.h"

namespace hegao {

/// The department a line names behind its places; a view into naming.text, empty if none. `ends`:
/// how such names end.
std::string_view OfficeIn(const Naming& naming, const std::vector<std::string>& ends);

/// The same in a text from its first character on.
std::string_view OfficeAt(std::string_view text, const std::vector<std::string>& ends);

enum class OfficeMatch : std::uint8_t { same, former, slip, other };

/// A part of the other, or an abbreviation that takes characters of it in order, is the same.
OfficeMatch CompareOffice(std::string_view a, std::string_view b);
/// Where the names stand in running text, which names many departments: only what can hardly be
/// another one is a slip.
OfficeMatch CompareOfficeInText(std::string_view a, std::string_view b);

/// Departments with all their names. Immutable, thread-safe.
class Departments {
 public:
  Departments() = default;
  explicit Departments(const std::vector<Params>& records);

  /// What each record has: name, short (further right ones), former (those it had, or has
  /// elsewhere).
  static std::vector<ParamSpec> Fields();

  /// `other` unless both are known here; nullopt: ask how alike they are.
  std::optional<OfficeMatch> Compare(std::string_view a, std::string_view b) const;

 private:
  struct Entry {
    std::size_t record;
    bool former;
  };
  std::map<std::string, Entry, std::less<>> names_;
};

/// Are they equally long, and is just one character different?
bool IsSlip(std::string_view a, std::string_view b);

}  // namespace hegao
