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
constexpr std::size_t kBelieved = std::size_t{1} << 20;       // declared bytes allocated at once
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

tl::unexpected<Error> Bomb(std::string_view name, std::size_t ratio) {
  return Unreadable(
      fmt::format("其中的“{}”压缩得反常（{} 倍以上），像是恶意文件，没有读取", name, ratio),
      fmt::format("“{}” in it is packed more than {} : 1, as in a ZIP bomb; it was not read", name,
                  ratio));
}

/// Asked of the declared size, and again of the real one while it grows.
bool TooTight(std::uint64_t size, const zip_stat_t& about, std::size_t ratio) {
  return (about.valid & ZIP_STAT_COMP_SIZE) != 0 && size > kRatioFrom &&
         size / std::max<std::size_t>(1, ratio) > about.comp_size;
}

/// Names as they are looked up where their case or their slashes are another producer's habit.
char Plain(char c) {
  if (c == '\\') return '/';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

int ComparePlain(std::string_view a, std::string_view b) {
  const std::size_t both = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < both; ++i) {
    const auto x = static_cast<unsigned char>(Plain(a[i]));
    const auto y = static_cast<unsigned char>(Plain(b[i]));
    if (x != y) return x < y ? -1 : 1;
  }
  if (a.size() == b.size()) return 0;
  return a.size() < b.size() ? -1 : 1;
}

}  // namespace

struct ZipArchive::Impl {
  std::string bytes;  // what `zip` reads from: declared before it, so that it dies after it
  std::unique_ptr<zip_t, CloseZip> zip;
  std::vector<std::string> names;
  std::vector<std::uint32_t> order;  // indices of `names`, by plain name, then name, then place
  ReadLimits limits;
  std::size_t unpacked = 0;

  void List(std::size_t count);
  std::optional<std::size_t> Find(std::string_view name) const;
  Result<std::string> Unpack(std::size_t index, std::string_view name, std::size_t limit,
                             const zip_stat_t& about);
};

void ZipArchive::Impl::List(std::size_t count) {
  names.reserve(count);
  order.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(zip.get(), i, ZIP_FL_ENC_RAW);
    names.emplace_back(name == nullptr ? "" : name);
    order.push_back(static_cast<std::uint32_t>(i));
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (const int plain = ComparePlain(names[a], names[b]); plain != 0) return plain < 0;
    if (const int exact = names[a].compare(names[b]); exact != 0) return exact < 0;
    return a < b;
  });
}

std::optional<std::size_t> ZipArchive::Impl::Find(std::string_view name) const {
  const auto lower = std::lower_bound(
      order.begin(), order.end(), name,
      [&](std::uint32_t i, std::string_view n) { return ComparePlain(names[i], n) < 0; });
  if (lower == order.end() || ComparePlain(names[*lower], name) != 0) return std::nullopt;
  const auto exact =
      std::lower_bound(lower, order.end(), name, [&](std::uint32_t i, std::string_view n) {
        return ComparePlain(names[i], n) == 0 && std::string_view(names[i]) < n;
      });
  return exact != order.end() && names[*exact] == name ? *exact : *lower;
}

Result<std::string> ZipArchive::Impl::Unpack(std::size_t index, std::string_view name,
                                             std::size_t limit, const zip_stat_t& about) {
  const std::unique_ptr<zip_file_t, CloseEntry> file(
      zip_fopen_index(zip.get(), index, ZIP_FL_UNCHANGED));
  if (!file) return Damaged(name);
  std::string out;
  if ((about.valid & ZIP_STAT_SIZE) != 0) out.reserve(std::min<std::size_t>(about.size, kBelieved));
  std::array<char, kChunk> chunk;
  for (;;) {
    const auto got = zip_fread(file.get(), chunk.data(), chunk.size());
    if (got < 0) return Damaged(name);
    if (got == 0) break;
    unpacked += static_cast<std::size_t>(got);
    if (out.size() + static_cast<std::size_t>(got) > limit) return TooLarge(name, limit);
    out.append(chunk.data(), static_cast<std::size_t>(got));
    if (TooTight(out.size(), about, limits.ratio)) return Bomb(name, limits.ratio);
  }
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
  impl->List(count);
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
  if ((about.valid & ZIP_STAT_SIZE) != 0 && TooTight(about.size, about, limits.ratio)) {
    return Bomb(name, limits.ratio);
  }
  return impl_->Unpack(*index, name, most, about);
}

}  // namespace hegao
