#pragma once
// After an interview: which questions really came? Cards that did get the user's own
// tag "asked:COMPANY", which searches and exports know like any other.

#include "app/context.h"
#include "interview/profile.h"
#include "store/cards.h"
#include "store/store.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// "asked:" and the company, or the profile's name without one; blanks become "-".
[[nodiscard]] std::string asked_tag(const Profile& profile);

/// The interview of the last two months that nothing was said of yet, the latest first;
/// nullopt when there is none, or the question was put off often enough.
[[nodiscard]] std::optional<Profile> open_question(Context& context);

/// The question in words, with the command that answers it.
[[nodiscard]] std::string question_words(const Profile& profile);

/// Tags a card, or takes the tag away.
void set_asked(Store& store, const Profile& profile, const store::Card& card, bool asked,
               Instant at);

/// Nothing more is asked about the profile.
void close_question(const Context& context, const Profile& profile);

/// Asks at the terminal which cards came: words find them, numbers choose. `q` or the end
/// of the input before anything was chosen put the question off.
void ask_what_came(Context& context, Store& store, const Profile& profile);

/// The same, if there is a question open that was not put today yet.
void ask_once_a_day(Context& context, Store& store);

}  // namespace wengu
