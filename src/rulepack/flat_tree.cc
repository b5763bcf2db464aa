#include "rulepack/flat_tree.h"

#include <cassert>
#include <unordered_map>
#include <utility>

namespace hegao {
namespace {

/// YAML takes only the ASCII blank for a blank; these stay in the key, where nobody sees them.
bool HasInvisibleEdge(std::string_view key) {
  for (const std::string_view blank : {"\u3000", "\u00A0", "\u200B", "\uFEFF"}) {
    if (key.starts_with(blank) || key.ends_with(blank)) return true;
  }
  return false;
}

class TreeBuilder {
 public:
  TreeBuilder(const FlatTree& tree, const YamlFile& file, const YamlLimits& limits,
              Problems* problems)
      : tree_(tree), file_(file), limits_(limits), problems_(problems) {}

  Value Run() {
    Value root;
    root.file = &file_;
    if (tree_.nodes.empty()) return root;
    Build(0, &root);
    if (!stopped_) return root;
    Value none;
    none.file = &file_;
    return none;
  }

 private:
  using Seen = std::unordered_map<std::string, Span>;

  std::string_view Text(const FlatNode& node) const {
    const std::size_t size = file_.text.size();
    if (node.a < size) return std::string_view(file_.text).substr(node.a, node.b);
    return tree_.pool.substr(node.a - size, node.b);
  }

  void Stop(std::string code, Span at, Message message) {
    if (!stopped_ && problems_ != nullptr) {
      problems_->AddAt(std::move(code), file_, at, std::move(message));
    }
    stopped_ = true;
  }

  // Problems inside an expanded alias were reported where its anchor stands.
  void Report(std::string code, Span at, Message message, Message hint) {
    if (problems_ == nullptr || in_alias_ > 0) return;
    problems_->AddAt(std::move(code), file_, at, std::move(message), std::move(hint));
  }

  /// Takes the next node from the table into `out`, children and all.
  void Build(int depth, Value* out) {
    assert(next_ < tree_.nodes.size());
    const FlatNode& node = tree_.nodes[next_++];
    if (stopped_) return;
    if (node.kind == FlatKind::alias) return BuildAlias(node, depth, out);
    if (++built_ > limits_.max_nodes) {
      return Stop("too-many-nodes", alias_span_.empty() ? node.span : alias_span_,
                  {"内容太多：展开引用（*）后超过 " + std::to_string(limits_.max_nodes) + " 项",
                   "too much content: more than " + std::to_string(limits_.max_nodes) +
                       " nodes after expanding aliases"});
    }
    if (depth > limits_.max_depth) {
      return Stop(
          "too-deep", node.span,
          {"嵌套太深：超过 " + std::to_string(limits_.max_depth) + " 层",
           "nested too deeply: more than " + std::to_string(limits_.max_depth) + " levels"});
    }
    out->span = node.span;
    out->file = &file_;
    switch (node.kind) {
      case FlatKind::scalar:
        out->kind = Value::Kind::scalar;
        out->quoted = node.quoted;
        out->scalar = Text(node);
        return;
      case FlatKind::sequence:
        out->kind = Value::Kind::sequence;
        out->items.reserve(node.a);
        for (std::uint32_t i = 0; i < node.a && !stopped_; ++i) {
          Build(depth + 1, &out->items.emplace_back());
        }
        return;
      case FlatKind::map:
        return BuildMap(node, depth, out);
      case FlatKind::null:
      case FlatKind::alias:
        return;
    }
  }

  void BuildAlias(const FlatNode& node, int depth, Value* out) {
    const std::uint32_t resume = next_;
    if (in_alias_++ == 0) alias_span_ = node.span;
    next_ = node.a;
    Build(depth, out);
    if (--in_alias_ == 0) alias_span_ = {};
    next_ = resume;
  }

  void BuildMap(const FlatNode& node, int depth, Value* out) {
    out->kind = Value::Kind::map;
    out->entries.reserve(node.a);
    Seen seen;
    for (std::uint32_t i = 0; i < node.a && !stopped_; ++i) {
      Value key;
      const Span key_span = tree_.nodes[next_].span;
      const bool merge = !tree_.nodes[next_].quoted;
      Build(depth + 1, &key);
      Value::Entry& entry = out->entries.emplace_back();
      entry.key_span = key_span;
      Build(depth + 1, &entry.value);
      if (problems_ != nullptr && !stopped_ && !GoodKey(key, key_span, merge, &seen)) {
        out->entries.pop_back();
      } else {
        entry.key = std::move(key.scalar);
      }
    }
  }

  bool GoodKey(const Value& key, Span span, bool plain, Seen* seen) {
    if (key.kind != Value::Kind::scalar) {
      Report("bad-key", span, {"键应为文字，这里不是", "a key must be text, this is none"},
             key.kind == Value::Kind::null
                 ? Message{"冒号前要写键名", "write the name of the key before the colon"}
                 : Message{"值以 [ 或 { 开头时整个加单引号",
                           "a value that starts with [ or { needs single quotes around it"});
      return false;
    }
    if (plain && key.scalar == "<<") {
      Report("merge-key", span, {"不支持合并键“<<”", "merge keys “<<” are not supported"},
             {"请把内容逐项写出", "write the entries out"});
      return false;
    }
    if (plain && HasInvisibleEdge(key.scalar)) {
      Report("bad-key", span,
             {"键的前后有全角空格或看不见的字符",
              "a full-width blank or an invisible character stands before or after the key"},
             {"请删去，缩进只用半角空格", "delete it and indent with ASCII blanks"});
      return false;
    }
    const auto [first, inserted] = seen->try_emplace(key.scalar, span);
    if (inserted) return true;
    if (problems_ == nullptr || in_alias_ > 0) return false;
    const std::string line = std::to_string(problems_->Place(file_, first->second).line);
    Report("duplicate-key", span,
           {"键“" + key.scalar + "”重复", "duplicate key “" + key.scalar + "”"},
           {"第 " + line + " 行已经写过", "it is already on line " + line});
    return false;
  }

  const FlatTree& tree_;
  const YamlFile& file_;
  const YamlLimits& limits_;
  Problems* problems_;
  std::uint32_t next_ = 0;
  std::size_t built_ = 0;
  int in_alias_ = 0;
  Span alias_span_;  // the outermost alias being expanded
  bool stopped_ = false;
};

}  // namespace

Value BuildValue(const FlatTree& tree, const YamlFile& file, const YamlLimits& limits,
                 Problems* problems) {
  return TreeBuilder(tree, file, limits, problems).Run();
}

}  // namespace hegao
