// Gumbo's tree of one document, with its memory and its depth under control.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string_view>

#include "base/result.h"

namespace hegao {

class HtmlTree {
 public:
  /// `html` must outlive the tree: its nodes point into it. Markup nested beyond reason, or that
  /// makes the tree grow beyond reason, is ErrorKind::unreadable.
  static Result<HtmlTree> Parse(std::string_view html);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const GumboNode* root() const { return root_; }

 private:
  class Arena;
  HtmlTree();
  static GumboOutput* ParseInto(Arena* arena, std::string_view html);

  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

}  // namespace hegao
