#pragma once
// What today's screen says, gathered from the collection.

#include "library/sittings/day_queue.h"
#include "tui/screens/today_screen.h"

namespace wengu {

/// Today's plan: `day` is its queue, `missed` points come from mock interviews.
[[nodiscard]] TodayView today_view(const Environment& environment, const Store& store,
                                   const DayQueue& day);

/// Known cards asked today, of each deck; of each tag while there is but one deck.
/// Weakest first, only those with something to do, at most `most`.
[[nodiscard]] std::vector<TopicView> weakest_topics(const Store& store, const DayQueue& day,
                                                    std::size_t most);

}  // namespace wengu
