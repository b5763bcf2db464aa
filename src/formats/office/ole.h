// What is to be known of an OLE compound file ([MS-CFB]) before another program opens it.
#pragma once

#include <string_view>

namespace hegao {

/// Has it the main stream of Word's binary format ([MS-DOC] 2.1.1)? O(n).
bool IsWordBinary(std::string_view bytes);

/// Is that stream encrypted or obfuscated: FibBase.fEncrypted ([MS-DOC] 2.5.2)? False where the
/// stream is too short to stand by itself, or is not found. O(n).
bool IsEncryptedWord(std::string_view bytes);

/// Has it a storage of a VBA project ([MS-OVBA] 2.2)? O(n).
bool HoldsMacros(std::string_view bytes);

/// Is a stream or a storage of this (ASCII) name somewhere in it? O(n).
bool HoldsOleName(std::string_view bytes, std::string_view ascii);

}  // namespace hegao
