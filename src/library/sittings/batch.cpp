#include "library/sittings/batch.h"

#include "core/json.h"
#include "core/text.h"
#include "library/find_card.h"

#include <istream>

namespace wengu {
namespace {

struct Wish {
    std::string card;
    Grade grade = Grade::Good;
    int taken_ms = 0;
};

Wish read_wish(const std::string& line) {
    const auto object = parse_json(line).value_or(Json{});
    const auto* card = object.find("card");
    const auto* grade = object.find("grade");
    if (card == nullptr || !card->is_text() || grade == nullptr || !grade->is_whole()) {
        fail<UsageError>("a line is an object such as {}", R"({"card": "4f1c", "grade": 3})");
    }
    const double number = grade->number();
    if (number < 1 || number > 4) fail<UsageError>("a grade is 1, 2, 3 or 4, not {}", number);
    Wish wish{.card = card->text(), .grade = static_cast<Grade>(grade->whole())};
    if (const auto* taken = object.find("seconds")) {
        const double seconds = taken->is_number() ? taken->number() : -1;
        if (seconds < 0 || seconds > 3600) fail<UsageError>("seconds are a number from 0 to 3600");
        wish.taken_ms = static_cast<int>(seconds * 1000);
    }
    return wish;
}

BatchGrade keep(const Environment& environment, Store& store, const SchedulerSet& schedulers,
                const Wish& wish) {
    BatchGrade result{.card = find_card(store, wish.card), .grade = wish.grade};
    const auto& scheduler = schedulers.scheduler_for(result.card.deck);
    const auto now = environment.now();
    const auto kept = store::record(store,
                                    {.review = {.card_id = result.card.id,
                                                .moment = now,
                                                .grade = wish.grade,
                                                .taken_ms = wish.taken_ms,
                                                .scheduler = std::string{scheduler.name()}},
                                     .day = environment.today()},
                                    schedulers.replay());
    result.after = kept.after.schedule;
    return result;
}

}  // namespace

std::vector<BatchGrade> take_batch(const Environment& environment, Store& store,
                                   const SchedulerSet& schedulers, std::istream& lines) {
    std::vector<BatchGrade> kept;
    store::Transaction whole{store};
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (trim(line).empty()) continue;
        try {
            kept.push_back(keep(environment, store, schedulers, read_wish(line)));
        } catch (const UsageError& error) {
            fail<UsageError>("line {}: {} (no grade was kept)", number, error.what());
        }
    }
    whole.commit();
    return kept;
}

}  // namespace wengu
