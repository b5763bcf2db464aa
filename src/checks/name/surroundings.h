// What stands round a name, and tells how it is meant.
#pragma once

#include <string>
#include <vector>

#include "checks/context.h"
#include "document/document.h"
#include "text/pattern.h"

namespace hegao {

/// 150 bytes to either side within the block, the name itself written as kPlaceMark.
std::string PlaceContext(const Document& doc, Span name);

}  // namespace hegao
