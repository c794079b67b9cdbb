#include "app/review/batch.h"

#include "app/json.h"
#include "app/pick.h"
#include "core/text.h"

#include <istream>

namespace wengu {
namespace {

struct Wish {
    std::string card;
    Grade grade = Grade::Good;
    int taken_ms = 0;
};

Wish read_wish(const std::string& line) {
    const auto object = Json::parse(line, nullptr, false);
    const bool named = object.is_object() && object.contains("card") && object["card"].is_string();
    if (!named || !object.contains("grade") || !object["grade"].is_number_integer()) {
        fail<UsageError>("a line is an object such as {}", R"({"card": "4f1c", "grade": 3})");
    }
    const auto grade = object["grade"].get<long long>();
    if (grade < 1 || grade > 4) fail<UsageError>("a grade is 1, 2, 3 or 4, not {}", grade);
    Wish wish{.card = object["card"], .grade = static_cast<Grade>(grade)};
    if (object.contains("seconds")) {
        const bool number = object["seconds"].is_number();
        const double seconds = number ? object["seconds"].get<double>() : -1;
        if (seconds < 0 || seconds > 3600) fail<UsageError>("seconds are a number from 0 to 3600");
        wish.taken_ms = static_cast<int>(seconds * 1000);
    }
    return wish;
}

BatchGrade keep(const Context& context, Store& store, const Bookkeeping& books, const Wish& wish) {
    BatchGrade result{.card = pick_card(store, wish.card), .grade = wish.grade};
    const auto& scheduler = books.scheduler_for(result.card.deck);
    const auto now = context.now();
    const auto kept = store::record(store,
                                    {.review = {.card_id = result.card.id,
                                                .moment = now,
                                                .grade = wish.grade,
                                                .taken_ms = wish.taken_ms,
                                                .scheduler = std::string{scheduler.name()}},
                                     .day = context.today()},
                                    books.replay());
    result.after = kept.after.schedule;
    return result;
}

}  // namespace

std::vector<BatchGrade> take_batch(const Context& context, Store& store, const Bookkeeping& books,
                                   std::istream& lines) {
    std::vector<BatchGrade> kept;
    store::Transaction whole{store};
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (trim(line).empty()) continue;
        try {
            kept.push_back(keep(context, store, books, read_wish(line)));
        } catch (const UsageError& error) {
            fail<UsageError>("line {}: {} (no grade was kept)", number, error.what());
        }
    }
    whole.commit();
    return kept;
}

}  // namespace wengu
