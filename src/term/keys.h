#pragma once
// Bytes from a terminal turned into keys. Pure: no reading, no waiting.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

struct Key {
    enum class Kind {
        None,  ///< Nothing was pressed in the time given.
        Text,  ///< One code point in `text`; with `ctrl` or `alt` its letter.
        Enter,
        Tab,
        Backspace,
        Delete,
        Escape,
        Up,
        Down,
        Left,
        Right,
        Home,
        End,
        PageUp,
        PageDown,
        Paste,      ///< `text` was pasted; line ends are \n.
        Resize,     ///< The screen has another size now.
        Interrupt,  ///< Ctrl-C or SIGINT.
        Terminate,  ///< SIGTERM or SIGHUP, or the terminal is gone: save and leave.
        Redraw,     ///< Back from a suspension: draw again.
    };
    Kind kind = Kind::None;
    std::string text = {};
    bool ctrl = false;
    bool alt = false;
    bool shift = false;

    friend bool operator==(const Key&, const Key&) = default;
};

/// "1", "space", "ctrl-e", "alt-left", "pgup": as in the config and in help.
[[nodiscard]] std::string name_of(const Key& key);
/// The key with that name; nullopt when there is none.
[[nodiscard]] std::optional<Key> key_named(std::string_view name);

/// The key as a command key: fullwidth forms and the ideographic blank, which an
/// input method sends, become their ASCII twins.
[[nodiscard]] Key narrowed(const Key& key);

/// Takes bytes as they come, in any portions, and gives keys.
class KeyDecoder {
public:
    /// The keys that `bytes` complete.
    [[nodiscard]] std::vector<Key> feed(std::string_view bytes);

    /// Whether a lone escape byte or an unfinished sequence waits: give it about
    /// 30 ms, then flush.
    [[nodiscard]] bool pending() const { return !buffer_.empty() && !pasting_; }

    /// The keys of what waits, as no more bytes are coming.
    [[nodiscard]] std::vector<Key> flush();

private:
    bool take_one(std::vector<Key>& keys, bool final);
    bool take_paste(std::vector<Key>& keys);
    bool take_escape(std::vector<Key>& keys, bool final);
    bool take_alt(std::vector<Key>& keys, bool final);

    std::string buffer_;
    std::string paste_;
    bool pasting_ = false;
};

}  // namespace wengu
