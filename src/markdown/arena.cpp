#include "markdown/arena.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

namespace wengu {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 18U;
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

    /// Keeps the first chunk for the next run.
    void reset() {
        if (chunks_.size() > 1) chunks_.resize(1);
        next_ = chunks_.empty() ? nullptr : chunks_.front().get();
        left_ = chunks_.empty() ? 0 : kChunkBytes;
    }

private:
    void open_chunk(std::size_t needed) {
        const auto bytes =
            chunks_.empty() ? std::max(needed, kChunkBytes) : std::max(needed, 4 * kChunkBytes);
        if (chunks_.empty() && bytes > kChunkBytes) {
            chunks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[kChunkBytes]));
        }
        chunks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[bytes]));
        next_ = chunks_.back().get();
        left_ = bytes;
    }

    std::vector<std::unique_ptr<std::byte[]>> chunks_;
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
