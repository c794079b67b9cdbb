#pragma once
// After an interview: which questions really came? Cards that did get the user's own
// tag "asked:COMPANY", which searches and exports know like any other.

#include "interview/profile.h"
#include "library/environment.h"
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
[[nodiscard]] std::optional<Profile> open_question(const Environment& environment);

/// The question in words, with the command that answers it.
[[nodiscard]] std::string question_words(const Profile& profile);

/// Tags a card, or takes the tag away.
void set_asked(Store& store, const Profile& profile, const store::Card& card, bool asked,
               Instant at);

/// Nothing more is asked about the profile.
void close_question(const Environment& environment, const Profile& profile);

/// The question is put again another day, three times at most.
void put_off(const Environment& environment, const Profile& profile);

}  // namespace wengu
