#include <algorithm>

#include "checks/check.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kMostFindings = 2000;  // of one rule in one document
constexpr std::size_t kMostRelated = 100;    // places of one finding

}  // namespace

std::string Fill(std::string_view message, const Variables& variables) {
  std::string out;
  for (std::size_t at = 0; at < message.size();) {
    const auto open = message.find('{', at);
    const auto close = open == message.npos ? message.npos : message.find('}', open);
    if (close == message.npos) {
      out += message.substr(at);
      break;
    }
    out += message.substr(at, open - at);
    const auto name = message.substr(open + 1, close - open - 1);
    const auto it = std::find_if(variables.begin(), variables.end(),
                                 [&](const auto& v) { return v.first == name; });
    if (it != variables.end()) {
      out += it->second;
    } else {
      out += message.substr(open, close - open + 1);
    }
    at = close + 1;
  }
  return out;
}

std::string Reporter::Quote(Span folded, std::size_t max) const {
  const auto visible = input_.doc.Visible(input_.doc.Source(folded));
  const auto cut = FirstCodePoints(visible, max);
  return cut.size() == visible.size() ? visible : std::string(cut) + "…";
}

std::string Reporter::Where(Span folded) const {
  const auto& doc = input_.doc;
  const bool en = input_.options.lang == Lang::en;
  const auto* row = doc.map.RowAt(doc.Source(folded).begin);
  if (row != nullptr && row->paragraph != 0) {
    const auto n = std::to_string(row->paragraph);
    return en ? "paragraph " + n : "第" + n + "段";
  }
  if (row != nullptr && row->page != 0) {
    const auto n = std::to_string(row->page);
    return en ? "page " + n : "第" + n + "页";
  }
  const auto n = std::to_string(doc.LineOfFolded(folded.begin));
  if (row != nullptr) return en ? "paragraph " + n : "第" + n + "段";
  return en ? "line " + n : "第" + n + "行";
}

bool Reporter::Unreadable(Span folded) const {
  const auto& doc = input_.doc;
  if (doc.blocks.empty() || folded.empty()) return false;
  if (doc.blocks[doc.BlockAt(folded.begin)].kind == Block::Kind::chrome) return true;
  const auto& runs = doc.folded.notes().corruptions;
  const auto next = std::partition_point(
      runs.begin(), runs.end(), [&](const auto& c) { return c.folded.end <= folded.begin; });
  return next != runs.end() && next->folded.Overlaps(folded);
}

void Reporter::Report(Span folded, const Variables& variables, ReportExtras extras) {
  if (!anywhere_ && Unreadable(folded)) return;
  // A text that is one defect all over is told so in the last finding instead of a million times.
  if (reported_ >= kMostFindings) {
    out_.back().count += extras.count;
    return;
  }
  ++reported_;
  const auto phase = static_cast<int>(input_.options.phase);
  const auto full = rule_.in_phase[phase].value_or(rule_.severity);
  Finding f;
  f.rule = rule_.id;
  f.severity = extras.unjudged ? Severity::info
               : extras.weaker ? std::min(full, rule_.weaker)
                               : full;
  if (extras.at_most) f.severity = std::min(f.severity, *extras.at_most);
  f.span = input_.doc.Source(folded);
  if (extras.unjudged) {
    f.message = In(*extras.unjudged);
  } else {
    f.message = Fill(In(rule_.message), variables);
    f.hint = Fill(In(rule_.hint), variables);
  }
  f.basis = In(rule_.basis);
  const int slot = input_.slots.SlotAt(input_.doc, folded.begin);
  if (slot >= 0) f.slot = input_.specs[slot].id;
  f.subject = std::move(extras.subject);
  f.count = extras.count;
  if (extras.related.size() > kMostRelated) extras.related.resize(kMostRelated);
  for (const auto& r : extras.related) f.related.push_back(input_.doc.Source(r));
  f.fix = std::move(extras.fix);
  out_.push_back(std::move(f));
}

}  // namespace hegao
