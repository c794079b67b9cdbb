#include "cards/relink.h"

#include "cards/relink_pairing.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace wengu {
namespace {

using Indices = std::vector<std::size_t>;

/// Stored cards and drafts that agree in something.
struct SameKey {
    Indices known;
    Indices drafts;
};

/// The key of a card; empty when it has none and stays out of all groups.
using KnownKey = std::function<std::string(std::size_t)>;
using DraftKey = std::function<std::string(std::size_t)>;

/// Stored cards that are looked at together.
enum class Pool { Active, Elsewhere, Gone };

Pool pool_of(const KnownCard& card) {
    if (card.gone) return Pool::Gone;
    return card.elsewhere ? Pool::Elsewhere : Pool::Active;
}

/// Free cards with equal keys, drafts in the order of the text. The groups
/// come in the order of their keys, so that every run does the same.
std::map<std::string, SameKey> groups(const Pairing& pairing, Pool pool, const KnownKey& known_key,
                                      const DraftKey& draft_key) {
    std::map<std::string, SameKey> result;
    const auto is_asked = [&](std::size_t k) {
        return pairing.free_known(k) && pool_of(pairing.known()[k]) == pool &&
               !pairing.out_of_reach(k);
    };
    if (std::ranges::none_of(pairing.reading_order(), is_asked)) return result;
    for (std::size_t d = 0; d < pairing.draft_count(); ++d) {
        if (!pairing.free_draft(d)) continue;
        if (auto key = draft_key(d); !key.empty()) result[std::move(key)].drafts.push_back(d);
    }
    if (result.empty()) return result;
    for (const auto k : pairing.reading_order()) {
        if (!is_asked(k)) continue;
        const auto found = result.find(known_key(k));
        if (found != result.end()) found->second.known.push_back(k);
    }
    std::erase_if(result, [](const auto& entry) { return entry.second.known.empty(); });
    return result;
}

std::string bytes_key(const std::string& note, const std::string& front, const std::string& back,
                      const std::string& hole, const std::string& anchor,
                      const std::vector<std::string>& path) {
    auto hash = hash64(front, hash64(back, hash64(hole, hash64(anchor))));
    for (const auto& heading : path) hash = hash64(heading, hash);
    return note + '\n' + to_hex(hash);
}

/// Cards of which not a byte has changed.
void link_same_bytes(Pairing& pairing) {
    const auto known_key = [&pairing](std::size_t k) {
        const auto& card = pairing.known()[k];
        return bytes_key(card.note, card.front, card.back, card.hole, card.anchor,
                         card.heading_path);
    };
    const auto draft_key = [&pairing](std::size_t d) {
        const auto& card = pairing.draft(d);
        return bytes_key(pairing.path_of(d), card.front, card.back, card.hole, card.anchor,
                         card.heading_path);
    };
    for (const auto& [key, group] : groups(pairing, Pool::Active, known_key, draft_key)) {
        const auto pairs = std::min(group.known.size(), group.drafts.size());
        for (std::size_t i = 0; i < pairs; ++i) pairing.link(group.known[i], group.drafts[i]);
    }
}

/// How much of the words counts in a comparison.
struct Scope {
    bool note = false;  ///< Only within one note.
    bool path = false;  ///< Only under the same headings.
    bool back = false;  ///< Only with the same answer.
    bool core = false;  ///< Without the headings that a front may start with.
};

/// The nearest heading: a part of a note that now stands elsewhere brings it along.
std::string last_line(const std::string& path) {
    const auto end = path.find_last_of('\n');
    const auto begin =
        end == 0 || end == std::string::npos ? end : path.find_last_of('\n', end - 1);
    return path.substr(begin == std::string::npos ? 0 : begin + 1);
}

std::string text_key(const std::string& note, const CardText& text, const Scope& scope) {
    // Under the same headings it does not matter whether the front repeats them.
    std::string key = (scope.path || scope.core ? text.core : text.text) + '\n' + text.hole;
    if (scope.note) key += '\n' + note;
    if (scope.path) key += '\n' + (scope.note ? text.path : last_line(text.path));
    if (scope.back) key += '\n' + to_hex(text.answer);
    return key;
}

std::map<std::string, SameKey> same_words(Pairing& pairing, Pool pool, const Scope& scope) {
    return groups(
        pairing, pool,
        [&](std::size_t k) {
            const auto& card = pairing.known()[k];
            return text_key(card.note, pairing.known_text(k), scope);
        },
        [&](std::size_t d) { return text_key(pairing.path_of(d), pairing.draft_text(d), scope); });
}

/// Whether two cards that ask in the same words are one card. A question that
/// stands elsewhere now, or that says little by itself ("优点"), needs its answer
/// as a witness.
bool same_question(Pairing& pairing, std::size_t k, std::size_t d) {
    if (!pairing.may_link(k, d)) return false;
    const auto& a = pairing.known_text(k);
    const auto& b = pairing.draft_text(d);
    const bool bare = pairing.known()[k].back.empty() || pairing.draft(d).back.empty();
    const double answer = bare ? 0 : overlap(a.back, b.back);
    const bool same_note = pairing.same_note(k, d);
    if (same_note && a.path == b.path) return a.letters >= 4 || bare || answer >= 0.3;
    if (bare) return a.letters >= 6;
    const bool near = same_note || pairing.related(k, d);
    return answer >= (near && a.letters >= 5 ? 0.3 : 0.5);
}

/// Pairs the members of a group that name each other as the one most alike in
/// their answers, clearly before the next.
void link_by_answer(Pairing& pairing, const SameKey& group) {
    constexpr std::size_t kLargest = 24;
    constexpr double kClearly = 0.15;
    if (group.known.size() > kLargest || group.drafts.size() > kLargest) return;
    const auto score = [&pairing](std::size_t k, std::size_t d) {
        const auto& a = pairing.known_text(k);
        const auto& b = pairing.draft_text(d);
        return overlap(a.back, b.back) + (a.path == b.path ? 0.2 : 0.0);
    };
    for (const auto k : group.known) {
        for (const auto d : group.drafts) {
            if (!pairing.free_known(k) || !pairing.free_draft(d)) continue;
            const double here = score(k, d);
            const auto rival = [&](std::size_t other_k, std::size_t other_d) {
                const bool other = (other_k == k) != (other_d == d);
                return other && pairing.free_known(other_k) && pairing.free_draft(other_d) &&
                       score(other_k, other_d) > here - kClearly;
            };
            const bool contested =
                std::ranges::any_of(group.known, [&](auto other) { return rival(other, d); }) ||
                std::ranges::any_of(group.drafts, [&](auto other) { return rival(k, other); });
            if (here >= 0.35 && !contested && same_question(pairing, k, d)) pairing.link(k, d);
        }
    }
}

/// The same words: all of them first, then with less and less around them.
void link_same_words(Pairing& pairing, Pool pool, bool in_note) {
    for (const bool path : {true, false}) {
        for (const auto& [key, group] : same_words(pairing, pool, {in_note, path, true, false})) {
            const auto pairs = std::min(group.known.size(), group.drafts.size());
            const bool alone = group.known.size() == 1 && group.drafts.size() == 1;
            for (std::size_t i = 0; i < pairs; ++i) {
                const auto k = group.known[i];
                const auto d = group.drafts[i];
                const bool sure =
                    in_note || (alone && same_question(pairing, k, d)) || pairing.related(k, d);
                if (sure) pairing.link(k, d);
            }
        }
    }
    for (const auto& [key, group] : same_words(pairing, pool, {in_note, false, true, true})) {
        const bool alone = group.known.size() == 1 && group.drafts.size() == 1;
        if (alone && same_question(pairing, group.known[0], group.drafts[0])) {
            pairing.link(group.known[0], group.drafts[0]);
        }
    }
    for (const bool path : {true, false}) {
        for (const auto& [key, group] : same_words(pairing, pool, {in_note, path, false, false})) {
            if (group.known.size() > 1 || group.drafts.size() > 1) {
                link_by_answer(pairing, group);
            } else if (same_question(pairing, group.known[0], group.drafts[0])) {
                pairing.link(group.known[0], group.drafts[0]);
            }
        }
    }
}

std::string anchor_key(const std::string& note, const std::string& anchor,
                       const std::string& hole) {
    return anchor.empty() ? std::string{} : note + '\n' + anchor + '\n' + normalise(hole);
}

/// What the author named stays what it is, whatever it says now.
void link_anchors(Pairing& pairing) {
    const auto found = groups(
        pairing, Pool::Active,
        [&pairing](std::size_t k) {
            const auto& card = pairing.known()[k];
            return anchor_key(card.note, card.anchor, card.hole);
        },
        [&pairing](std::size_t d) {
            const auto& card = pairing.draft(d);
            return anchor_key(pairing.path_of(d), card.anchor, card.hole);
        });
    for (const auto& [key, group] : found) {
        if (group.known.size() == 1 && group.drafts.size() == 1) {
            pairing.link(group.known[0], group.drafts[0]);
        }
    }
}

bool reads_the_same(const std::string& a, const std::string& b) {
    return a == b || normalise(a) == normalise(b);
}

Decision decide(Pairing& pairing, std::size_t d) {
    const auto k = pairing.known_of(d);
    if (k == Pairing::kNobody) return {};
    const auto& card = pairing.known()[k];
    const auto& draft = pairing.draft(d);
    if (card.gone) return {Match::Returned, card.id};
    const bool same = reads_the_same(card.front, draft.front) &&
                      reads_the_same(card.back, draft.back) && card.hole == draft.hole;
    if (!same) return {Match::Edited, card.id};
    const bool here =
        pairing.same_note(k, d) && (card.heading_path == draft.heading_path ||
                                    pairing.known_text(k).path == pairing.draft_text(d).path);
    return {here ? Match::Unchanged : Match::Moved, card.id};
}

}  // namespace

std::string_view name_of(Match match) {
    static constexpr std::array<std::string_view, 5> kNames{"new", "unchanged", "edited", "moved",
                                                            "returned"};
    return kNames[static_cast<std::size_t>(match)];
}

Relinked relink(const std::vector<KnownCard>& known, const std::vector<NoteDrafts>& notes) {
    Pairing pairing{known, notes};
    link_same_bytes(pairing);
    link_anchors(pairing);
    link_same_words(pairing, Pool::Active, true);
    link_elsewhere(pairing);
    link_same_words(pairing, Pool::Active, false);
    link_same_words(pairing, Pool::Active, false);  // now that it is known where notes moved to
    link_same_words(pairing, Pool::Elsewhere, false);
    link_same_words(pairing, Pool::Gone, true);
    link_same_words(pairing, Pool::Gone, false);

    Relinked result;
    result.doubts = link_likely(pairing);
    result.decisions.resize(notes.size());
    for (std::size_t d = 0; d < pairing.draft_count(); ++d) {
        result.decisions[pairing.note_of(d)].push_back(decide(pairing, d));
    }
    for (std::size_t k = 0; k < known.size(); ++k) {
        const bool active = pool_of(known[k]) == Pool::Active;
        if (active && pairing.free_known(k)) result.gone.push_back(known[k].id);
    }
    return result;
}

}  // namespace wengu
