// What a document holds and is not checked, counted while it is read, told once at its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "formats/extract_writer.h"

namespace hegao {

class DocxRemarks {
 public:
  void Hidden(std::string_view text);  // one place
  std::uint32_t foreign = 0;           // documents of another format inside this one
  std::uint32_t embedded = 0;          // sheets and documents shown as pictures
  std::uint32_t diagrams = 0;
  std::uint32_t open_fields = 0;    // field codes without an end that hold text
  std::uint32_t missing_notes = 0;  // references to footnotes that are not there
  bool comments_lost = false;

  /// Text of the report itself that was not read, where there is some: then it cannot be judged.
  std::optional<Message> Lost() const;
  /// The rest, as notes.
  void Write(ExtractWriter& writer) const;

 private:
  std::uint32_t hidden_ = 0;
  std::string sample_;  // of the first hidden text
};

}  // namespace hegao
