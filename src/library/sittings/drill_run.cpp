#include "library/sittings/drill_run.h"

#include "core/error.h"
#include "core/text.h"
#include "library/concepts.h"
#include "library/files.h"
#include "library/import/importer.h"
#include "store/cards.h"
#include "store/point_cards.h"

#include <algorithm>

namespace wengu {
namespace {

namespace fs = std::filesystem;

constexpr int kMissesForCard = 2;

bool had_counted_review(const Store& store, const std::string& card_id, Day day) {
    for (const auto& entry : store::history_of(store, card_id)) {
        if (entry.day == day && !entry.undone && counts(entry.review)) return true;
    }
    return false;
}

/// The line of a report's front matter that tells it from all other files.
std::string mark_of(const DrillRecord& drill) { return fmt::format("interview: {}\n", drill.id); }

/// Whether the front matter of the file has that line. What cannot be read is somebody else's.
bool is_marked(const fs::path& file, const std::string& mark) {
    try {
        const auto text = read_regular_file(file);
        const auto end = text.find("\n---\n");
        return text.starts_with("---\n") && end != std::string::npos &&
               text.substr(0, end + 1).find("\n" + mark) != std::string::npos;
    } catch (const Error&) {
        return false;
    }
}

/// Where the report goes: over itself, or else under the first name that nothing has.
fs::path report_place(const fs::path& folder, const std::string& name, const std::string& mark) {
    auto file = folder / (name + ".md");
    for (int number = 2; is_taken(file) && !is_marked(file, mark); ++number) {
        file = folder / fmt::format("{}-{}.md", name, number);
    }
    return file;
}

}  // namespace

DrillRun::DrillRun(const Environment& environment, Store& store, DrillSetup setup)
    : environment_{environment},
      store_{store},
      schedulers_{environment.settings},
      setup_{std::move(setup)},
      concepts_{load_concepts(environment)},
      drill_{setup_.plan, concepts_, rarity_in(store, concepts_)} {}

DrillRun::DrillRun(const Environment& environment, Store& store, const store::Drill& saved)
    : environment_{environment},
      store_{store},
      schedulers_{environment.settings},
      setup_{setup_from(saved.payload)},
      concepts_{load_concepts(environment)},
      drill_{setup_.plan, concepts_, rarity_in(store, concepts_)},
      id_{saved.id} {
    for (const auto& step : store::steps_of(store, id_)) {
        drill_.take(from_row(step));
        if (step.kind != kLogged) continue;
        if (const auto card = store::card_with(store_, step.card_id)) {
            touched_.insert(card->note_id);
        }
    }
    act({.kind = DrillAction::Kind::Resume});
}

std::string DrillRun::left_open() const {
    const auto open = id_.empty() ? store::open_drill(store_) : std::nullopt;
    if (!open) return {};
    return say(
        "The mock interview of {} is still open: `wengu interview --resume` goes on with it. "
        "Beginning this one closes it; what was answered is kept.",
        to_string(open->day));
}

bool DrillRun::act(const DrillAction& action) {
    const auto step = drill_.act(action, environment_.now().at);
    if (!step) return false;
    if (action.kind == DrillAction::Kind::Grade) {
        keep_grade(*step);
    } else {
        save(*step);
    }
    return true;
}

bool DrillRun::far_over() const {
    return drill_.stage() == Stage::Answer &&
           drill_.left_ms(environment_.now().at) * 2 < -drill_.plan().target_ms;
}

void DrillRun::save(const Step& step) {
    if (!id_.empty()) {
        store::append_step(store_, id_, to_row(step));
        return;
    }
    store::Transaction transaction{store_};
    if (const auto open = store::open_drill(store_)) {
        store::set_drill_state(store_, open->id, store::DrillState::Finished);
    }
    auto id =
        store::start_drill(store_, environment_.now(), environment_.today(), to_payload(setup_));
    store::append_step(store_, id, to_row(step));
    transaction.commit();
    id_ = std::move(id);
}

/// The step, the row of the review log, the schedule and the missed points: all or nothing.
void DrillRun::keep_grade(const Step& step) {
    const auto& result = drill_.results().back();
    const auto card = store::card_with(store_, step.card_id);
    store::Transaction transaction{store_};
    save(step);
    Fields logged;
    if (card) {
        keep_points(result);
        const auto moment = environment_.now();
        const auto& scheduler = schedulers_.scheduler_for(card->deck);
        const auto day = study_day(moment, scheduler.options().rollover);
        const auto& before = card->progress.schedule;
        const auto effect =
            effect_of({.grade = *result.grade,
                       .due = before.phase == Phase::New || before.due <= day,
                       .early_counts = scheduler.options().algorithm == Algorithm::Fsrs,
                       .counted_today = had_counted_review(store_, card->id, day),
                       .no_schedule = !setup_.schedule});
        if (effect.logged) {
            const auto kept =
                store::record(store_,
                              {.review = {.card_id = card->id,
                                          .moment = moment,
                                          .grade = *result.grade,
                                          .taken_ms = static_cast<int>(std::min<std::int64_t>(
                                              result.duration_ms, 86'400'000)),
                                          .source = Source::Drill,
                                          .scheduler = std::string{scheduler.name()},
                                          .counted = effect.counted},
                               .day = day},
                              schedulers_.replay());
            logged.set("review", kept.id);
            logged.set("schedule", effect.counted
                                       ? say("next review: {}", to_string(kept.after.schedule.due))
                                       : std::string{tr("logged; the schedule stays as it was")});
            touched_.insert(card->note_id);
        } else {
            logged.set("schedule", std::string{tr("the schedule was not touched")});
        }
    } else {
        logged.set("schedule", std::string{tr("the card is no longer there")});
    }
    store::append_step(store_, id_,
                       {step.at, kLogged, card ? card->id : std::string{}, logged.to_text()});
    transaction.commit();
}

/// What was missed and what was heard; and a card of its own for one point that was asked
/// for, or else missed in two drills.
void DrillRun::keep_points(const QuestionResult& result) {
    std::vector<std::string> missed;
    std::vector<std::string> heard;
    std::vector<std::string> wanted;
    for (const auto& point : result.points) {
        if (point.mark == Mark::No) missed.push_back(point.point.id);
        if (point.mark == Mark::Yes) heard.push_back(point.point.id);
        if (point.kept) wanted.push_back(point.point.id);
    }
    store::set_missed_points(store_, id_, result.card_id, missed);
    store::set_heard_points(store_, id_, result.card_id, heard);
    store::refresh_point_cards(store_);
    for (const auto& miss : store::missed_points(store_, kMissesForCard)) {
        const bool now = std::ranges::find(missed, miss.point_id) != missed.end();
        if (miss.card_id == result.card_id && now) wanted.push_back(miss.point_id);
    }
    for (const auto& id : wanted) {
        const auto point = std::ranges::find(result.points, id,
                                             [](const PointResult& one) { return one.point.id; });
        const auto number = point - result.points.begin() + 1;
        const auto made = store::make_point_card(store_, {.parent_id = result.card_id,
                                                          .point_id = id,
                                                          .label = say("Point {}?", number),
                                                          .drill_id = id_,
                                                          .day = environment_.today()});
        if (made) return;
    }
}

void DrillRun::add_alias(std::size_t point, const std::string& words) {
    const auto& points = drill_.current().points;
    if (point >= points.size() || trim(words).empty()) return;
    const auto file = environment_.config_folder() / "concepts.txt";
    std::string text = file_exists(file) ? read_file(file) : std::string{};
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
    const auto line = fmt::format("{} | {}\n", points[point].point.title, trim(words));
    make_folder(file.parent_path());
    replace_file(file, text + line);
    concepts_.add(line);
}

Report DrillRun::report() const {
    auto records = drill_records(store_, id_);
    while (!records.empty() && records.back().id != id_) records.pop_back();
    if (records.empty()) fail("the mock interview is not in the collection any more");
    const auto own = records.back();
    records.pop_back();
    return report_on(own, records);
}

fs::path DrillRun::finish() {
    act({.kind = DrillAction::Kind::End});
    store::set_drill_state(store_, id_, store::DrillState::Finished);
    warn_of(environment_, update_notes(environment_, store_, {touched_.begin(), touched_.end()},
                                       WriteMode::Auto));
    return write_report(environment_, report());
}

fs::path write_report(const Environment& environment, const Report& report) {
    const auto day = to_string(study_day(report.drill.started));
    const auto name = fmt::format("{}-{}", day, report.drill.number);
    const auto text = fmt::format("---\ncreated: '{}'\ntags:\n- {}\n{}---\n\n{}", day, kReportTag,
                                  mark_of(report.drill), to_markdown(report));
    const auto put_into = [&](const fs::path& folder) {
        make_folder(folder);
        auto file = report_place(folder, name, mark_of(report.drill));
        replace_file(file, text);
        return file;
    };
    auto file = put_into(environment.data_folder() / "reports");
    const auto vault = environment.settings.text("interview.vault_folder");
    if (!vault.empty()) put_into(vault);
    return file;
}

}  // namespace wengu
