#include "library/import/doubtful.h"

#include "cards/split.h"

#include <algorithm>

namespace wengu {
namespace {

bool is_doubtful(const Draft& draft) { return draft.confidence < kImportConfidence; }

/// Leaves only the elements with these indices, which ascend.
template <typename T>
void keep_only(std::vector<T>& all, const std::vector<std::size_t>& kept) {
    for (std::size_t i = 0; i < kept.size(); ++i) {
        if (kept[i] != i) all[i] = std::move(all[kept[i]]);
    }
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(kept.size()), all.end());
}

/// A doubt names its draft by index; with the draft the doubt is gone too.
void renumber(std::vector<Doubt>& doubts, std::size_t note, const std::vector<std::size_t>& kept) {
    std::erase_if(doubts, [&](Doubt& doubt) {
        if (doubt.note != note) return false;
        const auto found = std::ranges::lower_bound(kept, doubt.draft);
        if (found == kept.end() || *found != doubt.draft) return true;
        doubt.draft = static_cast<std::size_t>(found - kept.begin());
        return false;
    });
}

}  // namespace

void drop_doubtful(std::vector<Draft>& drafts) { std::erase_if(drafts, is_doubtful); }

void drop_doubtful(std::vector<NoteDrafts>& notes, Relinked& relinked) {
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto& drafts = notes[i].drafts;
        auto& decisions = relinked.decisions[i];
        std::vector<std::size_t> kept;
        for (std::size_t j = 0; j < drafts.size(); ++j) {
            if (!is_doubtful(drafts[j]) || decisions[j].how != Match::New) kept.push_back(j);
        }
        if (kept.size() == drafts.size()) continue;
        keep_only(drafts, kept);
        keep_only(decisions, kept);
        renumber(relinked.doubts, i, kept);
    }
}

}  // namespace wengu
