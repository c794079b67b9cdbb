#include "library/import/comparison.h"

#include "library/import/reading.h"
#include "store/import.h"

#include <algorithm>
#include <filesystem>
#include <unordered_set>

namespace wengu {
namespace {

bool is_below(const std::string& path, const std::string& root) {
    return path == root ||
           (path.starts_with(root) && (root.ends_with('/') || path[root.size()] == '/'));
}

bool was_asked_for(const Walk& found, const std::string& path) {
    return std::ranges::any_of(found.roots, [&](const auto& root) { return is_below(path, root); });
}

/// What could not be looked at may be there as it was.
bool may_be_there(const Walk& found, const std::string& path) {
    return std::ranges::any_of(found.unread,
                               [&](const auto& unread) { return is_below(path, unread); });
}

bool is_there(const std::string& path) {
    std::error_code unreachable;
    return std::filesystem::exists(path, unreachable);
}

bool is_unchanged(const FoundFile& file, const NoteComparison& notes) {
    const auto known = notes.known.find(file.path);
    return known != notes.known.end() && !known->second.gone &&
           known->second.stamp.size == static_cast<std::int64_t>(file.size) &&
           known->second.stamp.mtime_ns == file.mtime_ns && known->second.deck == file.deck &&
           suffices(known->second.read_as, notes.manner);
}

}  // namespace

NoteComparison compare(const Walk& found, const Store& store, std::int64_t manner) {
    NoteComparison notes;
    notes.manner = manner;
    std::unordered_set<std::string> present;
    for (const auto& file : found.files) present.insert(file.path);
    for (auto& note : store::notes_in_brief(store)) {
        if (!note.gone && !present.contains(note.path) && !may_be_there(found, note.path)) {
            if (was_asked_for(found, note.path)) {
                notes.vanished.push_back(note);
            } else if (!was_read_here(note)) {
                notes.elsewhere.push_back(note);
            }
        }
        auto path = note.path;
        const bool newer = notes.known.contains(path) && note.gone;
        if (!newer) notes.known.insert_or_assign(std::move(path), std::move(note));
    }
    std::ranges::sort(notes.vanished, {}, &store::Note::path);
    std::ranges::sort(notes.elsewhere, {}, &store::Note::path);
    for (const auto& file : found.files) {
        if (is_unchanged(file, notes)) {
            notes.unchanged.push_back(notes.known.at(file.path).id);
        } else {
            notes.changed.push_back(file);
        }
    }
    if (notes.changed.empty()) notes.elsewhere.clear();
    std::erase_if(notes.elsewhere, [](const auto& note) { return is_there(note.path); });
    return notes;
}

}  // namespace wengu
