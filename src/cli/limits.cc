#include "cli/limits.h"

#include <algorithm>

namespace hegao {

const std::vector<LimitInfo>& AllLimits() {
  static const std::vector<LimitInfo> limits = {
      {"max-file-mb",
       {"文件最大多少 MB，缺省 512", "largest file, MB; default 512"},
       &LimitChoices::max_file_mb,
       1,
       4095},
      {"max-unpacked-mb",
       {"docx、odt、ofd 解开后最大多少 MB，缺省 256",
        "most that docx, odt and ofd may unpack to, MB; default 256"},
       &LimitChoices::max_unpacked_mb,
       1,
       4095},
      {"program-seconds",
       {"调用的程序（读 pdf、doc、wps）最多运行几秒，缺省 60",
        "time for a program that is called (pdf, doc, wps), seconds; default 60"},
       &LimitChoices::program_seconds,
       1,
       3600},
      {"program-memory-mb",
       {"调用的程序最多用多少 MB 内存，缺省 2048",
        "memory for a program that is called, MB; default 2048"},
       &LimitChoices::program_memory_mb,
       64,
       1048576},
  };
  return limits;
}

LimitChoices ReadLimitChoices(const Value& map, Problems& problems) {
  LimitChoices choices;
  MapReader reader(map, problems, {"读取限制", "limits"});
  if (!reader.ok()) return choices;
  for (const auto& limit : AllLimits()) {
    const auto value = reader.Int(limit.name, limit.least, limit.most);
    if (value) choices.*limit.choice = static_cast<unsigned>(*value);
  }
  reader.Finish();
  return choices;
}

void ApplyLimits(const LimitChoices& arguments, const LimitChoices& configured,
                 EngineOptions& options) {
  const auto chosen = [&](std::optional<unsigned> LimitChoices::*limit) {
    return arguments.*limit ? arguments.*limit : configured.*limit;
  };
  auto& limits = options.read.limits;
  if (const auto mb = chosen(&LimitChoices::max_file_mb)) {
    options.max_file_bytes = std::size_t{*mb} << 20;
  }
  if (const auto mb = chosen(&LimitChoices::max_unpacked_mb)) {
    limits.unpacked = std::size_t{*mb} << 20;
    // A part alone, and the text, are never more than the whole.
    limits.markup = std::min(limits.markup, limits.unpacked);
    limits.text = std::min(limits.text, limits.unpacked);
  }
  if (const auto s = chosen(&LimitChoices::program_seconds)) limits.program_seconds = *s;
  if (const auto mb = chosen(&LimitChoices::program_memory_mb)) {
    limits.program_memory = std::size_t{*mb} << 20;
  }
}

}  // namespace hegao
