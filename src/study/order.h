#pragma once
// Arranging a day's cards: who first, topics mixed, new cards between the
// known ones, siblings apart.

#include "study/queue.h"

#include <cstdint>
#include <span>
#include <vector>

namespace wengu::order {

using Cards = std::span<const CardInfo>;
using Indices = std::vector<std::size_t>;

/// The most probably remembered first: with too much to do, these are the
/// cards whose memory is saved at the least cost.
void by_recall(Indices& indices, Cards cards, std::span<const Scheduler> schedulers, Day day);

/// By due day; within a day the notes are mixed, the same way for the same seed.
void by_due_day(Indices& indices, Cards cards, std::uint64_t seed);

/// `extra` spread evenly among `base`; both keep their own order.
[[nodiscard]] std::vector<QueueItem> paced(std::vector<QueueItem> base,
                                           std::vector<QueueItem> extra);

/// Moves siblings apart where another card can stand between them.
void apart(std::vector<QueueItem>& items, Cards cards);

/// A fingerprint of note and section: equal for siblings.
[[nodiscard]] std::uint64_t section_of(const CardInfo& card);

}  // namespace wengu::order
