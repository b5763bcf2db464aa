// The OFD reader keeps its promises on any package (fuzzed_package.h) and on any bytes.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fuzzed_package.h"
#include "markup_mutator.h"
#include "reader_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  hegao::HoldFormat("ofd", hegao::FuzzedPackage(input));
  return 0;
}
