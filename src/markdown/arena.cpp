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
/// preceded by its size, which `grow` needs.
class Arena {
public:
    std::byte* take(std::size_t bytes) {
        const auto needed = kAlign + rounded(bytes);
        if (needed > left_) open_chunk(needed);
        auto* block = next_ + kAlign;
        next_ += needed;
        left_ -= needed;
        set_size(block, bytes);
        return block;
    }

    /// A block of `bytes` that begins as `old` does. The last one that was taken grows where
    /// it is: a text that the parser gathers line by line mostly is.
    std::byte* grow(std::byte* old, std::size_t bytes) {
        const auto had = size_of(old);
        const auto more = rounded(bytes) - rounded(had);
        if (bytes >= had && old + rounded(had) == next_ && more <= left_) {
            next_ += more;
            left_ -= more;
            set_size(old, bytes);
            return old;
        }
        auto* block = take(bytes);
        std::memcpy(block, old, std::min(bytes, had));
        return block;
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

    static std::size_t rounded(std::size_t bytes) { return (bytes + kAlign - 1) / kAlign * kAlign; }

    static void set_size(std::byte* block, std::size_t bytes) {
        std::memcpy(block - kAlign, &bytes, sizeof bytes);
    }

    static std::size_t size_of(const std::byte* block) {
        std::size_t bytes = 0;
        std::memcpy(&bytes, block - kAlign, sizeof bytes);
        return bytes;
    }

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

/// The arena of the run on this thread; kept apart from `arena`, which costs a look whether
/// it has been made.
constinit thread_local Arena* current = nullptr;

Arena& arena() {
    thread_local Arena instance;
    return instance;
}

void* arena_calloc(std::size_t count, std::size_t size) {
    auto* block = current->take(count * size);
    std::memset(block, 0, count * size);
    return block;
}

void* arena_realloc(void* old, std::size_t size) {
    if (old == nullptr) return current->take(size);
    return current->grow(static_cast<std::byte*>(old), size);
}

void arena_free(void* /*block*/) {}

}  // namespace

ParserArena::ParserArena() { current = &arena(); }
ParserArena::~ParserArena() { arena().reset(); }

cmark_mem* ParserArena::memory() const {
    static cmark_mem functions{arena_calloc, arena_realloc, arena_free};
    return &functions;
}

}  // namespace wengu
