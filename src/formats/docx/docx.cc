#include "formats/docx/docx.h"

namespace hegao {

Result<RawDocument> ReadDocx(std::string /*bytes*/, const ReadOptions& /*options*/) {
  return Fail(ErrorKind::unreadable, {"这种格式还不能读取", "this format cannot be read yet"});
}

}  // namespace hegao
