// Names of departments, and how much two of them differ.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/name/issuer.h"

namespace hegao {

/// The department a line names behind its places; a view into naming.text, empty if none. `ends`:
/// how such names end.
std::string_view OfficeIn(const Naming& naming, const std::vector<std::string>& ends);

enum class OfficeMatch : std::uint8_t { same, slip, other };

/// A part of the other, or an abbreviation that takes characters of it in order, is the same.
OfficeMatch CompareOffice(std::string_view a, std::string_view b);

/// Are they equally long, and is just one character different?
bool IsSlip(std::string_view a, std::string_view b);

}  // namespace hegao
