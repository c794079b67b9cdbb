#pragma once
// The state of one re-linking: who has been paired with whom so far, and the
// texts of cards in the form in which they are compared. Private to relink.

#include "cards/relink.h"
#include "cards/relink_text.h"

#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace wengu {

/// A card's words, ready to be compared.
struct CardText {
    QuestionWords words;
    std::string text;  ///< The words joined.
    std::string core;  ///< The same without the headings that a front may start with.
    std::string hole;  ///< Normalised.
    int letters = 0;   ///< Code points of `text`.
    Shingles front;
    Shingles back;
    std::uint64_t answer = 0;  ///< Fingerprint of the normalised answer.
    std::string path;          ///< The headings' words.
};

class Pairing {
public:
    Pairing(const std::vector<KnownCard>& known, const std::vector<NoteDrafts>& notes);

    static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

    [[nodiscard]] const std::vector<KnownCard>& known() const { return known_; }
    [[nodiscard]] std::size_t draft_count() const { return places_.size(); }
    [[nodiscard]] const Draft& draft(std::size_t d) const { return *places_[d].draft; }
    [[nodiscard]] std::size_t note_of(std::size_t d) const { return places_[d].note; }
    [[nodiscard]] std::size_t index_of(std::size_t d) const { return places_[d].index; }
    [[nodiscard]] const std::string& path_of(std::size_t d) const {
        return notes_[places_[d].note].note;
    }

    void link(std::size_t k, std::size_t d);
    [[nodiscard]] std::size_t draft_of(std::size_t k) const { return draft_of_[k]; }
    [[nodiscard]] std::size_t known_of(std::size_t d) const { return known_of_[d]; }
    [[nodiscard]] bool free_known(std::size_t k) const { return draft_of_[k] == kNobody; }
    [[nodiscard]] bool free_draft(std::size_t d) const { return known_of_[d] == kNobody; }

    /// Active cards by note and line, then the gone ones.
    [[nodiscard]] const std::vector<std::size_t>& reading_order() const { return order_; }

    /// Whether cards of that stored note already went to the note of draft `d`.
    [[nodiscard]] bool related(std::size_t k, std::size_t d) const;
    [[nodiscard]] bool same_note(std::size_t k, std::size_t d) const {
        return known_[k].note == path_of(d);
    }

    /// Whether likeness is enough: a card that lies elsewhere goes only where others of its note
    /// went already.
    [[nodiscard]] bool may_link(std::size_t k, std::size_t d) const {
        return !known_[k].elsewhere || related(k, d);
    }
    /// Lies elsewhere, and no card of its note was found here.
    [[nodiscard]] bool out_of_reach(std::size_t k) const;

    /// Computed at first use, kept.
    const CardText& known_text(std::size_t k);
    const CardText& draft_text(std::size_t d);

    /// Whether another stored card has the very same answer.
    [[nodiscard]] bool shared_answer(std::size_t k);

private:
    struct Place {
        std::size_t note;
        std::size_t index;
        const Draft* draft;
    };

    const std::vector<KnownCard>& known_;
    const std::vector<NoteDrafts>& notes_;
    std::vector<Place> places_;
    std::vector<std::size_t> draft_of_;
    std::vector<std::size_t> known_of_;
    std::vector<std::size_t> order_;
    std::set<std::pair<std::string, std::size_t>> moves_;
    std::unordered_map<std::size_t, CardText> known_texts_;
    std::unordered_map<std::size_t, CardText> draft_texts_;
    std::unordered_map<std::uint64_t, int> answers_;
};

/// Links cards that lie elsewhere with drafts that do not differ from them in a byte, the notes
/// that have most in common first.
void link_elsewhere(Pairing& pairing);

/// Links cards by likeness, as far as the evidence is beyond doubt, and
/// returns the pairs that are not.
[[nodiscard]] std::vector<Doubt> link_likely(Pairing& pairing);

}  // namespace wengu
