#include "formats/docx/fields.h"

#include <utility>

#include "formats/blanks.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestCode = 4096;  // bytes kept; only its first words are looked at

bool StartsWithWord(std::string_view code, std::string_view word) {
  code.remove_prefix(SkipBlanks(code));
  if (code.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = code[i] >= 'a' && code[i] <= 'z' ? static_cast<char>(code[i] - 32) : code[i];
    if (c != word[i]) return false;
  }
  if (code.size() == word.size()) return true;
  const char next = code[word.size()];
  return next == ' ' || next == '\\' || next == '\t';
}

}  // namespace

bool IsPageNumberCode(std::string_view code) {
  return StartsWithWord(code, "PAGE") || StartsWithWord(code, "NUMPAGES") ||
         StartsWithWord(code, "SECTIONPAGES");
}

std::string OverlayText(std::string_view code) {
  if (!StartsWithWord(code, "EQ")) return {};
  const std::size_t overlay = code.find("\\o");
  if (overlay == std::string_view::npos) return {};
  const std::size_t open = code.find('(', overlay), close = code.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
  std::string_view arguments = code.substr(open + 1, close - open - 1);
  const std::size_t comma = arguments.find_last_of(",;");
  if (comma != std::string_view::npos) arguments.remove_prefix(comma + 1);
  arguments.remove_prefix(SkipBlanks(arguments));
  return std::string(arguments.substr(0, LengthWithoutBlanks(arguments)));
}

void FieldStack::Begin() {
  fields_.emplace_back();
  if (codes_++ == 0) swallowed_ = false;
}

void FieldStack::Separate() {
  if (fields_.empty() || fields_.back().phase == Phase::result) return;
  Field& field = fields_.back();
  if (field.phase == Phase::code) --codes_;
  field.phase = Phase::result;
  field.page_number = IsPageNumberCode(field.code);
  if (field.page_number) ++page_numbers_;
}

std::string FieldStack::End() {
  if (fields_.empty()) return {};
  const Field field = std::move(fields_.back());
  fields_.pop_back();
  if (field.phase == Phase::code) --codes_;
  if (field.page_number) --page_numbers_;
  return field.phase == Phase::code ? OverlayText(field.code) : std::string();
}

bool FieldStack::IsBarePageNumber() const {
  return !fields_.empty() && fields_.back().phase != Phase::result &&
         IsPageNumberCode(fields_.back().code);
}

void FieldStack::Code(std::string_view text) {
  if (fields_.empty() || fields_.back().phase == Phase::result) return;
  std::string& code = fields_.back().code;
  if (code.size() + text.size() <= kLongestCode) code += text;
}

void FieldStack::Swallow(std::string_view text) { swallowed_ = swallowed_ || !IsAllBlank(text); }

bool FieldStack::EndParagraph() {
  if (codes_ == 0) return false;
  // Those below the last code have been looked at when their own paragraphs ended.
  for (auto field = fields_.rbegin(); codes_ > 0; ++field) {
    if (field->phase != Phase::code) continue;
    field->phase = Phase::unclosed;
    --codes_;
  }
  return swallowed_;
}

}  // namespace hegao
