#include "cli/commands/notes.h"

#include "cli/exit_code.h"
#include "core/message.h"
#include "library/collection.h"
#include "library/import/note_state.h"
#include "tui/print.h"

#include <memory>

namespace wengu {
namespace {

void print_note_change(std::ostream& out, const NoteUpdate::Change& change) {
    print(out, "{}\n", change.path);
    for (std::size_t i = 0; i < change.before.size(); ++i) {
        print(out, "  - {}\n  + {}\n", change.before[i], change.after[i]);
    }
}

int update(Context& context, bool dry_run) {
    auto store = open_collection(context);
    std::vector<store::NoteId> notes;
    for (const auto& note : store::notes(store)) notes.push_back(note.id);
    const auto done =
        update_notes(context, store, notes, dry_run ? WriteMode::DryRun : WriteMode::Always);
    for (const auto& change : done.changes) print_note_change(context.out, change);
    const auto count = static_cast<long long>(done.changes.size());
    print(context.out, "{}\n",
          dry_run ? say_count("{} note would change", "{} notes would change", count)
                  : say_count("{} note updated", "{} notes updated", count));
    warn_of(context, done);
    return done.problems.empty() ? kDone : kProblems;
}

}  // namespace

Command notes_command(Context& context) {
    auto dry_run = std::make_shared<bool>(false);
    Command notes{.name = "notes", .summary = tr("Keep the notes' own review state current")};
    notes.group = tr("Care");
    notes.subcommands = {
        {.name = "update",
         .summary = tr("Write mastery, next review, last review and review count into front matter "
                       "that has these keys"),
         .run = [&context, dry_run] { return update(context, *dry_run); },
         .options = {
             {"--dry-run", "", tr("show what would change, change nothing"), dry_run.get()}}}};
    return notes;
}

}  // namespace wengu
