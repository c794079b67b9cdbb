#include "markdown/arena.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace wengu {
namespace {

constexpr std::size_t kAlign = alignof(std::max_align_t);

/// The arena of the run on this thread: the parser's functions take no argument that tells.
constinit thread_local Arena* current = nullptr;

/// Every block is preceded by its size, which the parser does not say when it wants more.
std::size_t size_of(const std::byte* block) {
    std::size_t bytes = 0;
    std::memcpy(&bytes, block - kAlign, sizeof bytes);
    return bytes;
}

void set_size(std::byte* block, std::size_t bytes) {
    std::memcpy(block - kAlign, &bytes, sizeof bytes);
}

std::size_t rounded(std::size_t bytes) { return (bytes + kAlign - 1) / kAlign * kAlign; }

std::byte* take(std::size_t bytes) {
    auto* block = current->take(kAlign + rounded(bytes)) + kAlign;
    set_size(block, bytes);
    return block;
}

/// A block of `bytes` that begins as `old` does. A text that the parser gathers line by line
/// mostly grows where it is.
std::byte* grow(std::byte* old, std::size_t bytes) {
    const auto had = size_of(old);
    if (current->extend(old, rounded(had), rounded(bytes))) {
        set_size(old, bytes);
        return old;
    }
    auto* block = take(bytes);
    std::memcpy(block, old, std::min(bytes, had));
    return block;
}

void* arena_calloc(std::size_t count, std::size_t size) {
    return std::memset(take(count * size), 0, count * size);
}

void* arena_realloc(void* old, std::size_t size) {
    return old == nullptr ? take(size) : grow(static_cast<std::byte*>(old), size);
}

void arena_free(void* /*block*/) {}

}  // namespace

ParserArena::ParserArena() { current = arena_.get(); }
ParserArena::~ParserArena() { current = nullptr; }

cmark_mem* ParserArena::memory() const {
    static cmark_mem functions{arena_calloc, arena_realloc, arena_free};
    return &functions;
}

}  // namespace wengu
