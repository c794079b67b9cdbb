#pragma once
// Which of the stored cards a card found in a note is: progress survives edits.
//
// Nothing is written into a note, so a card is known by what it says and where
// it stands. A wrong match would give a question the history of another one;
// therefore pairs that are likely but not certain are listed and left to the
// user. Ids come from the store; this only names stored ones.

#include "core/card.h"

#include <string>
#include <vector>

namespace wengu {

/// A card of the store, as far as it matters here.
struct KnownCard {
    std::string id;
    std::string note;  ///< Path of the note it was last seen in.
    CardKind kind = CardKind::Question;
    HeadingPath heading_path;
    std::string front;
    std::string back;
    std::string hole;
    std::string anchor;
    int front_line = 0;
    bool gone = false;  ///< Not in its note at the last import.
    /// Its note came from another machine and was never read here: the same text may lie here
    /// under another path.
    bool elsewhere = false;
};

/// What was found in one note of this run, in the order of the text.
struct NoteDrafts {
    std::string note;
    std::vector<Draft> drafts;
};

/// How a draft was matched. The names (see `name_of`) are printed and stored.
enum class Match {
    New,        ///< No stored card.
    Unchanged,  ///< Same words, same note, same headings.
    Edited,     ///< The question, the answer or the hole reads differently now.
    Moved,      ///< Same words in another note or under other headings.
    Returned,   ///< It was gone.
};

[[nodiscard]] std::string_view name_of(Match match);

struct Decision {
    Match how = Match::New;
    std::string id;  ///< Of the stored card; empty when New.

    friend bool operator==(const Decision&, const Decision&) = default;
};

/// A new card that may be one of the vanished ones; the user must say.
struct Doubt {
    std::size_t note = 0;          ///< Index into the notes given.
    std::size_t draft = 0;         ///< Index into that note's drafts.
    std::vector<std::string> ids;  ///< The likeliest first; three at most.

    friend bool operator==(const Doubt&, const Doubt&) = default;
};

struct Relinked {
    std::vector<std::vector<Decision>> decisions;  ///< As the notes and drafts given.
    std::vector<std::string> gone;                 ///< Active cards that no draft was matched with.
    std::vector<Doubt> doubts;
};

/// Pairs the drafts of the imported notes with stored cards, one with one.
///
/// `known` holds the active cards of the imported notes (also of those whose
/// file is no longer there), every card that is gone and those of notes that
/// lie elsewhere; cards of one line of a note stand in the order in which they
/// were found. The surest evidence
/// counts first: byte-identical cards of a note, the author's own anchor, the
/// same words in the same note, in another note, of a card that was gone, and
/// at last likeness: of the answer, the headings, the neighbours and the
/// question, in which a name, a number, a negation or an opposite must not
/// have been exchanged. Numbers of labels ("观点1", "Q3") never count.
///
/// A card that lies elsewhere is only given to a draft that does not differ in a
/// byte, or to one of a note that took such cards from its note; it never
/// becomes gone.
[[nodiscard]] Relinked relink(const std::vector<KnownCard>& known,
                              const std::vector<NoteDrafts>& notes);

}  // namespace wengu
