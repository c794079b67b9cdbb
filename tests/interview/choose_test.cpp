#include "interview/choose.h"

#include "core/random.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <iostream>
#include <set>

namespace wengu {
namespace {

/// Twelve notes of two cards each in three topics; every fourth note is hard.
std::vector<Candidate> collection() {
    std::vector<Candidate> cards;
    for (int i = 0; i < 24; ++i) {
        Candidate card;
        card.card_id = fmt::format("card-{}", i);
        card.note = fmt::format("note-{}", i / 2);
        card.topic = fmt::format("topic-{}", i % 3);
        card.tags = {card.topic};
        card.difficulty = i % 4 == 0 ? "hard" : i % 4 == 1 ? "easy" : "medium";
        card.recall = i < 12 ? 0.95 : 0.3;
        cards.push_back(card);
    }
    return cards;
}

std::vector<std::string> ids(const Chosen& chosen, const std::vector<Candidate>& cards) {
    std::vector<std::string> result;
    for (const auto& one : chosen.questions) result.push_back(cards[one.candidate].card_id);
    return result;
}

TEST_CASE("choose: the same seed gives the same questions, another seed others", "[interview]") {
    const auto cards = collection();
    const auto first = ids(choose(cards, {.count = 4, .seed = 7}), cards);
    CHECK(first.size() == 4);
    CHECK(ids(choose(cards, {.count = 4, .seed = 7}), cards) == first);
    CHECK(ids(choose(cards, {.count = 4, .seed = 8}), cards) != first);
}

TEST_CASE("choose: the weight is what its parts say", "[interview]") {
    Candidate card;
    card.difficulty = "hard";
    card.recall = 0.5;
    card.overdue = 3;
    card.coverages = {1, 0};
    card.tags = {"a"};
    const auto reasons = weigh(card, {.style = DrillStyle::Tough, .tag_weights = {{"a", 3}}});
    CHECK(reasons.gap == Approx(1 - 1 / 1.8));
    CHECK(reasons.late == 1);
    CHECK(reasons.weight ==
          Approx(3 * (0.15 + 0.45 * 0.5 + 0.25 * (1 - 1 / 1.8) + 0.15) * 1 * 1.5));
    CHECK(weighed_coverage({}) == Approx(0.4));
}

TEST_CASE("choose: what was asked lately stays away unless it failed", "[interview]") {
    Candidate card;
    card.days_since_asked = 1;
    card.sessions_since_asked = 1;
    CHECK(weigh(card, {}).weight == 0);
    CHECK(weigh(card, {.allow_repeats = true}).weight > 0);
    card.failed_last = true;
    CHECK(weigh(card, {}).novelty == Approx(1.3));
    card.failed_last = false;
    card.days_since_asked = 28;
    card.sessions_since_asked = 5;
    CHECK(weigh(card, {}).novelty == Approx(1 - 0.6 * std::exp(-2.0)));
}

TEST_CASE("choose: too few eligible cards are said, not padded", "[interview]") {
    auto cards = collection();
    cards.resize(4);
    const auto chosen = choose(cards, {.count = 6});
    CHECK(chosen.questions.size() == 2);  // one of each note
    CHECK(chosen.eligible == 4);
    CHECK(choose(cards, {.count = 6, .allow_siblings = true}).questions.size() == 4);
    CHECK(choose({}, {.count = 6}).questions.empty());
}

TEST_CASE("choose: it begins with the easiest and the hardest comes third", "[interview]") {
    const auto cards = collection();
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const auto chosen = choose(cards, {.count = 5, .seed = seed});
        const auto hardness = [&](std::size_t i) {
            const auto& card = cards[chosen.questions[i].candidate];
            return (card.difficulty == "hard"   ? 2
                    : card.difficulty == "easy" ? 0
                                                : 1) +
                   (1 - card.recall);
        };
        for (std::size_t i = 1; i < 5; ++i) {
            CHECK(hardness(0) <= hardness(i));
            CHECK(hardness(2) >= hardness(i));
        }
    }
}

/// Two hundred sessions, one a day, each remembering what was asked.
TEST_CASE("choose: over 200 sessions nothing repeats, quotas hold, weak cards come more",
          "[interview]") {
    auto cards = collection();
    std::map<std::string, int> last_session;
    std::map<std::string, int> times;
    int weak = 0;
    int strong = 0;
    for (int session = 0; session < 200; ++session) {
        for (auto& card : cards) {
            const auto asked = last_session.find(card.card_id);
            if (asked == last_session.end()) continue;
            card.sessions_since_asked = session - asked->second;
            card.days_since_asked = session - asked->second;
        }
        const auto seed = static_cast<std::uint64_t>(session);
        const auto chosen = choose(cards, {.count = 4, .seed = seed});
        REQUIRE(chosen.questions.size() == 4);
        std::set<std::string> notes;
        std::map<std::string, int> topics;
        for (const auto& one : chosen.questions) {
            const auto& card = cards[one.candidate];
            CHECK(notes.insert(card.note).second);
            ++topics[card.topic];
            if (last_session.count(card.card_id) > 0) {
                CHECK(session - last_session[card.card_id] > 2);
            }
            last_session[card.card_id] = session;
            ++times[card.card_id];
            ++(card.recall < 0.5 ? weak : strong);
        }
        for (const auto& [topic, count] : topics) CHECK(count <= 2);
    }
    std::cout << "choose: how often in 200 sessions of 4\n"
              << fmt::format("{:<8} {:<8} {:<7} {:>6} {:>6}\n", "card", "topic", "level", "recall",
                             "asked");
    for (const auto& card : cards) {
        std::cout << fmt::format("{:<8} {:<8} {:<7} {:>6.2f} {:>6}\n", card.card_id, card.topic,
                                 card.difficulty, card.recall, times[card.card_id]);
    }
    std::cout << "choose: 200 sessions of 4: weak cards asked " << weak << " times, strong ones "
              << strong << "\n";
    CHECK(weak > strong * 5 / 4);
}

TEST_CASE("choose: each tag of a profile is asked once if there is room", "[interview]") {
    const auto cards = collection();
    const std::map<std::string, double> weights{{"topic-0", 2}, {"topic-1", 1}};
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        std::map<std::string, int> topics;
        for (const auto& one :
             choose(cards, {.count = 4, .tag_weights = weights, .seed = seed}).questions) {
            ++topics[cards[one.candidate].topic];
        }
        CHECK(topics["topic-0"] >= 1);
        CHECK(topics["topic-1"] >= 1);
    }
}

TEST_CASE("follow-up: siblings first, then related notes, then the rarest shared tag",
          "[interview]") {
    const FollowUp asked{"a", "n1", "n1.md", {"common", "rare"}, false};
    const std::vector<FollowUp> pool{{"x", "n4", "n4.md", {"common"}, false},
                                     {"y", "n3", "n3.md", {"common", "rare"}, false},
                                     {"z", "n2", "topics/n2.md", {"common"}, false},
                                     {"b", "n1", "n1.md", {}, false},
                                     {"c", "n1", "n1.md", {}, true},
                                     asked};
    CHECK(follow_ups(asked, {"n2"}, pool, 9) == std::vector<std::size_t>{3, 2, 1});
    CHECK(follow_ups(asked, {}, pool, 1) == std::vector<std::size_t>{3});
}

}  // namespace
}  // namespace wengu
