#pragma once
// Edits of notes as people make them, for testing that histories survive.
//
// Who is who after an edit is known here, and only here: every line carries the
// number of the line it was before, however it was moved or reworded. A line
// that asks something else now carries none.

#include "core/card.h"

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace wengu::test {

struct EditLine {
    std::string text;
    int origin = 0;  ///< Line of the old note, from 1; 0 for a line that was not there.
};

struct EditNote {
    std::string path;
    std::vector<EditLine> lines;
    std::string line_end = "\n";
};

[[nodiscard]] EditNote edit_note(const std::string& path, const std::string& text);
[[nodiscard]] std::string text_of(const EditNote& note);

/// What an edit starts from: a note, its cards, and cards of other notes to
/// take strange questions from.
struct Scene {
    EditNote note;
    std::vector<Draft> drafts;
    std::vector<std::vector<std::string>> strangers;  ///< Questions with answers, as lines.
    EditNote other;  ///< Another note of the collection, for edits that join two.
    std::vector<Draft> other_drafts;
};

/// Lines of `Scene::other` are numbered from here on, so that none is taken for another's.
inline constexpr int kOtherOrigin = 100'000;

/// The notes after the edit; nullopt where the note has nothing to edit that way.
using Outcome = std::optional<std::vector<EditNote>>;
using Random = std::mt19937;

struct EditKind {
    const char* name;
    bool keeps_meaning;  ///< False: the cards concerned are gone afterwards.
    Outcome (*make)(const Scene& scene, Random& random);
    bool joins = false;  ///< The other note of the scene takes part.
};

/// All kinds of edits, in the order in which the table shows them.
[[nodiscard]] const std::vector<EditKind>& edit_kinds();

}  // namespace wengu::test
