// The adapter of yaml-cpp: its events, not its node tree, because only they show every place, every
// duplicate key and every alias before it is expanded.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <sstream>
#include <utility>

#include "rulepack/flat_tree.h"
#include "rulepack/scalar_span.h"
#include "rulepack/syntax_hint.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kCore = "tag:yaml.org,2002:";

/// Thrown by the handler to leave yaml-cpp, which recurses once per level; caught in ParseFlat.
struct Stop {
  std::string code;
  Span span;
  Message message;
  Message hint;
};

class TreeHandler : public YAML::EventHandler {
 public:
  TreeHandler(const YamlFile& file, const YamlLimits& limits, Problems& problems, FlatTreeData* out)
      : file_(file), text_(file.text), limits_(limits), problems_(problems), out_(out) {
    bom_ = text_.starts_with(kBom) ? 3 : 0;  // yaml-cpp does not count it
  }

  std::uint32_t Offset(const YAML::Mark& mark) const {
    const auto pos = static_cast<std::uint32_t>(std::max(mark.pos, 0)) + bom_;
    return ClampToText(text_, {pos, pos}).begin;
  }

  SyntaxFailure Failure(std::string what, const YAML::Mark& mark) const {
    return {std::move(what), Offset(mark), last_scalar_, last_quoted_, OpenBracket()};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) StopAtSecondDocument(Offset(mark));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const Span span = NullSpan(Offset(mark));
    Begin(FlatKind::null, span, anchor);
    if (anchor != 0) anchors_[anchor].open = false;
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::uint32_t at = Offset(mark);
    const std::size_t end = text_.find_first_of(" \t\r\n,[]{}", at);
    const Span span = ClampToText(text_, {at, static_cast<std::uint32_t>(end)});
    const bool known = anchor < anchors_.size();
    if (!known || anchors_[anchor].open) {
      problems_.AddAt("recursive-alias", file_, span,
                      {"引用（*）指向它自己所在的内容", "the alias refers to what it stands in"});
      Begin(FlatKind::null, span, 0);
      return;
    }
    const std::uint32_t node = Begin(FlatKind::alias, span, 0);
    out_->nodes[node].a = anchors_[anchor].node;
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    const std::uint32_t start = Offset(mark);
    CheckTag(tag, start, {"str", "int", "float", "bool"});
    const std::uint32_t at = SkipProperties(text_, start);
    const char first = at < text_.size() ? text_[at] : '\0';
    const bool marked = first == '"' || first == '\'' || first == '|' || first == '>';
    ScalarPlace place = LocateScalar(text_, at, value, !marked);
    place.span = ClampToText(text_, place.span);
    if (!place.closed) {
      throw Stop{"syntax",
                 {at, at + 1},
                 {"引号没有配对", "a quote is never closed"},
                 {"这个引号之后的内容都被当成了文字", "everything after it was read as text"}};
    }
    if (place.plain) CheckSwallowed(place.span);
    const std::uint32_t node = Begin(FlatKind::scalar, place.span, anchor);
    out_->nodes[node].quoted = !place.plain || tag == "!" || tag.ends_with(":str");
    StoreText(node, value);
    if (anchor != 0) anchors_[anchor].open = false;
    last_scalar_ = place.span;
    last_quoted_ = !place.plain;
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    OpenNode(FlatKind::sequence, Offset(mark), tag, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    OpenNode(FlatKind::map, Offset(mark), tag, anchor);
  }
  void OnSequenceEnd() override { CloseNode(); }
  void OnMapEnd() override { CloseNode(); }

 private:
  struct Open {
    std::uint32_t node = 0;
    YAML::anchor_t anchor = 0;
    bool at_value = false;  // of a map: its key has been read
    Span key;
  };
  struct Anchor {
    std::uint32_t node = 0;
    bool open = true;
  };

  std::optional<std::uint32_t> OpenBracket() const {
    for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
      const std::uint32_t at = out_->nodes[open->node].span.begin;
      if (at < text_.size() && (text_[at] == '[' || text_[at] == '{')) return at;
    }
    return std::nullopt;
  }

  std::uint32_t Begin(FlatKind kind, Span span, YAML::anchor_t anchor) {
    if (out_->nodes.size() >= limits_.max_nodes) {
      throw Stop{"too-many-nodes",
                 span,
                 {"内容太多：超过 " + std::to_string(limits_.max_nodes) + " 项",
                  "too much content: more than " + std::to_string(limits_.max_nodes) + " nodes"},
                 {}};
    }
    const auto index = static_cast<std::uint32_t>(out_->nodes.size());
    if (!open_.empty()) CountIn(open_.back(), span);
    out_->nodes.push_back({kind, false, span, 0, 0});
    if (anchor != 0) {
      if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
      anchors_[anchor] = {index, true};
    }
    last_end_ = span.end;
    return index;
  }

  void CountIn(Open& parent, Span child) {
    FlatNode& node = out_->nodes[parent.node];
    if (node.kind == FlatKind::map && !parent.at_value) {
      parent.at_value = true;
      parent.key = child;
      return;
    }
    parent.at_value = false;
    ++node.a;
  }

  void OpenNode(FlatKind kind, std::uint32_t start, const std::string& tag, YAML::anchor_t anchor) {
    CheckTag(tag, start, {kind == FlatKind::map ? "map" : "seq"});
    const std::uint32_t at = SkipProperties(text_, start);
    if (open_.size() >= static_cast<std::size_t>(limits_.max_depth)) {
      throw Stop{"too-deep",
                 ClampToText(text_, {at, at + 1}),
                 {"嵌套太深：超过 " + std::to_string(limits_.max_depth) + " 层",
                  "nested too deeply: more than " + std::to_string(limits_.max_depth) + " levels"},
                 {}};
    }
    const std::uint32_t node = Begin(kind, {at, at}, anchor);
    open_.push_back({node, anchor, false, {}});
  }

  void CloseNode() {
    const Open closed = open_.back();
    open_.pop_back();
    FlatNode& node = out_->nodes[closed.node];
    if (node.a > 0) {
      node.span = out_->nodes[closed.node + 1].span;
    } else {
      const std::size_t end = text_.find_first_of("]}", node.span.begin);
      node.span.end =
          end == std::string_view::npos ? node.span.begin : static_cast<std::uint32_t>(end + 1);
      last_end_ = node.span.end;
    }
    if (closed.anchor != 0) anchors_[closed.anchor].open = false;
  }

  void StoreText(std::uint32_t node, const std::string& value) {
    FlatNode& n = out_->nodes[node];
    n.b = static_cast<std::uint32_t>(value.size());
    for (const std::uint32_t skip : {0u, 1u}) {  // with quotes the text starts one later
      n.a = n.span.begin + skip;
      if (n.a + n.b <= n.span.end && text_.substr(n.a, n.b) == value) return;
    }
    n.a = static_cast<std::uint32_t>(text_.size() + out_->pool.size());
    out_->pool += value;
  }

  /// An empty value has no place of its own: its key, or the dash of its list item, stands for it.
  Span NullSpan(std::uint32_t mark) const {
    const bool marked = mark < text_.size() && (text_[mark] == '!' || text_[mark] == '&');
    const std::uint32_t at = marked ? SkipProperties(text_, mark) : mark;
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      const std::string_view rest = text_.substr(at);
      if (rest.starts_with(word) &&
          (rest.size() == word.size() ||
           std::string_view(" \t\r\n,]}").find(rest[word.size()]) != std::string_view::npos)) {
        return {at, at + static_cast<std::uint32_t>(word.size())};
      }
    }
    if (open_.empty()) return {mark, mark};
    if (open_.back().at_value) return open_.back().key;
    for (std::uint32_t i = last_end_; i + 1 < mark; ++i) {
      if (text_[i] == '-' && (text_[i + 1] == ' ' || text_[i + 1] == '\n' || text_[i + 1] == '\r'))
        return {i, i + 1};
    }
    return {mark, mark};
  }

  void CheckTag(const std::string& tag, std::uint32_t at,
                std::initializer_list<std::string_view> allowed) {
    // Quoted scalars get the tag "!" from yaml-cpp; a written one would vanish from "!文字".
    const bool written = at < text_.size() && text_[at] == '!';
    if (tag.empty() || tag == "?" || (tag == "!" && !written)) return;
    const std::string_view name = tag;
    for (const std::string_view core : allowed) {
      if (name.starts_with(kCore) && name.substr(kCore.size()) == core) return;
    }
    const std::size_t end = std::min(text_.find_first_of(" \t\r\n", at), text_.size());
    const std::string shown(text_.substr(at, end - at));
    problems_.AddAt("tag", file_, {at, static_cast<std::uint32_t>(end)},
                    {"不支持标签“" + shown + "”", "the tag “" + shown + "” is not supported"},
                    {"若“!”是文字，整个值加单引号", "put single quotes around a text with “!”"});
  }

  /// "key：value" on a line below a plain value goes into that value without a word from YAML.
  void CheckSwallowed(Span scalar) {
    if (auto found = FindSwallowedKey(text_, scalar)) {
      problems_.AddAt("suspicious-key", file_, found->span, found->message, found->hint);
    }
  }

  [[noreturn]] void StopAtSecondDocument(std::uint32_t at) const {
    const std::string_view before = text_.substr(0, at);
    if (text_.substr(at, 3) == "---" || before.find("\n...") != std::string_view::npos) {
      throw Stop{"multiple-documents",
                 ClampToText(text_, {at, at + 3}),
                 {"一个文件只能有一份 YAML 文档", "a file may hold one YAML document only"},
                 {"请删去“---”或分成两个文件", "drop the “---” or make two files"}};
    }
    SyntaxHint found = ExplainSyntax(text_, {"", at, last_scalar_, last_quoted_, {}});
    throw Stop{"syntax", found.span, found.message, found.hint};
  }

  const YamlFile& file_;
  std::string_view text_;
  const YamlLimits& limits_;
  Problems& problems_;
  FlatTreeData* out_;
  std::uint32_t bom_ = 0;
  int documents_ = 0;
  std::vector<Open> open_;
  std::vector<Anchor> anchors_;
  std::uint32_t last_end_ = 0;
  Span last_scalar_;
  bool last_quoted_ = false;
};

/// yaml-cpp guesses encodings and takes 0x04 for the end of the file: it may only see good text.
bool CheckCharacters(const YamlFile& file, Problems& problems) {
  const std::string_view text = file.text;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    const auto at = static_cast<std::uint32_t>(i);
    if (c.value == 0xFFFD && c.length == 1) {
      problems.AddAt("encoding", file, {at, at + 1}, {"不是 UTF-8 文字", "this is not UTF-8 text"},
                     {"请把文件另存为 UTF-8 编码", "save the file as UTF-8"});
      return false;
    }
    const bool lone_cr = c.value == '\r' && text.substr(i + 1, 1) != "\n";
    if (lone_cr || c.value == 0x7F ||
        (c.value < 0x20 && c.value != '\n' && c.value != '\r' && c.value != '\t')) {
      problems.AddAt("bad-character", file, {at, at + 1},
                     {"有不可见的控制字符", "there is a control character"},
                     {"请删去它", "delete it"});
      return false;
    }
    i += c.length;
  }
  return true;
}

bool CheckText(const YamlFile& file, const YamlLimits& limits, Problems& problems) {
  if (file.text.size() > limits.max_bytes) {
    problems.AddFile("too-large", file.path,
                     {"文件有 " + std::to_string(file.text.size()) + " 字节，上限为 " +
                          std::to_string(limits.max_bytes) + " 字节",
                      "the file has " + std::to_string(file.text.size()) + " bytes, the limit is " +
                          std::to_string(limits.max_bytes)});
    return false;
  }
  return CheckCharacters(file, problems);
}

}  // namespace

bool ParseFlat(const YamlFile& file, const YamlLimits& limits, Problems& problems,
               FlatTreeData* out) {
  if (!CheckText(file, limits, problems)) return false;
  TreeHandler handler(file, limits, problems, out);
  try {
    std::istringstream stream(file.text);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(handler)) {
    }
    return true;
  } catch (const Stop& stop) {
    problems.AddAt(stop.code, file, stop.span, stop.message, stop.hint);
  } catch (const YAML::Exception& e) {
    const SyntaxHint found = ExplainSyntax(file.text, handler.Failure(e.msg, e.mark));
    problems.AddAt("syntax", file, found.span, found.message, found.hint);
  } catch (const std::exception& e) {
    problems.AddFile("syntax", file.path,
                     {std::string("YAML 无法读取：") + e.what(),
                      std::string("the YAML cannot be read: ") + e.what()});
  }
  return false;
}

}  // namespace hegao
