#include "text/folder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/affix.h"
#include "text/char_tables.h"
#include "text/corruption.h"
#include "text/numerals.h"
#include "text/pinyin.h"
#include "text/utf8.h"
#include "text/width_rules.h"

namespace hegao {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
// Toneless syllables are annotations only on pages that annotate all along.
constexpr std::uint32_t kAnnotatedBlock = 3;

// Blanks, and what may open an annotation or a corrupted run.
constexpr std::array<bool, 128> kAsciiSpecial = [] {
  std::array<bool, 128> special{};
  for (char32_t c = 0; c < 128; ++c) special[c] = IsBlank(c) || c == '(' || c == '?';
  return special;
}();

constexpr std::uint32_t kThreeByteMask = 0xC0C0F0;
constexpr std::uint32_t kThreeByteForm = 0x8080E0;

/// The next three bytes, first one lowest.
std::uint32_t LoadThree(const char* p) {
  const auto byte = [p](int i) { return std::uint32_t{static_cast<std::uint8_t>(p[i])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

char32_t ThreeByteChar(std::uint32_t bytes) {
  return ((bytes & 0xF) << 12) | ((bytes >> 2) & 0xFC0) | ((bytes >> 16) & 0x3F);
}

std::string SignText(char32_t c) {
  const NumberSign sign = NumberSignOf(c);
  switch (sign.form) {
    case NumberSign::Form::cjk_paren:
      return "(" + ToCjkNumber(sign.value) + ")";
    case NumberSign::Form::paren:
      return "(" + std::to_string(sign.value) + ")";
    case NumberSign::Form::dot:
      break;
  }
  return std::to_string(sign.value) + ".";
}

/// 0…9 for a digit of a year written in Chinese; -1 otherwise.
int YearDigit(char32_t c) {
  constexpr std::u32string_view kDigits = U"一二三四五六七八九";
  if (c == U'〇' || c == U'○' || c == U'◯' || c == U'零' || c == '0' || c == 'O' || c == 'o') {
    return 0;
  }
  const std::size_t at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at) + 1;
}

bool IsAnyDigit(char32_t c) { return (c >= '0' && c <= '9') || YearDigit(c) >= 0; }

}  // namespace

Folder::Folder(FoldedText& out, const VisibleText& in)
    : out_(out),
      in_(in),
      text_(in.text),
      block_begin_(static_cast<std::uint32_t>(out.text_.size())) {}

void Folder::Run() {
  while (at_ < text_.size()) {
    const std::size_t end = ScanRun(at_);
    if (end > at_) EmitRun(at_, end);
    at_ = end;
    if (at_ < text_.size() && !FoldFullWidth()) FoldSpecial();
  }
}

/// A short cut for the commonest special characters: ， ： ； ％ and the like.
bool Folder::FoldFullWidth() {
  const bool plain_source = in_.chunk_count == 1 && in_.chunks->exact;
  if (!plain_source || gap_ || at_ + 2 >= text_.size()) return false;
  const std::uint32_t bytes = LoadThree(text_.data() + at_);
  if ((bytes & kThreeByteMask) != kThreeByteForm) return false;
  const char32_t c = ThreeByteChar(bytes);
  if (c < 0xFF01 || c > 0xFF5E || c == U'（' || c == U'？') return false;
  const std::uint32_t source = in_.chunks->source.begin + static_cast<std::uint32_t>(at_);
  out_.segments_.push_back({static_cast<std::uint32_t>(out_.text_.size()), source, 1, 3});
  out_.text_ += static_cast<char>(c - 0xFEE0);
  expected_ = source + 3;
  at_ += 3;
  return true;
}

/// The end of the characters from `at` on that keep their length and start nothing. Those that
/// change all the same (Traditional ones) are left in `changes_`.
std::size_t Folder::ScanRun(std::size_t at) {
  const std::size_t size = text_.size();
  const char* const data = text_.data();  // a local keeps it in a register
  changes_.clear();
  while (at < size) {
    const auto lead = static_cast<std::uint8_t>(data[at]);
    if (lead < 0x80) {
      if (kAsciiSpecial[lead]) break;
      ++at;
      continue;
    }
    if (at + 2 >= size) break;
    const std::uint32_t bytes = LoadThree(data + at);
    if ((bytes & kThreeByteMask) != kThreeByteForm) break;
    const char32_t c = ThreeByteChar(bytes);
    // Surrogates and overlong forms are special and fold to nothing, so they stop here too.
    if (IsSpecialForFolding(c)) {
      const char32_t to = FoldChar(c);
      if (to == c || to < 0x800) break;
      changes_.push_back({static_cast<std::uint32_t>(at), to, IsTraditionalOnly(c)});
    }
    at += 3;
  }
  return at;
}

void Folder::EmitRun(std::size_t begin, std::size_t end) {
  EmitExact(begin, end);
  char* const written = out_.text_.data() + out_.text_.size() - (end - begin);
  for (const Change& change : changes_) {
    char* const p = written + (change.at - begin);
    p[0] = static_cast<char>(0xE0 | (change.to >> 12));
    p[1] = static_cast<char>(0x80 | ((change.to >> 6) & 0x3F));
    p[2] = static_cast<char>(0x80 | (change.to & 0x3F));
    if (change.traditional) {
      out_.notes_.traditional.push_back(Source(change.at, change.at + 3));
    }
  }
}

void Folder::FoldSpecial() {
  const CodePoint c = DecodeAt(text_, at_);
  if (c.value < 0x80) {
    FoldAscii(static_cast<char>(c.value));
  } else if (c.length == 1) {
    EmitWhole(Source(at_, at_ + 1), kReplacement);
    ++at_;
  } else if (IsZeroWidth(c.value)) {
    at_ += c.length;
  } else if (IsBlank(c.value)) {
    AddBlank(c.value, c.length);
  } else {
    FoldBmp(c.value, c.length);
  }
}

void Folder::FoldAscii(char c) {
  if (IsBlank(static_cast<unsigned char>(c))) {
    AddBlank(static_cast<unsigned char>(c), 1);
  } else if (!(c == '(' && DropPinyin(1)) && !(c == '?' && Recover())) {
    EmitExact(at_, at_ + 1);
    ++at_;
  }
}

void Folder::FoldBmp(char32_t c, std::uint8_t length) {
  const char32_t to = FoldChar(c);
  if (to != c) return FoldToShort(to, length);
  const std::size_t end = at_ + length;
  if (NumberSignOf(c).value != 0) {
    EmitWhole(Source(at_, end), SignText(c));
  } else {
    if (c == U'年') FoldYear();
    EmitExact(at_, end);
  }
  at_ = end;
}

void Folder::FoldToShort(char32_t to, std::uint8_t length) {
  if ((to == '(' && DropPinyin(length)) || (to == '?' && Recover())) return;
  const Span source = Source(at_, at_ + length);
  if (to < 0x80) {
    const char ascii = static_cast<char>(to);
    EmitWhole(source, std::string_view(&ascii, 1));
  } else {
    std::string folded;
    AppendUtf8(folded, to);
    EmitWhole(source, folded);
  }
  at_ += length;
}

bool Folder::DropPinyin(std::uint8_t bracket_length) {
  const std::string_view done = Done();
  if (done.empty() || !IsHan(DecodeBefore(done, done.size()).value)) return false;
  bool toned = false;
  const std::size_t tail = PinyinTailAt(text_, at_ + bracket_length, &toned);
  if (tail == 0 || (!toned && toned_pinyin_ < kAnnotatedBlock)) return false;
  const std::size_t end = at_ + bracket_length + tail;
  toned_pinyin_ += toned;
  out_.notes_.pinyin.push_back(Source(at_, end));
  at_ = end;
  return true;
}

bool Folder::Recover() {
  // A run is far shorter; the limit keeps many question marks in one line linear.
  constexpr std::size_t kLongestRun = 1024;
  std::string_view line = text_.substr(0, std::min(text_.size(), at_ + kLongestRun));
  const std::size_t line_end = line.find('\n', at_);
  line = line.substr(0, line_end);
  const std::optional<CorruptedRun> run = FindCorruptedRun(line, at_);
  if (!run) return false;
  const Span source = Source(at_, at_ + run->length);
  if (!run->recovered.empty()) {
    EmitWhole(source, run->recovered);
  }
  const auto folded_end = static_cast<std::uint32_t>(out_.text_.size());
  const auto folded_begin = folded_end - static_cast<std::uint32_t>(run->recovered.size());
  out_.notes_.corruptions.push_back({source, {folded_begin, folded_end}, run->number});
  at_ += run->length;
  return true;
}

/// Called before 年 is emitted: rewrites 二〇二四 at the end of the block to 2024.
void Folder::FoldYear() {
  constexpr std::size_t kDigits = 4;
  const std::string_view done = Done();
  std::array<int, kDigits> digit{};
  std::array<std::uint32_t, kDigits + 1> begin{};  // folded
  std::size_t at = done.size();
  begin[kDigits] = static_cast<std::uint32_t>(out_.text_.size());
  for (std::size_t i = kDigits; i-- > 0;) {
    if (at == 0) return;
    const CodePoint c = DecodeBefore(done, at);
    digit[i] = YearDigit(c.value);
    if (digit[i] < 0) return;
    at -= c.length;
    begin[i] = block_begin_ + static_cast<std::uint32_t>(at);
  }
  const bool century = (digit[0] == 1 && digit[1] == 9) || (digit[0] == 2 && digit[1] == 0);
  if (!century || (at > 0 && IsAnyDigit(DecodeBefore(done, at).value))) return;
  auto& corruptions = out_.notes_.corruptions;
  if (!corruptions.empty() && corruptions.back().folded.end > begin[0]) return;

  std::array<Span, kDigits> source;
  for (std::size_t i = 0; i < kDigits; ++i) {
    source[i] = out_.ToSource({begin[i], begin[i + 1]});
  }
  for (auto gap = out_.notes_.gaps.rbegin(); gap != out_.notes_.gaps.rend(); ++gap) {
    if (gap->folded <= begin[0]) break;
    const auto moved = std::find(begin.begin(), begin.end(), gap->folded);
    gap->folded = begin[0] + static_cast<std::uint32_t>(moved - begin.begin());
  }
  while (!out_.segments_.empty() && out_.segments_.back().folded >= begin[0]) {
    out_.segments_.pop_back();
  }
  out_.text_.resize(begin[0]);
  const std::optional<PendingGap> pending = std::exchange(gap_, std::nullopt);
  for (std::size_t i = 0; i < kDigits; ++i) {
    const char ascii = static_cast<char>('0' + digit[i]);
    EmitWhole(source[i], std::string_view(&ascii, 1));
  }
  gap_ = pending;
}

namespace {

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// A line wrapped at its margin may end amid a number: 95.|6%, 1390000|1234.
bool IsOneNumber(char before, char after) {
  return IsAsciiDigit(before) ? IsAsciiDigit(after) || after == '.' || after == '%'
                              : before == '.' && IsAsciiDigit(after);
}

}  // namespace

void Folder::AddBlank(char32_t c, std::size_t length) {
  const auto begin = static_cast<std::uint32_t>(at_);
  if (!gap_) gap_ = PendingGap{begin, begin, false};
  at_ += length;
  gap_->end = static_cast<std::uint32_t>(at_);
  gap_->line_break = gap_->line_break || IsLineBreak(c);
}

void Folder::FlushGap(char next) {
  if (!gap_) return;
  const PendingGap gap = *std::exchange(gap_, std::nullopt);
  const std::string_view done = Done();
  if (done.empty()) return;
  const Span source = Source(gap.begin, gap.end);
  const bool ascii = IsAscii(next) && IsAscii(done.back());
  if (ascii && !(gap.line_break && IsOneNumber(done.back(), next))) {
    if (source.size() == 1) {
      EmitExactChunk(source.begin, " ");
    } else {
      EmitWhole(source, " ");
    }
  } else if (!gap.line_break) {
    out_.notes_.gaps.push_back({static_cast<std::uint32_t>(out_.text_.size()), source});
  }
}

void Folder::EmitExact(std::size_t begin, std::size_t end) {
  FlushGap(text_[begin]);
  if (in_.chunk_count == 1 && in_.chunks->exact) {
    return EmitExactChunk(in_.chunks->source.begin + static_cast<std::uint32_t>(begin),
                          text_.substr(begin, end - begin));
  }
  while (begin < end) {
    const VisibleText::Chunk& chunk = ChunkAt(begin);
    const bool last = &chunk == in_.chunks + in_.chunk_count - 1;
    const std::size_t chunk_end = last ? text_.size() : (&chunk)[1].visible;
    const std::size_t stop = std::min(end, chunk_end);
    const std::string_view bytes = text_.substr(begin, stop - begin);
    if (chunk.exact) {
      EmitExactChunk(Source(begin, stop).begin, bytes);
    } else {
      EmitWhole(chunk.source, bytes);
    }
    begin = stop;
  }
}

void Folder::EmitExactChunk(std::uint32_t source, std::string_view bytes) {
  if (expected_ != source) {
    out_.segments_.push_back({static_cast<std::uint32_t>(out_.text_.size()), source, 0, 0});
  }
  out_.text_ += bytes;
  expected_ = source + static_cast<std::uint32_t>(bytes.size());
}

void Folder::EmitWhole(Span source, std::string_view folded) {
  FlushGap(folded.front());
  // Segment packs both lengths in one word; longer stretches are cut, which costs precision only.
  constexpr std::size_t kMaxFolded = 0xFF;
  constexpr std::uint32_t kMaxSource = 0xFFFFFF;
  for (std::size_t at = 0; at < folded.size(); at += kMaxFolded) {
    const std::string_view part = folded.substr(at, kMaxFolded);
    out_.segments_.push_back({static_cast<std::uint32_t>(out_.text_.size()), source.begin,
                              static_cast<std::uint32_t>(part.size()) & 0xFFu,
                              std::min(source.size(), kMaxSource) & kMaxSource});
    out_.text_ += part;
  }
  expected_ = source.begin + std::min(source.size(), kMaxSource);
}

/// The source of a non-empty visible range.
Span Folder::Source(std::size_t begin, std::size_t end) const {
  const VisibleText::Chunk& first = ChunkAt(begin);
  const VisibleText::Chunk& last = ChunkAt(end - 1);
  const auto offset = [](const VisibleText::Chunk& chunk, std::size_t visible) {
    return chunk.source.begin + (static_cast<std::uint32_t>(visible) - chunk.visible);
  };
  return {first.exact ? offset(first, begin) : first.source.begin,
          last.exact ? offset(last, end) : last.source.end};
}

const VisibleText::Chunk& Folder::ChunkAt(std::size_t visible) const {
  if (in_.chunk_count == 1) return *in_.chunks;
  const auto after =
      std::upper_bound(in_.chunks, in_.chunks + in_.chunk_count, visible,
                       [](std::size_t v, const VisibleText::Chunk& c) { return v < c.visible; });
  return *(after - 1);
}

std::string_view Folder::Done() const { return std::string_view(out_.text_).substr(block_begin_); }

}  // namespace hegao
