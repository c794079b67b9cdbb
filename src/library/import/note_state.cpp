#include "library/import/note_state.h"

#include "core/hash.h"
#include "core/text.h"
#include "library/files.h"
#include "notes/write_back.h"
#include "store/cards.h"
#include "store/import.h"
#include "store/reviews.h"
#include "store/stats.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <set>

namespace wengu {
namespace {

ReviewState to_review_state(const store::NoteState& state) {
    return {.mastery_level = state.mastery,
            .next_review = state.next_review,
            .last_reviewed = state.last_reviewed,
            .review_count = state.review_days};
}

/// The lines that differ: only values change, so both texts have the same lines.
NoteUpdate::Change change_between(const std::string& path, const std::string& before,
                                  const std::string& after) {
    NoteUpdate::Change change{.path = path};
    const auto old_lines = split_lines(before);
    const auto new_lines = split_lines(after);
    for (std::size_t i = 0; i < std::min(old_lines.size(), new_lines.size()); ++i) {
        if (old_lines[i] == new_lines[i]) continue;
        change.before.emplace_back(old_lines[i]);
        change.after.emplace_back(new_lines[i]);
    }
    return change;
}

store::FileStamp stamp_of(const std::string& path, const std::string& bytes) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return {};
    return {.size = status.st_size,
            .mtime_ns = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec,
            .hash = hash64(bytes)};
}

/// `key=text`, or the key alone when nothing stood after the colon.
std::vector<std::string> to_lines(const std::vector<FormerValue>& values) {
    std::vector<std::string> lines;
    for (const auto& value : values) {
        lines.push_back(value.text ? value.key + "=" + *value.text : value.key);
    }
    return lines;
}

std::vector<FormerValue> from_lines(const std::vector<std::string>& lines) {
    std::vector<FormerValue> values;
    for (const auto& line : lines) {
        const auto equals = line.find('=');
        values.push_back({line.substr(0, equals), std::nullopt});
        if (equals != std::string::npos) values.back().text = line.substr(equals + 1);
    }
    return values;
}

/// The notes of one call, one after the other.
class Updater {
public:
    /// `quietly`: what is refused is passed over, and does not count as said.
    Updater(const Environment& environment, Store& store, WriteMode mode, bool quietly = false)
        : environment_{environment}, store_{store}, mode_{mode}, quietly_{quietly} {}

    void update(store::NoteId id) {
        const auto note = store::note_with(store_, id);
        const auto state = store::note_state(store_, id);
        if (!note || !state || !note->keeps_state) return;
        const auto said = store::said_before(store_, id);
        try {
            if (state->days_here == 0 && said && said->lines) {
                if (has_file(*note)) put_back(*note, *state, from_lines(*said->lines));
            } else if (!note->gone && state->cards > 0 && is_to_say(*state, said)) {
                write_state(*note, *state, said);
            }
        } catch (const Error& error) {
            result_.problems.push_back({.path = note->path, .message = error.localized()});
            result_.unreachable = true;
        }
    }

    NoteUpdate take() { return std::move(result_); }

private:
    /// A note without grades says what it said, unless the user asks for more.
    [[nodiscard]] bool is_to_say(const store::NoteState& state,
                                 const std::optional<store::SaidBefore>& said) const {
        return state.days_here > 0 || said || mode_ == WriteMode::Always ||
               mode_ == WriteMode::DryRun;
    }

    [[nodiscard]] bool writes() const {
        return mode_ == WriteMode::Auto || mode_ == WriteMode::Always;
    }

    /// A note that is gone because its import was taken back still lies where it was.
    [[nodiscard]] bool has_file(const store::Note& note) const {
        std::error_code unreachable;
        return !note.gone || (std::filesystem::exists(note.path, unreachable) &&
                              store::note_at(store_, note.path)->id == note.id);
    }

    /// No grade is left: the note says what it said before the first one.
    void put_back(const store::Note& note, const store::NoteState& state,
                  const std::vector<FormerValue>& former) {
        const auto result = write(note, [&](const std::string& bytes) {
            return write_back(bytes, to_review_state(state), former);
        });
        if (writes() && !result.refused) store::forget_said(store_, note.id);
    }

    void write_state(const store::Note& note, const store::NoteState& state,
                     const std::optional<store::SaidBefore>& said) {
        std::vector<FormerValue> former;
        if (!state.next_review && said && said->lines) {  // what we wrote there is no longer true
            former = from_lines(*said->lines);
            std::erase_if(former, [](const auto& value) { return value.key != "next_review"; });
        }
        write(
            note,
            [&](const std::string& bytes) {
                return write_back(bytes, to_review_state(state), former);
            },
            [&](const std::string& bytes) {
                if (said || state.days_here == 0) return;
                store::remember_said(store_, note.id, to_lines(state_values(bytes)),
                                     environment_.now().at);
            });
    }

    /// Writes what `change` makes of the note's bytes, which it is told again when the note was
    /// saved meanwhile. Only a note whose file was as the collection knows it keeps counting as
    /// unchanged afterwards.
    WriteBack write(
        const store::Note& note, const std::function<WriteBack(const std::string&)>& change,
        const std::function<void(const std::string&)>& before_writing = [](const auto&) {}) {
        const auto reason = why_not_to_replace(note.path);
        WriteBack result;
        std::string before;
        rewrite_file(note.path, [&](const std::string& bytes) -> std::optional<std::string> {
            before = bytes;
            result = change(bytes);
            if (result.changed && reason) {
                result.changed = false;
                result.refused = Problem{.message = *reason};
            }
            if (!result.changed || !writes()) return std::nullopt;
            before_writing(bytes);
            return result.bytes;
        });
        if (result.refused) complain(note, hash64(before), *result.refused);
        if (!result.changed) return result;
        result_.changes.push_back(change_between(note.path, before, result.bytes));
        if (writes() && hash64(before) == note.stamp.hash) {
            store::set_stamp(store_, note.id, stamp_of(note.path, result.bytes));
        }
        return result;
    }

    /// Unasked, once for each state of the file: whoever leaves it so has read it.
    void complain(const store::Note& note, std::uint64_t hash, Problem problem) {
        if (quietly_) return;
        if (mode_ == WriteMode::Auto && !store::note_refusal(store_, note.id, hash)) return;
        problem.path = note.path;
        result_.problems.push_back(std::move(problem));
    }

    const Environment& environment_;
    Store& store_;
    WriteMode mode_;
    bool quietly_;
    NoteUpdate result_;
};

/// The grade up to which notes say what they should, see `place_in_log`.
constexpr const char* kWrittenUpTo = "notes_written_up_to";

/// Changes with every grade that is given or taken back last.
std::string place_in_log(const store::LogEntry& entry) {
    return entry.review.id + (entry.undone ? " undone" : "");
}

std::vector<store::NoteId> all_notes(const Store& store) {
    std::vector<store::NoteId> notes;
    for (const auto& note : store::notes(store)) {
        if (note.keeps_state) notes.push_back(note.id);
    }
    return notes;
}

/// Of the cards that were graded, or whose last grades were taken back, since `written`; all
/// notes when the log does not know that grade among its last.
std::vector<store::NoteId> notes_since(const Store& store, const std::string& written) {
    constexpr int kLookedAt = 5000;
    std::set<store::NoteId> notes;
    bool found = false;
    for (const auto& entry : store::last_reviews(store, written.empty() ? 0 : kLookedAt)) {
        found = found || written.starts_with(entry.review.id);
        if (const auto card = store::card_with(store, entry.review.card_id)) {
            notes.insert(card->note_id);
        }
        if (found && !entry.undone) return {notes.begin(), notes.end()};
    }
    return all_notes(store);
}

}  // namespace

NoteUpdate update_notes(const Environment& environment, Store& store,
                        const std::vector<store::NoteId>& notes, WriteMode mode) {
    const bool asked = mode == WriteMode::Always || mode == WriteMode::DryRun;
    if (!asked && environment.settings.text("write_back") == "off") return {};
    Updater updater{environment, store, mode};
    for (const auto id : notes) updater.update(id);
    return updater.take();
}

void catch_up(const Environment& environment, Store& store) {
    if (environment.settings.text("write_back") == "off") return;
    const auto newest = store::last_reviews(store, 1);
    if (newest.empty()) return;
    const auto written = store::setting(store, kWrittenUpTo).value_or("");
    const auto now = place_in_log(newest.front());
    if (written == now) return;
    try {
        Updater updater{environment, store, WriteMode::Auto, true};
        for (const auto id : notes_since(store, written)) updater.update(id);
        if (!updater.take().unreachable) store::set_setting(store, kWrittenUpTo, now);
    } catch (const Error&) {
        // A collection that can only be read can still be looked at; it stays owed.
    }
}

void owe_all(Store& store) { store::set_setting(store, kWrittenUpTo, ""); }

std::vector<Problem> unwritten(const Environment& environment, Store& store) {
    return update_notes(environment, store, all_notes(store), WriteMode::Check).problems;
}

void warn_of(const Environment& environment, const NoteUpdate& update) {
    for (const auto& problem : update.problems) {
        environment.warn(std::string{trim(to_string(problem))});
    }
}

}  // namespace wengu
