// What happened to the text on its way here: corruption, Traditional characters, pinyin, page
// furniture, guessed encodings. Each reports once, with a count, but corruption, which is reported
// per line.
#include <algorithm>
#include <cmath>

#include "checks/text/kinds.h"

namespace hegao {
namespace {

/// The folded span that stands for a source span, for reporting; may be empty.
Span FoldedOf(const Document& doc, Span source) {
  return {doc.folded.FromSource(source.begin), doc.folded.FromSource(source.end)};
}

class CorruptedText : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    reporter.AllowUnreadablePlaces();
    const auto& runs = in.doc.folded.notes().corruptions;
    for (std::size_t i = 0; i < runs.size();) {
      const auto line = in.doc.lines.LineOf(runs[i].source.begin);
      std::size_t next = i + 1;
      ReportExtras extras;
      while (next < runs.size() && in.doc.lines.LineOf(runs[next].source.begin) == line) {
        extras.related.push_back(runs[next++].folded);
      }
      extras.count = static_cast<std::uint32_t>(next - i);
      reporter.Report(runs[i].folded,
                      {{"number", runs[i].number != 0 ? std::to_string(runs[i].number) : ""}},
                      extras);
      i = next;
    }
  }
};

class TraditionalText : public Check {
 public:
  explicit TraditionalText(std::size_t least) : least_(least) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& spans = in.doc.folded.notes().traditional;
    if (spans.size() < least_ || spans.empty()) return;
    ReportExtras extras;
    extras.count = static_cast<std::uint32_t>(spans.size());
    reporter.AllowUnreadablePlaces();
    reporter.Report(FoldedOf(in.doc, spans.front()), {{"count", std::to_string(spans.size())}},
                    extras);
  }

 private:
  std::size_t least_;
};

class PinyinAnnotation : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& spans = in.doc.folded.notes().pinyin;
    if (spans.empty()) return;
    // The annotation itself has no folded text; the character it explains stands for the place.
    const auto before = in.doc.folded.FromSource(spans.front().begin);
    const auto text = in.doc.folded.text();
    auto begin = before;
    while (begin > 0 && begin == before) {
      do --begin;
      while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80);
    }
    ReportExtras extras;
    extras.count = static_cast<std::uint32_t>(spans.size());
    reporter.AllowUnreadablePlaces();
    reporter.Report({begin, before}, {{"count", std::to_string(spans.size())}}, extras);
  }
};

class PageChrome : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<Span> places;
    for (const auto& b : in.doc.blocks) {
      if (b.kind == Block::Kind::chrome) places.push_back(b.folded);
    }
    // In a web page furniture is where it belongs.
    if (places.empty() || in.doc.format == "html") return;
    ReportExtras extras;
    extras.count = static_cast<std::uint32_t>(places.size());
    extras.related.assign(places.begin() + 1, places.end());
    reporter.AllowUnreadablePlaces();
    reporter.Report(places.front(), {{"count", std::to_string(places.size())}}, extras);
  }
};

class TextEncoding : public Check {
 public:
  explicit TextEncoding(long percent) : percent_(percent) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& doc = in.doc;
    const long confidence = std::lround(doc.encoding_confidence * 100);
    // A file may also bring replacement characters along from an earlier conversion.
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::uint32_t replaced = 0;
    for (std::size_t i = 0; (i = doc.text.find(kReplacement, i)) != doc.text.npos; ++i) ++replaced;
    replaced = std::max(replaced, doc.replaced);
    if (replaced == 0 && confidence >= percent_) return;
    reporter.AllowUnreadablePlaces();
    const auto at = doc.text.find(kReplacement);
    const auto place =
        at == std::string::npos ? 0 : doc.folded.FromSource(static_cast<std::uint32_t>(at));
    ReportExtras extras;
    extras.count = std::max<std::uint32_t>(1, replaced);
    extras.weaker = replaced == 0;
    reporter.Report({place, place},
                    {{"encoding", doc.encoding},
                     {"confidence", std::to_string(confidence)},
                     {"replaced", std::to_string(replaced)}},
                    extras);
  }

 private:
  long percent_;
};

}  // namespace

const CheckKind kCorruptedText = {
    "corrupted_text",
    {"字节错位造成的乱码，一行报一条", "Garbled text from shifted bytes, one finding a line"},
    "{}",
    {},
    {"number"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<CorruptedText>(); }};

const CheckKind kTraditionalText = {
    "traditional_text",
    {"夹有繁体字", "Traditional characters in the text"},
    "least: 3",
    {{"least",
      ParamType::integer,
      false,
      {"至少这么多个才报", "fewer are not reported"},
      1,
      100000}},
    {"count"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<TraditionalText>(static_cast<std::size_t>(p.Integer("least", 1)));
    }};

const CheckKind kPinyinAnnotation = {
    "pinyin_annotation",
    {"字后夹注了拼音", "Pinyin in brackets after characters"},
    "{}",
    {},
    {"count"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<PinyinAnnotation>(); }};

const CheckKind kPageChrome = {
    "page_chrome",
    {"混进了网页上的导航、按钮等文字",
     "Navigation, buttons and the like of a web page in the text"},
    "{}",
    {},
    {"count"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<PageChrome>(); }};

const CheckKind kTextEncoding = {
    "text_encoding",
    {"文字编码是猜的，或者有解不开的字符",
     "The encoding was guessed, or characters could not be decoded"},
    "confidence: 80",
    {{"confidence",
      ParamType::integer,
      false,
      {"把握低于百分之几时提示", "below how many percent to report"},
      0,
      100}},
    {"encoding", "confidence", "replaced"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<TextEncoding>(p.Integer("confidence", 80));
    }};

}  // namespace hegao
