#pragma once
// The terminal as the rest of the program sees it: draw a picture, read a key.

#include "term/keys.h"
#include "term/style.h"
#include "term/theme.h"

#include <chrono>
#include <functional>
#include <memory>

namespace wengu {

struct Size {
    int columns = 80;
    int rows = 24;

    friend bool operator==(const Size&, const Size&) = default;
};

/// A cell of the screen, from 0.
struct Position {
    int row = 0;
    int column = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

/// A whole screen: lines from the top, and where the cursor stands, if it shows.
struct Picture {
    std::vector<Line> lines = {};
    std::optional<Position> cursor = {};

    friend bool operator==(const Picture&, const Picture&) = default;
};

/// The only interface in the program: the world's end of it is the user.
class Terminal {
public:
    virtual ~Terminal() = default;

    [[nodiscard]] virtual Size size() const = 0;
    [[nodiscard]] virtual Widths widths() const = 0;

    /// Shows `picture`. Lines below the last row and cells beyond the last
    /// column are not shown.
    virtual void draw(const Picture& picture) = 0;

    /// The next key. Waits at most `timeout` (for ever without one), then gives
    /// Kind::None. After Kind::Terminate every call gives Terminate again.
    [[nodiscard]] virtual Key read_key(
        std::optional<std::chrono::milliseconds> timeout = std::nullopt) = 0;

    /// Gives the terminal back as it was, runs `action` (an editor, a pager),
    /// takes it again and draws the last picture anew.
    virtual void suspend(const std::function<void()>& action) = 0;
};

struct TerminalOptions {
    Theme theme = {};
    Widths widths = {};
    bool alternate_screen = true;   ///< False: draw below the prompt, leave the last picture.
    std::string term = {};          ///< TERM.
    std::string term_program = {};  ///< TERM_PROGRAM.
};

/// Takes the terminal on standard input and output. It is given back as it was
/// on every way out: destruction, exit(), SIGTERM, SIGHUP, a crash. At most one
/// may live at a time. Throws Error when standard input is no terminal.
[[nodiscard]] std::unique_ptr<Terminal> open_terminal(const TerminalOptions& options);

/// Asks the terminal on standard input and output how wide it draws an ambiguous
/// character (at most 100 ms); 1 when it does not say. Call before `open_terminal`.
[[nodiscard]] int probe_ambiguous_width();

/// Columns and rows of the terminal on standard output; `otherwise` if it is none.
[[nodiscard]] Size terminal_size(Size otherwise = {});

/// Whether this kind of terminal is known to understand synchronised updates.
[[nodiscard]] bool knows_synchronised_update(std::string_view term, std::string_view term_program);

}  // namespace wengu
