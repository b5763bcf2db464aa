#include "checks/placeholder/mask_runs.h"

#include "text/utf8.h"

namespace hegao {

bool IsMask(char32_t c, MaskClass* kind) {
  switch (c) {
    case U'x':
    case U'X':
    case 0xD7:
    case 0x2715:
    case 0x2573:  // × ✕ ╳
      *kind = MaskClass::letter;
      return true;
    case U'*':
      *kind = MaskClass::star;
      return true;
    case U'_':
      *kind = MaskClass::underscore;
      return true;
    case 0x25CB:
    case 0x3007:
    case 0x25B3:
    case 0x25A1:
    case 0x25CE:
    case 0x25CF:
    case 0x25A0:
      *kind = MaskClass::shape;  // ○ 〇 △ □ ◎ ● ■
      return true;
    default:
      return false;
  }
}

namespace {

/// Can a mask character start at this byte? Cuts the decoding of everything else.
bool MayStart(unsigned char byte) {
  return byte == 'x' || byte == 'X' || byte == '*' || byte == '_' || byte == 0xC3 || byte == 0xE2 ||
         byte == 0xE3;
}

bool JoinsMasks(char32_t c) {
  return c == U'·' || c == U'.' || c == U'-' || c == U'/' || c == U':';
}

MaskRun ReadRun(std::string_view text, std::uint32_t at, std::uint32_t end, MaskClass kind) {
  MaskRun run;
  run.kind = kind;
  const auto first = DecodeAt(text, at);
  run.upper = first.value == U'X';
  run.cross = first.value == 0xD7;
  run.folded = {at, at};
  while (at < end) {
    const auto c = DecodeAt(text, at);
    MaskClass k;
    if (IsMask(c.value, &k) && k == kind) {
      at += c.length;
      ++run.length;
      run.folded.end = at;
      continue;
    }
    // x·xx x.xx *.* xxxx-xxxxxxx xx:xx : what joins two masks belongs to the run.
    if (!JoinsMasks(c.value) || at + c.length >= end) break;
    if (!IsMask(DecodeAt(text, at + c.length).value, &k) || k != kind) break;
    at += c.length;
  }
  return run;
}

}  // namespace

std::vector<MaskRun> FindMaskRuns(const Document& doc) {
  std::vector<MaskRun> runs;
  const auto text = doc.folded.text();
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    const auto& block = doc.blocks[b];
    if (block.kind == Block::Kind::chrome) continue;
    for (auto at = block.folded.begin; at < block.folded.end;) {
      if (!MayStart(static_cast<unsigned char>(text[at]))) {
        ++at;
        continue;
      }
      const auto c = DecodeAt(text, at);
      MaskClass kind;
      if (!IsMask(c.value, &kind)) {
        at += c.length;
        continue;
      }
      auto run = ReadRun(text, at, block.folded.end, kind);
      run.block = b;
      runs.push_back(run);
      at = run.folded.end;
    }
  }
  return runs;
}

}  // namespace hegao
