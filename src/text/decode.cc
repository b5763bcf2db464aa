#include "text/decode.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "text/char_tables.h"
#include "text/charset.h"
#include "text/utf8.h"

namespace hegao {
namespace {

// Enough to tell charsets apart; a large file is decoded whole only once.
constexpr std::size_t kSampleBytes = 64 * 1024;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

// The most frequent characters of modern written Chinese; true of any subject. Two charsets of
// Chinese both read each other's bytes as characters, but hardly ever as these.
constexpr std::u32string_view kFrequent =
    U"的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
    U"子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体"
    U"制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内"
    U"数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提"
    U"直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计"
    U"别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海"
    U"口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身"
    U"车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石"
    U"记需段研界律究观越织装影低持音众书布复容儿须际商非验连断深难近千周委素技备半办青省列习响约支"
    U"般史感劳便团往历市克何除消构府称太准精值号率族维划选标写存候亲快效斯院查江型眼王按格养易置派"
    U"层片始却专状厂京识适属圆包住调满县局照参细听该铁价严";

Message BinaryMessage() {
  return {"不是文本文件（含有 NUL 字节或大量控制字符）",
          "not a text file (NUL bytes or many control characters)"};
}

std::string NormalName(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c == '-' || c == '_' || c == ' ') continue;
    plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  for (const std::string_view gb : {"GBK", "GB2312", "GB18030", "CP936", "MS936", "WINDOWS936"}) {
    if (plain == gb) return "GB18030";
  }
  if (plain == "BIG5" || plain == "CP950") return "Big5";
  if (plain == "UTF8") return "UTF-8";
  return std::string(name);
}

bool IsControl(char byte) {
  const auto b = static_cast<unsigned char>(byte);
  return b < 0x20 && !(b >= 0x09 && b <= 0x0D) && b != 0x1B;
}

bool LooksBinary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const auto controls = std::count_if(sample.begin(), sample.end(), IsControl);
  return static_cast<std::size_t>(controls) * 50 > sample.size();
}

struct Utf8Shape {
  std::size_t characters = 0;  // beyond ASCII
  std::size_t invalid = 0;     // bytes
};

Utf8Shape ShapeOf(std::string_view s) {
  Utf8Shape shape;
  for (std::size_t i = 0; i < s.size();) {
    const CodePoint c = DecodeAt(s, i);
    if (c.value >= 0x80) ++(c.length == 1 ? shape.invalid : shape.characters);
    i += c.length;
  }
  return shape;
}

Result<DecodedText> CheckReplaced(DecodedText text, std::size_t characters) {
  if (std::size_t{text.replaced} * 2 > characters) {
    return Fail(ErrorKind::unreadable,
                {"多数字符无法按 " + text.encoding + " 解码，可能不是文本文件",
                 "most characters cannot be decoded as " + text.encoding +
                     "; this may not be a text file"});
  }
  return text;
}

Result<DecodedText> LossyUtf8(std::string_view bytes, double confidence) {
  DecodedText text;
  text.encoding = "UTF-8";
  text.confidence = confidence;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < bytes.size(); ++characters) {
    const CodePoint c = DecodeAt(bytes, i);
    const bool invalid = c.value == 0xFFFD && c.length == 1;
    text.replaced += invalid;
    text.utf8 += invalid ? kReplacement : bytes.substr(i, c.length);
    i += c.length;
  }
  return CheckReplaced(std::move(text), characters);
}

Result<DecodedText> DecodeAs(std::string_view bytes, const std::string& charset,
                             double confidence) {
  std::optional<ConvertedText> converted = ConvertToUtf8(bytes, charset);
  if (!converted) {
    return Fail(ErrorKind::usage, {"不认识的字符编码“" + charset + "”",
                                   "unknown character encoding '" + charset + "'"});
  }
  if (converted->utf8.find('\0') != std::string::npos) {
    return Fail(ErrorKind::unreadable, BinaryMessage());
  }
  DecodedText text{std::move(converted->utf8), charset, confidence, converted->replaced};
  return CheckReplaced(std::move(text), converted->characters);
}

struct Score {
  double value = -1e9;  // of a character, on average
  double frequent = 0;  // share of frequent characters among those beyond ASCII
};

/// How much `sample` looks like Chinese when read in this charset.
Score ScoreAs(std::string_view sample, const std::string& charset) {
  static const std::unordered_set<char32_t> frequent_set(kFrequent.begin(), kFrequent.end());
  const std::optional<ConvertedText> text = ConvertToUtf8(sample, charset);
  if (!text) return {};
  double total = 0, frequent = 0, common = 0, bad = 0;
  for (std::size_t i = 0; i < text->utf8.size();) {
    const CodePoint c = DecodeAt(text->utf8, i);
    i += c.length;
    if (c.value < 0x80) continue;
    const char32_t folded = FoldChar(c.value);
    ++total;
    frequent += frequent_set.contains(folded);
    common += IsCommonHan(folded);
    bad += c.value == 0xFFFD || (c.value >= 0xE000 && c.value <= 0xF8FF);
  }
  // A sample may end inside a character.
  bad = std::max(0.0, bad - 1);
  if (total == 0) return {};
  return {(2 * frequent + common / 2 - 4 * bad) / total, frequent / total};
}

Result<DecodedText> Guess(std::string_view bytes) {
  // Text of any subject has about four in five of its characters from the frequent ones; read in
  // the wrong charset about one in ten.
  constexpr double kSurelyChinese = 0.3;
  constexpr double kUsualShare = 0.75;
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const Score gb = ScoreAs(sample, "GB18030");
  const Score big5 = ScoreAs(sample, "Big5");
  const bool is_gb = gb.value >= big5.value;
  const Score& best = is_gb ? gb : big5;
  const std::string charset = is_gb ? "GB18030" : "Big5";
  const double confidence = std::clamp(best.frequent / kUsualShare, 0.1, 0.99);
  if (best.frequent >= kSurelyChinese) return DecodeAs(bytes, charset, confidence);

  const DetectedCharset other = DetectCharset(sample);
  const bool usable = !other.name.empty() && !other.name.starts_with("UTF");
  // A name, a date and little more: too short for frequencies, but no error in it.
  const bool clean = best.value > 0;
  if (clean && (!usable || other.confidence < 0.5)) return DecodeAs(bytes, charset, confidence);
  if (usable && NormalName(other.name) != "GB18030" && NormalName(other.name) != "Big5") {
    return DecodeAs(bytes, other.name, other.confidence);
  }
  return DecodeAs(bytes, charset, confidence);
}

}  // namespace

Result<DecodedText> DecodeText(std::string bytes, std::string_view encoding) {
  if (bytes.empty() || bytes == kUtf8Bom) {
    return Fail(ErrorKind::unreadable, {"文件是空的", "the file is empty"});
  }
  const std::string bom = CharsetOfBom(bytes);
  std::string charset = encoding.empty() ? bom : NormalName(encoding);
  if (!encoding.empty() && !IsKnownCharset(charset)) {
    return Fail(ErrorKind::usage, {"不认识的字符编码“" + charset + "”",
                                   "unknown character encoding '" + charset + "'"});
  }
  const bool wide = charset.starts_with("UTF-16") || charset.starts_with("UTF-32");
  if (!wide && LooksBinary(bytes)) return Fail(ErrorKind::unreadable, BinaryMessage());
  if (!charset.empty() && charset != "UTF-8") return DecodeAs(bytes, charset, 1.0);
  if (IsValidUtf8(bytes)) {
    DecodedText text;
    text.encoding = "UTF-8";
    text.utf8 = std::move(bytes);
    return text;
  }
  const Utf8Shape shape = ShapeOf(bytes);
  // UTF-8 with a few broken bytes. Other charsets hit valid sequences only by chance.
  if (charset == "UTF-8" || shape.characters >= 8 * shape.invalid) {
    const double total = static_cast<double>(shape.characters + shape.invalid);
    return LossyUtf8(bytes, static_cast<double>(shape.characters) / total);
  }
  return Guess(bytes);
}

}  // namespace hegao
