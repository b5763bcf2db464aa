#include "text/char_tables.h"

// Generated at build time; defines the arrays of namespace char_tables.
#include "text/char_tables.inc"
