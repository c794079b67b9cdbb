#pragma once
// From files to cards in the collection: walk, read, split, re-link, store.
//
// One import is one transaction: killed at any moment, the collection is as it
// was. Notes are only read.

#include "core/card.h"
#include "core/error.h"
#include "library/environment.h"
#include "store/store.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// A note with this tag is the report of a mock interview; it gives no cards.
inline constexpr const char* kReportTag = "mock-interview";

/// A card that changed: its id, and the front that it had and has.
struct CardChange {
    std::string id;
    std::string before;
    std::string after;
};

/// Where a card stands.
struct CardPlace {
    std::string path;
    std::vector<std::string> headings;
};

struct MovedCard {
    std::string id;
    std::string front;
    CardPlace before;
    CardPlace after;
};

struct GoneCard {
    std::string id;
    std::string front;
    std::string path;
};

/// Drafts and stored cards that may or may not be the same; nobody guesses.
struct Ambiguity {
    std::string path;
    int line = 0;
    std::string front;
    std::vector<CardChange>
        candidates;  ///< Stored cards with the fronts they had, likeliest first.
};

/// Asks which candidate it is; nullopt when it is none of them, or nobody knows.
using Resolve = std::function<std::optional<std::size_t>(const Ambiguity&)>;

/// Of `total` notes to read, `done` have been read; the last of them is at `path`.
using Progress = std::function<void(std::size_t done, std::size_t total, const std::string& path)>;

struct ImportOptions {
    std::vector<std::string> paths = {};
    bool dry_run = false;       ///< Find out what would change; change nothing.
    bool all = false;           ///< Also cards the rules are not sure of.
    bool prune = false;         ///< Afterwards forget gone cards that were never graded.
    std::string encoding = {};  ///< Read files that are not UTF-8 as this.
    Resolve resolve = {};       ///< Empty: doubts are listed and left to `wengu link`.
    Progress progress = {};     ///< Told of every note that was read.
};

struct ImportReport {
    int notes = 0;            ///< Files looked at.
    int notes_unchanged = 0;  ///< Of these, not even opened.
    int notes_without_cards = 0;
    int unchanged = 0;  ///< Cards.
    int returned = 0;
    int pruned = 0;
    std::map<CardKind, int> added;
    std::vector<CardChange> edited;
    std::vector<MovedCard> moved;
    std::vector<GoneCard> gone;
    std::vector<Ambiguity> ambiguous;
    std::vector<Problem> problems;

    [[nodiscard]] int added_cards() const;
};

/// Throws Error for a path that is not there, or when the collection cannot be changed.
ImportReport import_notes(const Environment& environment, Store& store,
                          const ImportOptions& options);

}  // namespace wengu
