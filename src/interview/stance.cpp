#include "interview/stance.h"

#include "interview/phrases.h"
#include "interview/tokens.h"

#include <algorithm>
#include <array>
#include <span>

namespace wengu {
namespace {

constexpr int kDenialReach = 6;     // a denial reaches so far: long words count two, others one
constexpr std::size_t kBound = 4;   // words that a leading "after" puts first
constexpr int kNothingFollows = 2;  // what a denial behind its object has after it at most

/// Words that belong together, and what they may still pass on to the next ones.
struct Phrasing {
    std::size_t clause = 0;
    std::size_t first = 0;
    std::size_t last = 0;  ///< One past the end.
    int sentence = 0;
};

std::vector<Phrasing> units_of(const std::vector<Clause>& clauses) {
    std::vector<Phrasing> units;
    for (std::size_t c = 0; c < clauses.size(); ++c) {
        const auto& words = clauses[c].words;
        Phrasing unit{c, 0, 0, clauses[c].sentence};
        const auto close = [&](std::size_t at) {
            unit.last = at;
            if (unit.last > unit.first) units.push_back(unit);
            unit.first = at;
        };
        std::size_t whole = 0;  // up to here 再 parts nothing: 不能再
        for (std::size_t i = 0; i < words.size();) {
            if (is_break(words[i])) {
                close(i);
                unit.first = ++i;
                continue;
            }
            const auto denial = denial_at(words, i).length;
            if (denial > 0) whole = i + denial + 2;
            const bool goes_on = i < whole && words[i].text == "再";
            const auto begins = goes_on || denial > 0 ? 0 : phrase_at(Phrase::Begins, words, i);
            if (begins > 0) close(i);
            i += std::max<std::size_t>(std::max(begins, denial), 1);
        }
        close(words.size());
    }
    return units;
}

class StanceReader {
public:
    explicit StanceReader(const std::vector<Clause>& clauses)
        : clauses_{clauses}, units_{units_of(clauses)} {
        for (const auto& clause : clauses) stances_.emplace_back(clause.words.size());
    }

    std::vector<std::vector<Stance>> read() {
        for (std::size_t u = 0; u < units_.size(); ++u) {
            for (auto& stance : row(u)) stance.unit = static_cast<int>(u);
            deny(u);
        }
        for (std::size_t u = 0; u < units_.size(); ++u) rank(u);
        for (std::size_t u = 0; u < units_.size(); ++u) join(u);
        return std::move(stances_);
    }

private:
    [[nodiscard]] std::span<const Word> words(std::size_t u) const {
        return std::span{clauses_[units_[u].clause].words}.subspan(0, units_[u].last);
    }
    std::span<Stance> row(std::size_t u) {
        const auto& unit = units_[u];
        return std::span{stances_[unit.clause]}.subspan(unit.first, unit.last - unit.first);
    }

    /// A denial is meant for what follows it closely; what comes later in the unit may be
    /// meant as well, and so may what stands before it when nothing follows. One right
    /// behind another takes it back.
    void deny(std::size_t u) {
        const auto said = words(u);
        auto& stances = stances_[units_[u].clause];
        std::size_t last_end = 0;
        bool denies = false;
        for (std::size_t i = units_[u].first; i < said.size();) {
            if (const auto n = phrase_at(Phrase::LeavesOpen, said, i)) {
                const bool ends = i + n + 1 >= said.size();
                const auto from = ends ? units_[u].first : i;
                for (auto j = from; j < stances.size(); ++j) stances[j].open = true;
                i += n;
                continue;
            }
            const auto denial = denial_at(said, i);
            if (denial.length == 0) {
                i += std::max<std::size_t>(1, phrase_at(Phrase::NoDenial, said, i));
                continue;
            }
            denies = !(denies && i <= last_end + 1);
            const auto begin = i;
            // 找不到 denies the 找 as well.
            if (begin > units_[u].first && said[begin].text == "不") stances[begin - 1].open = true;
            i += denial.length;
            last_end = i;
            int reach = 0;
            bool closed = false;  // a 的 ends what is denied for sure
            for (std::size_t j = i; j < said.size(); ++j) {
                closed |= j > i && said[j].text == "的";
                stances[j].denied = denies;
                stances[j].open |= closed || reach >= kDenialReach;
                reach += said[j].text.size() > 3 ? 2 : 1;
            }
            if (reach == 0 && denial.rejects) {
                deny_before(u, begin);
            } else if (reach <= kNothingFollows) {
                for (auto j = units_[u].first; j < begin; ++j) stances[j].open = true;
            }
        }
    }

    void deny_before(std::size_t u, std::size_t end) {
        auto& unit = units_[u];
        if (end > unit.first) {
            for (auto i = unit.first; i < end; ++i) stances_[unit.clause][i].denied ^= true;
        } else if (u > 0 && units_[u - 1].sentence == unit.sentence) {
            for (auto& stance : row(u - 1)) stance.denied ^= true;
        }
    }

    void set(std::size_t u, std::size_t first, std::size_t last, int rank) {
        for (auto i = first; i < last; ++i) {
            auto& stance = stances_[units_[u].clause][i];
            if (stance.rank == 0) stance.rank = rank;
        }
    }
    void set(std::size_t u, int rank) { set(u, units_[u].first, units_[u].last, rank); }

    [[nodiscard]] bool together(std::size_t u, std::size_t v) const {
        return v < units_.size() && units_[u].sentence == units_[v].sentence;
    }
    [[nodiscard]] int highest(std::size_t u) {
        int rank = 0;
        for (const auto& stance : row(u)) rank = std::max(rank, stance.rank);
        return rank;
    }

    /// A mark at [mark, end) that puts what is bound to it into an order with the rest of
    /// the unit, or with the next one. "before X": X is bound; "X 之前": X too.
    void rank_around(std::size_t u, std::size_t mark, std::size_t end, bool leads, int bound) {
        const auto& unit = units_[u];
        const int free = 3 - bound;
        const bool opens = leads && mark == unit.first;  // "after X Y": X is short
        const auto bound_first = leads ? end : unit.first;
        const auto bound_last = opens   ? std::min(end + kBound, unit.last)
                                : leads ? unit.last
                                        : mark;
        const auto free_first = opens ? bound_last : leads ? unit.first : end;
        const auto free_last = opens ? unit.last : leads ? mark : unit.last;
        const auto bound_words = words(u).subspan(bound_first, bound_last - bound_first);
        if (std::ranges::all_of(bound_words, is_small_word)) return;  // "before" alone: long ago
        set(u, bound_first, bound_last, bound);
        if (free_first < free_last) return set(u, free_first, free_last, free);
        // "X, before Y" looks back, "before Y, X" ahead.
        if (leads && u > 0 && together(u, u - 1)) {
            for (auto v = u; v-- > 0 && together(u, v) && highest(v) == 0;) set(v, free);
        } else if (together(u, u + 1)) {
            set(u + 1, free);
        }
    }

    void rank(std::size_t u) {
        struct Mark {
            Phrase phrase;
            bool leads;
            int bound;
        };
        constexpr std::array<Mark, 4> kMarks{{{Phrase::Before, true, 2},
                                              {Phrase::After, true, 1},
                                              {Phrase::UpToIt, false, 2},
                                              {Phrase::FromItOn, false, 1}}};
        const auto said = words(u);
        for (std::size_t i = units_[u].first; i < said.size(); ++i) {
            const auto late = phrase_at(Phrase::Late, said, i);
            for (const auto& mark : kMarks) {
                const auto length = phrase_at(mark.phrase, said, i);
                if (length > late) return rank_around(u, i, i + length, mark.leads, mark.bound);
            }
        }
        for (std::size_t i = units_[u].first; i < said.size(); ++i) {
            if (phrase_at(Phrase::Early, said, i) > 0) return set(u, 1);
            if (phrase_at(Phrase::Late, said, i) == 0) continue;
            int before = 0;
            if (u > 0 && together(u, u - 1)) {
                set(u - 1, 1);
                before = highest(u - 1);
            }
            return set(u, before + 1);
        }
    }

    /// "finds no entry and traps into the kernel before ...": what one clause joins with
    /// an "and" stands at one place in the order.
    void join(std::size_t u) {
        if (u == 0 || units_[u].clause != units_[u - 1].clause) return;
        if (phrase_at(Phrase::Joins, words(u), units_[u].first) == 0) return;
        if (highest(u) == 0) set(u, highest(u - 1));
        int first = 0;
        for (const auto& stance : row(u)) {
            if (first == 0) first = stance.rank;
        }
        if (highest(u - 1) == 0) set(u - 1, first);
    }

    const std::vector<Clause>& clauses_;
    std::vector<Phrasing> units_;
    std::vector<std::vector<Stance>> stances_;
};

}  // namespace

std::vector<std::vector<Stance>> stances_of(const std::vector<Clause>& clauses) {
    return StanceReader{clauses}.read();
}

}  // namespace wengu
