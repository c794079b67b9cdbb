#include "interview/point_items.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace wengu {
namespace {

constexpr double kTitle = 1.5;         // a word of the title, against one of the detail
constexpr double kInQuestion = 0.25;   // a word that the question had already
constexpr double kRecognisable = 0.5;  // share of a point that must be recognisable to miss it
constexpr std::size_t kHeaviest = 6;   // so many items make a point complete

void merge(std::vector<Item>& into, const std::vector<PlacedItem>& items, double factor) {
    for (const auto& [item, at, length] : items) {
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
    merge(read.items, items_of(words_of(point.title), concepts), kTitle);
    merge(read.items, items_of(words_of(point.detail), concepts), 1);
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

}  // namespace

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

bool is_in_reach(const PointItems& point, const Concepts::Scripts& spoken) {
    double reached = 0;
    double total = 0;
    for (const auto& item : point.items) {
        total += item.weight;
        const bool can = (item.scripts.han && spoken.han) || (item.scripts.latin && spoken.latin);
        if (can) reached += item.weight;
    }
    return total > 0 && reached >= kRecognisable * total;
}

bool has_item(const PointItems& point, const Item& item) {
    return std::ranges::find(point.items, item.readings, &Item::readings) != point.items.end();
}

}  // namespace wengu
