#include "tui/keymap.h"

#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::array<std::string_view, 7> kScopeNames{"review",    "today",  "browse", "page",
                                                      "interview", "typing", "verdict"};

constexpr std::string_view kAllScopes = "review today browse page interview verdict";

constexpr std::string_view kLeftHand =
    "again=a,1 hard=s,2 good=d,3 easy=f,4 suspend=S flag=F same-meaning=A structure=S delivery=D";

std::vector<std::string> parts(std::string_view list, char separator) {
    std::vector<std::string> result;
    while (!list.empty()) {
        const auto end = std::min(list.find(separator), list.size());
        if (end > 0) result.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return result;
}

bool is_in(const Binding& binding, Scope scope) {
    return binding.scopes.find(name_of(scope)) != std::string_view::npos;
}

const Binding& binding_named(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& binding : bindings()) {
        if (binding.name == name) return binding;
        names.push_back(binding.name);
    }
    const auto guess = nearest(name, names);
    if (guess.empty()) fail<UsageError>("ui.keys: nothing is called {}", name);
    fail<UsageError>("ui.keys: nothing is called {}; did you mean {}?", name, guess);
}

}  // namespace

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<Binding>& bindings() {
    static const char* const grades = N_("Grades");
    static const char* const card = N_("Card");
    static const char* const moving = N_("Moving");
    static const char* const other = N_("Other");
    static const char* const points = N_("Points");
    static const char* const answer = N_("Answer");
    static const std::vector<Binding> all{
        {Intent::Reveal, "reveal", "review", "space enter", N_("show the answer; then good"),
         grades},
        {Intent::Again, "again", "review verdict", "1", N_("forgot it"), grades},
        {Intent::Hard, "hard", "review verdict", "2", N_("recalled it with effort"), grades},
        {Intent::Good, "good", "review verdict", "3", N_("recalled it"), grades},
        {Intent::Easy, "easy", "review verdict", "4", N_("knew it at once"), grades},
        {Intent::Undo, "undo", "review", "u", N_("take the last grade back"), grades},
        {Intent::Type, "type", "review", "t", N_("type an answer first"), card},
        {Intent::Hint, "hint", "review", "h", N_("show one more point"), card},
        {Intent::Context, "context", "review interview", "c", N_("where the card comes from"),
         card},
        {Intent::Compare, "compare", "review", "v", N_("compare your answer"), card},
        {Intent::Edit, "edit", "review browse", "e", N_("edit the card in its note"), card},
        {Intent::Bury, "bury", "review browse", "b", N_("not today: ask tomorrow"), card},
        {Intent::Suspend, "suspend", "review browse", "s", N_("do not ask any more"), card},
        {Intent::Flag, "flag", "review browse", "f", N_("flag the card"), card},
        {Intent::Info, "info", "review browse", "i", N_("history of the card"), card},
        {Intent::OpenImage, "image", "review browse", "o", N_("open the images"), card},
        {Intent::Down, "down", kAllScopes, "j down", N_("down"), moving},
        {Intent::Up, "up", kAllScopes, "k up", N_("up"), moving},
        {Intent::PageDown, "page-down", kAllScopes, "pgdn ctrl-f", N_("a page down"), moving},
        {Intent::PageUp, "page-up", kAllScopes, "pgup ctrl-b", N_("a page up"), moving},
        {Intent::Top, "top", kAllScopes, "g home", N_("to the top"), moving},
        {Intent::Bottom, "bottom", kAllScopes, "G end", N_("to the end"), moving},
        {Intent::WrapCode, "wrap", "review", "w", N_("wrap or scroll code"), moving},
        {Intent::Left, "left", "review", "left", N_("code to the left"), moving},
        {Intent::Right, "right", "review", "right", N_("code to the right"), moving},
        {Intent::StartReview, "review", "today", "enter space", N_("review"), other},
        {Intent::StartDrill, "drill", "today", "d", N_("mock interview"), other},
        {Intent::Topic, "topic", "today", "1 2 3 4 5 6 7 8 9", N_("review that topic only"), other},
        {Intent::ShowStats, "stats", "today", "s", N_("statistics"), other},
        {Intent::Open, "open", "browse", "enter", N_("show the whole card"), other},
        {Intent::Sort, "sort", "browse", "r", N_("change the order"), other},
        {Intent::Search, "search", kAllScopes, "/", N_("search cards"), other},
        {Intent::Proceed, "proceed", "interview", "enter space", N_("go on"), answer},
        {Intent::Affirm, "affirm", "interview", "y", N_("yes, I knew it"), answer},
        {Intent::Decline, "decline", "interview", "n", N_("no; the next question"), answer},
        {Intent::HandIn, "hand-in", "typing", "ctrl-d", N_("hand the answer in"), answer},
        {Intent::UseEditor, "use-editor", "typing", "ctrl-e", N_("write in the editor"), answer},
        {Intent::Spoken, "spoken", "typing", "ctrl-s", N_("it was spoken; else: save"), answer},
        {Intent::Source, "source", "typing", "ctrl-t", N_("where the question is from"), answer},
        {Intent::Covered, "covered", "verdict", "space y", N_("the point was covered"), points},
        {Intent::Partly, "partly", "verdict", "p", N_("covered in part"), points},
        {Intent::Missed, "missed", "verdict", "backspace n", N_("not covered"), points},
        {Intent::SameMeaning, "same-meaning", "verdict", "a", N_("words that mean the point"),
         points},
        {Intent::OwnCard, "own-card", "verdict", "+", N_("make the point a card"), points},
        {Intent::Accept, "accept", "verdict", "enter", N_("confirm the plain ones; then the grade"),
         answer},
        {Intent::ShowAnswer, "answer", "verdict", "v", N_("the standard answer"), answer},
        {Intent::Structure, "structure", "verdict", "s", N_("conclusion first, or not"), answer},
        {Intent::Delivery, "delivery", "verdict", "d", N_("delivery: 1, 2 or 3"), answer},
        {Intent::Help, "help", kAllScopes, "?", N_("this help"), other},
        {Intent::Quit, "quit", kAllScopes, "q esc ctrl-c", N_("leave; all is saved"), other},
    };
    return all;
}

std::string_view name_of(Scope scope) { return kScopeNames.at(static_cast<std::size_t>(scope)); }

Keymap::Keymap(std::string_view changes) {
    for (const auto& binding : bindings()) keys_[binding.intent] = parts(binding.keys, ' ');
    if (changes == "left-hand") changes = kLeftHand;
    for (const auto& assignment : parts(changes, ' ')) change(assignment);
    give_way();
    check();
}

/// A key that the user gave to something of the review is free in the verdict as well: what has
/// it there only by default gives way.
void Keymap::give_way() {
    for (const auto& mine : bindings()) {
        if (mine.scopes != "verdict" || changed_.contains(mine.intent)) continue;
        for (const auto intent : {Intent::Again, Intent::Hard, Intent::Good, Intent::Easy}) {
            if (!changed_.contains(intent)) continue;
            for (const auto& key : keys_.at(intent)) std::erase(keys_.at(mine.intent), key);
        }
    }
}

void Keymap::change(std::string_view assignment) {
    const auto equals = assignment.find('=');
    const auto& binding = binding_named(assignment.substr(0, equals));
    if (equals == std::string_view::npos) {
        fail<UsageError>("ui.keys: write {}=KEY", assignment);
    }
    auto keys = parts(assignment.substr(equals + 1), ',');
    for (const auto& key : keys) {
        if (!key_named(key)) fail<UsageError>("ui.keys: there is no key {}", key);
    }
    keys_[binding.intent] = std::move(keys);
    changed_.insert(binding.intent);
}

/// No key may mean two things on one screen.
void Keymap::check() const {
    for (std::size_t scope = 0; scope < kScopeNames.size(); ++scope) {
        check(static_cast<Scope>(scope));
    }
}

void Keymap::check(Scope scope) const {
    std::map<std::string, std::string_view> taken;
    for (const auto& binding : bindings()) {
        if (!is_in(binding, scope)) continue;
        for (const auto& key : keys_.at(binding.intent)) {
            const auto [there, added] = taken.emplace(key, binding.name);
            if (!added) {
                fail<UsageError>("ui.keys: {} is both {} and {}", key, there->second, binding.name);
            }
        }
    }
}

std::optional<Intent> Keymap::intent(Scope scope, const Key& key) const {
    const auto name = name_of(narrowed(key));
    if (name.empty()) return std::nullopt;
    for (const auto& binding : bindings()) {
        const auto& keys = keys_.at(binding.intent);
        if (is_in(binding, scope) && std::find(keys.begin(), keys.end(), name) != keys.end()) {
            return binding.intent;
        }
    }
    return std::nullopt;
}

std::string Keymap::key_for(Intent intent) const {
    const auto& keys = keys_for(intent);
    return keys.empty() ? std::string{} : keys.front();
}

const std::vector<std::string>& Keymap::keys_for(Intent intent) const { return keys_.at(intent); }

std::string shown_key(std::string_view name) {
    if (name == "space") return tr("space");
    if (name == "enter") return tr("Enter");
    if (name == "esc") return "Esc";
    if (name == "backspace") return "Backspace";
    if (name == "pgup") return "PgUp";
    if (name == "pgdn") return "PgDn";
    if (name.starts_with("ctrl-") && name.size() == 6) {
        return fmt::format("Ctrl-{}", static_cast<char>(std::toupper(name[5])));
    }
    return std::string{name};
}

std::string shown_keys(const Keymap& keymap, Intent intent) {
    std::string text;
    const auto& keys = keymap.keys_for(intent);
    const auto is_digit = [](const auto& key) {
        return key.size() == 1 && key[0] >= '0' && key[0] <= '9';
    };
    if (keys.size() > 2 && std::ranges::all_of(keys, is_digit)) {
        return keys.front() + "-" + keys.back();
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(keys.size(), 2); ++i) {
        if (i > 0) text += ' ';
        text += shown_key(keys[i]);
    }
    return text;
}

bool is_from_input_method(const Key& key) {
    if (key.kind != Key::Kind::Text || key.ctrl || key.alt) return false;
    std::string_view text = key.text;
    return is_cjk(take_code_point(text));
}

}  // namespace wengu
