#pragma once
// Memory for one run of the parser, given back at once when the run is over.

#include <cmark-gfm.h>

namespace wengu {

/// While it lives, `memory()` hands out memory from this thread's arena; its
/// end takes everything back. Not to be nested.
class ParserArena {
public:
    ParserArena();
    ~ParserArena();
    ParserArena(const ParserArena&) = delete;
    ParserArena& operator=(const ParserArena&) = delete;

    [[nodiscard]] cmark_mem* memory() const;
};

}  // namespace wengu
