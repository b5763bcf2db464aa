#include "checks/number/quantity.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "checks/number/typed_number.h"
#include "text/affix.h"
#include "text/fold.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestTitle = 400;     // bytes between 《 and 》
constexpr double kTenThousand = 10000;         // 万
constexpr double kHundredMillion = 100000000;  // 亿
constexpr std::size_t kHan = 3;                // bytes

constexpr std::string_view kWholeOnly = "件起宗例人名位个项条次场份户家处批";  // no halves of these

std::size_t VagueAfterNumber(std::string_view rest) {
  if (StartsWithAny(rest, {"多元", "余额"}) != 0) return 0;
  return StartsWithAny(rest, {"余", "多", "几", "来个", "来件"}) != 0 ? kHan : 0;
}

}  // namespace

const std::vector<ParamSpec>& UnitFields() {
  static const std::vector<ParamSpec> fields = {
      {"words", ParamType::texts, true, {"数同一样东西的量词", "words that count the same"}},
      {"overlap",
       ParamType::boolean,
       false,
       {"各部分可能重复计算", "parts counted in it may be the same ones"}},
  };
  return fields;
}

ParamSpec UnitsParam() {
  return {"units", ParamType::records, true, {"量词", "units that follow a number"}, 0, 1000000,
          {},      UnitFields()};
}

QuantityReader::QuantityReader(const std::vector<Params>& units) {
  for (const auto& u : units) {
    for (const auto& w : u.Texts("words"))
      units_.push_back({Fold(w), static_cast<std::int32_t>(overlaps_.size())});
    overlaps_.push_back(u.Boolean("overlap", false));
  }
  std::stable_sort(units_.begin(), units_.end(),
                   [](const Unit& a, const Unit& b) { return a.word.size() > b.word.size(); });
}

const QuantityReader::Unit* QuantityReader::UnitAt(std::string_view rest) const {
  for (const auto& u : units_) {
    if (rest.substr(0, u.word.size()) == u.word) return &u;
  }
  return nullptr;
}

/// Walks over one stretch of text once.
class QuantityReader::Scanner {
 public:
  Scanner(const QuantityReader& reader, std::string_view text, std::uint32_t base,
          std::uint32_t block, std::vector<Quantity>& out)
      : reader_(reader), text_(text), base_(base), block_(block), out_(out) {}

  void Run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (IsAsciiDigit(c)) {
        Digits();
      } else if ((c & 0x80) == 0) {
        ++at_;
      } else if (!Quoted() && !Percent() && !Written()) {
        at_ += DecodeAt(text_, at_).length;
      }
    }
  }

 private:
  std::string_view Rest(std::size_t from) const {
    return text_.substr(std::min(from, text_.size()));
  }

  void SkipNumber() {
    while (at_ < text_.size() && (IsAsciiDigit(text_[at_]) || text_[at_] == '.')) ++at_;
  }

  /// Titles and the year of a document number.
  bool Quoted() {
    const bool title = StartsWithAny(Rest(at_), {"《"}) != 0;
    if (!title && StartsWithAny(Rest(at_), {"〔"}) == 0) return false;
    const auto close =
        Rest(at_).substr(0, kLongestTitle).find(title ? std::string_view("》") : "〕");
    if (close == std::string_view::npos) return false;
    at_ += close + kHan;
    if (!title) SkipNumber();
    return true;
  }

  /// 百分之九十八, 百分之98
  bool Percent() {
    constexpr std::string_view kOf = "百分之";
    if (StartsWithAny(Rest(at_), {kOf}) == 0) return false;
    const auto from = at_ + kOf.size();
    auto number = ParseDigits(Rest(from));
    if (!number) number = ParseWritten(Rest(from));
    if (!number && StartsWithAny(Rest(from), {"百"}) != 0) number = TypedNumber{100, 1, kHan};
    if (!number) return false;
    Quantity q;
    q.measure = Measure::percent;
    q.written_out = true;
    q.value = number->value;
    q.grain = number->grain;
    Put(q, at_, from + number->length, from + number->length);
    return true;
  }

  bool Written() {
    const auto number = ParseWritten(Rest(at_));
    if (!number) return false;
    const auto begin = at_;
    if (EndsWithAny(text_.substr(0, begin), {"一", "二", "三", "四", "五", "六", "七", "八", "九",
                                             "十", "百", "千", "几"}) != 0) {
      return false;
    }
    Quantity q;
    q.written_out = true;
    Scale(q, *number, begin + number->length, true);
    const auto end = after_;
    if (Tenths(q, begin, end)) return true;
    const auto* unit = reader_.UnitAt(Rest(end));
    // 一次性 counts nothing.
    const bool word = unit != nullptr && Rest(end + unit->word.size()).starts_with("性");
    if (unit == nullptr || word) {
      at_ = begin + number->length;
      return true;
    }
    Put(q, begin, end, end);
    return true;
  }

  /// 办结率九成, 占七成五: tenths, behind a word for a share only (三成员 is none).
  bool Tenths(Quantity& q, std::size_t begin, std::size_t end) {
    constexpr double kTen = 10;
    if (q.value > kTen || q.grain != 1 || StartsWithAny(Rest(end), {"成"}) == 0) return false;
    if (StartsWithAny(Rest(end + kHan), {"员", "立", "为", "果", "效", "功", "本"}) != 0)
      return false;
    auto before = text_.substr(0, begin);
    before.remove_suffix(
        EndsWithAny(before, {"超过", "不到", "将近", "接近", "近", "超", "约", "逾"}));
    before.remove_suffix(EndsWithAny(before, {"达到", "达", "为", "仅为", "仅", "至", "到", "的"}));
    if (EndsWithAny(before, {"率", "占", "占比", "比例", "比重", "覆盖面"}) == 0) return false;
    auto stop = end + kHan;
    q.measure = Measure::percent;
    q.value *= kTen;
    q.grain = kTen;
    if (const auto half = ParseWritten(Rest(stop)); half && half->value < kTen) {
      q.value += half->value;
      q.grain = 1;
      stop += half->length;
    }
    const auto more = VagueAfterNumber(Rest(stop));
    q.approximate = more != 0;
    Put(q, begin, stop, stop + more);
    return true;
  }

  void Digits() {
    const auto begin = at_;
    const auto number = ParseDigits(Rest(at_));
    if (!number || Glued(begin, begin + number->length)) {
      SkipNumber();
      return;
    }
    Quantity q;
    Scale(q, *number, begin + number->length, false);
    auto end = after_;
    if (const auto second = UpperEnd(end)) {
      q.range = true;
      Scale(q, *second, end + range_mark_ + second->length, false);
      end = after_;
    }
    if (Numbering(begin, end) || IsDate(end)) {
      at_ = end;
      return;
    }
    Sign(q, end);
    q.over = Rest(end).size() > 1 && Rest(end)[0] == '/' && IsAsciiDigit(Rest(end)[1]);
    Put(q, begin, end + sign_, end + sign_);
  }

  /// 万 and 亿, with 余 on either side.
  void Scale(Quantity& q, const TypedNumber& number, std::size_t end, bool written) {
    q.value = number.value;
    q.grain = number.grain;
    const auto vague = VagueAfterNumber(Rest(end));
    auto at = end + vague;
    const double scale = StartsWithAny(Rest(at), {"万"}) != 0               ? kTenThousand
                         : StartsWithAny(Rest(at), {"亿"}) != 0             ? kHundredMillion
                         : StartsWithAny(Rest(at), {"千"}) != 0 && !written ? 1000
                                                                            : 1;
    if (scale > 1) {
      q.value *= scale;
      q.grain *= scale;
      at += kHan;
      if (const auto rest = written ? ParseCjkNumber(Rest(at)) : std::nullopt) {
        q.value += rest->value;
        q.grain = 1;
        at += rest->length;
      }
    }
    const auto more = VagueAfterNumber(Rest(at));
    q.approximate = q.approximate || vague + more > 0;
    after_ = at + more;
  }

  /// 3-5, 3至5: the second number.
  std::optional<TypedNumber> UpperEnd(std::size_t end) {
    auto mark = StartsWithAny(Rest(end), {"-", "~", "至", "到"});
    if (mark == 0) return std::nullopt;
    while (StartsWithAny(Rest(end + mark), {"-"}) != 0) ++mark;  // a dash of two characters
    range_mark_ = mark;
    return ParseDigits(Rest(end + mark));
  }

  void Sign(Quantity& q, std::size_t end) {
    sign_ = StartsWithAny(Rest(end), {"%", " %"});
    if (sign_ != 0) q.measure = Measure::percent;
    if (sign_ == 0 && (sign_ = StartsWithAny(Rest(end), {"‰"})) != 0) q.measure = Measure::permille;
  }

  /// Part of a name, a day, a time, a telephone number.
  bool Glued(std::size_t begin, std::size_t end) const {
    const auto before = text_.substr(0, begin);
    if (!before.empty()) {
      const char c = before.back();
      if (IsAsciiLetter(c) || c == ':' || c == '+' || c == '*' || c == '_' || c == '#' || c == '@')
        return c != ':' || (before.size() > 1 && IsAsciiDigit(before[before.size() - 2]));
      // A wrapped line: 6 3件 was 63.
      if ((c == '-' || c == '.' || c == ' ') && before.size() > 1 &&
          IsAsciiDigit(before[before.size() - 2]))
        return true;
    }
    if (EndsWithAny(before, {"·", "×"}) != 0) return true;
    const auto rest = Rest(end);
    if (rest.empty()) return false;
    const bool time = rest[0] == ':' && rest.size() > 1 && IsAsciiDigit(rest[1]);
    const bool dotted =
        (rest[0] == '.' || rest[0] == ' ') && rest.size() > 1 && IsAsciiDigit(rest[1]);
    const bool phone = rest[0] == '-' && rest.size() > 5 && IsAsciiDigit(rest[1]) &&
                       IsAsciiDigit(rest[2]) && IsAsciiDigit(rest[3]) && IsAsciiDigit(rest[4]) &&
                       IsAsciiDigit(rest[5]);
    return IsAsciiLetter(rest[0]) || rest[0] == '+' || rest[0] == '*' || time || dotted || phone ||
           StartsWithAny(rest, {"·", "×"}) != 0;
  }

  /// 12.151件 at the start of a paragraph: the 12th point, and 151.
  bool Numbering(std::size_t begin, std::size_t end) const {
    const auto typed = text_.substr(begin, end - begin);
    if (begin != 0 || !Contains(typed, ".") || StartsWithAny(Rest(end), {"%"}) != 0) return false;
    const auto* unit = reader_.UnitAt(Rest(end));
    return unit != nullptr && EndsWithAny(typed, {"万", "亿", "千"}) == 0 &&
           Contains(kWholeOnly, unit->word);
  }

  bool IsDate(std::size_t end) const {
    const auto rest = Rest(end);
    if (StartsWithAny(rest, {"月龄", "日均", "号文", "日常"}) != 0) return true;
    return StartsWithAny(rest, {"年", "月", "日", "号", "时", "点", "届", "条"}) != 0 &&
           reader_.UnitAt(rest) == nullptr;
  }

  void Put(Quantity q, std::size_t begin, std::size_t number_end, std::size_t end) {
    q.number = {Folded(begin), Folded(number_end)};
    if (q.measure == Measure::count) {
      if (const auto points = StartsWithAny(Rest(end), {"个百分点", "百分点"}); points != 0) {
        q.measure = Measure::points;
        end += points;
      } else if (const auto* unit = reader_.UnitAt(Rest(end))) {
        q.unit = {Folded(end), Folded(end + unit->word.size())};
        q.group = unit->group;
        end += unit->word.size();
      }
    }
    const auto vague = StartsWithAny(Rest(end), {"左右", "以上", "以下", "以内", "上下", "不到"});
    q.approximate = q.approximate || vague != 0;
    q.folded = {Folded(Before(q, begin)), Folded(end + vague)};
    q.block = block_;
    out_.push_back(q);
    at_ = end + vague;
  }

  /// Reads the words before the number; where they begin.
  std::size_t Before(Quantity& q, std::size_t begin) const {
    const auto before = text_.substr(0, begin);
    if (const auto n = EndsWithAny(before, {"第"})) {
      q.ordinal = true;
      return begin - n;
    }
    if (const auto n = EndsWithAny(before, {"每", "各", "各有", "均"})) {
      q.each = true;
      return begin - n;
    }
    auto n = EndsWithAny(before, {"超过", "不少于", "不低于", "不超过", "至少", "不足", "将近",
                                  "接近", "大约", "最多", "约", "近", "超", "逾"});
    if (q.written_out && n == 0) n = EndsWithAny(before, {"数", "上"});  // 数十, 上百
    if (n != 0 && EndsWithAny(before, {"附近", "临近", "最近", "公约", "违约", "签约", "预约",
                                       "履约", "合约", "节约"}) == 0) {
      q.approximate = true;
      return begin - n;
    }
    const auto sign = Minus(q, before);
    q.negative = sign != 0;
    return begin - sign;
  }

  /// -3 behind a word that no dash follows, 负3%.
  static std::size_t Minus(const Quantity& q, std::string_view before) {
    const bool percent = q.measure == Measure::percent;
    if (percent && EndsWithAny(before, {"负"}) != 0) {
      const bool word = EndsWithAny(before, {"胜负", "担负", "自负", "正负", "抱负", "肩负"}) != 0;
      return word ? 0 : kHan;
    }
    if (before.empty() || before.back() != '-' || q.written_out) return 0;
    const auto word = before.substr(0, before.size() - 1);
    if (EndsWithAny(word, {"为", "达", "是", "长", "("}) != 0) return 1;
    const auto end =
        percent ? EndsWithAny(word, {"仅", "率", "度", "占", "到", "有", "至", "了"}) : 0;
    return end != 0 ? 1 : 0;
  }

  std::uint32_t Folded(std::size_t at) const { return base_ + static_cast<std::uint32_t>(at); }

  const QuantityReader& reader_;
  std::string_view text_;
  std::uint32_t base_, block_;
  std::vector<Quantity>& out_;
  std::size_t at_ = 0;
  std::size_t after_ = 0;       // where Scale stopped
  std::size_t range_mark_ = 0;  // length of what UpperEnd found between two numbers
  std::size_t sign_ = 0;        // length of % or ‰
};

void QuantityReader::ReadText(std::string_view text, std::uint32_t base, std::uint32_t block,
                              std::vector<Quantity>& out) const {
  Scanner(*this, text, base, block, out).Run();
}

std::vector<Quantity> QuantityReader::Read(const Document& doc) const {
  std::vector<Quantity> out;
  const auto among = [](const std::vector<std::uint32_t>& list, std::uint32_t b) {
    return std::find(list.begin(), list.end(), b) != list.end();
  };
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    if (!doc.blocks[b].InText() || among(doc.title_blocks, b) || among(doc.signature_blocks, b))
      continue;
    ReadText(doc.Text(doc.blocks[b].folded), doc.blocks[b].folded.begin, b, out);
  }
  return out;
}

bool Agree(const Quantity& a, const Quantity& b) {
  constexpr double kExact = 1e-6;
  const double grain = std::max(a.grain, b.grain);
  const double slack = grain > 1 || a.grain != b.grain ? grain : 0;
  return std::abs(a.value - b.value) <= slack + kExact;
}

std::string Shown(double value) {
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  std::string text = buffer;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

}  // namespace hegao
