#pragma once
// Memory for one piece of work, given back at once when the work is over. Asking the system
// for it again costs more than many a piece of work, so each thread keeps some for the next.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <vector>

namespace wengu {

/// Chunks of memory that are filled from the front. What is taken stays taken until `reset`.
class Arena final : public std::pmr::memory_resource {
public:
    /// `alignment` is a power of two, not above that of std::max_align_t.
    std::byte* take(std::size_t bytes, std::size_t alignment = alignof(std::max_align_t)) {
        const auto padding = -reinterpret_cast<std::uintptr_t>(next_) & (alignment - 1);
        if (padding + bytes > left_) return take_from_next_chunk(bytes);
        auto* block = next_ + padding;
        next_ = block + bytes;
        left_ -= padding + bytes;
        return block;
    }

    /// Lets a block of `had` bytes have `bytes` where it is; false if it is not the last that
    /// was taken, or the chunk is full.
    bool extend(const std::byte* block, std::size_t had, std::size_t bytes) {
        if (block + had != next_ || bytes < had || bytes - had > left_) return false;
        next_ += bytes - had;
        left_ -= bytes - had;
        return true;
    }

    /// Takes everything back.
    void reset();

private:
    struct Chunk {
        std::unique_ptr<std::byte[]> memory;
        std::size_t bytes = 0;
    };

    std::byte* take_from_next_chunk(std::size_t bytes);

    void* do_allocate(std::size_t bytes, std::size_t alignment) override {
        return take(bytes, alignment);
    }
    void do_deallocate(void* /*block*/, std::size_t /*bytes*/, std::size_t /*align*/) override {}
    [[nodiscard]] bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }

    std::vector<Chunk> chunks_;
    std::size_t used_ = 0;  ///< Chunks that this piece of work has opened or passed over.
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Lends an arena that nobody uses, as long as it lives.
class LentArena {
public:
    LentArena();
    ~LentArena();
    LentArena(const LentArena&) = delete;
    LentArena& operator=(const LentArena&) = delete;

    [[nodiscard]] Arena* get() const { return arena_.get(); }

private:
    std::unique_ptr<Arena> arena_;
};

}  // namespace wengu
