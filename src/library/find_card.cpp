#include "library/find_card.h"

#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"
#include "store/notes.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr std::size_t kShortId = 8;

[[noreturn]] void fail_ambiguous(const std::string& text, const std::vector<store::Card>& found) {
    std::string message = say("\"{}\" could be any of these; name one by its id:", text);
    for (const auto& card : found) {
        message += fmt::format("\n  {}  {}", short_id(card.id), card.draft.front);
    }
    throw UsageError{message};
}

}  // namespace

std::string short_id(const std::string& id) { return id.substr(0, kShortId); }

store::Card find_card(const Store& store, const std::string& text) {
    auto found = store::find(store, text);
    if (found.empty()) {
        fail<UsageError>(
            "there is no card \"{}\"; `wengu list` and `wengu search WORDS` show what there is",
            text);
    }
    if (found.size() > 1) fail_ambiguous(text, found);
    return std::move(found.front());
}

void check_deck_or_tag(const Store& store, const std::string& name) {
    const auto decks = store::decks(store);
    const auto tags = store::tags(store);
    std::vector<std::string_view> names{decks.begin(), decks.end()};
    names.insert(names.end(), tags.begin(), tags.end());
    const auto is_below = [&](std::string_view known) {
        return known == name || known.starts_with(name + "/");
    };
    if (std::ranges::any_of(names, is_below)) return;
    const auto near = nearest(name, names);
    if (near.empty())
        fail<UsageError>("there is no deck or tag \"{}\"; `wengu due` lists the decks", name);
    fail<UsageError>("there is no deck or tag \"{}\"; did you mean {}?", name, near);
}

std::string why_nothing(const Store& store, const std::vector<store::Term>& query) {
    if (!store::has_notes(store)) {
        return tr("The collection is empty. Bring notes in with `wengu import FOLDER`.");
    }
    for (const auto& term : query) {
        const bool is_deck = term.field == store::Field::Deck;
        if (term.negated || (!is_deck && term.field != store::Field::Tag)) continue;
        const auto names = is_deck ? store::decks(store) : store::tags(store);
        const auto is_it = [&](const std::string& name) {
            return normalise(name) == normalise(term.text) ||
                   normalise(name).starts_with(normalise(term.text) + "/");
        };
        if (std::ranges::any_of(names, is_it)) continue;
        const auto near = nearest(term.text, {names.begin(), names.end()});
        const auto what =
            is_deck ? say("there is no deck {}", term.text) : say("there is no tag {}", term.text);
        return near.empty() ? what : what + say("; did you mean {}?", near);
    }
    return {};
}

std::vector<store::Term> deck_or_tag_terms(const Store& store, const std::string& deck_or_tag) {
    if (deck_or_tag.empty()) return {};
    check_deck_or_tag(store, deck_or_tag);
    const auto decks = store::decks(store);
    const bool is_deck = std::ranges::any_of(decks, [&](const auto& deck) {
        return deck == deck_or_tag || deck.starts_with(deck_or_tag + "/");
    });
    return {{.field = is_deck ? store::Field::Deck : store::Field::Tag, .text = deck_or_tag}};
}

}  // namespace wengu
