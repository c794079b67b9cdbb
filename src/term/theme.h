#pragma once
// What roles look like: themes of SGR attributes, and whether to style at all.

#include "term/style.h"

#include <array>

namespace wengu {

/// How much styling an output may carry.
enum class Styling {
    None,        ///< No escape sequence at all.
    Attributes,  ///< Bold, underline, reverse: no colour.
    Colours,
};

enum class ColourWish { Auto, Always, Never };

[[nodiscard]] std::optional<ColourWish> colour_wish(std::string_view name);

/// Everything the decision rests on, read by the caller.
struct StylingInputs {
    std::optional<ColourWish> flag = {};  ///< --color.
    std::string no_color = {};            ///< NO_COLOR; counts when not empty.
    std::string force_color = {};  ///< CLICOLOR_FORCE or FORCE_COLOR; counts unless "" or "0".
    std::optional<ColourWish> setting = {};  ///< ui.color.
    bool is_terminal = false;
    std::string term = {};  ///< TERM.
};

/// In this order: flag, NO_COLOR (attributes stay on a terminal), CLICOLOR_FORCE,
/// setting, then whether it is a terminal that is not dumb.
[[nodiscard]] Styling choose_styling(const StylingInputs& inputs);

/// An SGR parameter list ("1;31") for each role; empty means unstyled.
struct Theme {
    std::array<std::string, kRoles> codes = {};
    bool plain = false;  ///< Emit no escape sequence, not even for strong text.
};

/// auto, light, dark, mono, high-contrast; nullopt for any other name.
[[nodiscard]] std::optional<Theme> theme_named(std::string_view name);
[[nodiscard]] const std::vector<std::string>& theme_names();

/// The theme an output gets: `wanted` in colour, mono for attributes, else plain.
[[nodiscard]] Theme theme_for(Styling styling, const Theme& wanted);

/// Reads a user's style: words such as "bold underline red", "bright-blue",
/// "#8a2be2" or "202". Gives the SGR parameters; nullopt for an unknown word.
[[nodiscard]] std::optional<std::string> parse_style(std::string_view words);

/// The words that `parse_style` knows, besides numbers and #rrggbb.
[[nodiscard]] const std::vector<std::string_view>& style_words();

/// The line as bytes for an output that is not redrawn (a pipe, scrollback).
[[nodiscard]] std::string encoded(const Line& line, const Theme& theme);

/// The line as bytes for the start of a row of a screen: after any cluster whose
/// width terminals disagree on, the cursor is put back to its column.
[[nodiscard]] std::string encoded_in_place(const Line& line, const Theme& theme,
                                           const Widths& widths);

}  // namespace wengu
