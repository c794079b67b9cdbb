#include "app/import/note_state.h"

#include "app/outside/files.h"
#include "core/hash.h"
#include "core/text.h"
#include "notes/write_back.h"
#include "store/import.h"
#include "store/stats.h"

#include <fmt/ostream.h>
#include <sys/stat.h>

#include <algorithm>

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

/// Updates one note; only a note whose file was as the collection knows it keeps
/// counting as unchanged afterwards.
void update_note(Store& store, const store::Note& note, const store::NoteState& state, bool write,
                 NoteUpdate& update) {
    const auto bytes = read_file(note.path);
    const auto result = write_back(bytes, to_review_state(state));
    if (result.refused) {
        auto problem = *result.refused;
        problem.path = note.path;
        update.problems.push_back(std::move(problem));
    }
    if (!result.changed) return;
    update.changes.push_back(change_between(note.path, bytes, result.bytes));
    if (!write) return;
    replace_file(note.path, result.bytes);
    if (hash64(bytes) == note.stamp.hash) {
        store::set_stamp(store, note.id, stamp_of(note.path, result.bytes));
    }
}

}  // namespace

NoteUpdate update_notes(const Context& context, Store& store,
                        const std::vector<store::NoteId>& notes, WriteMode mode) {
    NoteUpdate update;
    if (mode == WriteMode::Auto && context.settings.text("write_back") == "off") return update;
    for (const auto id : notes) {
        const auto note = store::note_with(store, id);
        const auto state = store::note_state(store, id);
        if (!note || !state || note->gone || !note->keeps_state || state->cards == 0) continue;
        try {
            update_note(store, *note, *state, mode != WriteMode::DryRun, update);
        } catch (const Error& error) {
            update.problems.push_back({.path = note->path, .message = error.what()});
        }
    }
    return update;
}

void report(const Context& context, const NoteUpdate& update) {
    for (const auto& problem : update.problems) fmt::print(context.err, "{}", to_string(problem));
}

}  // namespace wengu
