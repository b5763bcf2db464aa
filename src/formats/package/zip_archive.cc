#include "formats/package/zip_archive.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

namespace hegao {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10;
constexpr std::uint64_t kRatioFrom = std::uint64_t{1} << 20;  // smaller parts harm nobody

struct CloseZip {
  void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseEntry {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

tl::unexpected<Error> Unreadable(std::string zh, std::string en) {
  return Fail(ErrorKind::unreadable, {std::move(zh), std::move(en)});
}

tl::unexpected<Error> Damaged(std::string_view name) {
  return Unreadable(
      fmt::format("文件已损坏：其中的“{}”读不出来（数据不全或校验不符）；请重新另存一份", name),
      fmt::format("the file is damaged: “{}” in it cannot be read; save it again", name));
}

tl::unexpected<Error> TooLarge(std::string_view name, std::size_t limit) {
  return Unreadable(
      fmt::format("其中的“{}”解开后超过 {} MB，无法核对", name, limit >> 20),
      fmt::format("“{}” in it is larger than {} MB when unpacked", name, limit >> 20));
}

bool SameIgnoringCase(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

}  // namespace

struct ZipArchive::Impl {
  std::string bytes;  // what `zip` reads from: declared before it, so that it dies after it
  std::unique_ptr<zip_t, CloseZip> zip;
  std::vector<std::string> names;
  ReadLimits limits;
  std::size_t unpacked = 0;

  std::optional<std::size_t> Find(std::string_view name) const;
  Result<std::string> Unpack(std::size_t index, std::string_view name, std::size_t limit);
};

std::optional<std::size_t> ZipArchive::Impl::Find(std::string_view name) const {
  auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    found = std::find_if(names.begin(), names.end(),
                         [&](const std::string& n) { return SameIgnoringCase(n, name); });
  }
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

Result<std::string> ZipArchive::Impl::Unpack(std::size_t index, std::string_view name,
                                             std::size_t limit) {
  const std::unique_ptr<zip_file_t, CloseEntry> file(
      zip_fopen_index(zip.get(), index, ZIP_FL_UNCHANGED));
  if (!file) return Damaged(name);
  std::string out;
  std::array<char, kChunk> chunk;
  for (;;) {
    const auto got = zip_fread(file.get(), chunk.data(), chunk.size());
    if (got < 0) return Damaged(name);
    if (got == 0) break;
    if (out.size() + static_cast<std::size_t>(got) > limit) return TooLarge(name, limit);
    out.append(chunk.data(), static_cast<std::size_t>(got));
  }
  unpacked += out.size();
  return out;
}

Result<ZipArchive> ZipArchive::Open(std::string bytes, const ReadLimits& limits) {
  auto impl = std::make_unique<Impl>();
  impl->bytes = std::move(bytes);
  impl->limits = limits;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source =
      zip_source_buffer_create(impl->bytes.data(), impl->bytes.size(), 0, &error);
  if (source != nullptr) impl->zip.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!impl->zip && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (!impl->zip) {
    return Unreadable("文件不完整或已损坏，打不开；请重新另存或重新传输一份",
                      "the file is truncated or damaged; save or send it again");
  }
  const auto count = static_cast<std::size_t>(
      std::max<zip_int64_t>(0, zip_get_num_entries(impl->zip.get(), ZIP_FL_UNCHANGED)));
  if (count > limits.entries) {
    return Unreadable(
        fmt::format("压缩包里有 {} 个文件，超过 {} 个，无法核对", count, limits.entries),
        fmt::format("it holds {} entries, more than {}", count, limits.entries));
  }
  for (std::size_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(impl->zip.get(), i, ZIP_FL_ENC_RAW);
    impl->names.emplace_back(name == nullptr ? "" : name);
  }
  return ZipArchive(std::move(impl));
}

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

const std::vector<std::string>& ZipArchive::names() const { return impl_->names; }

bool ZipArchive::Has(std::string_view name) const { return impl_->Find(name).has_value(); }

Result<std::string> ZipArchive::Read(std::string_view name, std::size_t limit) {
  const auto index = impl_->Find(name);
  if (!index) {
    return Unreadable(fmt::format("文件不完整：缺少“{}”", name),
                      fmt::format("the file is incomplete: “{}” is not in it", name));
  }
  zip_stat_t about;
  zip_stat_init(&about);
  if (zip_stat_index(impl_->zip.get(), *index, ZIP_FL_UNCHANGED, &about) != 0) return Damaged(name);
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE) {
    return Unreadable("文件加了密码；请先去掉密码再核", "the file has a password; remove it first");
  }
  const auto& limits = impl_->limits;
  const std::size_t left =
      limits.unpacked - std::min<std::size_t>(limits.unpacked, impl_->unpacked);
  const std::size_t most = std::min(limit, left);
  if ((about.valid & ZIP_STAT_SIZE) != 0 && about.size > most) return TooLarge(name, most);
  if ((about.valid & ZIP_STAT_COMP_SIZE) != 0 && about.size > kRatioFrom &&
      about.size / limits.ratio > about.comp_size) {
    return Unreadable(
        fmt::format("其中的“{}”压缩得反常（{} 倍以上），像是恶意文件，没有读取", name,
                    limits.ratio),
        fmt::format("“{}” in it is packed more than {} : 1, as in a ZIP bomb; it was not read",
                    name, limits.ratio));
  }
  return impl_->Unpack(*index, name, most);
}

}  // namespace hegao
