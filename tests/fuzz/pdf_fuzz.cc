// The PDF reader keeps its promises on whatever pdftotext may write: no program is called.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "formats/printed/printed_page.h"
#include "formats/printed/printed_text.h"
#include "markup_mutator.h"
#include "reader_promises.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view layout(reinterpret_cast<const char*>(data), size);
  const hegao::ReadOptions options;
  hegao::HoldReader([&]() -> hegao::Result<hegao::RawDocument> {
    auto pages = hegao::ParseBboxLayout(layout, options.limits);
    if (!pages) return tl::unexpected(pages.error());
    return hegao::WritePages("pdf", std::move(*pages), options);
  });
  return 0;
}
