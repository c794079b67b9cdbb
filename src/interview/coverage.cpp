#include "interview/coverage.h"

#include "core/message.h"
#include "core/text.h"
#include "interview/clauses.h"
#include "interview/tokens.h"
#include "polarity_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace wengu {
namespace {

constexpr double kTick = 0.30;         // from here on a point counts as mentioned
constexpr double kCross = 0.10;        // below this nothing like it was heard
constexpr double kTitle = 1.5;         // a word of the title, against one of the detail
constexpr double kInQuestion = 0.25;   // a word that the question had already
constexpr double kElsewhere = 0.25;    // a word heard outside the best window
constexpr double kRejected = 0.5;      // the window turns down what the point asks for
constexpr std::size_t kHeaviest = 6;   // so many items make a point complete
constexpr int kShortest = 15;          // characters; less is no answer to judge

using Tokens = std::unordered_set<std::uint64_t>;

struct PointItems {
    std::vector<Item> items;
    double full = 0;  ///< The weight that makes the point complete.
};

void merge(std::vector<Item>& into, const std::vector<Item>& items, double factor) {
    for (const auto& item : items) {
        const auto same = std::ranges::find(into, item.readings, &Item::readings);
        if (same == into.end()) {
            into.push_back({item.readings, item.weight * factor});
        } else {
            same->weight = std::max(same->weight, item.weight * factor);
        }
    }
}

bool any_of(const Item& item, const Tokens& tokens) {
    return std::ranges::any_of(item.readings, [&](auto id) { return tokens.contains(id); });
}

std::vector<PointItems> read_points(const std::vector<Point>& points, const Tokens& question,
                                    const Concepts& concepts, const Rarity& rarity) {
    std::vector<PointItems> result;
    std::unordered_map<std::uint64_t, int> points_with;
    for (const auto& point : points) {
        PointItems read;
        merge(read.items, items_of(words_of(point.title), concepts), kTitle);
        merge(read.items, items_of(words_of(point.detail), concepts), 1);
        for (const auto& item : read.items) ++points_with[item.readings.front()];
        result.push_back(std::move(read));
    }
    for (auto& point : result) {
        std::vector<double> weights;
        for (auto& item : point.items) {
            const auto first = item.readings.front();
            item.weight *= rarity.weight(first) / std::sqrt(points_with[first]);
            if (any_of(item, question)) item.weight *= kInQuestion;
            weights.push_back(item.weight);
        }
        std::ranges::sort(weights, std::greater{});
        weights.resize(std::min(weights.size(), kHeaviest));
        for (const double weight : weights) point.full += weight;
    }
    return result;
}

struct Heard {
    std::vector<Clause> clauses;
    std::vector<Tokens> tokens;  ///< Of each clause.
};

Heard listen(std::string_view said, const Concepts& concepts) {
    Heard heard{clauses_of(said), {}};
    for (const auto& clause : heard.clauses) {
        const auto tokens = tokens_of(clause.words, concepts);
        heard.tokens.emplace_back(tokens.begin(), tokens.end());
    }
    return heard;
}

struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
    double weight = 0;
    int items = 0;
};

Window weigh(const PointItems& point, const std::vector<std::vector<std::size_t>>& hits,
             std::size_t first, std::size_t last) {
    std::set<std::size_t> heard;
    Window window{first, last, 0, 0};
    for (auto i = first; i <= last; ++i) heard.insert(hits[i].begin(), hits[i].end());
    for (const auto item : heard) window.weight += point.items[item].weight;
    window.items = static_cast<int>(heard.size());
    return window;
}

PointHint score_point(const PointItems& point, const Heard& heard, std::string_view said) {
    std::vector<std::vector<std::size_t>> hits(heard.clauses.size());
    std::set<std::size_t> everywhere;
    for (std::size_t c = 0; c < heard.clauses.size(); ++c) {
        for (std::size_t i = 0; i < point.items.size(); ++i) {
            if (any_of(point.items[i], heard.tokens[c])) {
                hits[c].push_back(i);
                everywhere.insert(i);
            }
        }
    }
    Window best;
    for (std::size_t c = 0; c < hits.size(); ++c) {
        if (hits[c].empty()) continue;
        const auto last = std::min(c + 1, hits.size() - 1);
        for (const auto end : {c, last}) {
            const auto window = weigh(point, hits, c, end);
            if (window.weight > best.weight + 1e-9) best = window;
        }
    }
    PointHint hint;
    if (best.items == 0 || point.full <= 0) return hint;
    double total = 0;
    for (const auto i : everywhere) total += point.items[i].weight;
    hint.score = std::min(1.0, (best.weight + kElsewhere * (total - best.weight)) / point.full);
    const auto begin = heard.clauses[best.first].begin;
    hint.evidence = trim(said.substr(begin, heard.clauses[best.last].end - begin));
    hint.sentence = heard.clauses[best.first].sentence;
    return hint;
}

PointState judge(const Point& point, double score) {
    if (point.kind == "verdict") return PointState::Ask;
    if (score >= kTick) return PointState::Mentioned;
    return score < kCross ? PointState::Missing : PointState::Ask;
}

}  // namespace

std::string_view name_of(PointState state) {
    constexpr std::array<std::string_view, 3> kNames{"mentioned", "ask", "missing"};
    return kNames.at(static_cast<std::size_t>(state));
}

Coverage cover(std::string_view question, const std::vector<Point>& points, std::string_view said,
               const Concepts& concepts, const Rarity& rarity) {
    const auto asked = tokens_of(words_of(question), concepts);
    const auto read = read_points(points, {asked.begin(), asked.end()}, concepts, rarity);
    const auto heard = listen(said, concepts);
    Coverage coverage;
    for (std::size_t i = 0; i < points.size(); ++i) {
        coverage.points.push_back(score_point(read[i], heard, said));
        coverage.points.back().state = judge(points[i], coverage.points.back().score);
    }
    return coverage;
}

}  // namespace wengu
