#pragma once
// A sentence that can be said again, in whatever language is in use by then.
//
// What is kept longer than a run (the problems of an import) is kept as what it was made of:
// the English text, which is the key of the catalogues, and the values that were filled in.

#include "core/message.h"

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace wengu {

/// A value of a sentence. Numbers stay numbers: their format stands in the sentence.
using LocalizedValue = std::variant<std::string, long long, double>;

/// A sentence in the user's language that knows what it was made of. Any other text is one that
/// does not know, and stays as it is.
class LocalizedText {
public:
    LocalizedText() = default;
    LocalizedText(std::string text) : text_{std::move(text)} {}  // NOLINT: a text is a sentence
    LocalizedText(const char* text) : text_{text} {}             // NOLINT
    /// Says `english` with these values filled in.
    LocalizedText(std::string english, std::vector<LocalizedValue> values);

    [[nodiscard]] const std::string& text() const { return text_; }
    operator const std::string&() const { return text_; }  // NOLINT: and the other way round
    [[nodiscard]] bool empty() const { return text_.empty(); }

    /// What to do about it: what stands behind the "; " of a sentence that has one.
    [[nodiscard]] std::string hint() const;

    /// What it was made of as one text without line ends; empty when it does not know.
    [[nodiscard]] std::string recipe() const;
    /// Says it again by its recipe; nullopt when that is none.
    [[nodiscard]] static std::optional<LocalizedText> again(std::string_view recipe);

    friend bool operator==(const LocalizedText& a, const LocalizedText& b) {
        return a.text_ == b.text_;
    }

private:
    std::string text_;
    std::string english_;  ///< Empty: nobody knows.
    std::vector<LocalizedValue> values_;
};

template <typename Value>
[[nodiscard]] LocalizedValue localized_value(const Value& value) {
    if constexpr (std::is_floating_point_v<Value>) {
        return static_cast<double>(value);
    } else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, char> &&
                         !std::is_same_v<Value, bool>) {
        return static_cast<long long>(value);
    } else {
        return fmt::format(fmt::runtime("{}"), value);  // a view, too, as an lvalue
    }
}

/// As `say`, for a sentence that is kept.
template <typename... Args>
[[nodiscard]] LocalizedText localized(const char* english, const Args&... args) {
    return {english, std::vector<LocalizedValue>{localized_value(args)...}};
}

}  // namespace wengu
