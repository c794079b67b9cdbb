#pragma once
// The parts of the rule "list-question".

#include "cards/reading.h"

namespace wengu {

/// Whether a list item asks openly, and says what.
[[nodiscard]] bool asks_openly(const Part& item);

/// "1. 简述休克的分期。": a numbered task, as exams put it.
[[nodiscard]] bool is_task(const Part& item, const Words& words);

/// Items that ask and answer on one line: those where a mark says so, and others where a list
/// has at least two of them.
void take_answered_at_once(Reading& reading);

/// Questions that are numbered in running text or in broken lists.
void take_loose_questions(Reading& reading);

}  // namespace wengu
