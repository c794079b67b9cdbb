#include "cards/distance.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace wengu {
namespace {

using Word = std::uint64_t;
constexpr std::size_t kWordBits = 64;

/// For each code point of a pattern, the places where it stands, as bits.
class Places {
public:
    explicit Places(std::u32string_view pattern)
        : words_{(pattern.size() + kWordBits - 1) / kWordBits}, none_(words_, 0) {
        alphabet_.assign(pattern.begin(), pattern.end());
        std::ranges::sort(alphabet_);
        alphabet_.erase(std::unique(alphabet_.begin(), alphabet_.end()), alphabet_.end());
        bits_.assign(alphabet_.size() * words_, 0);
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            bits_[row(pattern[i]) * words_ + i / kWordBits] |= Word{1} << (i % kWordBits);
        }
    }

    [[nodiscard]] const Word* of(char32_t c) const {
        const auto found = row(c);
        const bool known = found < alphabet_.size() && alphabet_[found] == c;
        return known ? &bits_[found * words_] : none_.data();
    }

    [[nodiscard]] std::size_t words() const { return words_; }

private:
    [[nodiscard]] std::size_t row(char32_t c) const {
        return static_cast<std::size_t>(std::ranges::lower_bound(alphabet_, c) - alphabet_.begin());
    }

    std::size_t words_;
    std::vector<Word> none_;
    std::u32string alphabet_;
    std::vector<Word> bits_;
};

/// One word of a column of the distance matrix, as differences between
/// neighbours: `up` where the next cell is one more, `down` where it is one less.
struct Column {
    Word up = ~Word{0};
    Word down = 0;
};

/// Moves a word of the column one character on. `carry` is the difference that
/// enters from the word above (-1, 0, 1); returns the one at `last`.
int advance(Column& column, Word match, int carry, Word last) {
    const Word falls = carry < 0 ? 1U : 0U;
    const Word vertical = match | column.down;
    const Word seen = match | falls;
    const Word diagonal = (((seen & column.up) + column.up) ^ column.up) | seen;
    Word plus = column.down | ~(diagonal | column.up);
    Word minus = column.up & diagonal;
    int out = 0;
    if ((plus & last) != 0) out = 1;
    if ((minus & last) != 0) out = -1;
    plus = (plus << 1U) | (carry > 0 ? 1U : 0U);
    minus = (minus << 1U) | falls;
    column.up = minus | ~(vertical | plus);
    column.down = plus & vertical;
    return out;
}

void drop_common_ends(std::u32string_view& a, std::u32string_view& b) {
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
}

}  // namespace

int edit_distance(std::u32string_view a, std::u32string_view b) {
    drop_common_ends(a, b);
    if (a.empty() || b.empty()) return static_cast<int>(std::max(a.size(), b.size()));
    const Places places{a};
    std::vector<Column> columns(places.words());
    const Word top = Word{1} << (kWordBits - 1);
    const Word end = Word{1} << ((a.size() - 1) % kWordBits);
    auto distance = static_cast<int>(a.size());
    for (const char32_t c : b) {
        const Word* match = places.of(c);
        int carry = 1;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Word last = i + 1 == columns.size() ? end : top;
            carry = advance(columns[i], match[i], carry, last);
        }
        distance += carry;
    }
    return distance;
}

}  // namespace wengu
