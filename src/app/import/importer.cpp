#include "app/import/importer.h"

#include "app/collection.h"
#include "app/import/reading.h"
#include "app/outside/progress.h"
#include "app/pick.h"
#include "cards/relink.h"
#include "core/text.h"
#include "store/import.h"
#include "store/notes.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace wengu {
namespace {

/// The vaults that decks are named from, one path per line.
constexpr const char* kVaults = "vaults";

std::vector<std::string> known_vaults(const Store& store) {
    std::vector<std::string> vaults;
    const auto text = store::setting(store, kVaults).value_or("");
    for (const auto line : split_lines(text)) vaults.emplace_back(line);
    return vaults;
}

void remember_vaults(Store& store, const Walk& found) {
    auto vaults = known_vaults(store);
    const auto before = vaults.size();
    for (const auto& vault : found.vaults) {
        if (std::ranges::find(vaults, vault) == vaults.end()) vaults.push_back(vault);
    }
    if (vaults.size() == before) return;
    std::string text;
    for (const auto& vault : vaults) text += vault + "\n";
    store::set_setting(store, kVaults, text);
}

bool is_below(const std::string& path, const std::string& root) {
    return path == root ||
           (path.starts_with(root) && (root.ends_with('/') || path[root.size()] == '/'));
}

/// One run, from the files found to the rows that change.
class Run {
public:
    Run(const Context& context, Store& store, const ImportOptions& options)
        : context_{context}, store_{store}, options_{options}, books_{context.settings} {}

    ImportReport run() {
        found_ = walk(options_.paths, known_vaults(store_));
        report_.problems = found_.problems;
        report_.notes = static_cast<int>(found_.files.size());
        compare_with_store();
        read_changed();
        std::ranges::stable_sort(report_.problems, {}, [](const Problem& problem) {
            return std::pair{std::string_view{problem.path}, problem.line};
        });
        report_.notes_unchanged = static_cast<int>(unchanged_.size());
        report_.unchanged = store::count_cards(store_, unchanged_);
        if (files_.empty() && unreadable_.empty() && vanished_.empty()) return std::move(report_);
        relink_cards();
        resolve_doubts();
        adopt_renamed();
        count_changes();
        if (!options_.dry_run) store_changes();
        return std::move(report_);
    }

private:
    /// Which files must be read, and which notes have lost theirs.
    void compare_with_store() {
        std::unordered_set<std::string> present;
        for (const auto& file : found_.files) present.insert(file.path);
        for (auto& note : store::notes(store_)) {
            if (!note.gone && !present.contains(note.path) && was_asked_for(note.path)) {
                vanished_.push_back(note);
            }
            auto path = note.path;
            const bool newer = known_.contains(path) && note.gone;
            if (!newer) known_.insert_or_assign(std::move(path), std::move(note));
        }
        for (const auto& file : found_.files) {
            if (is_unchanged(file)) {
                unchanged_.push_back(known_.at(file.path).id);
            } else {
                changed_.push_back(file);
            }
        }
    }

    [[nodiscard]] bool was_asked_for(const std::string& path) const {
        return std::ranges::any_of(found_.roots,
                                   [&](const auto& root) { return is_below(path, root); });
    }

    [[nodiscard]] bool is_unchanged(const FoundFile& file) const {
        const auto known = known_.find(file.path);
        return known != known_.end() && !known->second.gone &&
               known->second.stamp.size == static_cast<std::int64_t>(file.size) &&
               known->second.stamp.mtime_ns == file.mtime_ns && known->second.deck == file.deck;
    }

    /// A file that cannot be read is a problem; its cards stay as they were.
    void read_changed() {
        ProgressLine progress{context_, changed_.size()};
        const auto reading = [&progress](std::size_t done, const FoundFile& last) {
            progress.at(done, last.path);
        };
        for (auto& file :
             read_notes(changed_, words_of(context_), options_.encoding, Keep::Cards, reading)) {
            if (is_interview_report(file)) {
                file.problems.clear();
                file.split = {};
            }
            report_.problems.insert(report_.problems.end(), file.problems.begin(),
                                    file.problems.end());
            if (file.readable) {
                drop_doubtful(file.split.drafts);
                files_.push_back(std::move(file));
            } else {
                unreadable_.push_back(std::move(file));
            }
        }
    }

    /// Reports of mock interviews that were copied into the vault quote cards.
    static bool is_interview_report(const ReadFile& file) {
        return file.readable &&
               std::ranges::count(file.note.front_matter.tags, std::string{kReportTag}) > 0;
    }

    void drop_doubtful(std::vector<Draft>& drafts) const {
        if (options_.all) return;
        std::erase_if(drafts,
                      [](const auto& draft) { return draft.confidence < kImportConfidence; });
    }

    void relink_cards() {
        std::vector<store::NoteId> notes;
        for (const auto& file : files_) {
            const auto known = known_.find(file.file.path);
            if (known != known_.end()) notes.push_back(known->second.id);
        }
        for (const auto& note : vanished_) notes.push_back(note.id);

        std::vector<KnownCard> known;
        for (auto& card : store::stored_cards(store_, notes)) {
            fronts_.emplace(card.id, card.front);
            places_.emplace(card.id, card.note);
            known.push_back({.id = std::move(card.id),
                             .note = std::move(card.note),
                             .kind = card.kind,
                             .heading_path = std::move(card.heading_path),
                             .front = std::move(card.front),
                             .back = std::move(card.back),
                             .hole = std::move(card.hole),
                             .anchor = std::move(card.anchor),
                             .front_line = card.front_line,
                             .gone = card.gone});
        }
        for (auto& file : files_) {
            drafts_.push_back({file.file.path, std::move(file.split.drafts)});
        }
        relinked_ = relink(known, drafts_);
    }

    [[nodiscard]] Ambiguity ambiguity_of(const Doubt& doubt) const {
        const auto& file = files_[doubt.note];
        const auto& draft = drafts_[doubt.note].drafts[doubt.draft];
        Ambiguity result{file.file.path, draft.front_line, draft.front, {}};
        for (const auto& id : doubt.ids)
            result.candidates.push_back({id, fronts_.at(id), draft.front});
        return result;
    }

    /// What the user knows, nobody has to list. A stored card is given away once.
    void resolve_doubts() {
        if (!options_.resolve) return;
        std::unordered_set<std::string> given;
        std::erase_if(relinked_.doubts, [&](const Doubt& doubt) {
            const auto choice = options_.resolve(ambiguity_of(doubt));
            if (!choice || *choice >= doubt.ids.size()) return false;
            const auto& id = doubt.ids[*choice];
            if (!given.insert(id).second) return false;
            relinked_.decisions[doubt.note][doubt.draft] = {Match::Edited, id};
            std::erase(relinked_.gone, id);
            return true;
        });
    }

    /// A new file that holds most of its cards from a vanished note is that note,
    /// renamed: it keeps what is known of the note as a whole.
    void adopt_renamed() {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const auto& path = files_[i].file.path;
            if (known_.contains(path)) continue;
            std::unordered_map<std::string, std::size_t> from;
            for (const auto& decision : relinked_.decisions[i]) {
                if (decision.how != Match::New) ++from[places_.at(decision.id)];
            }
            const auto old = std::ranges::find_if(vanished_, [&](const auto& note) {
                return from[note.path] * 2 > relinked_.decisions[i].size();
            });
            if (old == vanished_.end()) continue;
            known_.emplace(path, *old);
            renamed_.insert(old->path);
            vanished_.erase(old);
        }
    }

    void count_changes() {
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const auto& [path, drafts] = drafts_[i];
            if (drafts.empty()) ++report_.notes_without_cards;
            for (std::size_t j = 0; j < drafts.size(); ++j) {
                count(drafts[j], relinked_.decisions[i][j], path);
            }
        }
        report_.gone = static_cast<int>(relinked_.gone.size());
        for (const auto& doubt : relinked_.doubts) report_.ambiguous.push_back(ambiguity_of(doubt));
    }

    void count(const Draft& draft, const Decision& decision, const std::string& path) {
        switch (decision.how) {
            case Match::New: ++report_.added[draft.kind]; break;
            case Match::Unchanged: ++report_.unchanged; break;
            case Match::Returned: ++report_.returned; break;
            case Match::Edited:
                report_.edited.push_back({decision.id, fronts_.at(decision.id), draft.front});
                break;
            case Match::Moved:
                report_.moved.push_back({decision.id, places_.at(decision.id), path});
                break;
        }
    }

    void store_changes() {
        store::Import import{store_, context_.now().at};
        for (const auto& note : vanished_) import.note_gone(note.id);
        for (const auto& id : relinked_.gone) import.card_gone(id);
        for (std::size_t i = 0; i < files_.size(); ++i) store_file(import, i);
        for (const auto& file : unreadable_) import.put_problems(file.file.path, file.problems);
        for (const auto& note : vanished_) import.put_problems(note.path, {});
        for (const auto& path : renamed_) import.put_problems(path, {});
        for (const auto& problem : found_.problems) import.put_problems(problem.path, {problem});
        remember_vaults(store_, found_);
        if (books_.varies_by_deck()) store::rebuild(store_, books_.replay());
        import.commit();
    }

    void store_file(store::Import& import, std::size_t index) {
        const auto& file = files_[index];
        const auto id = import.put_note(note_row(file));
        const auto brought = brought_progress(file);
        auto problems = file.problems;
        const auto drafts = std::exchange(drafts_[index].drafts, {});  // nobody needs them later
        for (std::size_t j = 0; j < drafts.size(); ++j) {
            const auto& draft = drafts[j];
            const auto& decision = relinked_.decisions[index][j];
            const auto position = static_cast<int>(j);
            if (decision.how != Match::New) {
                import.update_card(decision.id, id, draft, position);
                continue;
            }
            const auto card = import.add_card(id, draft, position);
            if (brought) start_from(import, card, file, *brought);
            if (const auto* doubt = doubt_about(index, j))
                problems.push_back(problem_of(*doubt, draft, card));
        }
        import.put_problems(file.file.path, problems);
    }

    [[nodiscard]] const Doubt* doubt_about(std::size_t note, std::size_t draft) const {
        const auto found = std::ranges::find_if(relinked_.doubts, [&](const Doubt& doubt) {
            return doubt.note == note && doubt.draft == draft;
        });
        return found == relinked_.doubts.end() ? nullptr : &*found;
    }

    [[nodiscard]] Problem problem_of(const Doubt& doubt, const Draft& draft,
                                     const std::string& card) const {
        const auto& old = doubt.ids.front();
        return {.path = files_[doubt.note].file.path,
                .line = draft.front_line,
                .message = say("this may be an edited card; it was added as new: {}", draft.front),
                .hint = say("it was \"{}\"? Then: wengu link {} {}", fronts_.at(old),
                            short_id(card), short_id(old))};
    }

    void start_from(store::Import& import, const std::string& card, const ReadFile& file,
                    const BroughtProgress& brought) {
        const CardSeed seed{
            .card_id = card,
            .difficulty = file.note.front_matter.difficulty.value_or(Difficulty::Medium),
            .progress = brought};
        import.start_from(card, brought,
                          books_.progress_of(books_.scheduler_for(file.file.deck).start(seed)));
    }

    /// Progress that a note brings from elsewhere counts when the note is new here.
    [[nodiscard]] std::optional<BroughtProgress> brought_progress(const ReadFile& file) const {
        const auto& facts = file.note.front_matter;
        if (known_.contains(file.file.path) || facts.review_count.value_or(0) <= 0)
            return std::nullopt;
        if (!facts.last_reviewed || !facts.next_review) return std::nullopt;
        return BroughtProgress{*facts.review_count, *facts.last_reviewed, *facts.next_review};
    }

    [[nodiscard]] store::Note note_row(const ReadFile& file) const {
        const auto& facts = file.note.front_matter;
        const auto known = known_.find(file.file.path);
        store::Note note;
        if (known != known_.end()) note = known->second;
        note.path = file.file.path;
        note.deck = file.file.deck;
        note.title = facts.title;
        note.stamp = {.size = static_cast<std::int64_t>(file.file.size),
                      .mtime_ns = file.file.mtime_ns,
                      .hash = file.hash};
        note.tags = facts.tags;
        note.related = facts.related_outlines;
        note.difficulty = facts.difficulty ? name_of(*facts.difficulty) : std::string_view{};
        note.created = facts.created;
        note.keeps_state = facts.has("mastery_level") || facts.has("next_review") ||
                           facts.has("last_reviewed") || facts.has("review_count");
        if (known == known_.end()) {
            note.brought_reviews = facts.review_count.value_or(0);
            note.brought_last_day = facts.last_reviewed;
        }
        return note;
    }

    const Context& context_;
    Store& store_;
    const ImportOptions& options_;
    Bookkeeping books_;
    ImportReport report_;

    Walk found_;
    std::unordered_map<std::string, store::Note> known_;  // by path
    std::vector<store::Note> vanished_;
    std::unordered_set<std::string> renamed_;  // old paths
    std::vector<FoundFile> changed_;
    std::vector<store::NoteId> unchanged_;
    std::vector<ReadFile> files_;     // those that could be read; their drafts are in drafts_
    std::vector<NoteDrafts> drafts_;  // one for each of files_
    std::vector<ReadFile> unreadable_;
    std::unordered_map<std::string, std::string> fronts_;  // by card
    std::unordered_map<std::string, std::string> places_;  // by card
    Relinked relinked_;
};

}  // namespace

int ImportReport::added_cards() const {
    return std::accumulate(added.begin(), added.end(), 0,
                           [](int sum, const auto& entry) { return sum + entry.second; });
}

ImportReport import_notes(const Context& context, Store& store, const ImportOptions& options) {
    return Run{context, store, options}.run();
}

}  // namespace wengu
