// A front end in fifty lines: everything below comes from wengu_library alone.
//
//   study FOLDER NOTES   keeps a collection in FOLDER, imports NOTES, says what is due,
//                        grades the first two cards and takes the second grade back

#include "library/collection.h"
#include "library/import/importer.h"
#include "library/sittings/day_queue.h"
#include "library/sittings/sitting.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>

namespace {

using namespace wengu;

/// The world as this program sees it: the real clock, no variables, warnings on a line.
Environment environment_in(const std::string& folder) {
    return {.now =
                [] {
                    return Moment{std::chrono::floor<std::chrono::milliseconds>(
                        std::chrono::system_clock::now())};
                },
            .variables = [](const char*) { return std::nullopt; },
            .warn = [](const std::string& text) { fmt::print("warning: {}\n", text); },
            .database = folder + "/wengu.db"};
}

void study(const Environment& environment, const std::string& notes) {
    auto store = open_collection(environment);
    const auto report = import_notes(environment, store, {.paths = {notes}});
    fmt::print("{} notes, {} new cards\n", report.notes, report.added_cards());

    const SchedulerSet schedulers{environment.settings};
    const auto day = day_queue(environment, store, schedulers, {.limit = 2});
    fmt::print("{} cards to ask\n", day.queue.items.size());

    Sitting sitting{environment, store, schedulers, session_cards(store, day), false};
    while (!sitting.session().done()) {
        fmt::print("{}\n", sitting.session().card().front);
        sitting.press(Action::Reveal);
        const auto event = sitting.press(Action::Grade, Grade::Easy);
        if (!event) break;
        const auto& graded = std::get<Graded>(*event);
        fmt::print("  next review: {}\n", to_string(graded.after.due));
    }
    if (sitting.press(Action::Undo)) fmt::print("the last grade is taken back\n");
    for (const auto& problem : sitting.finish().problems) environment.warn(to_string(problem));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::puts("study FOLDER NOTES");
        return 2;
    }
    try {
        study(environment_in(argv[1]), argv[2]);
    } catch (const std::exception& error) {  // ours say what to do
        std::puts(error.what());
        return 1;
    }
    return 0;
}
