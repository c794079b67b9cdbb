#pragma once
// One mock interview on a collection: every action is on the disk before the
// next is taken, a grade together with what it does to the schedule. The full
// screen and the linear mode both drive this.

#include "app/collection.h"
#include "app/drill/book.h"
#include "app/import/note_state.h"

#include <filesystem>
#include <set>

namespace wengu {

class DrillRun {
public:
    /// A new drill, in the collection from its first step on; or a saved one, to go on with.
    DrillRun(Context& context, Store& store, DrillSetup setup);
    DrillRun(Context& context, Store& store, const store::Drill& saved);

    [[nodiscard]] const Drill& drill() const { return drill_; }
    [[nodiscard]] const DrillSetup& setup() const { return setup_; }
    [[nodiscard]] Moment now() const { return context_.now(); }

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

    /// What the person wrote in their editor, beginning with `text`. Throws Error.
    [[nodiscard]] std::string edited(const std::string& text) const;

    /// Ends the drill, writes notes' state and the report. Returns the report's path.
    std::filesystem::path finish();

    [[nodiscard]] Report report() const;

private:
    void save(const Step& step);
    void keep_grade(const Step& step);
    void keep_points(const QuestionResult& result);

    Context& context_;
    Store& store_;
    Bookkeeping books_;
    DrillSetup setup_;
    Concepts concepts_;
    Drill drill_;
    std::string id_;  ///< Empty until the drill has begun.
    std::set<store::NoteId> touched_;
};

/// Writes the report where the settings want it and returns the path of the one
/// in the data folder.
std::filesystem::path write_report(const Context& context, const Report& report);

}  // namespace wengu
