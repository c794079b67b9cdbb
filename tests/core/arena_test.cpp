#include "core/arena.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>

namespace wengu {
namespace {

std::byte* filled(Arena& arena, std::size_t bytes, std::size_t alignment, std::byte with) {
    auto* block = arena.take(bytes, alignment);
    std::fill_n(block, bytes, with);
    return block;
}

TEST_CASE("arena: blocks do not overlap and stand where they were asked for", "[core]") {
    Arena arena;
    constexpr int kBlocks = 4000;  // several chunks
    std::vector<std::byte*> blocks;
    for (int i = 0; i < kBlocks; ++i) {
        const auto alignment = std::size_t{1} << static_cast<unsigned>(i % 5);
        blocks.push_back(filled(arena, static_cast<std::size_t>(i % 700), alignment, std::byte(i)));
        CHECK(reinterpret_cast<std::uintptr_t>(blocks.back()) % alignment == 0);
    }
    for (int i = 0; i < kBlocks; ++i) {
        const auto* block = blocks[static_cast<std::size_t>(i)];
        CHECK(std::all_of(block, block + i % 700, [&](std::byte b) { return b == std::byte(i); }));
    }
}

TEST_CASE("arena: a block larger than a chunk is one block", "[core]") {
    Arena arena;
    filled(arena, 3'000'000, 16, std::byte{1});
    filled(arena, 100, 1, std::byte{2});
}

TEST_CASE("arena: only the last block grows where it is", "[core]") {
    Arena arena;
    const auto* first = arena.take(16);
    CHECK(arena.extend(first, 16, 64));
    const auto* second = arena.take(16);
    CHECK(second == first + 64);
    CHECK_FALSE(arena.extend(first, 64, 80));
    CHECK_FALSE(arena.extend(second, 16, std::size_t{1} << 40U));
}

TEST_CASE("arena: what is lent twice at a time is not the same", "[core]") {
    const LentArena one;
    const Arena* again = nullptr;
    {
        const LentArena two;
        CHECK(one.get() != two.get());
        again = two.get();
    }
    CHECK(LentArena{}.get() == again);  // the memory of the one before
}

}  // namespace
}  // namespace wengu
