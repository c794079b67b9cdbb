#pragma once
// One note that was read, with its cards, into the collection.

#include "cards/relink.h"
#include "library/collection.h"
#include "library/import/comparison.h"
#include "library/import/reading.h"
#include "store/import.h"

#include <functional>
#include <optional>

namespace wengu {

class NoteWriter {
public:
    /// What there is to complain about draft `index`, which became the new card `card`.
    using AboutNewCard =
        std::function<std::optional<Problem>(std::size_t index, const std::string& card)>;

    NoteWriter(store::Import& import, const SchedulerSet& schedulers, const NoteComparison& notes)
        : import_{import}, schedulers_{schedulers}, notes_{notes} {}

    /// `decisions` says which stored card each draft is; a draft beyond its end is a new card.
    void write(const ReadFile& file, const std::vector<Draft>& drafts,
               const std::vector<Decision>& decisions = {}, const AboutNewCard& about = {});

private:
    [[nodiscard]] store::Note row_of(const ReadFile& file) const;
    [[nodiscard]] std::optional<ImportedProgress> imported_with(const ReadFile& file) const;
    void start_from(const std::string& card, const ReadFile& file, const ImportedProgress& brought);

    store::Import& import_;
    const SchedulerSet& schedulers_;
    const NoteComparison& notes_;
};

}  // namespace wengu
