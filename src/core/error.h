#pragma once
// How this program fails.
//
// The user's text is wrong: a Problem, a value; the rest of the work goes on.
// The command cannot go on: an Error, thrown; caught once, in app's run().
// A bug in the program: an assertion. Nothing is swallowed.

#include "core/localized.h"

#include <stdexcept>
#include <string>

namespace wengu {

/// In which file, and on which of its lines; 0 when the whole file is meant.
struct Place {
    std::string file;
    int line = 0;
};

/// The command cannot go on, and the user can do something about it.
/// `what()` is a finished sentence in the user's language; it is printed unchanged.
class Error : public std::runtime_error {
public:
    explicit Error(LocalizedText sentence, Place where = {})
        : std::runtime_error{sentence.text()},
          text_{std::move(sentence)},
          place_{std::move(where)} {}
    /// The same sentence, for where it is kept.
    [[nodiscard]] const LocalizedText& localized() const { return text_; }
    /// The file that is wrong; without a name when none is.
    [[nodiscard]] const Place& place() const { return place_; }

private:
    LocalizedText text_;
    Place place_;
};

/// The collection cannot be used just now: locked by another program, or
/// written by a newer wengu.
class Unavailable : public Error {
public:
    using Error::Error;
};

/// The command line or a setting makes no sense.
class UsageError : public Error {
public:
    using Error::Error;
};

/// Throws an Error with a translated message, formatted as by fmt::format.
template <typename Kind = Error, typename... Args>
[[noreturn]] void fail(const char* english, const Args&... args) {
    throw Kind{localized(english, args...)};
}

/// One mistake in a note, placed so that an editor can jump to it.
struct Problem {
    std::string path;
    int line = 0;                ///< From 1; 0 when the whole file is meant.
    int column = 0;              ///< From 1, in code points; 0 when the whole line is meant.
    LocalizedText message = {};  ///< What is wrong, in the user's words.
    LocalizedText hint = {};     ///< What to do about it; may be empty.

    friend bool operator==(const Problem&, const Problem&) = default;
};

/// `path:line:column: message`, then the hint on its own indented line.
[[nodiscard]] std::string to_string(const Problem& problem);

}  // namespace wengu
