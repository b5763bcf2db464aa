#include "formats/ofd/package.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace hegao {
namespace {

std::string_view FolderOf(std::string_view name) {
  const auto slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash);
}

void Append(std::string_view path, std::vector<std::string_view>* steps) {
  while (!path.empty()) {
    const auto step = path.substr(0, path.find_first_of("/\\"));
    path.remove_prefix(std::min(path.size(), step.size() + 1));
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps->push_back(step);
    } else if (!steps->empty()) {
      steps->pop_back();
    }
  }
}

bool IsEncrypted(const ZipArchive& archive) {
  const auto& names = archive.names();
  return std::any_of(names.begin(), names.end(), [](std::string_view name) {
    return name.ends_with("Encryptions.xml") || name.ends_with("decryptseed.dat");
  });
}

}  // namespace

std::string ResolveOfdLocation(std::string_view from, std::string_view location) {
  std::vector<std::string_view> steps;
  if (!location.starts_with('/')) Append(FolderOf(from), &steps);
  Append(location, &steps);
  std::string name;
  for (const auto step : steps) {
    if (!name.empty()) name += '/';
    name += step;
  }
  return name;
}

Result<OfdPackage> OfdPackage::Open(std::string bytes, const ReadLimits& limits) {
  auto archive = ZipArchive::Open(std::move(bytes), limits);
  if (!archive) return tl::unexpected(archive.error());
  if (IsEncrypted(*archive)) {
    return Fail(ErrorKind::unreadable,
                {"文件加了密码；请先去掉密码再核", "the file has a password; remove it first"});
  }
  return OfdPackage(std::move(*archive), limits);
}

Result<OfdPart> OfdPackage::Read(std::string_view from, std::string_view location) {
  std::string name = ResolveOfdLocation(from, location);
  if (!archive_.Has(name)) {
    const auto document = from.substr(0, from.find('/') + 1);
    for (const auto& other :
         {ResolveOfdLocation("", location), ResolveOfdLocation(document, location)}) {
      if (archive_.Has(other)) name = other;
    }
  }
  auto xml = XmlPart::Read(archive_, name, limits_);
  if (!xml) return tl::unexpected(xml.error());
  return OfdPart{std::move(name), std::move(*xml)};
}

}  // namespace hegao
