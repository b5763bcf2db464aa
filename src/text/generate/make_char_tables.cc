// Build-time tool: writes text/char_tables.inc from ICU's data. Usage: make_char_tables OUTPUT
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/ucnv.h>

#include <cstdio>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/char_tables.h"
#include "text/width_rules.h"

namespace {

constexpr char32_t kPlane = 0x10000;

bool IsSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

struct Facts {
  std::vector<bool> special = std::vector<bool>(kPlane);
  std::vector<bool> traditional_only = std::vector<bool>(kPlane);
  std::vector<bool> common = std::vector<bool>(kPlane);
  std::vector<char32_t> fold = std::vector<char32_t>(kPlane);
};

class Icu {
 public:
  bool Open() {
    UErrorCode status = U_ZERO_ERROR;
    simplify_.reset(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    nfkc_ = icu::Normalizer2::getNFKCInstance(status);
    gbk_.reset(ucnv_open("gb18030", &status));
    sound_.reset(
        icu::Transliterator::createInstance("Han-Latin; Latin-ASCII", UTRANS_FORWARD, status));
    return U_SUCCESS(status) != 0;
  }

  /// Only one-to-one mappings inside the BMP: they keep the byte length, so offsets stay exact.
  char32_t Simplify(char32_t c) const {
    icu::UnicodeString s(static_cast<UChar32>(c));
    simplify_->transliterate(s);
    return s.length() == 1 ? static_cast<char32_t>(s.char32At(0)) : c;
  }

  /// How it is read, for ears that tell neither tones nor zh from z nor -ng from -n apart: so much
  /// alike do the characters sound that input methods and people confuse. Empty: no reading.
  std::string Sound(char32_t c) const {
    icu::UnicodeString s(static_cast<UChar32>(c));
    sound_->transliterate(s);
    std::string sound;
    s.toUTF8String(sound);
    if (sound.empty() || sound[0] < 'a' || sound[0] > 'z') return {};
    if (sound.size() > 2 && sound[1] == 'h') sound.erase(1, 1);
    if (sound.size() > 2 && sound.back() == 'g') sound.pop_back();
    return sound;
  }

  /// Compatibility ideographs and radicals (met in text taken from PDF) to the plain character.
  char32_t PlainHan(char32_t c) const {
    const bool radical = c >= 0x2E80 && c <= 0x2FD5;
    const bool compatibility = c >= 0xF900 && c <= 0xFAFF;
    if (!radical && !compatibility) return c;
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString s =
        nfkc_->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status);
    return U_SUCCESS(status) && s.length() == 1 ? static_cast<char32_t>(s.char32At(0)) : c;
  }

  /// The two bytes of a GB 2312 ideograph, else 0.
  int Gb2312Han(char32_t c) const {
    UErrorCode status = U_ZERO_ERROR;
    const auto unit = static_cast<UChar>(c);
    char bytes[8] = {};
    if (ucnv_fromUChars(gbk_.get(), bytes, sizeof bytes, &unit, 1, &status) != 2) return 0;
    if (U_FAILURE(status)) return 0;
    const int lead = static_cast<unsigned char>(bytes[0]);
    const int trail = static_cast<unsigned char>(bytes[1]);
    return lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1 ? (lead << 8) | trail : 0;
  }

 private:
  struct CloseConverter {
    void operator()(UConverter* c) const { ucnv_close(c); }
  };
  std::unique_ptr<icu::Transliterator> simplify_, sound_;
  const icu::Normalizer2* nfkc_ = nullptr;
  std::unique_ptr<UConverter, CloseConverter> gbk_;
};

Facts Collect(const Icu& icu) {
  constexpr int kLastOfLevel1 = 0xD7F9;
  Facts facts;
  for (char32_t c = 0; c < kPlane; ++c) {
    // Spelled in three bytes these are invalid; spelled otherwise nobody asks for the bit.
    facts.special[c] = c < 0x800 || IsSurrogate(c);
    if (c < 0x80 || IsSurrogate(c)) continue;
    const int gb2312 = icu.Gb2312Han(c);
    const char32_t plain = icu.PlainHan(hegao::FoldWidth(c));
    // Twice, because a few targets have a target of their own; folding must be idempotent.
    const char32_t simple = icu.Simplify(icu.Simplify(plain));
    const bool vanishes = hegao::IsBlank(c) || hegao::IsZeroWidth(c);
    facts.common[c] = gb2312 != 0 && gb2312 <= kLastOfLevel1;
    facts.fold[c] = simple == c || vanishes ? 0 : simple;
    facts.traditional_only[c] = simple != plain && gb2312 == 0;
    facts.special[c] = facts.special[c] || facts.fold[c] != 0 || vanishes ||
                       hegao::NumberSignOf(c).value != 0 || c == U'年';
  }
  return facts;
}

void WriteBits(std::ostream& out, const char* name, const std::vector<bool>& bits) {
  out << "const std::uint32_t " << name << "[2048] = {";
  for (char32_t word = 0; word < kPlane / 32; ++word) {
    std::uint32_t value = 0;
    for (char32_t bit = 0; bit < 32; ++bit) {
      if (bits[word * 32 + bit]) value |= std::uint32_t{1} << bit;
    }
    out << (word % 16 == 0 ? "\n" : "") << value << "u,";
  }
  out << "};\n";
}

void WriteFold(std::ostream& out, const std::vector<char32_t>& fold) {
  std::map<std::vector<char32_t>, std::size_t> ids;
  std::vector<std::vector<char32_t>> pages;
  out << "const std::uint8_t kFoldPage[256] = {";
  for (auto at = fold.begin(); at != fold.end(); at += 256) {
    const std::vector<char32_t> page(at, at + 256);
    const auto [found, fresh] = ids.try_emplace(page, pages.size());
    if (fresh) pages.push_back(page);
    out << found->second << ",";
  }
  out << "};\nconst std::uint16_t kFold[][256] = {\n";
  for (const auto& page : pages) {
    out << "{";
    for (const char32_t c : page) out << static_cast<std::uint32_t>(c) << ",";
    out << "},\n";
  }
  out << "};\n";
}

void WriteSounds(std::ostream& out, const Icu& icu) {
  std::map<std::string, std::size_t> ids = {{"", 0}};
  out << "const std::uint16_t kSound[] = {";
  for (char32_t c = hegao::char_tables::kFirstSound; c <= hegao::char_tables::kLastSound; ++c) {
    out << ids.try_emplace(icu.Sound(c), ids.size()).first->second << ",";
    if (c % 32 == 0) out << "\n";
  }
  out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
  Icu icu;
  if (argc != 2 || !icu.Open()) {
    std::fprintf(stderr, "usage: make_char_tables OUTPUT (needs ICU with its transliterators)\n");
    return 1;
  }
  const Facts facts = Collect(icu);
  std::ofstream out(argv[1]);
  out << "namespace hegao::char_tables {\n";
  WriteBits(out, "kSpecial", facts.special);
  WriteBits(out, "kTraditionalOnly", facts.traditional_only);
  WriteBits(out, "kCommon", facts.common);
  WriteFold(out, facts.fold);
  WriteSounds(out, icu);
  out << "}  // namespace hegao::char_tables\n";
  return out.flush() ? 0 : 1;
}
