// Encodes test texts with the C library, a second opinion beside ICU.
#pragma once

#include <iconv.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace hegao {

inline std::string Encode(std::string_view utf8, const char* charset) {
  const iconv_t converter = iconv_open(charset, "UTF-8");
  std::string in(utf8), out(utf8.size() * 4 + 4, '\0');
  char *from = in.data(), *to = out.data();
  std::size_t in_left = in.size(), out_left = out.size();
  const std::size_t failed = iconv(converter, &from, &in_left, &to, &out_left);
  iconv_close(converter);
  if (failed == static_cast<std::size_t>(-1)) throw std::runtime_error("not in this charset");
  out.resize(out.size() - out_left);
  return out;
}

}  // namespace hegao
