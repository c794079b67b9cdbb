#include "student.h"

#include "memory/forecast.h"

#include <algorithm>
#include <array>

namespace wengu::student {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

const Day kFirst = Day{days{20'000}};
constexpr int kMonth = 30;

/// Grades of a recalled card (Hard, Good, Easy), and seconds by grade: the
/// figures of the fsrs-rs simulator.
constexpr std::array<double, 4> kSeconds{19.38, 17.59, 12.38, 8.94};
constexpr std::array<double, 4> kFirstShares{0.24, 0.094, 0.495, 0.171};
constexpr std::array<double, 4> kRecalledShares{0, 0.224, 0.631, 0.145};
constexpr double kRepeatSeconds = 12.32;

struct Memory {
    fsrs::Memory state;
    Day last{};
    bool seen = false;
};

class Student {
public:
    explicit Student(const Setup& setup) : setup_{setup}, truth_{setup.truth}, random_{setup.seed} {
        SchedulerOptions options;
        options.algorithm = setup.algorithm;
        schedulers_.emplace_back(options);
        const auto count = static_cast<std::size_t>(setup.notes * setup.cards_per_note);
        memories_.resize(count);
        cards_.resize(count);
        for (std::size_t i = 0; i < count; ++i) {
            const auto note = i / static_cast<std::size_t>(setup.cards_per_note);
            cards_[i].id = "c" + std::to_string(i);
            cards_[i].note = "n" + std::to_string(note);
            cards_[i].section = std::to_string(i % 4);
            cards_[i].order = i;
        }
    }

    Result run() {
        for (int day = 0; day < setup_.days; ++day) {
            if (day % kMonth == 0) begin_month();
            if (day % 365 < 351) study_day_of(kFirst + days{day});  // two weeks off a year
            if (day % kMonth == kMonth - 1) end_month(kFirst + days{day});
        }
        finish();
        return result_;
    }

private:
    void study_day_of(Day day) {
        QueueOptions options;
        options.now = {Instant{day.time_since_epoch()} + hours{10}, minutes{0}};
        const auto queue = build_queue(cards_, {}, schedulers_, options);
        Moment now = options.now;
        for (const auto& item : queue.items) visit(item.card, day, now);
    }

    /// One card from its question to the last repeat of the day.
    void visit(std::size_t index, Day day, Moment& now) {
        auto& card = cards_[index];
        auto& memory = memories_[index];
        Grade grade = Grade::Again;
        if (!memory.seen) {
            grade = draw_grade(kFirstShares, random_);
            memory = {.state = truth_.first(grade), .last = day, .seen = true};
        } else {
            const double recall = true_recall(memory, day);
            const bool recalled = random_.unit() < recall;
            if (recalled) grade = draw_grade(kRecalledShares, random_);
            learn(memory, day, grade);
            reviews_ += 1;
            recalled_ += recalled ? 1 : 0;
        }
        spend(kSeconds[static_cast<std::size_t>(grade) - 1], now);
        const CardSeed seed{.card_id = card.id};
        const auto& scheduler = schedulers_.front();
        card.schedule = scheduler.next(card.schedule, now, grade, seed);
        for (int i = 0; i < 5 && scheduler.repeats_today(card.schedule, grade, day); ++i) {
            grade = Grade::Good;
            learn(memory, day, grade);
            spend(kRepeatSeconds, now);
            card.schedule = scheduler.next(card.schedule, now, grade, seed);
        }
    }

    void learn(Memory& memory, Day day, Grade grade) const {
        memory.state =
            truth_.next(memory.state, static_cast<double>((day - memory.last).count()), grade);
        memory.last = day;
    }

    [[nodiscard]] double true_recall(const Memory& memory, Day day) const {
        if (!memory.seen) return 0;
        return truth_.recall(static_cast<double>((day - memory.last).count()),
                             memory.state.stability);
    }

    void spend(double seconds, Moment& now) {
        seconds_ += seconds;
        now.at += std::chrono::milliseconds{static_cast<int>(seconds * 1000)};
    }

    void begin_month() { reviews_ = recalled_ = seconds_ = 0; }

    void end_month(Day day) {
        Month month{.reviews_per_day = reviews_ / kMonth,
                    .minutes_per_day = seconds_ / 60 / kMonth,
                    .recalled = reviews_ > 0 ? recalled_ / reviews_ : 0};
        for (const auto& memory : memories_) month.true_recall += true_recall(memory, day);
        for (const auto& card : cards_) month.mastery += mastery_level(card.schedule);
        month.true_recall /= static_cast<double>(cards_.size());
        month.mastery /= static_cast<double>(cards_.size());
        result_.months.push_back(month);
        result_.reviews += reviews_;
        result_.recalled += recalled_;
        result_.minutes += seconds_ / 60;
    }

    void finish() {
        result_.recalled /= std::max(1.0, result_.reviews);
        double count = 0;
        for (std::size_t i = 0; i < cards_.size(); ++i) {
            if (mastery_level(cards_[i].schedule) < 0.9) continue;
            count += 1;
            result_.mastered_holds += truth_.recall(30, memories_[i].state.stability);
        }
        result_.mastered = count / static_cast<double>(cards_.size());
        result_.mastered_holds /= std::max(1.0, count);
    }

    const Setup& setup_;
    fsrs::Model truth_;
    Random random_;
    std::vector<Scheduler> schedulers_;
    std::vector<Memory> memories_;
    std::vector<CardInfo> cards_;
    Result result_;
    double reviews_ = 0;  ///< Of this month, as the two below.
    double recalled_ = 0;
    double seconds_ = 0;
};

}  // namespace

Result study(const Setup& setup) { return Student{setup}.run(); }

}  // namespace wengu::student
