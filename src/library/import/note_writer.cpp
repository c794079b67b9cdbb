#include "library/import/note_writer.h"

namespace wengu {

void NoteWriter::write(const ReadFile& file, const std::vector<Draft>& drafts,
                       const std::vector<Decision>& decisions, const AboutNewCard& about) {
    const auto note = import_.put_note(row_of(file));
    const auto brought = imported_with(file);
    auto problems = file.problems;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto position = static_cast<int>(i);
        if (i < decisions.size() && decisions[i].how != Match::New) {
            import_.update_card(decisions[i].id, note, drafts[i], position);
            continue;
        }
        const auto card = import_.add_card(note, drafts[i], position);
        if (brought) start_from(card, file, *brought);
        auto problem = about ? about(i, card) : std::nullopt;
        if (problem) problems.push_back(std::move(*problem));
    }
    import_.put_problems(file.file.path, problems);
}

void NoteWriter::start_from(const std::string& card, const ReadFile& file,
                            const ImportedProgress& brought) {
    const CardSeed seed{
        .card_id = card,
        .difficulty = file.note.front_matter.difficulty.value_or(Difficulty::Medium),
        .progress = brought};
    import_.start_from(
        card, brought,
        schedulers_.progress_of(schedulers_.scheduler_for(file.file.deck).start(seed)));
}

/// Progress that a note brings from elsewhere counts when the note is new here.
std::optional<ImportedProgress> NoteWriter::imported_with(const ReadFile& file) const {
    const auto& facts = file.note.front_matter;
    if (notes_.known.contains(file.file.path) || facts.review_count.value_or(0) <= 0)
        return std::nullopt;
    if (!facts.last_reviewed || !facts.next_review) return std::nullopt;
    return ImportedProgress{*facts.review_count, *facts.last_reviewed, *facts.next_review};
}

store::Note NoteWriter::row_of(const ReadFile& file) const {
    const auto& facts = file.note.front_matter;
    const auto known = notes_.known.find(file.file.path);
    store::Note note;
    if (known != notes_.known.end()) note = known->second;
    note.path = file.file.path;
    note.deck = file.file.deck;
    note.title = facts.title;
    note.stamp = {.size = static_cast<std::int64_t>(file.file.size),
                  .mtime_ns = file.file.mtime_ns,
                  .hash = file.hash};
    note.read_as = notes_.manner;
    note.tags = facts.tags;
    note.related = facts.related_outlines;
    note.difficulty = facts.difficulty ? name_of(*facts.difficulty) : std::string_view{};
    note.created = facts.created;
    note.keeps_state = facts.has("mastery_level") || facts.has("next_review") ||
                       facts.has("last_reviewed") || facts.has("review_count");
    if (known == notes_.known.end()) {
        note.brought_reviews = facts.review_count.value_or(0);
        note.brought_last_day = facts.last_reviewed;
    }
    return note;
}

}  // namespace wengu
