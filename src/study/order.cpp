#include "study/order.h"

#include "core/hash.h"
#include "core/random.h"

#include <algorithm>
#include <unordered_map>

namespace wengu::order {
namespace {

struct Ranked {
    double rank = 0;
    std::size_t card = 0;
};

void sort_by_rank(std::vector<Ranked>& ranked, Indices& indices) {
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.card < b.card;
    });
    std::ranges::transform(ranked, indices.begin(), &Ranked::card);
}

/// Gives the k-th of a note's n cards a place near (k + u) / n, with u drawn
/// per note: every note is spread evenly over the whole.
void mix_topics(std::span<std::size_t> indices, Cards cards, std::uint64_t seed) {
    std::unordered_map<std::uint64_t, Indices> notes;
    for (const auto index : indices) notes[hash64(cards[index].note, seed)].push_back(index);
    std::vector<Ranked> ranked;
    ranked.reserve(indices.size());
    for (auto& [key, members] : notes) {
        Random random{key};
        shuffle(members, random);
        const double offset = random.unit();
        for (std::size_t k = 0; k < members.size(); ++k) {
            const double place = (static_cast<double>(k) + offset);
            ranked.push_back({place / static_cast<double>(members.size()), members[k]});
        }
    }
    std::ranges::sort(ranked, [](const Ranked& a, const Ranked& b) {
        return a.rank != b.rank ? a.rank < b.rank : a.card < b.card;
    });
    std::ranges::transform(ranked, indices.begin(), &Ranked::card);
}

}  // namespace

std::uint64_t section_of(const CardInfo& card) { return hash64(card.section, hash64(card.note)); }

void by_recall(Indices& indices, Cards cards, std::span<const Scheduler> schedulers, Day day) {
    std::vector<Ranked> ranked;
    ranked.reserve(indices.size());
    for (const auto index : indices) {
        const auto& card = cards[index];
        const auto recall = schedulers[card.scheduler].recall_on(card.schedule, day);
        ranked.push_back({-recall.value_or(0.0), index});
    }
    sort_by_rank(ranked, indices);
}

void by_due_day(Indices& indices, Cards cards, std::uint64_t seed) {
    std::ranges::sort(indices, [&cards](std::size_t a, std::size_t b) {
        const auto due_a = cards[a].schedule.due;
        const auto due_b = cards[b].schedule.due;
        return due_a != due_b ? due_a < due_b : a < b;
    });
    auto begin = indices.begin();
    while (begin != indices.end()) {
        const Day due = cards[*begin].schedule.due;
        const auto end = std::find_if(begin, indices.end(), [&cards, due](std::size_t index) {
            return cards[index].schedule.due != due;
        });
        mix_topics({begin, end}, cards, seed);
        begin = end;
    }
}

std::vector<QueueItem> paced(std::vector<QueueItem> base, std::vector<QueueItem> extra) {
    std::vector<QueueItem> result;
    result.reserve(base.size() + extra.size());
    std::size_t used = 0;
    for (std::size_t i = 0; i < base.size(); ++i) {
        result.push_back(base[i]);
        while (used < extra.size() && (used + 1) * base.size() <= (i + 1) * extra.size()) {
            result.push_back(extra[used++]);
        }
    }
    result.insert(result.end(), extra.begin() + static_cast<std::ptrdiff_t>(used), extra.end());
    return result;
}

void apart(std::vector<QueueItem>& items, Cards cards) {
    for (std::size_t i = 1; i < items.size(); ++i) {
        const auto previous = section_of(cards[items[i - 1].card]);
        if (section_of(cards[items[i].card]) != previous) continue;
        const auto begin = items.begin() + static_cast<std::ptrdiff_t>(i);
        const auto other = std::find_if(begin, items.end(), [&](const QueueItem& item) {
            return section_of(cards[item.card]) != previous;
        });
        if (other == items.end()) return;
        std::rotate(begin, other, other + 1);
    }
}

}  // namespace wengu::order
