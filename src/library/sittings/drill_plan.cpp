#include "library/sittings/drill_plan.h"

#include "cards/topic.h"
#include "core/error.h"
#include "library/find_card.h"
#include "store/cards.h"
#include "store/queue.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace wengu {
namespace {

constexpr int kDaysAhead = 7;  // without an interview in sight
constexpr int kFollowUps = 2;
/// Cards worth less speak against themselves: a step, an exercise, an answer that stands elsewhere
/// too. An interviewer has them only where there are too few others.
constexpr int kWorthAsking = 0;
constexpr int kFollowUpPool = 2000;

/// What earlier drills say of a card.
struct Past {
    std::vector<double> coverages;  ///< Newest first.
    Instant last{};
    int sessions_since = 0;
    bool failed = false;
};

std::map<std::string, Past> past_of(const std::vector<DrillRecord>& records) {
    std::map<std::string, Past> past;
    int sessions = 0;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        ++sessions;
        for (const auto& question : record->questions) {
            auto& card = past[question.card_id];
            if (const auto coverage = coverage_of(question)) card.coverages.push_back(*coverage);
            if (card.sessions_since > 0) continue;
            card.sessions_since = sessions;
            card.last = record->started.at;
            card.failed = question.grade == Grade::Again;
        }
    }
    return past;
}

bool can_be_asked(const store::QueueCard& card) {
    return card.kind != CardKind::Open && card.kind != CardKind::Cloze &&
           card.kind != CardKind::Choice && card.kind != CardKind::Point && !card.suspended;
}

std::string topic_of(const store::QueueCard& card) {
    return card.tags.empty() ? card.deck : card.tags.front();
}

class Planner {
public:
    Planner(const Store& store, const SchedulerSet& schedulers, const DrillWishes& wishes,
            Day today)
        : store_{store},
          schedulers_{schedulers},
          wishes_{wishes},
          today_{today},
          day_{wishes.profile && wishes.profile->date && *wishes.profile->date >= today
                   ? *wishes.profile->date
                   : today + std::chrono::days{kDaysAhead}},
          past_{past_of(drill_records(store))} {}

    PlannedDrill plan() {
        read_cards();
        PlannedDrill planned;
        planned.wanted = wishes_.questions;
        planned.setup = setup();
        if (wishes_.cards.empty()) {
            choose_questions(planned);
        } else {
            for (const auto& text : wishes_.cards) add(planned, find_card(store_, text).id);
        }
        if (planned.setup.plan.questions.empty()) nothing_to_ask(planned);
        return planned;
    }

private:
    void read_cards() {
        for (const auto& card : store::queue_cards(store_, std::vector<store::Term>{}, today_)) {
            if (can_be_asked(card)) cards_.push_back(card);
        }
    }

    [[nodiscard]] bool in_scope(const store::QueueCard& card) const {
        if (wishes_.tags.empty()) return true;
        return std::ranges::any_of(wishes_.tags, [&](const std::string& wanted) {
            return card.deck == wanted || card.deck.starts_with(wanted + "/") ||
                   std::ranges::any_of(card.tags, [&](const std::string& tag) {
                       return tag == wanted || tag.starts_with(wanted + "/");
                   });
        });
    }

    [[nodiscard]] Candidate candidate(const store::QueueCard& card) const {
        Candidate made;
        made.card_id = card.id;
        made.note = std::to_string(card.note_id);
        made.topic = topic_of(card);
        made.tags = card.tags;
        made.difficulty = card.note_difficulty;
        const auto& schedule = card.progress.schedule;
        made.recall = schedulers_.scheduler_for(card.deck).recall_on(schedule, day_).value_or(0);
        if (schedule.phase != Phase::New && schedule.due < today_) {
            const auto late = static_cast<double>((today_ - schedule.due).count());
            made.overdue = late / std::max(1, schedule.interval_days);
        }
        const auto past = past_.find(card.id);
        if (past == past_.end()) return made;
        made.coverages = past->second.coverages;
        made.sessions_since_asked = past->second.sessions_since;
        made.failed_last = past->second.failed;
        const auto since = Instant{today_.time_since_epoch()} - past->second.last;
        made.days_since_asked =
            std::max(0.0, std::chrono::duration<double, std::ratio<86400>>{since}.count());
        return made;
    }

    [[nodiscard]] std::vector<Candidate> candidates(int least_worth) const {
        std::vector<Candidate> found;
        for (const auto& card : cards_) {
            if (card.worth >= least_worth && in_scope(card)) found.push_back(candidate(card));
        }
        return found;
    }

    [[nodiscard]] ChooseOptions choose_options() const {
        ChooseOptions options;
        options.count = wishes_.questions;
        options.style = wishes_.style;
        options.seed = wishes_.seed;
        options.allow_repeats = options.allow_siblings = wishes_.relax;
        if (wishes_.profile) options.tag_weights = wishes_.profile->tag_weights;
        return options;
    }

    void choose_questions(PlannedDrill& planned) {
        const auto options = choose_options();
        const auto enough = [&](const Chosen& some) {
            return static_cast<int>(some.questions.size()) >= options.count;
        };
        auto candidates = this->candidates(kWorthAsking);
        auto chosen = choose(candidates, options);
        if (!enough(chosen)) {
            candidates = this->candidates(std::numeric_limits<int>::min());
            chosen = choose(candidates, options);
        }
        if (!enough(chosen) && !options.allow_siblings) {
            auto relaxed = options;
            relaxed.allow_siblings = true;
            auto more = choose(candidates, relaxed);
            planned.several_of_one_note = more.questions.size() > chosen.questions.size();
            if (planned.several_of_one_note) chosen = std::move(more);
        }
        planned.eligible = chosen.eligible;
        planned.asked_lately = chosen.asked_lately;
        // None of them may follow up another.
        for (const auto& one : chosen.questions) shown_.insert(candidates[one.candidate].card_id);
        for (const auto& one : chosen.questions) {
            const auto& r = one.reasons;
            add(planned, candidates[one.candidate].card_id);
            planned.reasons.push_back(fmt::format(
                "{:.3f} = {} {:.2f} x {} {:.2f} x ({} + {} x {} {:.2f} + {} x {} {:.2f} + {} x {} "
                "{:.2f}) x {} {:.2f} x {} {:.2f}",
                r.weight, tr("worth"), r.worth, tr("tag"), r.tag, kShares.base, kShares.forgetting,
                tr("forgotten"), r.forgetting, kShares.gap, tr("gap"), r.gap, kShares.late,
                tr("late"), r.late, tr("novelty"), r.novelty, tr("fit"), r.fit));
        }
    }

    /// What an interviewer would say instead of the front; empty where that is the front.
    static std::string spoken(const Draft& draft) {
        if (draft.topic.empty() || draft.front.find('\n') != std::string::npos) return {};
        auto sentence = spoken_question(draft.front, draft.topic, draft.kind != CardKind::Topic);
        return sentence == draft.front ? std::string{} : sentence;
    }

    [[nodiscard]] DrillQuestion question(const store::Card& card) const {
        DrillQuestion made;
        made.card_id = card.id;
        made.front = card.draft.front;
        made.back = card.draft.back;
        made.points = card.draft.points;
        made.place = fmt::format("{}:{}", card.note, card.draft.front_line);
        for (const auto& heading : card.draft.heading_path) {
            made.context += (made.context.empty() ? "" : " > ") + heading;
        }
        made.topic = card.tags.empty() ? card.deck : card.tags.front();
        made.first_time = !past_.contains(card.id);
        made.spoken = spoken(card.draft);
        if (made.spoken.empty()) made.topic_line = card.draft.topic;
        return made;
    }

    void add(PlannedDrill& planned, const std::string& id) {
        const auto card = store::card_with(store_, id);
        if (!card || card->draft.back.empty()) return;
        auto made = question(*card);
        shown_.insert(id);
        add_follow_ups(made, *card);
        planned.setup.plan.questions.push_back(std::move(made));
    }

    [[nodiscard]] FollowUp as_follow_up(const store::QueueCard& card) {
        auto& path = note_paths_[card.note_id];
        if (path.empty()) {
            const auto note = store::note_with(store_, card.note_id);
            path = note ? note->path + "\n" + note->title : "-";
        }
        return {card.id, std::to_string(card.note_id), path, card.tags, shown_.contains(card.id)};
    }

    void add_follow_ups(DrillQuestion& asked, const store::Card& card) {
        std::vector<FollowUp> pool;
        std::vector<std::string> related;
        FollowUp self{card.id, std::to_string(card.note_id), card.note, card.tags, true};
        for (const auto& other : cards_) {
            if (other.id == card.id) related = other.related;
            if (pool.size() < kFollowUpPool || other.note_id == card.note_id) {
                pool.push_back(as_follow_up(other));
            }
        }
        for (const auto index : follow_ups(self, related, pool, kFollowUps)) {
            const auto found = store::card_with(store_, pool[index].card_id);
            if (!found || found->draft.back.empty()) continue;
            shown_.insert(found->id);
            asked.follow_ups.push_back(question(*found));
        }
    }

    [[nodiscard]] DrillSetup setup() const {
        DrillSetup made;
        made.plan.style = wishes_.style;
        made.plan.prepare_ms = wishes_.prepare_ms;
        made.plan.target_ms = wishes_.target_ms;
        made.plan.score = wishes_.score;
        made.seed = wishes_.seed;
        made.answer = wishes_.answer;
        made.schedule = wishes_.schedule;
        made.strict = wishes_.strict;
        if (wishes_.profile) {
            made.profile =
                wishes_.profile->company.empty() ? wishes_.profile->name : wishes_.profile->company;
            made.days_to_interview = days_left(*wishes_.profile, today_);
            made.plan.language = wishes_.profile->language;
        }
        return made;
    }

    [[noreturn]] void nothing_to_ask(const PlannedDrill& planned) const {
        if (cards_.empty()) {
            fail("there is no question to ask yet; bring notes in with `wengu import PATH`");
        }
        if (planned.asked_lately > 0) {
            fail("every question in reach was asked lately; `--relax` asks them again");
        }
        fail("no card matches; `wengu list` shows what there is");
    }

    const Store& store_;
    const SchedulerSet& schedulers_;
    const DrillWishes& wishes_;
    Day today_;
    Day day_;
    std::map<std::string, Past> past_;
    std::vector<store::QueueCard> cards_;
    std::set<std::string> shown_;
    std::map<store::NoteId, std::string> note_paths_;
};

}  // namespace

PlannedDrill plan_drill(const Store& store, const SchedulerSet& schedulers,
                        const DrillWishes& wishes, Day today) {
    return Planner{store, schedulers, wishes, today}.plan();
}

}  // namespace wengu
