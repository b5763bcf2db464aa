#include "formats/office/office.h"

#include <fmt/format.h>

#include <semaphore>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file_system.h"
#include "base/process.h"
#include "formats/docx/docx.h"
#include "formats/office/ole.h"

namespace hegao {
namespace {

/// LibreOffice takes some 200 MB and a processor each time, whatever the number of our threads.
constexpr std::ptrdiff_t kAtOnce = 2;
/// A fresh profile asks before it runs macros or follows links; this one never does either.
constexpr std::string_view kProfile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

struct OfficeFormat {
  std::string_view name;       // of the format
  std::string_view extension;  // of the file LibreOffice is given: it looks at that too
  std::string_view zh, en;     // what such a file is called
};

tl::unexpected<Error> Unreadable(std::string zh, std::string en) {
  return Fail(ErrorKind::unreadable, {std::move(zh), std::move(en)});
}

Result<std::string> FindOffice(const OfficeFormat& format) {
  auto program = FindProgram("soffice", "HEGAO_SOFFICE");
  if (!program) program = FindProgram("libreoffice", "HEGAO_SOFFICE");
  if (program) return *program;
  return Unreadable(
      fmt::format("读取{}需要 LibreOffice，本机没有；请在 WPS 或 Word 中打开，另存为 .docx 后再核，"
                  "或请管理员安装（apt-get install libreoffice-writer-nogui）",
                  format.zh),
      fmt::format("LibreOffice is needed to read {} and is not installed: open it and save it as "
                  ".docx, or apt-get install libreoffice-writer-nogui",
                  format.en));
}

tl::unexpected<Error> NotConverted(const OfficeFormat& format) {
  return Unreadable(
      fmt::format("LibreOffice 打不开这份{}，文件可能已损坏或加了密码；请在 WPS 或 Word 中打开，"
                  "另存为 .docx 后再核",
                  format.zh),
      fmt::format("LibreOffice cannot open {}: it may be damaged or have a password; open it in "
                  "Word or WPS and save it as .docx",
                  format.en));
}

std::vector<std::string> Command(const std::string& program, const std::string& folder,
                                 const std::string& input) {
  return {program,
          "--headless",
          "--norestore",
          "--nologo",
          "--nodefault",
          "--nolockcheck",
          "--nofirststartwizard",
          "-env:UserInstallation=file://" + folder + "/profile",
          "-env:OSL_SOCKET_PATH=" + folder,
          "--convert-to",
          "docx:MS Word 2007 XML",
          "--outdir",
          folder + "/out",
          input};
}

/// The bytes of the .docx LibreOffice makes of it.
Result<std::string> Convert(std::string bytes, const OfficeFormat& format,
                            const ReadLimits& limits) {
  const auto program = FindOffice(format);
  if (!program) return program;
  static std::counting_semaphore<kAtOnce> free(kAtOnce);
  struct Turn {
    Turn() { free.acquire(); }
    ~Turn() { free.release(); }
  } const turn;
  const auto folder = TemporaryFolder::Make();
  if (!folder) return tl::unexpected(folder.error());
  const std::string input = fmt::format("{}/input{}", folder->path(), format.extension);
  const std::string profile = folder->path() + "/profile/user";
  if (const auto made = MakeFolders(profile); !made) return tl::unexpected(made.error());
  for (const auto& [path, content] : {std::pair<std::string, std::string_view>{input, bytes},
                                      {profile + "/registrymodifications.xcu", kProfile}}) {
    if (const auto written = WriteFileAtomic(path, content); !written) {
      return tl::unexpected(written.error());
    }
  }
  std::string().swap(bytes);
  ProcessLimits process;
  process.seconds = limits.program_seconds;
  process.memory_bytes = limits.program_memory;  // it starts with as little as 0.5 GB
  process.file_bytes = limits.unpacked;
  const auto ran =
      RunProcess(Command(*program, folder->path(), input), {}, process, folder->path());
  if (!ran) return tl::unexpected(ran.error());
  // It reports success for files it could not open: what counts is whether there is a result.
  auto result = RealFileSystem().Read(folder->path() + "/out/input.docx", limits.unpacked);
  if (ran->exit_code != 0 || !result || result->empty()) return NotConverted(format);
  return result;
}

Result<RawDocument> ReadByOffice(std::string bytes, const OfficeFormat& format,
                                 const ReadOptions& options) {
  const bool macros = HoldsMacros(bytes);
  auto docx = Convert(std::move(bytes), format, options.limits);
  if (!docx) return tl::unexpected(docx.error());
  auto document = ReadDocx(std::move(*docx), options);
  if (!document) return document;
  document->format = format.name;
  // Places in the converted file lead nowhere in the original; its paragraphs are the same.
  document->map.origins.clear();
  document->map.parts.clear();
  if (macros) {
    document->notes.push_back(
        {"文档带有宏，宏没有运行；上报前请去掉", "the document holds macros, which were not run"});
  }
  return document;
}

}  // namespace

Result<RawDocument> ReadDoc(std::string bytes, const ReadOptions& options) {
  return ReadByOffice(std::move(bytes),
                      {"doc", ".doc", "旧版 Word 文档（.doc）", "an old Word document (.doc)"},
                      options);
}

Result<RawDocument> ReadWps(std::string bytes, const ReadOptions& options) {
  // WPS Writer stores the binary format of Word 97; without its main stream it is Microsoft Works.
  const bool word = IsWordBinary(bytes);
  return ReadByOffice(std::move(bytes),
                      {"wps", word ? ".doc" : ".wps", "WPS 文档（.wps）", "a WPS document (.wps)"},
                      options);
}

Result<RawDocument> ReadRtf(std::string bytes, const ReadOptions& options) {
  return ReadByOffice(std::move(bytes),
                      {"rtf", ".rtf", "富文本文档（.rtf）", "an RTF document (.rtf)"}, options);
}

}  // namespace hegao
