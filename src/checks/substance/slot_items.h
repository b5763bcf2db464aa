// What a slot's sections say, item by item.
#pragma once

#include <vector>

#include "checks/check.h"
#include "checks/context.h"

namespace hegao {

/// The bodies (folded) of the sections that fill a slot, ascending; empty where it has no section
/// of its own.
std::vector<Span> SlotBodies(const CheckInput& in, int slot);

/// The items of those bodies: each block of running text, cut before every match of `marks` (一是
/// … 二是 …). Headings that stand alone are no items. `statement` is the item's first sentence:
/// what it says, before it explains. O(text of the sections).
struct SlotItem {
  Span all, statement;
};
std::vector<SlotItem> SlotItems(const CheckInput& in, int slot, const std::vector<Pattern>& marks);

}  // namespace hegao
