#pragma once
// Which key means what on which screen: one table of named intents with their
// usual keys, changed by the user's `ui.keys`. Help is generated from it.

#include "term/keys.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Screens that share a set of keys. A mock interview has three: while an answer is typed
/// (control keys only), while it is judged, and the rest.
enum class Scope { Review, Today, Browse, Page, Interview, Typing, Verdict };

enum class Intent {
    Reveal,
    Again,
    Hard,
    Good,
    Easy,
    Type,
    Hint,
    Context,
    Compare,
    Undo,
    Edit,
    Bury,
    Suspend,
    Flag,
    Info,
    Down,
    Up,
    PageDown,
    PageUp,
    Top,
    Bottom,
    Left,
    Right,
    WrapCode,
    OpenImage,
    Search,
    Open,
    StartReview,
    StartDrill,
    ShowStats,
    Topic,
    Sort,
    Proceed,
    Affirm,
    Decline,
    HandIn,
    UseEditor,
    Spoken,
    Source,
    Accept,
    Covered,
    Partly,
    Missed,
    ShowAnswer,
    SameMeaning,
    OwnCard,
    Structure,
    Delivery,
    Help,
    Quit,
};

/// One row of the table.
struct Binding {
    Intent intent;
    std::string_view name;    ///< In the config: "reveal". Never change it.
    std::string_view scopes;  ///< "review today": see `name_of(Scope)`.
    std::string_view keys;    ///< Usual keys, the first is shown: "space enter".
    const char* help;         ///< English; `tr` it.
    const char* group;        ///< Heading in the help; English.
};

[[nodiscard]] const std::vector<Binding>& bindings();
[[nodiscard]] std::string_view name_of(Scope scope);

class Keymap {
public:
    /// `changes` as in the setting ui.keys: "good=3,l undo=ctrl-u"; "left-hand" alone
    /// gives the grades to a s d f. Throws UsageError for an unknown name or key, or
    /// when a key would mean two things on one screen.
    explicit Keymap(std::string_view changes = {});

    /// What `key` means there. Fullwidth digits and blanks of an input method
    /// count as their ASCII twins.
    [[nodiscard]] std::optional<Intent> intent(Scope scope, const Key& key) const;

    /// The key to show for `intent`: "space", "3", "ctrl-e"; empty if it has none.
    [[nodiscard]] std::string key_for(Intent intent) const;
    [[nodiscard]] const std::vector<std::string>& keys_for(Intent intent) const;

private:
    void change(std::string_view assignment);
    void give_way();
    void check() const;
    void check(Scope scope) const;

    std::map<Intent, std::vector<std::string>> keys_;
    std::set<Intent> changed_;  ///< By the user.
};

/// A key as people read it: "space" translated, "up" as it is.
[[nodiscard]] std::string shown_key(std::string_view name);

/// The first two keys of `intent`, as people read them: "space Enter".
[[nodiscard]] std::string shown_keys(const Keymap& keymap, Intent intent);

/// Whether `key` is text that only an input method sends (Han, kana, Hangul): in
/// command mode a sign that it is still on.
[[nodiscard]] bool is_from_input_method(const Key& key);

}  // namespace wengu
