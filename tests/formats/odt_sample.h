// OpenDocument texts from the few elements a test is about.
#pragma once

#include <string>
#include <string_view>

#include "stored_zip.h"

namespace hegao {

inline std::string OdtRoot(std::string_view name, std::string_view content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:" + std::string(name) +
         " xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:fo='f' xmlns:draw='d' "
         "xmlns:table='b' xmlns:svg='v' xmlns:dc='c' xmlns:loext='l'>" +
         std::string(content) + "</office:" + std::string(name) + ">";
}

struct OdtSample {
  std::string text = {};       // content of office:text
  std::string automatic = {};  // styles of content.xml
  std::string styles = {};     // content of styles.xml's root; empty: no such part
  std::string manifest = "<manifest/>";
};

inline std::string Odt(const OdtSample& sample) {
  std::vector<StoredEntry> entries = {
      {"mimetype", "application/vnd.oasis.opendocument.text"},
      {"META-INF/manifest.xml", sample.manifest},
      {"content.xml",
       OdtRoot("document-content", "<office:automatic-styles>" + sample.automatic +
                                       "</office:automatic-styles><office:body>"
                                       "<office:text>" +
                                       sample.text + "</office:text></office:body>")}};
  if (!sample.styles.empty()) {
    entries.push_back({"styles.xml", OdtRoot("document-styles", sample.styles)});
  }
  return StoredZip(entries);
}

}  // namespace hegao
