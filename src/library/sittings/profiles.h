#pragma once
// Interview profiles as TOML files in the config folder, one a profile, for
// people to read, edit and keep in version control.

#include "interview/outlook.h"
#include "interview/profile.h"
#include "library/environment.h"
#include "store/queue.h"
#include "store/store.h"

#include <filesystem>
#include <vector>

namespace wengu {

/// Throws UsageError for a name that no profile may have, such as one that leaves the folder.
[[nodiscard]] std::filesystem::path profile_path(const Environment& environment,
                                                 const std::string& name);

/// Throws Error naming file and line for TOML that cannot be read, UsageError for
/// a profile that does not exist or makes no sense.
[[nodiscard]] Profile load_profile(const Environment& environment, const std::string& name);

/// Every profile that can be read, by name; of the others is warned.
[[nodiscard]] std::vector<Profile> load_profiles(const Environment& environment);

/// Whether the interview may ask this card: any, unless the profile names decks or tags.
[[nodiscard]] bool in_scope(const Profile& profile, const store::QueueCard& card);

/// Throws UsageError when the profile makes no sense.
void save_profile(const Environment& environment, const Profile& profile);

/// How the cards in scope will stand on the day, those never answered included; nullopt
/// without cards, without a date or after it.
[[nodiscard]] std::optional<Outlook> outlook_of(const Profile& profile, const Store& store,
                                                const Environment& environment);

/// What would bring the cards to the goal, in words; empty when they are there.
[[nodiscard]] std::string advice_of(const Outlook& outlook, double goal);

[[nodiscard]] std::string to_toml(const Profile& profile);

}  // namespace wengu
