#pragma once
// Mistakes of the program itself, caught before they are kept.

#include <stdexcept>
#include <string>

namespace wengu {

/// This program is wrong, and nobody can do anything about it but mend it. What was being done is
/// left as it was before.
class Bug : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

/// Throws Bug unless `holds`, in release builds too: for what would otherwise stand in the
/// database for ever. `claim` says what should have held: "a grade is 1 to 4".
inline void check(bool holds, const char* claim) {
    if (!holds) throw Bug{std::string{"a mistake in wengu itself: it does not hold that "} + claim};
}

}  // namespace wengu
