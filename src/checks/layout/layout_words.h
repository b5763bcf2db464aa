// Words for measures of the layout, in messages.
#pragma once

#include <string>

#include "base/message.h"

namespace hegao {

/// At most one decimal, none where it is 0: 28, 10.5.
std::string ShortNumber(double value);

/// What a finding says where the document leaves open what a rule asks for.
Message NotSaid(const Message& what);

/// Appends with the list separator of each language.
void AddToList(Message& list, const Message& item);

}  // namespace hegao
