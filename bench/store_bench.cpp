// How fast the store is with 100,000 cards in 10,000 notes, in Chinese, a third of
// them learnt and 3,000 due. The import stands beside a plain insert of the same rows.

#include "core/text.h"
#include "store/activity.h"
#include "store/cards.h"
#include "store/import.h"
#include "store/queue.h"
#include "store/reviews.h"
#include "store/stats.h"
#include "store/upkeep.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>

namespace wengu::store {
namespace {

constexpr int kNotes = 10'000;
constexpr int kCardsPerNote = 10;
constexpr int kCards = kNotes * kCardsPerNote;
const Day kToday{std::chrono::local_days{std::chrono::year{2026} / 3 / 1}};
const Instant kNow{kToday.time_since_epoch() + std::chrono::hours{4}};

/// Text made of 6,000 words of one to three characters, a few of them frequent, as in
/// written Chinese: the number of different pairs decides how long indexing takes.
class Writer {
public:
    Writer() {
        for (int i = 0; i < 6000; ++i) {
            std::string word;
            const int length = i < 60 ? 1 : 2 + i % 2;
            for (int c = 0; c < length; ++c) word += han(static_cast<unsigned>(random_() % 2500));
            words_.push_back(word);
        }
    }

    std::string text(int words) {
        std::string text;
        for (int i = 0; i < words; ++i) {
            const double share = static_cast<double>(random_()) / 4294967296.0;
            text += words_[static_cast<std::size_t>(6000.0 * share * share * share * share)];
            if (random_() % 8 == 0) text += "，";
        }
        return text;
    }

    Draft card() {
        Draft draft;
        draft.front = text(7) + " what is " + kTerms[random_() % 5] + "?";
        draft.back = text(60);
        draft.front_line = 1;
        draft.back_lines = {2, 3};
        draft.rule = "question-heading";
        draft.heading_path = {text(3), text(4)};
        return draft;
    }

private:
    static std::string han(unsigned rank) {
        std::string character;
        append_utf8(character, 0x4E00U + rank);
        return character;
    }

    static constexpr const char* kTerms[] = {"RAII", "a mutex", "TCP", "B+ tree", "MVCC"};
    std::mt19937 random_{7};
    std::vector<std::string> words_;
};

const std::vector<Draft>& drafts() {
    static const std::vector<Draft> all = [] {
        Writer writer;
        std::vector<Draft> made;
        for (int i = 0; i < kCards; ++i) made.push_back(writer.card());
        return made;
    }();
    return all;
}

std::filesystem::path file() {
    return std::filesystem::temp_directory_path() / "wengu-store-bench.db";
}

void remove_file() {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        std::filesystem::remove(file().string() + suffix);
    }
}

void import_all(Store& store) {
    Import import{store, kNow};
    for (int n = 0; n < kNotes; ++n) {
        Note note;
        note.path = "vault/topic" + std::to_string(n % 50) + "/note" + std::to_string(n) + ".md";
        note.deck = "topic" + std::to_string(n % 50);
        note.tags = {"tag" + std::to_string(n % 20)};
        note.keeps_state = true;
        const NoteId id = import.put_note(note);
        for (int c = 0; c < kCardsPerNote; ++c) {
            import.add_card(id, drafts()[static_cast<std::size_t>(n * kCardsPerNote + c)], c);
        }
    }
    import.commit();
}

Progress progress_of(int i) {
    Progress progress;
    progress.schedule.phase = Phase::Review;
    progress.schedule.due = kToday + std::chrono::days{i % 11 - 0};
    progress.schedule.interval_days = i % 40;
    progress.schedule.reviews = 1;
    progress.schedule.last_day = kToday - std::chrono::days{1};
    progress.mastery = i % 100 / 100.0;
    return progress;
}

/// A third of the cards, each graded once.
void grade_some(Store& store) {
    Transaction all{store};
    int i = 0;
    for (const Card& card : list(store, {}, {})) {
        if (++i % 3 != 0) continue;
        Given given;
        given.review.card_id = card.id;
        given.review.moment = {kNow - std::chrono::hours{24 * (i % 300)}, {}};
        given.review.scheduler = "sm2/1";
        given.day = kToday - std::chrono::days{i % 300};
        record(store, given, [i](const CardLog&) { return progress_of(i); });
    }
    all.commit();
}

/// The collection that all but the imports work on.
Store& collection() {
    static Store store = [] {
        remove_file();
        Store made{file()};
        import_all(made);
        grade_some(made);
        return made;
    }();
    return store;
}

void import_cold(benchmark::State& state) {
    static_cast<void>(drafts());
    for (auto _ : state) {
        state.PauseTiming();
        remove_file();
        state.ResumeTiming();
        Store store{file()};
        import_all(store);
    }
    state.SetItemsProcessed(state.iterations() * kCards);
}
BENCHMARK(import_cold)->Unit(benchmark::kMillisecond)->Iterations(1);

void plain_insert(benchmark::State& state) {
    static_cast<void>(drafts());
    for (auto _ : state) {
        state.PauseTiming();
        remove_file();
        state.ResumeTiming();
        SQLite::Database db{file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        db.exec(
            "pragma journal_mode = wal; pragma synchronous = normal;"
            "create table card (key integer primary key, note integer, front text, back text)");
        SQLite::Transaction whole{db};
        SQLite::Statement add{db, "insert into card (note, front, back) values (?, ?, ?)"};
        int i = 0;
        for (const Draft& draft : drafts()) {
            add.bind(1, i++ / kCardsPerNote);
            add.bind(2, draft.front);
            add.bind(3, draft.back);
            add.exec();
            add.reset();
        }
        whole.commit();
    }
    state.SetItemsProcessed(state.iterations() * kCards);
}
BENCHMARK(plain_insert)->Unit(benchmark::kMillisecond)->Iterations(1);

void open_and_count(benchmark::State& state) {
    static_cast<void>(collection());
    for (auto _ : state) benchmark::DoNotOptimize(due_counts(Store{file()}, kToday, 20));
}
BENCHMARK(open_and_count)->Unit(benchmark::kMillisecond);

template <typename Action>
void measure(benchmark::State& state, Action action) {
    Store& store = collection();
    for (auto _ : state) benchmark::DoNotOptimize(action(store));
}

#define WENGU_BENCH(name, expression)                            \
    void name(benchmark::State& state) {                         \
        measure(state, [](Store& store) { return expression; }); \
    }                                                            \
    BENCHMARK(name)->Unit(benchmark::kMillisecond)

WENGU_BENCH(due_total, due_counts(store, kToday));
WENGU_BENCH(due_decks, due_by_deck(store, kToday));
WENGU_BENCH(queue_due, due_cards(store, kToday).size());
WENGU_BENCH(queue_new, new_cards(store, {.today = kToday, .most = 20}).size());
WENGU_BENCH(queue_with_all_new, new_cards(store, {.today = kToday, .most = kCards}).size());
WENGU_BENCH(queue_one_tag, due_cards(store, kToday, 0, parse_query("tag:tag3")).size());
WENGU_BENCH(all_notes, notes(store).size());
WENGU_BENCH(work_of_a_year, work_of(store, {}, kToday - std::chrono::days{365}, kToday).size());
WENGU_BENCH(masteries_by_deck, mastery_by_deck(store).size());
WENGU_BENCH(masteries_by_tag, mastery_by_tag(store).size());
WENGU_BENCH(due_next_month, due_between(store, kToday, kToday + std::chrono::days{30}).size());
WENGU_BENCH(list_everything, list(store, {}, {.order = Order::Added}).size());
WENGU_BENCH(list_weak_page, list(store, parse_query("mastery<0.5 -is:new"),
                                 {.today = kToday, .order = Order::Mastery, .limit = 50})
                                .size());
WENGU_BENCH(list_tag_count, count(store, parse_query("tag:tag3"), kToday));
WENGU_BENCH(unchanged_stored_cards, stored_cards(store, {1, 2, 3}).size());

int visit_logs(Store& store) {
    int reviews = 0;
    each_log(store, [&](const CardLog& log) { reviews += static_cast<int>(log.reviews.size()); });
    return reviews;
}
WENGU_BENCH(read_whole_log, visit_logs(store));

/// The `nth` run of `length` characters in the answers: a query that finds something.
std::string part_of_answer(std::size_t nth, std::size_t length) {
    const std::u32string back = to_code_points(drafts()[nth].back);
    for (std::size_t at = nth % 20; at + length <= back.size(); ++at) {
        const std::u32string part = back.substr(at, length);
        if (part.find(U'，') == std::u32string::npos) return to_utf8(part);
    }
    return {};
}

/// The character that the most answers hold, roughly.
std::string most_frequent() {
    std::map<char32_t, int> times;
    for (std::size_t i = 0; i < 1000; ++i) {
        for (const char32_t c : to_code_points(drafts()[i].back)) ++times[c];
    }
    times.erase(U'，');
    const auto most = std::ranges::max_element(times, {}, &std::pair<const char32_t, int>::second);
    return to_utf8(std::u32string{most->first});
}

/// Count and first page, as the search screen asks for them.
void search(benchmark::State& state, const std::string& text) {
    Store& store = collection();
    const auto query = parse_query(text);
    std::int64_t hits = 0;
    for (auto _ : state) {
        hits = count(store, query, kToday);
        benchmark::DoNotOptimize(
            list(store, query, {.today = kToday, .order = Order::Relevance, .limit = 20}));
    }
    state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK_CAPTURE(search, han_1, part_of_answer(1, 1))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, han_1_most_frequent, most_frequent())->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, han_1_other, part_of_answer(5, 1))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, han_2, part_of_answer(2, 2))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, han_2_other, part_of_answer(6, 2))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, han_4, part_of_answer(3, 4))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, han_8, part_of_answer(4, 8))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, word_everywhere, "what")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, two_words, "mvcc what")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, absent, "龘靐齉")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(search, without, "-mvcc")->Unit(benchmark::kMillisecond);

void record_a_grade(benchmark::State& state) {
    Store& store = collection();
    const std::string id = list(store, {}, {.limit = 1}).at(0).id;
    std::int64_t ms = 0;
    for (auto _ : state) {
        Given given;
        given.review.card_id = id;
        given.review.moment = {kNow + std::chrono::milliseconds{++ms}, {}};
        given.review.scheduler = "sm2/1";
        given.day = kToday;
        record(store, given, [](const CardLog&) { return progress_of(1); });
    }
}
BENCHMARK(record_a_grade)->Unit(benchmark::kMillisecond)->Iterations(100);

}  // namespace
}  // namespace wengu::store

BENCHMARK_MAIN();
