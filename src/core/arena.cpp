#include "core/arena.h"

#include <algorithm>
#include <utility>

namespace wengu {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 18U;
constexpr std::size_t kKeptChunks = 16;

/// The arenas of this thread that are not lent.
std::vector<std::unique_ptr<Arena>>& idle_arenas() {
    thread_local std::vector<std::unique_ptr<Arena>> idle;
    return idle;
}

}  // namespace

std::byte* Arena::take_from_next_chunk(std::size_t bytes) {
    while (used_ < chunks_.size() && chunks_[used_].bytes < bytes) ++used_;
    if (used_ == chunks_.size()) {
        const auto size = std::max(bytes, kChunkBytes);
        chunks_.push_back({std::unique_ptr<std::byte[]>(new std::byte[size]), size});
    }
    const auto& chunk = chunks_[used_++];
    next_ = chunk.memory.get() + bytes;
    left_ = chunk.bytes - bytes;
    return chunk.memory.get();
}

void Arena::reset() {
    if (chunks_.size() > kKeptChunks) chunks_.resize(kKeptChunks);
    used_ = 0;
    next_ = nullptr;
    left_ = 0;
}

LentArena::LentArena() {
    auto& idle = idle_arenas();
    if (idle.empty()) {
        arena_ = std::make_unique<Arena>();
    } else {
        arena_ = std::move(idle.back());
        idle.pop_back();
    }
}

LentArena::~LentArena() {
    arena_->reset();
    idle_arenas().push_back(std::move(arena_));
}

}  // namespace wengu
