// The flow of an OpenDocument text: paragraphs, lists, tables, sections, frames, notes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/odt/lists.h"
#include "formats/odt/masters.h"
#include "formats/odt/paragraph.h"
#include "formats/odt/styles.h"

namespace hegao {

class OdtBody {
 public:
  /// `masters` may be null: then no pages begin here (headers and footers). All must outlive it.
  OdtBody(ExtractWriter& writer, OdtStyles& styles, OdtChanges& changes, std::uint32_t part,
          const OdtMasters* masters);

  /// Writes all of office:text. Recursion is as deep as the elements are nested.
  void Write(pugi::xml_node text);
  /// Writes what stands in a header or footer, as asides, without page or paragraph.
  void WriteFurniture(pugi::xml_node furniture);

  /// Names of the master pages the text named, in order, each once.
  const std::vector<std::string_view>& masters_in_use() const { return masters_in_use_; }
  std::uint32_t hidden() const { return paragraphs_.hidden(); }

 private:
  struct Item {
    std::optional<std::uint32_t> start;
    const OdtListStyle* style = nullptr;  // nullptr: of the paragraph's style
    bool labelled = false;                // its number is spent, or it has none
    int lists = 0;                        // that stood in it so far
  };
  struct Place {
    RawBlock::Kind kind = RawBlock::Kind::paragraph;
    std::size_t list = 0;  // index into counts_, where `item` is set
    int level = 0;         // of the list, 0-based
    Item* item = nullptr;
    bool flows = true;  // page breaks count: not in frames, cells, notes
  };

  void Survey(pugi::xml_node text);
  void Blocks(pugi::xml_node parent, const Place& place);
  bool Block(pugi::xml_node node, std::string_view name, const Place& place);
  void Paragraph(pugi::xml_node node, bool heading, const Place& place);
  void Anchored(const Place& place);
  std::string Label(pugi::xml_node node, const OdtStyles::Paragraph& style, int heading_level,
                    const Place& place);
  void List(pugi::xml_node list, const Place& place);
  void Table(pugi::xml_node table, const Place& place);
  void Rows(pugi::xml_node parent, const Place& place);
  void Section(pugi::xml_node section, const Place& place);
  void BeginPages(const OdtStyles::Paragraph& style, const Place& place);
  void UseMaster(std::string_view name);

  ExtractWriter& writer_;
  OdtStyles& styles_;
  OdtChanges& changes_;
  OdtParagraphWriter paragraphs_;
  const OdtMasters* masters_;

  OdtListCounts counts_;
  OdtListCount outline_count_;
  std::vector<std::string_view> masters_in_use_;
  std::unordered_map<std::size_t, std::size_t> han_;  // of each table, by the hash of its node
  std::size_t all_han_ = 0;
  bool hides_paragraphs_ = false;  // text:hidden-paragraph is somewhere
  bool break_due_ = false;         // the paragraph before asked for a new page behind it
  std::uint32_t number_ = 0;       // of paragraphs so far
};

}  // namespace hegao
