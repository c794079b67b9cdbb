// From what the rules found to drafts: the path, the context and the back of every card.

#include "cards/reading.h"
#include "cards/rules/scan.h"
#include "cards/topic.h"
#include "cards/wording.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>

namespace wengu {
namespace {

constexpr int kLongestTopicPart = 40;  // characters of a list item

/// As collections and programs have it: a number, of which only the side of 0.5 is read.
constexpr double confidence_of(Certainty certainty) {
    return certainty == Certainty::Certain ? 0.9 : 0.4;
}

}  // namespace

HeadingPath Reading::path_of(const Found& found) const {
    std::vector<std::string> path;
    int at = found.is_heading ? page_.section(found.section).parent : found.section;
    for (; at > 0; at = page_.section(at).parent) path.emplace_back(page_.section(at).title);
    std::ranges::reverse(path);
    return path;
}

/// "常见问题", "追问": a title that only says that questions stand below it.
bool Reading::says_nothing(const Section& section) const {
    return words_.has("question titles", section.key) ||
           words_.has("follow-up titles", section.key) ||
           words_.has("question list titles", section.key);
}

/// What the text alone does not say: the heading or bold line it stands under.
std::string Reading::context_of(const Found& found) const {
    if (!found.lead.empty()) return found.lead;
    int at = found.is_heading ? page_.section(found.section).parent : found.section;
    while (at > 0 && (says_nothing(page_.section(at)) || is_label(page_.section(at).title, words_)))
        at = page_.section(at).parent;
    return at > 0 ? std::string{page_.section(at).title} : title_;
}

/// The note's title, the headings that say something, the items that hold the question, and the
/// bold line that leads to it.
std::string Reading::topic_of(const Found& found) const {
    std::vector<std::string> parts;
    if (!found.lead.empty()) parts.push_back(found.lead);
    const int front = part_from(page_, found.front_lines.first);
    for (int i = front < page_.part_count() ? page_.part(front).parent : -1; i >= 0;
         i = page_.part(i).parent) {
        const auto asked = page_.part(i).asked;
        if (!asked.empty() && count_code_points(asked) <= kLongestTopicPart)
            parts.emplace_back(asked);
    }
    int at = found.is_heading ? page_.section(found.section).parent : found.section;
    for (; at > 0; at = page_.section(at).parent) {
        if (!says_nothing(page_.section(at))) parts.emplace_back(page_.section(at).title);
    }
    parts.push_back(topic_title_);
    std::ranges::reverse(parts);
    return topic_line(parts, found.front);
}

bool Reading::needs_context(const Found& found) const {
    if (found.context == ContextUse::Always) return true;
    if (found.context == ContextUse::Never) return false;
    const int size = content_size(found.front, 5) * (has_cjk(found.front) ? 2 : 1);
    if (size < 4) return true;
    const bool says_itself = found.front.size() >= 36;  // what it is about
    if (says_itself) return is_titled(found.front, "labels", words_);
    const auto key = title_key(found.front);
    if (words_.has("labels", key) || refers_back(key, words_)) return true;
    // "unique_ptr", "Golden rule", "持久化" say little without the chapter they stand in
    const bool below = found.is_heading && page_.section(found.section).rank > 1;
    if (found.kind != CardKind::Topic || !below) return false;
    return has_cjk(key) ? size <= 8 : std::ranges::count(key, ' ') < 2;
}

Draft Reading::draft_of(Found& found, bool asked_twice) const {
    Draft draft{.kind = found.kind,
                .front = {},
                .back = {},
                .front_line = found.front_lines.first,
                .back_lines = found.back,
                .rule = std::string{found.rule},
                .confidence = confidence_of(found.certainty),
                .heading_path = path_of(found),
                .tags = std::move(found.tags),
                .points = {},
                .anchor = std::move(found.anchor),
                .hole = std::move(found.hole),
                .topic = topic_of(found)};
    std::string context;
    if (asked_twice || needs_context(found)) context = context_of(found);
    draft.front = std::move(found.front);
    if (!context.empty() && context != draft.front) draft.front = context + " › " + draft.front;
    draft.back = found.back_text.empty() ? page_.slice(found.back) : std::move(found.back_text);
    if (is_placeholder(trim(draft.back), words_)) draft.back.clear();
    if (const auto said = clean_text(draft.back);
        !said.empty() && answer_start(said, words_) == said.size()) {  // "A:" and nothing
        draft.back.clear();
        draft.back_lines = {};
    }
    if (draft.back.empty()) draft.kind = CardKind::Open;
    return draft;
}

namespace {

/// The indices of cards in an order in which the same fronts stand together.
template <typename Cards>
std::vector<std::pair<std::uint64_t, std::size_t>> by_front(const Cards& cards) {
    std::vector<std::pair<std::uint64_t, std::size_t>> ordered;
    ordered.reserve(cards.size());
    for (std::size_t i = 0; i < cards.size(); ++i) ordered.emplace_back(hash64(cards[i].front), i);
    std::ranges::sort(ordered);
    return ordered;
}

/// Whether another card has the same front; by index.
std::vector<char> asked_twice(std::span<const Found> found) {
    const auto ordered = by_front(found);
    std::vector<char> twice(found.size(), 0);
    for (std::size_t k = 1; k < ordered.size(); ++k) {
        const auto before = ordered[k - 1].second;
        const auto one = ordered[k].second;
        if (ordered[k - 1].first == ordered[k].first && found[before].front == found[one].front)
            twice[before] = twice[one] = 1;
    }
    return twice;
}

}  // namespace

std::vector<std::pair<int, std::string>> drop_duplicates(std::vector<Draft>& drafts) {
    auto ordered = by_front(drafts);
    const auto said = [&](const auto& one) {
        const auto& draft = drafts[one.second];
        return std::tie(draft.front, draft.hole, draft.back);
    };
    std::vector<bool> again(drafts.size());
    for (auto from = ordered.begin(); from != ordered.end();) {
        const auto to = std::find_if(from, ordered.end(),
                                     [&](const auto& one) { return one.first != from->first; });
        if (to - from > 1) std::ranges::stable_sort(from, to, {}, said);
        for (auto one = from + 1; one < to; ++one)
            again[one->second] = said(*one) == said(*(one - 1));
        from = to;
    }
    std::vector<std::pair<int, std::string>> dropped;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (again[i]) dropped.emplace_back(drafts[i].front_line, drafts[i].front);
    }
    std::size_t i = 0;
    if (!dropped.empty()) std::erase_if(drafts, [&](const Draft&) { return again[i++]; });
    return dropped;
}

std::vector<Draft> Reading::take_drafts() {
    const auto twice = asked_twice(found_);
    std::vector<std::size_t> in_order(found_.size());
    std::iota(in_order.begin(), in_order.end(), std::size_t{0});
    std::ranges::stable_sort(in_order, {},
                             [&](std::size_t i) { return found_[i].front_lines.first; });
    std::vector<Draft> drafts;
    drafts.reserve(found_.size());
    for (const auto i : in_order)
        drafts.push_back(draft_of(found_[i], found_[i].hole.empty() && twice[i] != 0));
    found_.clear();
    return drafts;
}

}  // namespace wengu
