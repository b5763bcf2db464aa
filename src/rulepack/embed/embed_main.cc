// Build step: writes the tables of embedded.h. Usage: hegao_embed ROOT LIST OUTPUT, where LIST
// holds one path per line, relative to ROOT. A file that is no UTF-8 or no good YAML fails the
// build: the program never parses what it carries.
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "rulepack/flat_tree.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLiteralBytes = 100;

bool ReadAll(const std::string& path, std::string* out) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  *out = bytes.str();
  return in.good() || in.eof();
}

/// A string literal over several lines. Octal escapes always have three digits, so that a digit
/// that follows is not taken in; '?' is escaped for the sake of trigraph warnings.
void WriteLiteral(std::ostream& out, const std::string& s) {
  std::size_t column = 0;
  out << "\n    \"";
  for (const char c : s) {
    const auto byte = static_cast<unsigned char>(c);
    if (column >= kLiteralBytes && (byte & 0xC0) != 0x80) {
      out << "\"\n    \"";
      column = 0;
    }
    ++column;
    if (c == '\\' || c == '"' || c == '?') {
      out << '\\' << c;
    } else if (byte < 0x20 || byte == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\%03o", static_cast<unsigned>(byte));
      out << escape;
    } else {
      out << c;
    }
  }
  out << '"';
}

void WriteView(std::ostream& out, const std::string& name, const std::string& s) {
  out << "constexpr std::string_view " << name << "{";
  WriteLiteral(out, s);
  out << ", " << s.size() << "};\n";
}

void WriteNodes(std::ostream& out, std::size_t index, const FlatTreeData& tree) {
  if (tree.nodes.empty()) return;
  out << "constexpr FlatNode kNodes" << index << "[] = {\n";
  for (const FlatNode& n : tree.nodes) {
    out << "    {FlatKind{" << static_cast<int>(n.kind) << "}, " << (n.quoted ? "true" : "false")
        << ", {" << n.span.begin << ", " << n.span.end << "}, " << n.a << ", " << n.b << "},\n";
  }
  out << "};\n";
}

bool IsYaml(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

/// Reads and checks one file; says on standard error what is wrong with it.
bool Load(const std::string& root, YamlFile* file, FlatTreeData* tree) {
  if (!ReadAll(root + "/" + file->path, &file->text)) {
    std::cerr << file->path << ": cannot be read\n";
    return false;
  }
  if (!IsValidUtf8(file->text)) {
    std::cerr << file->path << ": not UTF-8\n";
    return false;
  }
  if (!IsYaml(file->path)) return true;
  Problems problems;
  if (ParseFlat(*file, {}, problems, tree)) BuildValue(tree->view(), *file, {}, &problems);
  problems.Sort();
  for (const Problem& p : problems.items()) {
    std::cerr << FormatProblem(p, Lang::zh) << " / " << FormatProblem(p, Lang::en) << '\n';
  }
  return problems.empty();
}

void WriteTables(std::ostream& out, const std::vector<std::string>& paths) {
  out << "constexpr std::array<EmbeddedFile, " << paths.size() << "> kFiles{{\n";
  for (std::size_t i = 0; i < paths.size(); ++i)
    out << "    {kPath" << i << ", kText" << i << "},\n";
  out << "}};\nconstexpr std::array<FlatTree, " << paths.size() << "> kTrees{{\n";
}

int Run(const std::string& root, const std::string& list, const std::string& output) {
  std::vector<std::string> paths;
  std::ifstream in(list);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty()) paths.push_back(line);
  }
  std::sort(paths.begin(), paths.end());
  std::ostringstream out;
  out << "// Written by hegao_embed; do not edit.\n#include <array>\n#include <string_view>\n\n"
         "#include \"rulepack/embedded.h\"\n\nnamespace hegao {\nnamespace {\n";
  bool good = true;
  std::vector<bool> parsed;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    YamlFile file{paths[i], {}};
    FlatTreeData tree;
    good = Load(root, &file, &tree) && good;
    const std::string suffix = std::to_string(i);
    WriteView(out, "kPath" + suffix, file.path);
    WriteView(out, "kText" + suffix, file.text);
    WriteView(out, "kPool" + suffix, tree.pool);
    WriteNodes(out, i, tree);
    parsed.push_back(!tree.nodes.empty());
  }
  if (!good) return 1;
  WriteTables(out, paths);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    out << "    {" << (parsed[i] ? "kNodes" + std::to_string(i) : "{}") << ", kPool" << i << "},\n";
  }
  out << "}};\n}  // namespace\n\n"
         "EmbeddedTables GetEmbeddedTables() { return {kFiles, kTrees}; }\n\n}  // namespace "
         "hegao\n";
  std::ofstream written(output, std::ios::binary | std::ios::trunc);
  written << out.str();
  return written.good() ? 0 : 1;
}

}  // namespace
}  // namespace hegao

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: hegao_embed ROOT LIST OUTPUT\n";
    return 2;
  }
  return hegao::Run(argv[1], argv[2], argv[3]);
}
