#include "render/renderer.h"

#include <algorithm>

#include "render/formats.h"

namespace hegao {
namespace {

template <typename Info, typename Matches>
const Info* FindIn(const std::vector<Info>& table, Matches matches) {
  auto it = std::find_if(table.begin(), table.end(), matches);
  return it == table.end() ? nullptr : &*it;
}

}  // namespace

const std::vector<RendererInfo>& AllRenderers() {
  static const std::vector<RendererInfo> table = {
      {"text",
       {"终端文本，附原文和位置标记", "terminal text with the source line and carets"},
       ".txt",
       RenderText},
      {"json",
       {"供程序读取的 JSON（hegao/check/1）", "JSON for programs (hegao/check/1)"},
       ".json",
       RenderJson},
      {"markdown", {"整改清单（Markdown）", "fix list (Markdown)"}, ".md", RenderMarkdown},
  };
  return table;
}

const RendererInfo* FindRenderer(std::string_view name) {
  return FindIn(AllRenderers(), [&](const RendererInfo& r) { return r.name == name; });
}

const RendererInfo* FindRendererByExtension(std::string_view extension) {
  return FindIn(AllRenderers(), [&](const RendererInfo& r) { return r.extension == extension; });
}

const std::vector<OutlineRendererInfo>& AllOutlineRenderers() {
  static const std::vector<OutlineRendererInfo> table = {
      {"text",
       {"终端文本：标题树", "terminal text: the tree of headings"},
       ".txt",
       RenderOutlineText},
      {"json", {"供程序读取的 JSON", "JSON for programs"}, ".json", RenderOutlineJson},
  };
  return table;
}

const OutlineRendererInfo* FindOutlineRenderer(std::string_view name) {
  return FindIn(AllOutlineRenderers(),
                [&](const OutlineRendererInfo& r) { return r.name == name; });
}

}  // namespace hegao
