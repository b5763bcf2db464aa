#include <algorithm>
#include <tuple>
#include <utility>

#include "rulepack/value.h"

namespace hegao {

LineColumn Problems::Place(const YamlFile& file, Span span) {
  const std::string& text = file.text;
  if (indexed_ != text.data() || indexed_size_ != text.size()) {
    index_ = LineIndex(text);
    indexed_ = text.data();
    indexed_size_ = text.size();
  }
  return index_.At(text, std::min(span.begin, static_cast<std::uint32_t>(text.size())));
}

void Problems::Add(std::string code, const Value& where, Message message, Message hint) {
  if (where.file == nullptr) {
    AddFile(std::move(code), "", std::move(message), std::move(hint));
  } else {
    AddAt(std::move(code), *where.file, where.span, std::move(message), std::move(hint));
  }
}

void Problems::AddAt(std::string code, const YamlFile& file, Span span, Message message,
                     Message hint) {
  const LineColumn at = Place(file, span);
  items_.push_back(
      {std::move(code), file.path, at.line, at.column, std::move(message), std::move(hint)});
}

void Problems::AddFile(std::string code, std::string path, Message message, Message hint) {
  items_.push_back({std::move(code), std::move(path), 0, 0, std::move(message), std::move(hint)});
}

void Problems::Sort() {
  std::stable_sort(items_.begin(), items_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.path, a.line, a.column) < std::tie(b.path, b.line, b.column);
  });
  // A table that several rules read is found wrong by each of them.
  const auto same = [](const Problem& a, const Problem& b) {
    return a.code == b.code && a.path == b.path && a.line == b.line && a.column == b.column &&
           a.message.zh == b.message.zh;
  };
  items_.erase(std::unique(items_.begin(), items_.end(), same), items_.end());
}

std::string FormatProblem(const Problem& problem, Lang lang, std::string_view origin) {
  std::string out(origin);
  if (!out.empty() && !problem.path.empty() && out.back() != '/') out += '/';
  out += problem.path;
  if (problem.line > 0) {
    out += ':' + std::to_string(problem.line) + ':' + std::to_string(problem.column);
  }
  if (!out.empty()) out += ": ";
  out += problem.message.In(lang);
  if (!problem.hint.empty()) out += (lang == Lang::en ? ", " : "，") + problem.hint.In(lang);
  return out;
}

}  // namespace hegao
