#pragma once
// Memory for one run of the parser, given back at once when the run is over.

#include "core/arena.h"

#include <cmark-gfm.h>

namespace wengu {

/// While it lives, the memory of `memory()` comes from an arena; its end takes everything
/// back. One at a time on a thread.
class ParserArena {
public:
    ParserArena();
    ~ParserArena();
    ParserArena(const ParserArena&) = delete;
    ParserArena& operator=(const ParserArena&) = delete;

    [[nodiscard]] cmark_mem* memory() const;

private:
    LentArena arena_;
};

}  // namespace wengu
