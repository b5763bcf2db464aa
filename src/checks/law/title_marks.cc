#include "checks/law/title_marks.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::string_view kOpen = "《", kClose = "》";
constexpr std::uint32_t kMark = 3;  // bytes of either

class BlockScan {
 public:
  BlockScan(std::string_view text, Span block, TitleMarks& out)
      : text_(text), block_(block), out_(out) {}

  void Run() {
    for (auto at = NextMark(block_.begin); at < block_.end; at = NextMark(at + kMark)) {
      if (Is(at, kOpen))
        Open(at);
      else
        Close(at);
    }
    for (const auto& o : open_) {
      if (Is(o.at + kMark, kOpen))
        out_.faults.push_back({MarkFault::doubled_open, {o.at, o.at + 2 * kMark}});
      else
        out_.faults.push_back({MarkFault::lost_close, {o.at, o.at + kMark}});
    }
  }

 private:
  struct Opened {
    std::uint32_t at;
    bool holds_title;
  };

  /// 《甲、《乙》: a list goes on inside what was never closed.
  void Open(std::uint32_t at) {
    constexpr std::string_view kComma = "、";
    const bool list = at >= block_.begin + kMark && text_.compare(at - kMark, kMark, kComma) == 0;
    if (list && !open_.empty() && !open_.back().holds_title) {
      const auto lost = open_.back().at;
      open_.pop_back();
      out_.faults.push_back({MarkFault::lost_close, {lost, lost + kMark}});
    }
    open_.push_back({at, false});
  }

  bool Is(std::uint32_t at, std::string_view mark) const {
    return at + kMark <= block_.end && text_.compare(at, kMark, mark) == 0;
  }

  std::uint32_t NextMark(std::uint32_t at) const {
    for (; at < block_.end; ++at) {
      // Both begin with the same two bytes; most of the text fails on the first.
      if (text_[at] == kOpen[0] && (Is(at, kOpen) || Is(at, kClose))) return at;
    }
    return block_.end;
  }

  void Close(std::uint32_t at) {
    if (open_.empty()) {
      const bool doubled = at >= block_.begin + kMark && Is(at - kMark, kClose);
      if (doubled)
        out_.faults.push_back({MarkFault::doubled_close, {at - kMark, at + kMark}});
      else
        out_.faults.push_back({MarkFault::lost_open, {at, at + kMark}});
      return;
    }
    const auto o = open_.back();
    open_.pop_back();
    const Span whole{o.at, at + kMark};
    if (!o.holds_title) {
      out_.titles.push_back(whole);
      inner_ = whole;
    } else if (inner_.begin == o.at + kMark && inner_.end == at) {
      out_.faults.push_back({MarkFault::doubled_both, whole});
    } else {
      out_.faults.push_back({MarkFault::nested, inner_});
    }
    if (!open_.empty()) open_.back().holds_title = true;
  }

  std::string_view text_;
  Span block_;
  TitleMarks& out_;
  std::vector<Opened> open_;
  Span inner_;  // the last title closed
};

/// A title broken over two blocks leaves one half in each.
void DropBroken(const Document& doc, std::vector<MarkFault>& faults) {
  std::vector<MarkFault> kept;
  for (const auto& f : faults) {
    if (f.kind == MarkFault::lost_open && !kept.empty() &&
        kept.back().kind == MarkFault::lost_close &&
        doc.BlockAt(f.folded.begin) == doc.BlockAt(kept.back().folded.begin) + 1) {
      kept.pop_back();
      continue;
    }
    kept.push_back(f);
  }
  faults = std::move(kept);
}

}  // namespace

TitleMarks FindTitleMarks(const Document& doc) {
  TitleMarks out;
  for (const auto& b : doc.blocks) {
    if (b.kind != Block::Kind::chrome) BlockScan(doc.folded.text(), b.folded, out).Run();
  }
  DropBroken(doc, out.faults);
  return out;
}

}  // namespace hegao
