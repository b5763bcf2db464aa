#include "formats/office/office.h"

namespace hegao {

Result<RawDocument> ReadDoc(std::string /*bytes*/, const ReadOptions& /*options*/) {
  return Fail(ErrorKind::unreadable, {"这种格式还不能读取", "this format cannot be read yet"});
}

Result<RawDocument> ReadWps(std::string /*bytes*/, const ReadOptions& /*options*/) {
  return Fail(ErrorKind::unreadable, {"这种格式还不能读取", "this format cannot be read yet"});
}

Result<RawDocument> ReadRtf(std::string /*bytes*/, const ReadOptions& /*options*/) {
  return Fail(ErrorKind::unreadable, {"这种格式还不能读取", "this format cannot be read yet"});
}

}  // namespace hegao
