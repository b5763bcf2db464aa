// A rule pack, compiled: ready to judge, or a list of everything that is wrong with it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/registry.h"
#include "rulepack/source.h"

namespace hegao {

struct Rule {
  RuleInfo info;
  const CheckKind* kind = nullptr;
  std::unique_ptr<Check> check;
  std::string file;  // where it is written
  std::uint32_t line = 0;
};

/// Immutable after loading; shared by all threads of a run.
struct Pack {
  std::string id, version, origin;
  Message title;
  bool optional = false;      // judges only where it is named, beside the pack that applies
  bool needs_layout = false;  // a document without layout cannot be judged by it
  std::vector<Pattern> applies_title;  // one match in the title: the pack applies
  std::vector<Pattern> applies_text;   // … in a document without such a title: it applies as well
  std::vector<SlotSpec> slots;
  std::vector<LevelSpec> levels;  // of issuers, in the order they are tried
  Tables tables;
  std::vector<Rule> rules;  // sorted by id
  std::vector<YamlFile> cases;

  const Rule* FindRule(std::string_view rule_id) const;
};

struct LoadedPack {
  std::string origin;  // folder, or embedded:ID; problems are shown with it
  std::shared_ptr<const Pack>
      pack;  // null if there is any problem: a pack with one broken rule judges nothing
  std::vector<Problem> problems;  // errors
  std::vector<Problem> notes;     // not wrong, but surely not meant: dead rules, unused tables
};

/// Compiles a pack's files. All problems at once.
LoadedPack CompilePack(PackFiles files);

/// `name` is the id of an embedded pack, or a folder or pack.yaml (anything with a '/' or that
/// exists).
Result<LoadedPack> LoadPack(const std::string& name);

/// The embedded packs that take part without being named: all but the optional ones.
std::vector<std::string> DefaultPackIds();

/// The shared words of the document model, embedded with the packs. A broken one is a bug.
const Lexicon& EmbeddedLexicon();

/// What is wrong with the embedded lexicon, every pattern compiled; for `rules check`. Empty in a
/// release.
std::vector<Problem> EmbeddedLexiconProblems();

/// Compiles a lexicon; mistakes go to `problems`.
Lexicon CompileLexicon(const Value& root, Problems& problems);

}  // namespace hegao
