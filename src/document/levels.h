// Levels 1…4 for headings of mixed origin.
#pragma once

#include "document/document.h"

namespace hegao {

/// Sets Heading::level. A typed number decides (一、 1, （一） 2, 1. 3, the rest 4); structural
/// headings without one follow their numbered siblings; unnumbered lines stand at the level of
/// numbered headings that look like them, at level 1 where no numbered heading does, or where the
/// counting starts anew below each of them; among them their looks decide. The highest level used
/// becomes 1.
void AssignLevels(Document& doc);

}  // namespace hegao
