#include "interview/coverage.h"

#include "core/message.h"
#include "core/text.h"
#include "interview/clauses.h"
#include "interview/polarity.h"
#include "interview/tokens.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace wengu {
namespace {

constexpr double kTick = 0.28;            // from here on a point counts as mentioned
constexpr double kReach = 0.5;            // share of a point that must be recognisable to miss it
constexpr double kStrong = 0.7;           // of the other points ticked: a good answer
constexpr double kCross = 0.12;           // below this nothing like it was heard
constexpr double kTitle = 1.5;            // a word of the title, against one of the detail
constexpr double kInQuestion = 0.25;      // a word that the question had already
constexpr double kElsewhere = 0.25;       // a word heard outside the best window
constexpr double kRejected = 0.5;         // the window turns down what the point asks for
constexpr double kPolarityDiffers = 0.8;  // of kTick: only the person can tell
constexpr std::size_t kHeaviest = 6;      // so many items make a point complete
constexpr int kFewItems = 2;              // fewer heard prove nothing
constexpr int kShortest = 15;             // characters; less is no answer to judge

struct PointItems {
    std::vector<Item> items;
    double full = 0;  ///< The weight that makes the point complete.
    Polarity polarity;
};

void merge(std::vector<Item>& into, const std::vector<Item>& items, double factor) {
    for (const auto& item : items) {
        const auto same = std::ranges::find(into, item.readings, &Item::readings);
        if (same == into.end()) {
            into.push_back({item.readings, item.weight * factor, item.scripts});
        } else {
            same->weight = std::max(same->weight, item.weight * factor);
        }
    }
}

PointItems read_point(const Point& point, const Concepts& concepts) {
    PointItems read;
    const auto title = words_of(point.title);
    merge(read.items, items_of(title, concepts), kTitle);
    merge(read.items, items_of(words_of(point.detail), concepts), 1);
    read.polarity = polarity_of(title);
    return read;
}

/// The weight of the heaviest items: hearing these is hearing the point.
double full_weight(const std::vector<Item>& items) {
    std::vector<double> weights;
    for (const auto& item : items) weights.push_back(item.weight);
    std::ranges::sort(weights, std::greater{});
    weights.resize(std::min(weights.size(), kHeaviest));
    double full = 0;
    for (const double weight : weights) full += weight;
    return full;
}

std::vector<PointItems> read_points(const std::vector<Point>& points, const Tokens& question,
                                    const Concepts& concepts, const Rarity& rarity) {
    std::vector<PointItems> result;
    std::unordered_map<std::uint64_t, int> points_with;
    for (const auto& point : points) {
        result.push_back(read_point(point, concepts));
        for (const auto& item : result.back().items) ++points_with[item.readings.front()];
    }
    for (auto& point : result) {
        for (auto& item : point.items) {
            const auto first = item.readings.front();
            item.weight *= rarity.weight(first) / std::sqrt(points_with[first]);
            if (clarity(item, question) > 0) item.weight *= kInQuestion;
        }
        point.full = full_weight(point.items);
    }
    return result;
}

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
        double sum = 0;
        for (std::size_t i = 0; i < clearly_.size(); ++i) {
            sum += clearly_[i] * point_->items[i].weight;
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

/// The one or two neighbouring clauses that say most of the point.
Window best_window(const PointItems& point, const std::vector<HeardClause>& heard) {
    Window best;
    for (std::size_t first = 0; first < heard.size(); ++first) {
        Match match{point};
        for (auto last = first; last < std::min(first + 2, heard.size()); ++last) {
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
    if (rejects && !point.polarity.denies)
        score = std::min(score * kRejected, kTick * kPolarityDiffers);
    if (point.polarity.denies && !denies) score = std::min(score, kTick * kPolarityDiffers);
    return score;
}

PointHint hint_for(const PointItems& point, const std::vector<HeardClause>& heard,
                   std::string_view said) {
    const auto window = best_window(point, heard);
    PointHint hint;
    if (window.items == 0 || point.full <= 0) return hint;
    Match everywhere{point};
    for (const auto& clause : heard) everywhere.hear(clause.tokens);
    const double elsewhere = everywhere.weight() - window.weight;
    hint.score = std::min(1.0, (window.weight + kElsewhere * elsewhere) / point.full);
    hint.score = adjusted(hint.score, point, heard, window);
    if (window.items < std::min(kFewItems, static_cast<int>(point.items.size()))) {
        hint.score = std::min(hint.score, kTick * kPolarityDiffers);
    }
    const auto begin = heard[window.first].clause.begin;
    hint.evidence = trim(said.substr(begin, heard[window.last].clause.end - begin));
    hint.sentence = heard[window.first].clause.sentence;
    return hint;
}

/// In which scripts the answer speaks: at least a fifth of it.
Concepts::Scripts scripts_of(const std::vector<HeardClause>& heard) {
    int han = 0;
    int latin = 0;
    for (const auto& [clause, tokens, polarity] : heard) {
        for (const auto& word : clause.words) {
            han += word.kind == Word::Kind::Han;
            latin += word.kind == Word::Kind::Latin ? 2 : 0;
        }
    }
    return {han * 5 >= han + latin, latin * 5 >= han + latin};
}

/// Share of the point's weight that would have been recognised in these scripts.
double reach_of(const PointItems& point, const Concepts::Scripts& spoken) {
    double reached = 0;
    double total = 0;
    for (const auto& item : point.items) {
        total += item.weight;
        const bool can = (item.scripts.han && spoken.han) || (item.scripts.latin && spoken.latin);
        if (can) reached += item.weight;
    }
    return total > 0 ? reached / total : 0;
}

PointState judge(const Point& point, double score) {
    if (point.kind == "verdict") return PointState::Ask;
    if (score >= kTick) return PointState::Mentioned;
    return score < kCross ? PointState::Missing : PointState::Ask;
}

/// Not hearing a point proves little when its words were out of reach, or when
/// the answer had most of the others: then it is asked.
void doubt_crosses(Coverage& coverage, const std::vector<PointItems>& points,
                   const std::vector<HeardClause>& heard) {
    const auto spoken = scripts_of(heard);
    const auto ticked =
        std::ranges::count(coverage.points, PointState::Mentioned, &PointHint::state);
    const bool strong = static_cast<double>(ticked) >=
                        kStrong * static_cast<double>(std::max<std::size_t>(points.size(), 2) - 1);
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto& hint = coverage.points[i];
        if (hint.state != PointState::Missing) continue;
        if (reach_of(points[i], spoken) < kReach || strong) hint.state = PointState::Ask;
    }
}

/// Share of an answer's tokens that the question had already.
double echo_of(std::string_view said, const Tokens& question, const Concepts& concepts) {
    const auto tokens = tokens_of(words_of(said), concepts);
    const auto echoed =
        std::ranges::count_if(tokens, [&](const auto& t) { return question.contains(t.first); });
    return tokens.empty() ? 0 : static_cast<double>(echoed) / static_cast<double>(tokens.size());
}

/// Program text: many lines that end in ; { } or begin with marks of code.
bool looks_like_source(std::string_view said) {
    int lines = 0;
    int code = 0;
    for (auto line : split_lines(said)) {
        line = trim(line);
        if (line.empty()) continue;
        ++lines;
        constexpr std::string_view kEnds = ";{}(";
        code += kEnds.find(line.back()) != kEnds.npos || line.starts_with('#') ||
                line.starts_with("//") || line.starts_with("def ") || line.starts_with("import ") ||
                line.starts_with("return ");
    }
    return lines >= 3 && code * 2 > lines;
}

Remark remark_on(std::string_view said, const std::vector<Point>& points, const Tokens& question,
                 const Concepts& concepts) {
    if (trim(said).empty()) return Remark::Empty;
    if (points.empty()) return Remark::NoPoints;
    if (count_code_points(trim(said)) < kShortest) return Remark::TooShort;
    if (echo_of(said, question, concepts) > 0.8) return Remark::QuestionAgain;
    return looks_like_source(said) ? Remark::SourceCode : Remark::None;
}

bool forbids_ticks(Remark remark) { return remark != Remark::None; }

}  // namespace

std::string_view name_of(PointState state) {
    constexpr std::array<std::string_view, 3> kNames{"mentioned", "ask", "missing"};
    return kNames.at(static_cast<std::size_t>(state));
}

std::string sentence_of(Remark remark) {
    switch (remark) {
        case Remark::None: return {};
        case Remark::Empty: return tr("nothing was said");
        case Remark::TooShort: return tr("too short to tell what it covers");
        case Remark::QuestionAgain: return tr("this is hardly more than the question");
        case Remark::SourceCode: return tr("this looks like source code");
        case Remark::NoPoints: return tr("this card has no points to compare with");
    }
    return {};
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
    for (std::size_t i = 0; i < points.size(); ++i) {
        auto hint = hint_for(read[i], heard, said);
        hint.state = judge(points[i], hint.score);
        if (forbids_ticks(coverage.remark) && hint.state == PointState::Mentioned) {
            hint.state = PointState::Ask;
        }
        coverage.points.push_back(std::move(hint));
    }
    doubt_crosses(coverage, read, heard);
    return coverage;
}

}  // namespace wengu
