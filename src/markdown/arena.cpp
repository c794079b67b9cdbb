#include "markdown/arena.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

namespace wengu {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 18U;
constexpr std::size_t kKeptChunks = 16;
constexpr std::size_t kAlign = alignof(std::max_align_t);

/// Chunks of memory that are filled from the front. Each allocation is
/// preceded by its size, which realloc needs.
class Arena {
public:
    void* take(std::size_t bytes) {
        const auto needed = (bytes + 2 * kAlign - 1) / kAlign * kAlign;
        if (needed > left_) open_chunk(needed);
        auto* start = next_;
        next_ += needed;
        left_ -= needed;
        std::memcpy(start, &bytes, sizeof bytes);
        return start + kAlign;
    }

    static std::size_t size_of(const void* block) {
        std::size_t bytes = 0;
        std::memcpy(&bytes, static_cast<const std::byte*>(block) - kAlign, sizeof bytes);
        return bytes;
    }

    /// Keeps the first chunks for the next run: asking the system again costs more than
    /// parsing a note.
    void reset() {
        if (chunks_.size() > kKeptChunks) chunks_.resize(kKeptChunks);
        used_ = 0;
        next_ = nullptr;
        left_ = 0;
    }

private:
    struct Chunk {
        std::unique_ptr<std::byte[]> memory;
        std::size_t bytes = 0;
    };

    void open_chunk(std::size_t needed) {
        while (used_ < chunks_.size() && chunks_[used_].bytes < needed) ++used_;
        if (used_ == chunks_.size()) {
            const auto bytes = std::max(needed, kChunkBytes);
            chunks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[bytes]), bytes});
        }
        next_ = chunks_[used_].memory.get();
        left_ = chunks_[used_].bytes;
        ++used_;
    }

    std::vector<Chunk> chunks_;
    std::size_t used_ = 0;  ///< Chunks that this run has opened or passed over.
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

Arena& arena() {
    thread_local Arena instance;
    return instance;
}

void* arena_calloc(std::size_t count, std::size_t size) {
    void* block = arena().take(count * size);
    std::memset(block, 0, count * size);
    return block;
}

void* arena_realloc(void* old, std::size_t size) {
    void* block = arena().take(size);
    if (old != nullptr) std::memcpy(block, old, std::min(size, Arena::size_of(old)));
    return block;
}

void arena_free(void* /*block*/) {}

}  // namespace

ParserArena::ParserArena() = default;
ParserArena::~ParserArena() { arena().reset(); }

cmark_mem* ParserArena::memory() const {
    static cmark_mem functions{arena_calloc, arena_realloc, arena_free};
    return &functions;
}

}  // namespace wengu
