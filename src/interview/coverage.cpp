#include "interview/coverage.h"

#include "core/text.h"
#include "interview/clauses.h"
#include "interview/point_items.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr double kTick = 0.24;              // from here on a point counts as mentioned
constexpr double kOwn = 0.21;               // of it, by words that no better heard point has
constexpr double kStrong = 0.7;             // of the other points ticked: a good answer
constexpr double kCross = 0.14;             // below this nothing like it was heard
constexpr double kElsewhere = 0.25;         // a word heard outside the best window
constexpr double kRejected = 0.5;           // the window turns down what the point asks for
constexpr double kJustBelow = 0.8 * kTick;  // only the person can tell
constexpr int kWindow = 32;                 // as long as one long clause
constexpr std::size_t kMostClauses = 4;
constexpr int kFewItems = 2;  // fewer heard prove nothing

struct HeardClause {
    Clause clause;
    Tokens tokens;
    Polarity polarity;
};

std::vector<HeardClause> listen(std::string_view said, const Concepts& concepts) {
    std::vector<HeardClause> heard;
    for (auto& clause : clauses_of(said)) {
        auto tokens = tokens_of(clause.words, concepts);
        const auto polarity = polarity_of(clause.words);
        heard.push_back({std::move(clause), std::move(tokens), polarity});
    }
    return heard;
}

/// How clearly each item of a point was heard in some clauses.
class Match {
public:
    explicit Match(const PointItems& point) : point_{&point}, clearly_(point.items.size()) {}

    void hear(const Tokens& tokens) {
        for (std::size_t i = 0; i < clearly_.size(); ++i) {
            clearly_[i] = std::max(clearly_[i], clarity(point_->items[i], tokens));
        }
    }

    [[nodiscard]] double weight() const {
        return weight_if([](const Item&) { return true; });
    }

    template <typename Wanted>
    [[nodiscard]] double weight_if(Wanted wanted) const {
        double sum = 0;
        for (std::size_t i = 0; i < clearly_.size(); ++i) {
            const auto& item = point_->items[i];
            if (clearly_[i] > 0 && wanted(item)) sum += clearly_[i] * item.weight;
        }
        return sum;
    }

    [[nodiscard]] int items() const {
        return static_cast<int>(std::ranges::count_if(clearly_, [](double c) { return c > 0; }));
    }

private:
    const PointItems* point_;
    std::vector<double> clearly_;
};

struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
    double weight = 0;
    int items = 0;
};

/// The neighbouring clauses that say most of the point: two, or more when they are short.
Window best_window(const PointItems& point, const std::vector<HeardClause>& heard) {
    Window best;
    for (std::size_t first = 0; first < heard.size(); ++first) {
        Match match{point};
        int length = 0;
        const auto end = std::min(first + kMostClauses, heard.size());
        for (auto last = first; last < end; ++last) {
            length += heard[last].clause.length;
            const bool more =
                length <= kWindow && heard[last].clause.sentence == heard[first].clause.sentence;
            if (last > first + 1 && !more) break;
            match.hear(heard[last].tokens);
            const double weight = match.weight();
            if (weight > best.weight + 1e-9) best = {first, last, weight, match.items()};
        }
    }
    return best;
}

double adjusted(double score, const PointItems& point, const std::vector<HeardClause>& heard,
                const Window& window) {
    bool rejects = false;
    bool denies = false;
    for (auto i = window.first; i <= window.last; ++i) {
        rejects |= heard[i].polarity.rejects;
        denies |= heard[i].polarity.denies;
    }
    if (rejects && !point.polarity.denies) score = std::min(score * kRejected, kJustBelow);
    if (point.polarity.denies && !denies) score = std::min(score, kJustBelow);
    return score;
}

/// A point with where it was heard best.
struct Heard {
    const PointItems* point = nullptr;
    Window window;
    PointHint hint;
};

Heard hear_point(const PointItems& point, const std::vector<HeardClause>& heard,
                 std::string_view said) {
    Heard result{&point, best_window(point, heard), {}};
    const auto& window = result.window;
    auto& hint = result.hint;
    if (window.items == 0 || point.full <= 0) return result;
    Match everywhere{point};
    for (const auto& clause : heard) everywhere.hear(clause.tokens);
    const double elsewhere = everywhere.weight() - window.weight;
    hint.score = std::min(1.0, (window.weight + kElsewhere * elsewhere) / point.full);
    hint.score = adjusted(hint.score, point, heard, window);
    if (window.items < std::min(kFewItems, static_cast<int>(point.items.size()))) {
        hint.score = std::min(hint.score, kJustBelow);
    }
    const auto begin = heard[window.first].clause.begin;
    hint.evidence = trim(said.substr(begin, heard[window.last].clause.end - begin));
    hint.sentence = heard[window.first].clause.sentence;
    return result;
}

PointState judge(const Point& point, double score) {
    if (point.kind == "verdict") return PointState::Ask;
    if (score >= kTick) return PointState::Mentioned;
    return score < kCross ? PointState::Missing : PointState::Ask;
}

/// What of a point was heard in words that none of `others` has, as a share of it.
double own_share(const Heard& one, const std::vector<const PointItems*>& others,
                 const std::vector<HeardClause>& heard) {
    Match match{*one.point};
    for (auto i = one.window.first; i <= one.window.last; ++i) match.hear(heard[i].tokens);
    const double own = match.weight_if([&](const Item& item) {
        return std::ranges::none_of(
            others, [&](const PointItems* other) { return has_item(*other, item); });
    });
    return own / one.point->full;
}

/// Words that a better heard point has as well were probably meant for that one: a tick
/// that rests on them is asked.
void doubt_shared_words(std::vector<Heard>& points, const std::vector<HeardClause>& heard) {
    const auto before = points;
    for (auto& one : points) {
        if (one.hint.state != PointState::Mentioned) continue;
        std::vector<const PointItems*> better;
        for (const auto& other : before) {
            const bool ticked = other.hint.state == PointState::Mentioned;
            if (ticked && other.hint.score > one.hint.score) better.push_back(other.point);
        }
        if (better.empty() || own_share(one, better, heard) >= kOwn) continue;
        one.hint.state = PointState::Ask;
        one.hint.score = std::min(one.hint.score, kJustBelow);
    }
}

/// Not hearing a point proves little when its words were out of reach, or when
/// the answer had most of the others: then it is asked.
void doubt_crosses(std::vector<Heard>& points, const Concepts::Scripts& spoken) {
    const auto ticked = std::ranges::count_if(
        points, [](const Heard& one) { return one.hint.state == PointState::Mentioned; });
    const bool strong = static_cast<double>(ticked) >=
                        kStrong * static_cast<double>(std::max<std::size_t>(points.size(), 2) - 1);
    for (auto& one : points) {
        if (one.hint.state != PointState::Missing) continue;
        if (strong || !is_in_reach(*one.point, spoken)) one.hint.state = PointState::Ask;
    }
}

}  // namespace

std::string_view name_of(PointState state) {
    constexpr std::array<std::string_view, 3> kNames{"mentioned", "ask", "missing"};
    return kNames.at(static_cast<std::size_t>(state));
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
    const auto heard = listen(said, concepts);
    std::vector<Heard> found;
    for (std::size_t i = 0; i < points.size(); ++i) {
        found.push_back(hear_point(read[i], heard, said));
        auto& hint = found.back().hint;
        hint.state = judge(points[i], hint.score);
        if (forbids_ticks(coverage.remark) && hint.state == PointState::Mentioned) {
            hint.state = PointState::Ask;
        }
    }
    doubt_shared_words(found, heard);
    const auto spoken = scripts_of(words_of(said));
    doubt_crosses(found, spoken);
    const auto unheard = std::ranges::count_if(read, [&](const PointItems& point) {
        return !point.items.empty() && !is_in_reach(point, spoken);
    });
    if (coverage.remark == Remark::None && unheard * 2 > std::ssize(read)) {
        coverage.remark = Remark::OtherLanguage;
    }
    for (auto& one : found) coverage.points.push_back(std::move(one.hint));
    return coverage;
}

}  // namespace wengu
