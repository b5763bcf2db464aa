// Operations that can fail to finish (I/O, corrupt input, a limit reached) return Result<T>.
// What is wrong *with a document or a pack* is never an Error: it is a Finding or a Problem.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "base/message.h"

namespace hegao {

enum class ErrorKind {
  usage,       // the command line or the configuration is wrong: exit 2
  unreadable,  // an input could not be read: exit 3
  undecided,   // an input was read but cannot be judged: exit 3
  internal,    // a bug: exit 70
};

struct Error {
  ErrorKind kind = ErrorKind::internal;
  Message message;  // one sentence: what was expected and what was found
};

template <typename T>
using Result = tl::expected<T, Error>;

/// Shorthand: `return Fail(ErrorKind::unreadable, {"…", "…"});`
inline tl::unexpected<Error> Fail(ErrorKind kind, Message message) {
  return tl::unexpected<Error>(Error{kind, std::move(message)});
}

}  // namespace hegao
