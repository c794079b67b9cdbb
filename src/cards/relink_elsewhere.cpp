#include "cards/relink_pairing.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace wengu {
namespace {

using Indices = std::vector<std::size_t>;

/// Texts that stand in more places than this say nothing of which note is which.
constexpr std::size_t kCrowd = 16;

/// Stored cards and drafts of which not a byte of the text differs.
struct Twins {
    Indices known;
    Indices drafts;
};

template <typename Card>
std::uint64_t text_hash(const Card& card) {
    return hash64(card.front, hash64(card.back, hash64(card.hole)));
}

/// By their texts, in the order in which the stored ones are read.
std::vector<Twins> find_twins(const Pairing& pairing) {
    std::unordered_map<std::uint64_t, std::size_t> places;
    std::vector<Twins> twins;
    for (const auto k : pairing.reading_order()) {
        const auto& card = pairing.known()[k];
        if (!card.elsewhere || card.gone || !pairing.free_known(k)) continue;
        const auto place = places.try_emplace(text_hash(card), twins.size());
        if (place.second) twins.emplace_back();
        twins[place.first->second].known.push_back(k);
    }
    for (std::size_t d = 0; !twins.empty() && d < pairing.draft_count(); ++d) {
        if (!pairing.free_draft(d)) continue;
        const auto place = places.find(text_hash(pairing.draft(d)));
        if (place != places.end()) twins[place->second].drafts.push_back(d);
    }
    std::erase_if(twins, [](const Twins& group) { return group.drafts.empty(); });
    return twins;
}

/// How many letters two paths share at their ends, whole names only: the same note usually
/// keeps its name and its folder.
std::size_t common_end(const std::string& a, const std::string& b) {
    std::size_t shared = 0;
    for (std::size_t i = 1; i <= std::min(a.size(), b.size()); ++i) {
        if (a[a.size() - i] != b[b.size() - i]) break;
        if (a[a.size() - i] == '/') shared = i;
    }
    return shared;
}

/// A note that lies elsewhere and one that is here, with the cards they have in common.
struct NotePair {
    std::string elsewhere;
    std::size_t here = 0;
    std::vector<std::pair<std::size_t, std::size_t>> cards;  ///< Stored card and draft.
    std::size_t found = 0;  ///< Stored cards among them, each once.
    std::size_t common_end = 0;
};

std::vector<NotePair> pair_notes(const Pairing& pairing, const std::vector<Twins>& twins) {
    std::map<std::pair<std::string, std::size_t>, NotePair> pairs;
    for (const auto& group : twins) {
        if (group.known.size() * group.drafts.size() > kCrowd * kCrowd) continue;
        for (const auto k : group.known) {
            for (const auto d : group.drafts) {
                const auto& note = pairing.known()[k].note;
                pairs[{note, pairing.note_of(d)}].cards.emplace_back(k, d);
            }
        }
    }
    std::vector<NotePair> result;
    for (auto& [names, pair] : pairs) {
        pair.elsewhere = names.first;
        pair.here = names.second;
        std::set<std::size_t> found;
        for (const auto& card : pair.cards) found.insert(card.first);
        pair.found = found.size();
        pair.common_end = common_end(names.first, pairing.path_of(pair.cards.front().second));
        result.push_back(std::move(pair));
    }
    std::ranges::stable_sort(result, [](const NotePair& a, const NotePair& b) {
        return std::tuple{b.found, b.common_end} < std::tuple{a.found, a.common_end};
    });
    return result;
}

/// How many cards each note has, by its path.
using Sizes = std::unordered_map<std::string, std::size_t>;

Sizes sizes_elsewhere(const Pairing& pairing) {
    Sizes sizes;
    for (const auto& card : pairing.known()) {
        if (card.elsewhere && !card.gone) ++sizes[card.note];
    }
    return sizes;
}

/// Whether most of the note is here, and by more than chance.
bool is_one_note(const NotePair& pair, const Sizes& sizes) {
    constexpr std::size_t kNoChance = 3;
    return pair.found * 2 >= sizes.at(pair.elsewhere) &&
           (pair.found >= kNoChance || pair.common_end > 0);
}

/// Whether the text alone tells which card it is.
bool speaks_for_itself(const KnownCard& card) {
    constexpr int kEnough = 16;
    return !card.back.empty() &&
           count_code_points(card.front) + count_code_points(card.back) >= kEnough;
}

}  // namespace

void link_elsewhere(Pairing& pairing) {
    const auto twins = find_twins(pairing);
    if (twins.empty()) return;
    const auto link = [&pairing](std::size_t k, std::size_t d) {
        if (pairing.free_known(k) && pairing.free_draft(d)) pairing.link(k, d);
    };
    const auto sizes = sizes_elsewhere(pairing);
    for (const auto& pair : pair_notes(pairing, twins)) {
        const bool one_note = is_one_note(pair, sizes);
        for (const auto& [k, d] : pair.cards) {
            if (one_note || speaks_for_itself(pairing.known()[k])) link(k, d);
        }
    }
}

}  // namespace wengu
