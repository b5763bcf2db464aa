#include "formats/sniff.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "formats/docx/package.h"
#include "formats/office/ole.h"
#include "formats/package/xml_part.h"
#include "formats/package/zip_archive.h"

namespace hegao {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kHeadBytes = 4096;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool IsLetter(char c) { return Lower(c) >= 'a' && Lower(c) <= 'z'; }

bool StartsWithIgnoringCase(std::string_view s, std::string_view lower_prefix) {
  return s.size() >= lower_prefix.size() &&
         std::equal(lower_prefix.begin(), lower_prefix.end(), s.begin(),
                    [](char a, char b) { return a == Lower(b); });
}

Container Read(std::string_view name) { return {name, {}}; }

Container SaveAs(std::string_view name, std::string_view zh, std::string_view en) {
  return {name,
          {fmt::format("这是{}，不能直接读取；请在 WPS 或 Word 中打开，另存为 .docx 后再核", zh),
           fmt::format("this is {}, which cannot be read; open it and save it as .docx", en)}};
}

Container Sheet(std::string_view name) {
  return {name,
          {"这是电子表格或演示文稿，不是报告正文；请提供报告的 .docx、.pdf 或 .txt 文件",
           "this is a spreadsheet or a presentation, not a report; give the report as .docx, .pdf "
           "or .txt"}};
}

/// Names of the entries, from their local headers. Sizes in those may be absent, so the next header
/// is searched for and not computed.
template <typename Visit>
void ForEachZipEntry(std::string_view zip, Visit visit) {
  constexpr std::string_view kHeader = "PK\x03\x04"sv;
  std::size_t at = 0;
  while ((at = zip.find(kHeader, at)) != std::string_view::npos) {
    const std::string_view header = zip.substr(at);
    at += kHeader.size();
    if (header.size() < 30) return;
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(header[i]); };
    const std::size_t name = byte(26) + 256u * byte(27);
    const std::size_t extra = byte(28) + 256u * byte(29);
    const std::string_view data = header.substr(std::min(header.size(), 30 + name + extra));
    if (visit(header.substr(30, name), data)) return;
  }
}

/// Packages whose entries have names of their producer's choice say in [Content_Types].xml what
/// they are; it is mostly packed.
Container SniffPackage(std::string_view bytes) {
  const ReadLimits limits;
  Result<ZipArchive> archive = ZipArchive::Open(std::string(bytes), limits);
  if (!archive) return {};
  const Result<XmlPart> types = XmlPart::Read(*archive, "[Content_Types].xml", limits);
  if (!types) return {};
  std::string part;
  const std::string_view kind = MainContentType(types->root(), &part);
  if (kind.empty()) return {};
  if (kind == "wordprocessingml") return Read("docx");
  return Sheet(kind == "spreadsheetml" ? "xlsx" : "pptx");
}

Container SniffZip(std::string_view bytes) {
  Container found;
  ForEachZipEntry(bytes, [&](std::string_view name, std::string_view data) {
    if (StartsWithIgnoringCase(name, "word/")) {
      found = Read("docx");
    } else if (name == "OFD.xml") {
      found = Read("ofd");
    } else if (name == "mimetype" && data.starts_with("application/vnd.oasis.opendocument.text")) {
      found = Read("odt");
    } else if (name.starts_with("xl/") || name.starts_with("ppt/")) {
      found = Sheet(name.starts_with("xl/") ? "xlsx" : "pptx");
    }
    return !found.empty();
  });
  if (found.empty()) found = SniffPackage(bytes);
  if (!found.empty()) return found;
  return {"zip", {"这是压缩包，不是文档；请解压后再核", "this is a ZIP archive; unpack it first"}};
}

Container SniffOle(std::string_view bytes, std::string_view extension) {
  if (HoldsOleName(bytes, "EncryptedPackage")) {
    return {"docx",
            {"这是加了密码的 Office 文档；请先去掉密码再核",
             "this Office document has a password; remove it first"}};
  }
  if (IsEncryptedWord(bytes)) {
    return {extension == ".wps" ? "wps" : "doc",
            {"文档加了密码；请先去掉密码再核", "this document has a password; remove it first"}};
  }
  if (extension == ".wps" || extension == ".wpt") return Read("wps");
  if (HoldsOleName(bytes, "WordDocument") || extension == ".doc") {
    return Read("doc");
  }
  if (HoldsOleName(bytes, "Workbook")) return Sheet("xls");
  if (HoldsOleName(bytes, "PowerPoint Document")) return Sheet("ppt");
  return Read("doc");
}

Container Image(std::string_view name) {
  return {name,
          {"这是图片（扫描件），里面没有文字；请提供可以复制文字的原稿（.docx、.pdf 或 .txt）",
           "this is an image (a scan) and holds no text; give the original as .docx or .txt"}};
}

Container Binary() {
  return {"binary",
          {"这是二进制文件，不是文本；请提供报告的 .docx、.pdf 或 .txt 文件",
           "this is a binary file, not text; give the report as .docx, .pdf or .txt"}};
}

}  // namespace

std::string LowerExtension(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  std::string extension(name.substr(dot));
  std::transform(extension.begin(), extension.end(), extension.begin(), Lower);
  return extension;
}

std::string ReadableHead(std::string_view bytes) {
  std::string head;
  std::string_view rest = bytes.substr(0, kHeadBytes);
  if (rest.starts_with("\xFF\xFE"sv) || rest.starts_with("\xFE\xFF"sv)) {
    for (const char c : rest.substr(2)) {
      if (c != '\0') head += c;
    }
  } else {
    if (rest.starts_with("\xEF\xBB\xBF"sv)) rest.remove_prefix(3);
    head = rest;
  }
  return head.substr(std::min(head.size(), head.find_first_not_of(" \t\r\n\f")));
}

double HtmlLikelihood(std::string_view head) {
  // Comments and the XML declaration may stand before the first tag.
  while (head.starts_with("<!--") || head.starts_with("<?xml")) {
    const std::string_view close = head.starts_with("<!--") ? "-->" : "?>";
    const std::size_t end = head.find(close);
    if (end == std::string_view::npos) return 0.5;
    head.remove_prefix(end + close.size());
    head.remove_prefix(std::min(head.size(), head.find_first_not_of(" \t\r\n\f")));
  }
  for (const std::string_view tag : {"<!doctype html", "<html", "<head>", "<head ", "<body"}) {
    if (StartsWithIgnoringCase(head, tag)) return 1.0;
  }
  int tags = 0;
  for (std::size_t at = 0; (at = head.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view tag = head.substr(at + 1);
    if (!tag.empty() &&
        (IsLetter(tag[0]) || (tag.size() > 1 && tag[0] == '/' && IsLetter(tag[1])))) {
      ++tags;
    }
  }
  if (tags == 0) return 0.0;
  return head.starts_with('<') && tags >= 3 ? 0.8 : 0.3;
}

Container SniffContainer(std::string_view bytes, std::string_view extension) {
  if (bytes.starts_with("PK\x03\x04"sv)) return SniffZip(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) return SniffOle(bytes, extension);
  // Some producers put junk before the header; readers of PDF look at the first kilobyte.
  if (bytes.starts_with("%PDF-") ||
      (extension == ".pdf" && bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)) {
    return Read("pdf");
  }
  const std::string head = ReadableHead(bytes);
  if (head.starts_with("{\\rtf")) return Read("rtf");
  if (head.find("progid=\"Word.Document\"") != std::string::npos) {
    return SaveAs("xml", "Word XML 文档（.xml）", "a Word XML document (.xml)");
  }
  if ((extension == ".mht" || extension == ".mhtml") &&
      head.find("MIME-Version:") != std::string::npos) {
    return SaveAs("mht", "单个文件网页（.mht）", "a web archive (.mht)");
  }
  struct Magic {
    std::string_view bytes, image;
  };
  static constexpr std::array kMagics = {Magic{"\x89PNG\r\n"sv, "png"},
                                         Magic{"\xFF\xD8\xFF"sv, "jpeg"},
                                         Magic{"GIF8"sv, "gif"},
                                         Magic{"II*\0"sv, "tiff"},
                                         Magic{"MM\0*"sv, "tiff"},
                                         Magic{"BM\0"sv, "bmp"},
                                         Magic{"\x7F"
                                               "ELF"sv,
                                               ""},
                                         Magic{"\x1F\x8B"sv, ""},
                                         Magic{"7z\xBC\xAF"sv, ""},
                                         Magic{"Rar!\x1A"sv, ""},
                                         Magic{"BZh9"sv, ""},
                                         Magic{"\xFD"
                                               "7zXZ"sv,
                                               ""},
                                         Magic{"SQLite format 3\0"sv, ""}};
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.image.empty() ? Binary() : Image(magic.image);
  }
  return {};
}

}  // namespace hegao
