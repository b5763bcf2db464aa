#include "diag/fingerprint.h"

#include <xxhash.h>

#include <map>

#include "text/utf8.h"

namespace hegao {
namespace {

bool IsBlank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

std::string WithoutBlanks(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t at = 0; at < s.size();) {
    CodePoint c = DecodeAt(s, at);
    if (!IsBlank(c.value)) AppendUtf8(out, c.value);
    at += c.length;
  }
  return out;
}

// The length goes first, so that no two lists of fields give the same bytes.
void AppendField(std::string& key, std::string_view field) {
  key += std::to_string(field.size());
  key += ':';
  key += field;
}

std::string Key(std::string_view rule, std::string_view slot, std::string_view quote) {
  std::string key;
  AppendField(key, rule);
  AppendField(key, slot);
  AppendField(key, WithoutBlanks(quote));
  return key;
}

std::string Hash(std::string key, std::uint32_t occurrence) {
  AppendField(key, std::to_string(occurrence));
  std::uint64_t hash = XXH3_64bits(key.data(), key.size());
  std::string out(16, '0');
  for (std::size_t i = out.size(); i-- > 0; hash >>= 4) out[i] = "0123456789abcdef"[hash & 15];
  return out;
}

}  // namespace

std::string Fingerprint(std::string_view rule, std::string_view slot, std::string_view quote,
                        std::uint32_t occurrence) {
  return Hash(Key(rule, slot, quote), occurrence);
}

void AssignFingerprints(std::vector<ReportedFinding>& findings) {
  std::map<std::string, std::uint32_t> seen;
  for (ReportedFinding& f : findings) {
    // What is missing has no words; its subject stands for them.
    const std::string& words = f.quote.empty() ? f.finding.subject : f.quote;
    std::string key = Key(f.finding.rule, f.finding.slot, words);
    std::uint32_t occurrence = seen[key]++;
    f.fingerprint = Hash(std::move(key), occurrence);
  }
}

}  // namespace hegao
