#include "library/import/importer.h"

#include "cards/relink.h"
#include "core/text.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/import/comparison.h"
#include "library/import/doubtful.h"
#include "library/import/in_order.h"
#include "library/import/note_writer.h"
#include "library/import/reading.h"
#include "store/import.h"

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

/// Reports of mock interviews that were copied into the vault quote cards.
bool is_interview_report(const ReadFile& file) {
    return file.readable && std::ranges::count(file.note.front_matter.tags, kReportTag) > 0;
}

/// Only what is needed of a note once it is split: ten thousand may have to wait.
void release_text(ReadFile& file) {
    file.note.body = {};
    file.split.explanations = {};
}

/// One run, from the files found to the rows that change.
class Run {
public:
    Run(const Environment& environment, Store& store, const ImportOptions& options)
        : environment_{environment},
          store_{store},
          options_{options},
          schedulers_{environment.settings} {}

    ImportReport run() {
        found_ = walk(options_.paths, known_vaults(store_));
        notes_ = compare(found_, store_, reading_fingerprint(environment_, options_.all));
        report_.problems = found_.problems;
        report_.notes = static_cast<int>(found_.files.size());
        report_.notes_unchanged = static_cast<int>(notes_.unchanged.size());
        report_.unchanged = store::count_cards(store_, notes_.unchanged);
        if (!notes_.changed.empty() || !notes_.vanished.empty()) take_changes();
        std::ranges::stable_sort(report_.problems, {}, [](const Problem& problem) {
            return std::pair{std::string_view{problem.path}, problem.line};
        });
        return std::move(report_);
    }

private:
    void take_changes() {
        read_known();
        if (known_.empty()) {
            store_as_read();
            return;
        }
        read_changed(Points::Later, [this](ReadFile&& file) { keep(std::move(file)); });
        relink_cards();
        resolve_doubts();
        adopt_renamed();
        count_changes();
        if (!options_.dry_run) store_changes();
    }

    /// The stored cards that drafts could be.
    void read_known() {
        std::vector<store::NoteId> notes;
        for (const auto& file : notes_.changed) {
            const auto known = notes_.known.find(file.path);
            if (known != notes_.known.end()) notes.push_back(known->second.id);
        }
        std::unordered_set<store::NoteId> elsewhere;
        for (const auto& note : notes_.vanished) notes.push_back(note.id);
        for (const auto& note : notes_.elsewhere) {
            notes.push_back(note.id);
            elsewhere.insert(note.id);
        }
        for (auto& card : store::stored_cards(store_, notes)) {
            known_.push_back({.id = std::move(card.id),
                              .note = std::move(card.note),
                              .kind = card.kind,
                              .heading_path = std::move(card.heading_path),
                              .front = std::move(card.front),
                              .back = std::move(card.back),
                              .hole = std::move(card.hole),
                              .anchor = std::move(card.anchor),
                              .front_line = card.front_line,
                              .gone = card.gone,
                              .elsewhere = elsewhere.contains(card.note_id)});
        }
    }

    /// Where no stored card can be among the drafts, all of them are new: nothing has to
    /// wait for the end of the reading.
    void store_as_read() {
        std::optional<store::Import> import;
        if (!options_.dry_run) import.emplace(store_, environment_.now().at);
        read_changed(Points::Now, [&](ReadFile&& file) {
            if (!options_.all) drop_doubtful(file.split.drafts);
            if (file.readable) count(file.file.path, file.split.drafts, {});
            if (!import) return;
            if (file.readable) {
                NoteWriter{*import, schedulers_, notes_}.write(file, file.split.drafts);
            } else {
                import->put_problems(file.file.path, file.problems);
            }
        });
        if (import) finish(*import);
    }

    /// Reads the changed files, one after the other. A file that cannot be read is a problem;
    /// its cards stay as they were.
    void read_changed(Points points, const std::function<void(ReadFile&&)>& take) {
        std::size_t done = 0;
        read_notes(notes_.changed, words_of(environment_), options_.encoding, {.points = points},
                   [&](ReadFile&& file) {
                       ++done;
                       if (options_.progress) {
                           options_.progress(done, notes_.changed.size(), file.file.path);
                       }
                       if (is_interview_report(file)) {
                           file.problems.clear();
                           file.split = {};
                       }
                       report_.problems.insert(report_.problems.end(), file.problems.begin(),
                                               file.problems.end());
                       take(std::move(file));
                   });
    }

    void keep(ReadFile&& file) {
        if (!file.readable) {
            unreadable_.push_back(std::move(file));
            return;
        }
        release_text(file);
        drafts_.push_back({file.file.path, std::move(file.split.drafts)});
        files_.push_back(std::move(file));
    }

    void relink_cards() {
        std::unordered_set<std::string_view> unreadable;
        for (const auto& file : unreadable_) unreadable.insert(file.file.path);
        std::erase_if(known_, [&](const KnownCard& card) {
            return !card.gone && unreadable.contains(card.note);
        });
        for (const auto& card : known_) by_id_.emplace(card.id, &card);
        relinked_ = relink(known_, drafts_);
        if (!options_.all) drop_doubtful(drafts_, relinked_);
    }

    [[nodiscard]] Ambiguity ambiguity_of(const Doubt& doubt) const {
        const auto& draft = drafts_[doubt.note].drafts[doubt.draft];
        Ambiguity result{drafts_[doubt.note].note, draft.front_line, draft.front, {}};
        for (const auto& id : doubt.ids)
            result.candidates.push_back({id, by_id_.at(id)->front, draft.front});
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
    /// renamed: it keeps what is known of the note as a whole. So is one that has them from a
    /// note that lies elsewhere; what is left of that is no longer in its text.
    void adopt_renamed() {
        std::unordered_set<std::string> adopted;
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const auto& path = files_[i].file.path;
            if (notes_.known.contains(path)) continue;
            std::unordered_map<std::string, std::size_t> from;
            for (const auto& decision : relinked_.decisions[i]) {
                if (decision.how != Match::New) ++from[by_id_.at(decision.id)->note];
            }
            const auto is_this = [&](const store::Note& note) {
                return from[note.path] * 2 > relinked_.decisions[i].size();
            };
            if (const auto old = take_first(notes_.vanished, is_this)) {
                notes_.known.emplace(path, *old);
                renamed_.push_back(old->path);
            } else if (const auto far = take_first(notes_.elsewhere, is_this)) {
                notes_.known.emplace(path, *far);
                adopted.insert(far->path);
            }
        }
        if (!adopted.empty()) lose_rest_of(adopted);
    }

    template <typename Test>
    static std::optional<store::Note> take_first(std::vector<store::Note>& notes, Test test) {
        const auto found = std::ranges::find_if(notes, test);
        if (found == notes.end()) return std::nullopt;
        auto note = std::move(*found);
        notes.erase(found);
        return note;
    }

    void lose_rest_of(const std::unordered_set<std::string>& adopted) {
        std::unordered_set<std::string_view> found;
        for (const auto& note : relinked_.decisions) {
            for (const auto& decision : note) found.insert(decision.id);
        }
        for (const auto& card : known_) {
            const bool left = card.elsewhere && !card.gone && adopted.contains(card.note);
            if (left && !found.contains(card.id)) relinked_.gone.push_back(card.id);
        }
    }

    void count_changes() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            count(drafts_[i].note, drafts_[i].drafts, relinked_.decisions[i]);
        }
        for (const auto& id : relinked_.gone) {
            const auto& card = *by_id_.at(id);
            report_.gone.push_back({id, card.front, card.note});
        }
        for (const auto& doubt : relinked_.doubts) report_.ambiguous.push_back(ambiguity_of(doubt));
    }

    /// A draft without a decision is new.
    void count(const std::string& path, const std::vector<Draft>& drafts,
               const std::vector<Decision>& decisions) {
        if (drafts.empty()) ++report_.notes_without_cards;
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            count(path, drafts[i], i < decisions.size() ? decisions[i] : Decision{});
        }
    }

    void count(const std::string& path, const Draft& draft, const Decision& decision) {
        switch (decision.how) {
            case Match::New: ++report_.added[draft.kind]; break;
            case Match::Unchanged: ++report_.unchanged; break;
            case Match::Returned: ++report_.returned; break;
            case Match::Edited:
                report_.edited.push_back({decision.id, by_id_.at(decision.id)->front, draft.front});
                break;
            case Match::Moved: count_moved(path, draft, *by_id_.at(decision.id)); break;
        }
    }

    void count_moved(const std::string& path, const Draft& draft, const KnownCard& card) {
        report_.moved.push_back({.id = card.id,
                                 .front = draft.front,
                                 .before = {card.note, card.heading_path},
                                 .after = {path, draft.heading_path}});
    }

    void store_changes() {
        store::Import import{store_, environment_.now().at};
        for (const auto& id : relinked_.gone) import.card_gone(id);
        NoteWriter writer{import, schedulers_, notes_};
        InOrder<std::vector<Draft>> complete{
            files_.size(), [this](std::size_t i) {
                auto drafts = std::exchange(drafts_[i].drafts, {});  // nobody needs them later
                add_points(drafts);
                return drafts;
            }};
        for (std::size_t i = 0; i < files_.size(); ++i) {
            const auto drafts = complete.take();
            writer.write(files_[i], drafts, relinked_.decisions[i],
                         [&](std::size_t j, const std::string& card) {
                             return doubt_about(i, j, drafts[j], card);
                         });
        }
        for (const auto& file : unreadable_) import.put_problems(file.file.path, file.problems);
        for (const auto& path : renamed_) import.put_problems(path, {});
        finish(import);
    }

    /// What does not depend on single cards.
    void finish(store::Import& import) {
        for (const auto& note : notes_.vanished) {
            import.note_gone(note.id);
            import.put_problems(note.path, {});
        }
        for (const auto& problem : found_.problems) import.put_problems(problem.path, {problem});
        remember_vaults(store_, found_);
        if (schedulers_.varies_by_deck()) store::rebuild(store_, schedulers_.replay());
        import.commit();
    }

    [[nodiscard]] std::optional<Problem> doubt_about(std::size_t note, std::size_t index,
                                                     const Draft& draft,
                                                     const std::string& card) const {
        const auto found = std::ranges::find_if(relinked_.doubts, [&](const Doubt& doubt) {
            return doubt.note == note && doubt.draft == index;
        });
        if (found == relinked_.doubts.end()) return std::nullopt;
        const auto& old = found->ids.front();
        return Problem{.path = files_[note].file.path,
                       .line = draft.front_line,
                       .message = localized("this may be an edited card; it was added as new: {}",
                                            draft.front),
                       .hint = localized("it was \"{}\"? Then: wengu link {} {}",
                                         by_id_.at(old)->front, short_id(card), short_id(old))};
    }

    const Environment& environment_;
    Store& store_;
    const ImportOptions& options_;
    SchedulerSet schedulers_;
    ImportReport report_;

    Walk found_;
    NoteComparison notes_;
    std::vector<KnownCard> known_;
    std::unordered_map<std::string_view, const KnownCard*> by_id_;
    std::vector<ReadFile> files_;     // those that could be read; their drafts are in drafts_
    std::vector<NoteDrafts> drafts_;  // one for each of files_
    std::vector<ReadFile> unreadable_;
    std::vector<std::string> renamed_;  // old paths
    Relinked relinked_;
};

}  // namespace

int ImportReport::added_cards() const {
    return std::accumulate(added.begin(), added.end(), 0,
                           [](int sum, const auto& entry) { return sum + entry.second; });
}

ImportReport import_notes(const Environment& environment, Store& store,
                          const ImportOptions& options) {
    return Run{environment, store, options}.run();
}

}  // namespace wengu
