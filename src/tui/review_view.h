#pragma once
// What the review shows, whether drawn or written in lines: the session's card
// with the facts around it, and what the user asked to see of it.

#include "library/sittings/sitting.h"
#include "tui/screens/review_screen.h"

#include <string>

namespace wengu {

class ReviewPresenter {
public:
    ReviewPresenter(const Environment& environment, Store& store, Sitting& sitting);

    /// The view of the present card. Requires: !session().done().
    [[nodiscard]] ReviewView view();

    /// The parts of the view that the user steers; fresh for each card.
    ReviewView& asked() { return asked_; }

    /// What the sitting came to, and what is next.
    [[nodiscard]] SummaryView summary() const;

    [[nodiscard]] const Session& session() const { return sitting_.session(); }
    [[nodiscard]] Sitting& sitting() { return sitting_; }
    [[nodiscard]] Store& store() { return store_; }

    /// When the card graded last comes back.
    [[nodiscard]] Return return_after(const Graded& graded) const;

    /// LocalizedText after the review, because the screen had no room for it; may be empty.
    [[nodiscard]] std::string& unsaid() { return unsaid_; }

private:
    void look_up(const SessionCard& card);

    const Environment& environment_;
    Store& store_;
    Sitting& sitting_;
    ReviewView asked_;
    std::string shown_card_;
    int shown_position_ = 0;
    Schedule shown_schedule_;
    std::string unsaid_;
};

/// What to tell the user of the last press: that a card was set aside and how it comes back, what
/// was taken back, what to do about a leech. Empty when the picture says it all.
[[nodiscard]] std::string remark_on(const std::optional<SessionEvent>& event,
                                    const Sitting& sitting, const Keymap& keymap);

}  // namespace wengu
