#pragma once
// Every text a person reads goes through here, so that it can be translated.
//
// The English text is the key (gettext); the catalogues are in po/. Which one
// is in force is decided once, by app at start-up. Without one, English is used.

#include <fmt/format.h>

#include <string>

namespace wengu {

/// `english` in the user's language. The pointer stays valid for ever.
[[nodiscard, gnu::format_arg(1)]] const char* tr(const char* english);

/// Marks a text in a table as one to translate; whoever shows it says `tr`.
[[nodiscard]] constexpr const char* N_(const char* english) { return english; }

/// The plural form that fits `count` in the user's language.
[[nodiscard]] const char* tr_count(const char* one, const char* many, long long count);

/// A translated sentence with its values filled in, as by fmt::format.
template <typename... Args>
[[nodiscard]] std::string say(const char* english, const Args&... args) {
    return fmt::format(fmt::runtime(tr(english)), args...);
}

/// A translated sentence about `count` things; `{}` number one is the count.
template <typename... Args>
[[nodiscard]] std::string say_count(const char* one, const char* many, long long count,
                                    const Args&... args) {
    return fmt::format(fmt::runtime(tr_count(one, many, count)), count, args...);
}

}  // namespace wengu
