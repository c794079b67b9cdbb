#pragma once
// One mock interview on a collection: every action is on the disk before the
// next is taken, a grade together with what it does to the schedule. The full
// screen and the linear mode both drive this.

#include "library/collection.h"
#include "library/import/note_state.h"
#include "library/sittings/drill_book.h"

#include <filesystem>
#include <set>

namespace wengu {

class DrillRun {
public:
    /// A new drill, in the collection from its first step on; or a saved one, to go on with.
    DrillRun(const Environment& environment, Store& store, DrillSetup setup);
    DrillRun(const Environment& environment, Store& store, const store::Drill& saved);

    [[nodiscard]] const Drill& drill() const { return drill_; }
    [[nodiscard]] const DrillSetup& setup() const { return setup_; }
    [[nodiscard]] Moment now() const { return environment_.now(); }

    /// The interview that was left open and is closed when this one begins, in words for the
    /// user; empty if there is none.
    [[nodiscard]] std::string left_open() const;

    /// Whether the action meant anything; it is saved then.
    bool act(const DrillAction& action);

    /// The answer takes half again as long as planned: time to ring.
    [[nodiscard]] bool far_over() const;
    /// And it is to be handed in then.
    [[nodiscard]] bool must_stop() const { return setup_.strict && far_over(); }

    /// Adds "these words mean that point" to the user's own word list.
    void add_alias(std::size_t point, const std::string& words);

    /// Ends the drill, writes notes' state and the report. Returns the report's path.
    std::filesystem::path finish();

    [[nodiscard]] Report report() const;

private:
    void save(const Step& step);
    void keep_grade(const Step& step);
    void keep_points(const QuestionResult& result);

    const Environment& environment_;
    Store& store_;
    SchedulerSet schedulers_;
    DrillSetup setup_;
    Concepts concepts_;
    Drill drill_;
    std::string id_;  ///< Empty until the drill has begun.
    std::set<store::NoteId> touched_;
};

/// Writes the report where the settings want it and returns the path of the one
/// in the data folder. It takes the place of an earlier report of the same drill, known by the
/// id in its front matter, and of nothing else: then it gets a name that is free.
std::filesystem::path write_report(const Environment& environment, const Report& report);

}  // namespace wengu
