#include "formats/html/parse.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

namespace hegao {
namespace {

// Gumbo looks through all open elements at many tags: time grows with the square of the depth.
constexpr std::size_t kMaxDepth = 12000;

bool IsNameChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Elements without content, and those whose end tag may be left out: thousands stand in a row
/// without nesting.
bool NeverNests(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return true;
    default:
      return false;
  }
}

/// An upper estimate of the depth of the tree, without building it.
bool NestsTooDeep(std::string_view html) {
  std::vector<std::size_t> open(GUMBO_TAG_LAST + 1, 0);
  std::size_t depth = 0;
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    ++at;
    const bool closing = at < html.size() && html[at] == '/';
    const std::size_t name = at + (closing ? 1 : 0);
    std::size_t end = name;
    while (end < html.size() && end - name < 32 && IsNameChar(html[end])) ++end;
    if (end == name) continue;
    const GumboTag tag = gumbo_tagn_enum(html.data() + name, static_cast<unsigned>(end - name));
    if (NeverNests(tag)) continue;
    std::size_t& count = open[tag];
    if (!closing) {
      ++count;
      if (++depth > kMaxDepth) return true;
    } else if (count > 0) {
      --count;
      --depth;
    }
  }
  return false;
}

}  // namespace

/// Owns all memory of a tree at once. Gumbo's own release recurses (a stack overflow on deep
/// trees), and it does not cope with a failing allocation, so the way out of one is a jump over C
/// frames that own nothing.
class HtmlTree::Arena {
 public:
  explicit Arena(std::size_t limit) : limit_(limit) {}
  ~Arena() {
    while (chunks_ != nullptr) std::free(std::exchange(chunks_, chunks_->previous));
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  static void* Allocate(void* self, std::size_t size) {
    return static_cast<Arena*>(self)->Take(size);
  }
  static void Release(void* /*self*/, void* /*memory*/) {}

  std::jmp_buf exhausted;

 private:
  struct alignas(16) Chunk {
    Chunk* previous;
  };

  void* Take(std::size_t size) {
    size = (size + 15) & ~std::size_t{15};
    if (size > left_) Grow(size);
    void* memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

  void Grow(std::size_t size) {
    const std::size_t chunk = std::max(size, std::clamp<std::size_t>(total_, 64 << 10, 8 << 20));
    void* memory = total_ + chunk > limit_ ? nullptr : std::malloc(sizeof(Chunk) + chunk);
    if (memory == nullptr) std::longjmp(exhausted, 1);
    chunks_ = new (memory) Chunk{chunks_};
    total_ += chunk;
    next_ = static_cast<char*>(memory) + sizeof(Chunk);
    left_ = chunk;
  }

  std::size_t limit_, total_ = 0, left_ = 0;
  char* next_ = nullptr;
  Chunk* chunks_ = nullptr;
};

HtmlTree::HtmlTree() = default;
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

// Nothing with a destructor may live in this frame: the jump passes it by.
GumboOutput* HtmlTree::ParseInto(Arena* arena, std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Arena::Allocate;
  options.deallocator = Arena::Release;
  options.userdata = arena;
  options.max_errors = 0;
  if (setjmp(arena->exhausted) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html.data(), html.size());
}

Result<HtmlTree> HtmlTree::Parse(std::string_view html) {
  const Error too_much = {ErrorKind::unreadable,
                          {"网页的标签嵌套过深或过乱，无法读取；请另存为 .txt 后再核",
                           "the markup of this page is nested too deep; save it as .txt"}};
  if (NestsTooDeep(html)) return tl::unexpected(too_much);
  HtmlTree tree;
  tree.arena_ = std::make_unique<Arena>((std::size_t{64} << 20) + 64 * html.size());
  const GumboOutput* output = ParseInto(tree.arena_.get(), html);
  if (output == nullptr) return tl::unexpected(too_much);
  tree.root_ = output->root;
  return tree;
}

}  // namespace hegao
