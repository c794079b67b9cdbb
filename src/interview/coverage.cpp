#include "interview/coverage.h"

#include "core/message.h"
#include "core/text.h"
#include "interview/evidence.h"
#include "interview/manner.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr double kTick = 0.24;       // from here on a point counts as heard
constexpr double kOwn = 0.21;        // of it, by words that no better heard point has
constexpr double kStrong = 0.7;      // of the other points heard: a good answer
constexpr double kCross = 0.16;      // below this nothing like it was heard
constexpr double kElsewhere = 0.25;  // a word heard outside the best window
constexpr double kJustBelow = 0.8 * kTick;
constexpr double kNothing = 0.06;         // up to here not a word of it was heard
constexpr int kFewItems = 2;              // fewer heard prove nothing
constexpr double kClash = 0.5;            // from here on the texts differ
constexpr double kHintOfClash = 0.2;      // the same in an answer that differs elsewhere
constexpr double kManyClashes = 0.34;     // of the points heard: the whole answer is in doubt
constexpr int kSeveral = 2;               // so many at least
constexpr double kOwnWords = 0.5;         // unexplained speech: this answer has its own words
constexpr double kThrownTogether = 0.55;  // words that stand apart on the card

/// A point with where it was heard best.
struct Finding {
    const PointItems* items = nullptr;
    Window window;
    std::optional<Clash> clash;
    PointHint hint;
};

/// Everything a card and an answer were read into.
struct Texts {
    std::string_view answer;
    const std::vector<Point>& points;
    Terms terms;
    std::vector<Heard> card;
    Heard said;

    Texts(std::string_view text, const std::vector<Point>& of, const Tokens& question,
          const Concepts& concepts)
        : answer{text}, points{of}, terms{of, question, concepts}, said{terms.find_in(text, true)} {
        for (const auto& point : of) card.push_back(terms.find_in(text_of(point), false));
    }
};

std::optional<Clash> worst_clash(const Texts& texts, std::size_t number, const Reach& reach) {
    const auto found = clashes_of(number, texts.card, texts.said, reach, texts.terms);
    const auto worst = std::ranges::max_element(found, {}, &Clash::strength);
    if (worst == found.end()) return std::nullopt;
    return *worst;
}

/// A point is contradicted where it was heard only if nothing says it right.
void hold_against(const Texts& texts, std::size_t number, const std::vector<Window>& windows,
                  Finding& finding) {
    double least = 2;
    for (const auto& window : windows) {
        const auto clash = worst_clash(texts, number, window.reach);
        const double strength = clash ? clash->strength : 0;
        if (strength >= least) continue;
        least = strength;
        finding.window = window;
        finding.clash = clash;
    }
}

Finding find_point(const Texts& texts, std::size_t number, const PointItems& items) {
    Finding finding{&items, {}, {}, {}};
    const auto windows = windows_of(items, texts.said);
    if (windows.empty() || items.full <= 0) return finding;
    hold_against(texts, number, windows, finding);
    Hearing everywhere{items};
    for (const auto& tokens : texts.said.tokens) everywhere.hear(tokens);
    const auto& best = windows.front();
    auto& hint = finding.hint;
    const double elsewhere = everywhere.weight() - best.weight;
    hint.score = std::min(1.0, (best.weight + kElsewhere * elsewhere) / items.full);
    if (best.items < std::min(kFewItems, static_cast<int>(items.items.size()))) {
        hint.score = std::min(hint.score, kJustBelow);
    }
    const auto& clauses = texts.said.clauses;
    const auto begin = clauses[finding.window.reach.first].begin;
    hint.evidence =
        trim(texts.answer.substr(begin, clauses[finding.window.reach.last].end - begin));
    hint.sentence = clauses[finding.window.reach.first].sentence;
    return finding;
}

std::string clause_text(std::string_view text, const Heard& heard, std::size_t clause) {
    const auto& place = heard.clauses[clause];
    return std::string{trim(text.substr(place.begin, place.end - place.begin))};
}

/// What of a point was heard in words that none of `others` has, as a share of it.
double own_share(const Finding& one, const std::vector<const PointItems*>& others,
                 const Heard& said) {
    Hearing match{*one.items};
    for (auto i = one.window.reach.first; i <= one.window.reach.last; ++i) {
        match.hear(said.tokens[i]);
    }
    return match.weight_without(others) / one.items->full;
}

/// Words that a better heard point has as well were probably meant for that one.
void doubt_shared_words(std::vector<Finding>& findings, const Heard& said) {
    const auto before = findings;
    for (auto& one : findings) {
        if (one.hint.state != PointState::Mentioned) continue;
        std::vector<const PointItems*> better;
        for (const auto& other : before) {
            const bool ticked = other.hint.state == PointState::Mentioned;
            if (ticked && other.hint.score > one.hint.score) better.push_back(other.items);
        }
        if (better.empty() || own_share(one, better, said) >= kOwn) continue;
        one.hint.state = PointState::Perhaps;
        one.hint.score = std::min(one.hint.score, kJustBelow);
    }
}

int count_of(const std::vector<Finding>& findings, PointState state) {
    return static_cast<int>(std::ranges::count_if(
        findings, [&](const Finding& one) { return one.hint.state == state; }));
}

int letters_in(const Heard& heard) {
    int length = 0;
    for (const auto& clause : heard.clauses) length += clause.length;
    return length;
}

/// Whether what nothing explains is long enough to hold the points that were not heard, as
/// the card has them: own words are seldom shorter.
bool may_hold_crosses(const std::vector<Finding>& findings, const Texts& texts,
                      const Manner& manner) {
    int unheard = 0;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const bool missing = findings[i].hint.state == PointState::Missing;
        if (missing) unheard += letters_in(texts.card[i]);
    }
    int left = 0;
    for (const auto clause : manner.left_over) left += texts.said.clauses[clause].length;
    return left >= unheard;
}

/// Not hearing a point proves little when its words were out of reach, when the answer had
/// most of the others, or when enough is left over to hold it.
void doubt_crosses(std::vector<Finding>& findings, const Concepts::Scripts& spoken, bool may_hold) {
    const auto others = std::max<std::size_t>(findings.size(), 2) - 1;
    const int heard = count_of(findings, PointState::Mentioned);
    const bool strong = heard >= kStrong * static_cast<double>(others);
    for (auto& one : findings) {
        if (one.hint.state != PointState::Missing) continue;
        const bool nearly = strong && one.hint.score > kNothing;
        if (nearly || may_hold || !is_in_reach(*one.items, spoken)) {
            one.hint.state = PointState::Perhaps;
        }
    }
}

/// An answer that differs in several places is to be doubted in the others, too.
bool is_doubtful(const std::vector<Finding>& findings) {
    const int differs = count_of(findings, PointState::Differs);
    const int heard = differs + count_of(findings, PointState::Mentioned);
    return differs >= kSeveral && differs >= kManyClashes * heard;
}

void doubt_ticks(std::vector<Finding>& findings, bool clash_is_enough) {
    for (auto& one : findings) {
        if (one.hint.state != PointState::Mentioned) continue;
        const bool clash = clash_is_enough && one.clash && one.clash->strength >= kHintOfClash;
        one.hint.state = clash ? PointState::Differs : PointState::Perhaps;
    }
}

/// Words of the card among words of something else say nothing of the card.
bool is_explained(const Finding& finding, const Manner& manner) {
    const auto& [first, last] = finding.window.reach;
    for (auto clause = first; clause <= last; ++clause) {
        if (std::ranges::find(manner.left_over, clause) == manner.left_over.end()) return true;
    }
    return false;
}

PointState judge(const Point& point, const Finding& finding, const Manner& manner) {
    const bool own_words = manner.unexplained >= kOwnWords;
    const bool heard = finding.hint.score >= kTick && is_explained(finding, manner);
    const bool clash = finding.clash && finding.clash->strength >= kClash;
    if (heard && clash) return own_words ? PointState::Perhaps : PointState::Differs;
    const bool verdict = point.kind == "verdict" && finding.hint.score > kNothing;
    if (verdict) return PointState::Perhaps;
    if (heard) return PointState::Mentioned;
    return finding.hint.score < kCross ? PointState::Missing : PointState::Perhaps;
}

void name_difference(const Texts& texts, std::size_t number, Finding& finding) {
    if (finding.hint.state != PointState::Differs) return;
    const auto& clash = *finding.clash;
    finding.hint.difference = Difference{
        clash.kind, clause_text(text_of(texts.points[number]), texts.card[number], clash.meant),
        clause_text(texts.answer, texts.said, clash.said)};
}

}  // namespace

std::string_view name_of(PointState state) {
    constexpr std::array<std::string_view, 4> kNames{"mentioned", "perhaps", "missing", "differs"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::string doubt_sentence() {
    return tr(
        "this answer uses the card's words but seems to disagree in several places: check "
        "each point");
}

Coverage cover(std::string_view question, const std::vector<Point>& points, std::string_view said,
               const Concepts& concepts, const Rarity& rarity) {
    const auto asked = tokens_of(words_of(question), concepts);
    Coverage coverage;
    coverage.remark = remark_on(said, points, asked, concepts);
    if (coverage.remark == Remark::Empty) {
        coverage.points.resize(points.size());
        return coverage;
    }
    const auto read = read_points(points, asked, concepts, rarity);
    const Texts texts{said, points, asked, concepts};
    const auto manner = reading_fingerprint(texts.said, texts.card, asked, concepts);
    coverage.own_words = manner.unexplained >= kOwnWords;
    std::vector<Finding> found;
    for (std::size_t i = 0; i < points.size(); ++i) {
        found.push_back(find_point(texts, i, read[i]));
        found.back().hint.state = judge(points[i], found.back(), manner);
    }
    doubt_shared_words(found, texts.said);
    if (coverage.remark == Remark::None && manner.word_list) coverage.remark = Remark::WordList;
    const bool thrown = manner.thrown_together >= kThrownTogether;
    coverage.doubtful = is_doubtful(found) || thrown;
    if (coverage.doubtful) doubt_ticks(found, !thrown);
    if (forbids_ticks(coverage.remark)) doubt_ticks(found, false);
    const auto spoken = scripts_of(words_of(said));
    doubt_crosses(found, spoken, may_hold_crosses(found, texts, manner));
    const auto unheard = std::ranges::count_if(read, [&](const PointItems& point) {
        return !point.items.empty() && !is_in_reach(point, spoken);
    });
    if (coverage.remark == Remark::None && unheard * 2 > std::ssize(read)) {
        coverage.remark = Remark::OtherLanguage;
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        name_difference(texts, i, found[i]);
        coverage.points.push_back(std::move(found[i].hint));
    }
    for (const auto clause : manner.left_over) {
        coverage.left_over.push_back(clause_text(said, texts.said, clause));
    }
    return coverage;
}

}  // namespace wengu
