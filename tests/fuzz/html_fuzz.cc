// The HTML reader keeps its promises on any bytes.
#include <cstddef>
#include <cstdint>
#include <string>

#include "markup_mutator.h"
#include "reader_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  hegao::HoldFormat("html", std::string(reinterpret_cast<const char*>(data), size), "UTF-8");
  return 0;
}
