// Four hundred days of study, five sessions a day, with holidays, days missed
// without notice, summer time and a stay on the other side of the world. Every
// queue is checked against the rules, counted anew from the log.
#include "core/random.h"
#include "study/queue.h"
#include "study/session.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace wengu;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr int kNewPerDay = 8;
constexpr int kReviewsPerDay = 40;
const Day kFirst = *parse_day("2026-03-02");

/// Berlin with its summer time; Shanghai from October to the end of November.
minutes offset_on(Day day) {
    const auto is_in = [day](const char* first, const char* last) {
        return *parse_day(first) <= day && day < *parse_day(last);
    };
    if (is_in("2026-10-05", "2026-12-01")) return hours{8};
    const bool summer = is_in("2026-03-29", "2026-10-25") || is_in("2027-03-28", "2027-10-31");
    return summer ? hours{2} : hours{1};
}

Moment at(Day day, minutes local) {
    const auto offset = offset_on(day);
    return {Instant{day.time_since_epoch()} + local - offset, offset};
}

std::vector<CardInfo> collection() {
    std::vector<CardInfo> cards;
    for (std::size_t i = 0; i < 400; ++i) {
        CardInfo card;
        card.id = "c" + std::to_string(i);
        card.note = "n" + std::to_string(i / 8);
        card.section = "s" + std::to_string(i / 2 % 4);
        card.deck = i % 3 == 0 ? "a/b" : "c";
        card.order = i;
        cards.push_back(std::move(card));
    }
    return cards;
}

class Year {
public:
    Year(Algorithm algorithm, std::uint64_t seed) : random_{seed} {
        SchedulerOptions options;
        options.algorithm = algorithm;
        options.fuzz.on = seed % 2 == 1;
        schedulers_ = {Scheduler{options}};
        holidays_ = {{.first = kFirst + days{60}, .last = kFirst + days{80}},
                     {.first = kFirst + days{300}, .last = kFirst + days{306}}};
    }

    void study() {
        for (int i = 0; i < 400; ++i) study_day_of(kFirst + days{i});
    }

    /// The schedules kept along the way are those that the whole log leads to,
    /// also when two devices' halves of it are merged.
    void check_log() const {
        std::map<std::string, std::vector<Review>> halves[2];
        for (std::size_t i = 0; i < log_.size(); ++i)
            halves[i % 2][log_[i].card_id].push_back(log_[i]);
        for (const auto& card : cards_) {
            auto rows = halves[1][card.id];
            rows.insert(rows.end(), halves[0][card.id].begin(), halves[0][card.id].end());
            REQUIRE(schedulers_[0].replay(rows, {.card_id = card.id}) == card.schedule);
        }
    }

    [[nodiscard]] std::size_t answers() const { return log_.size(); }
    [[nodiscard]] int catch_up_days() const { return catch_up_days_; }
    [[nodiscard]] long seen() const {
        return std::count_if(cards_.begin(), cards_.end(), [](const CardInfo& card) {
            return card.schedule.phase != Phase::New;
        });
    }

private:
    void study_day_of(Day day) {
        today_rows_.clear();
        asked_.clear();
        const bool flying = day == *parse_day("2026-10-05");
        const bool missed = flying || random_.below(25) == 0;
        for (const int hour : {6, 9, 13, 19, 25}) {  // 25: one o'clock in the night
            if (missed) continue;
            session(day, at(day, hours{hour} + minutes{random_.below(50)}), hour == 25);
        }
        if (!missed && !is_holiday(day, holidays_)) check_evening(day);
    }

    Queue queue_at(const Moment& now) const {
        QueueOptions options;
        options.now = now;
        options.limits.all = {.new_cards = kNewPerDay, .reviews = kReviewsPerDay, .minutes = {}};
        options.holidays = holidays_;
        return build_queue(cards_, today_rows_, schedulers_, options);
    }

    /// The last session of a day goes to the end, the others may break off.
    void session(Day day, Moment now, bool to_the_end) {
        const auto queue = queue_at(now);
        REQUIRE(queue.day == day);
        check_queue(queue, now);
        catching_up_ = queue.catch_up.active;
        catch_up_days_ += to_the_end && catching_up_ ? 1 : 0;
        std::vector<SessionCard> asked;
        for (const auto& item : queue.items) {
            SessionCard card;
            card.seed.card_id = cards_[item.card].id;
            card.schedule = cards_[item.card].schedule;
            asked.push_back(std::move(card));
        }
        SessionOptions options;
        options.schedulers = schedulers_;
        Session session{asked, options, now};
        while (!session.done() && (to_the_end || random_.below(12) != 0)) answer(session, day, now);
    }

    void answer(Session& session, Day day, Moment& now) {
        now.at += seconds{5 + random_.below(30)};
        static_cast<void>(session.press({.action = Action::Reveal, .now = now}));
        const auto grade =
            random_.below(6) == 0 ? Grade::Again : static_cast<Grade>(2 + random_.below(3));
        const auto event =
            session.press({.action = Action::Grade,
                           .now = now,
                           .grade = grade,
                           .review_id = "r" + std::to_string(log_.size() + 100'000)});
        REQUIRE(event);
        keep(std::get<Graded>(*event), day);
    }

    void keep(const Graded& graded, Day day) {
        auto& card = cards_[std::stoul(graded.review.card_id.substr(1))];
        REQUIRE(card.schedule == graded.before);
        if (!asked_.contains(card.id)) {
            REQUIRE((card.schedule.phase == Phase::New || card.schedule.due <= day));
            asked_.insert_or_assign(card.id, card.schedule);
        }
        REQUIRE(study_day(graded.review.moment) == day);
        card.schedule = graded.after;
        today_rows_.push_back(graded.review);
        log_.push_back(graded.review);
    }

    /// What the rules say of one queue, card by card.
    void check_queue(const Queue& queue, const Moment& now) const {
        if (is_holiday(queue.day, holidays_)) {
            REQUIRE(queue.items.empty());
            return;
        }
        std::set<std::size_t> once;
        int reviews = 0;
        for (const auto& item : queue.items) {
            REQUIRE(once.insert(item.card).second);
            check_item(item, queue.day, now);
            reviews += item.reason == Reason::Review ? 1 : 0;
        }
        const auto& left = queue.omitted;
        REQUIRE(reviews + left.siblings_known + left.catch_up + left.review_limit ==
                due_now(queue));
    }

    void check_item(const QueueItem& item, Day day, const Moment& now) const {
        const auto& schedule = cards_[item.card].schedule;
        const auto& id = cards_[item.card].id;
        switch (item.reason) {
            case Reason::New: REQUIRE(schedule.phase == Phase::New); break;
            case Reason::Review:
                REQUIRE(schedule.phase != Phase::New);
                REQUIRE(schedule.due <= day);
                break;
            case Reason::Repeat: REQUIRE(asked_.contains(id)); break;
            case Reason::Step: REQUIRE(*schedule.due_at <= now.at + minutes{20}); break;
            case Reason::Ahead: FAIL("nobody asked for cards ahead");
        }
    }

    [[nodiscard]] int due_now(const Queue& queue) const {
        return static_cast<int>(std::count_if(cards_.begin(), cards_.end(), [&](const CardInfo& c) {
            return c.schedule.phase != Phase::New && c.schedule.due <= queue.day &&
                   c.schedule.last_day != queue.day;
        }));
    }

    /// At the end of a day: limits held, siblings apart, and nothing overdue was
    /// passed over while there was room.
    void check_evening(Day day) const {
        int fresh = 0;
        std::map<std::string, int> sections;
        for (const auto& [id, before] : asked_) {
            const auto& card = cards_[std::stoul(id.substr(1))];
            const bool is_new = before.phase == Phase::New;
            fresh += is_new ? 1 : 0;
            const bool free_to_wait = is_new || before.due == day;
            if (free_to_wait) {
                REQUIRE(sections[card.note + card.section]++ == 0);
            }
        }
        const int known = known_asked();
        REQUIRE(fresh <= kNewPerDay);
        REQUIRE(known <= kReviewsPerDay);
        if (catching_up_ || known == kReviewsPerDay) return;
        for (const auto& card : cards_) {
            const bool overdue = card.schedule.phase != Phase::New && card.schedule.due < day;
            REQUIRE_FALSE(overdue);
        }
    }

    /// Steps and repeats of the same day are free.
    [[nodiscard]] int known_asked() const {
        return static_cast<int>(std::count_if(asked_.begin(), asked_.end(), [](const auto& entry) {
            return entry.second.phase != Phase::New;
        }));
    }

    Random random_;
    std::vector<Scheduler> schedulers_;
    std::vector<Holiday> holidays_;
    std::vector<CardInfo> cards_ = collection();
    std::vector<Review> log_;
    std::vector<Review> today_rows_;
    std::map<std::string, Schedule> asked_;  ///< Today, with the schedule before the first answer.
    bool catching_up_ = false;               ///< In the last session.
    int catch_up_days_ = 0;
};

}  // namespace

TEST_CASE("year: 400 days keep every rule with SM-2", "[study]") {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U, 5U}) {
        CAPTURE(seed);
        Year year{Algorithm::Sm2, seed};
        year.study();
        year.check_log();
        CHECK(year.answers() > 4000);
        CHECK(year.seen() == 400);
        CHECK(year.catch_up_days() > 0);
    }
}

TEST_CASE("year: 400 days keep every rule with FSRS", "[study]") {
    for (const std::uint64_t seed : {6U, 7U, 8U, 9U, 10U}) {
        CAPTURE(seed);
        Year year{Algorithm::Fsrs, seed};
        year.study();
        year.check_log();
        CHECK(year.answers() > 4000);
        CHECK(year.seen() == 400);
        CHECK(year.catch_up_days() > 0);
    }
}
