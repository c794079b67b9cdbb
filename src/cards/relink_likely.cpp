#include "cards/relink_change.h"
#include "cards/relink_pairing.h"

#include <algorithm>
#include <map>

namespace wengu {
namespace {

constexpr std::size_t kNobody = Pairing::kNobody;
constexpr std::size_t kVocabularyBytes = 2'000'000;

/// What speaks for a stored card and a draft being one.
struct LikelyPair {
    std::size_t k = 0;
    std::size_t d = 0;
    double front = 0;    ///< Likeness of the questions, 0..1.
    double back = 0;     ///< Likeness of the answers, 0..1.
    bool bare = false;   ///< One of them has no answer, or one that others share.
    int letters = 0;     ///< Of the shorter answer.
    bool near = false;   ///< Same note, or a note that took cards of the old one.
    bool path = false;   ///< Same headings above.
    bool slot = false;   ///< Alone between the same neighbours.
    bool cloze = false;  ///< Of the same hole.
    bool grown = false;  ///< One question is the other with words left out.
    Change change = Change::Content;
};

enum class Verdict { No, Maybe, Sure };

double score(const LikelyPair& pair) {
    const double words = pair.bare ? pair.front * 0.9 : (pair.front + pair.back) * 0.45;
    return words + (pair.path ? 0.05 : 0.0) + (pair.slot ? 0.05 : 0.0);
}

/// For cards with a long enough answer of their own that stayed what it was.
Verdict judge_kept_answer(const LikelyPair& pair) {
    if (!pair.near) {
        const bool sure = pair.back >= 0.9 && pair.letters >= 40 && pair.front >= 0.5;
        return sure ? Verdict::Sure : Verdict::Maybe;
    }
    if (pair.front >= 0.3) return Verdict::Sure;
    const bool sure = pair.back >= 0.95 && pair.letters >= 40 && (pair.path || pair.slot);
    return sure ? Verdict::Sure : Verdict::Maybe;
}

Verdict judge(const LikelyPair& pair) {
    const bool kept = !pair.bare && pair.back >= 0.85 && pair.letters >= 16;
    const bool alike = pair.front >= 0.6;
    if (pair.change == Change::Decisive) return alike || kept ? Verdict::Maybe : Verdict::No;
    if (pair.cloze && pair.near && pair.front >= 0.5 &&
        (pair.grown || pair.change < Change::Content)) {
        return Verdict::Sure;
    }
    if (kept) return judge_kept_answer(pair);
    const bool harmless = pair.change < Change::Content;
    const bool placed = pair.near && (pair.path || pair.slot);
    const bool completed = pair.grown && pair.slot && pair.near && pair.front >= 0.5;
    if (completed && !pair.bare && pair.back > 0.999) return Verdict::Sure;
    if (!pair.bare && pair.back >= 0.5) {
        if (pair.near && harmless && pair.front >= 0.5) return Verdict::Sure;
        const bool reworded = pair.slot && alike && pair.back >= 0.7 && pair.letters >= 16;
        if (reworded) return Verdict::Sure;
        return pair.front >= 0.5 ? Verdict::Maybe : Verdict::No;
    }
    if (pair.bare && harmless && placed && pair.front >= 0.6) return Verdict::Sure;
    return alike ? Verdict::Maybe : Verdict::No;
}

/// The links around each free card, for finding its place between neighbours.
class Neighbours {
public:
    explicit Neighbours(const Pairing& pairing) : pairing_{pairing} {
        read_known();
        read_drafts();
    }

    /// Whether `k` and `d` are the only free ones between the same linked cards.
    [[nodiscard]] bool alone_between(std::size_t k, std::size_t d) const {
        const auto& mine = known_[k];
        const auto& yours = drafts_[d];
        if (!mine.alone || !yours.alone) return false;
        if (mine.previous == kNobody && mine.next == kNobody) return false;
        return mine.previous == yours.previous && mine.next == yours.next;
    }

private:
    /// The nearest linked pairs before and after, named by their drafts.
    struct Between {
        std::size_t previous = kNobody;
        std::size_t next = kNobody;
        bool alone = false;
    };

    struct Seat {
        std::size_t card;
        std::size_t link;  ///< Draft of the pair; kNobody when free.
    };

    static void fill(const std::vector<Seat>& row, std::vector<Between>& result) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].link != kNobody) continue;
            std::size_t end = i;
            while (end < row.size() && row[end].link == kNobody) ++end;
            for (std::size_t at = i; at < end; ++at) {
                result[row[at].card] = {i > 0 ? row[i - 1].link : kNobody,
                                        end < row.size() ? row[end].link : kNobody, end - i == 1};
            }
            i = end;
        }
    }

    void read_known() {
        known_.resize(pairing_.known().size());
        std::vector<Seat> row;
        const std::string* note = nullptr;
        for (const auto k : pairing_.reading_order()) {
            const auto& card = pairing_.known()[k];
            if (card.gone) break;
            if (note == nullptr || *note != card.note) {
                fill(row, known_);
                row.clear();
            }
            note = &card.note;
            row.push_back({k, pairing_.draft_of(k)});
        }
        fill(row, known_);
    }

    void read_drafts() {
        drafts_.resize(pairing_.draft_count());
        std::vector<Seat> row;
        for (std::size_t d = 0; d < pairing_.draft_count(); ++d) {
            if (!row.empty() && pairing_.note_of(row.back().card) != pairing_.note_of(d)) {
                fill(row, drafts_);
                row.clear();
            }
            row.push_back({d, pairing_.free_draft(d) ? kNobody : d});
        }
        fill(row, drafts_);
    }

    const Pairing& pairing_;
    std::vector<Between> known_;
    std::vector<Between> drafts_;
};

/// Finds the pairs worth a look, without comparing everything with everything.
class Candidates {
public:
    explicit Candidates(Pairing& pairing) : pairing_{pairing} {
        for (const auto k : pairing.reading_order()) {
            if (pairing.known()[k].gone) break;
            if (!pairing.free_known(k) || pairing.out_of_reach(k)) continue;
            by_note_[pairing.known()[k].note].push_back(k);
            for (const auto print : fingerprints(pairing.known_text(k)))
                by_print_[print].push_back(k);
        }
    }

    /// The stored cards most like draft `d`, the best first.
    std::vector<LikelyPair> of(std::size_t d) {
        std::vector<std::size_t> cards;
        const auto add = [&cards](const auto& map, const auto& key, std::size_t most) {
            const auto found = map.find(key);
            if (found == map.end() || found->second.size() > most) return;
            cards.insert(cards.end(), found->second.begin(), found->second.end());
        };
        add(by_note_, pairing_.path_of(d), kMostOfNote);
        for (const auto print : fingerprints(pairing_.draft_text(d))) add(by_print_, print, kCrowd);
        std::ranges::sort(cards);
        const auto repeated = std::unique(cards.begin(), cards.end());
        cards.erase(repeated, cards.end());
        std::vector<LikelyPair> pairs;
        for (const auto k : cards) {
            if (!pairing_.may_link(k, d)) continue;
            const auto pair = measure(k, d);
            if (pair.front >= 0.3 || pair.back >= 0.8) pairs.push_back(pair);
        }
        std::ranges::stable_sort(pairs, std::ranges::greater{}, score);
        if (pairs.size() > kMostOfDraft) pairs.resize(kMostOfDraft);
        return pairs;
    }

private:
    static constexpr std::size_t kFingerprints = 10;  ///< Of a question, and of an answer.
    static constexpr std::size_t kCrowd = 48;         ///< More than that share a common phrase.
    static constexpr std::size_t kMostOfNote = 400;
    static constexpr std::size_t kMostOfDraft = 8;

    LikelyPair measure(std::size_t k, std::size_t d) {
        const auto& a = pairing_.known_text(k);
        const auto& b = pairing_.draft_text(d);
        LikelyPair pair{.k = k, .d = d};
        pair.front = overlap(a.front, b.front);
        pair.bare = pairing_.known()[k].back.empty() || pairing_.draft(d).back.empty() ||
                    pairing_.shared_answer(k);
        pair.back = pair.bare ? 0 : overlap(a.back, b.back);
        pair.letters = std::min(a.back.letters, b.back.letters);
        pair.path = a.path == b.path;
        pair.near = pairing_.same_note(k, d) || pairing_.related(k, d);
        return pair;
    }

    /// The smallest shingles of question and answer: texts that have much in
    /// common share some of them (Broder 1997).
    static std::vector<std::uint64_t> fingerprints(const CardText& text) {
        std::vector<std::uint64_t> prints;
        const auto take = [&prints](const Shingles& from, std::uint64_t sort) {
            std::size_t taken = 0;
            for (std::size_t i = 0; i < from.hashes.size() && taken < kFingerprints; ++i) {
                if (i > 0 && from.hashes[i] == from.hashes[i - 1]) continue;
                prints.push_back((sort << 32U) | from.hashes[i]);
                ++taken;
            }
        };
        take(text.front, 1);
        take(text.back, 2);
        return prints;
    }

    Pairing& pairing_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_note_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_print_;
};

/// Words of cards that stayed as they are.
Vocabulary read_vocabulary(const Pairing& pairing) {
    Vocabulary vocabulary;
    std::size_t bytes = 0;
    for (std::size_t d = 0; d < pairing.draft_count() && bytes < kVocabularyBytes; ++d) {
        if (pairing.free_draft(d)) continue;
        const auto& draft = pairing.draft(d);
        if (draft.front != pairing.known()[pairing.known_of(d)].front) continue;
        vocabulary.add(draft.front);
        vocabulary.add(draft.back);
        bytes += draft.front.size() + draft.back.size();
    }
    return vocabulary;
}

bool same_sort(const KnownCard& card, const Draft& draft) {
    const auto differs = [&](CardKind kind) { return (card.kind == kind) != (draft.kind == kind); };
    return !differs(CardKind::Cloze) && !differs(CardKind::StandardAnswer) &&
           (card.anchor.empty() || draft.anchor.empty() || card.anchor == draft.anchor);
}

class Likely {
public:
    explicit Likely(Pairing& pairing) : pairing_{pairing} {
        Candidates candidates{pairing};
        for (std::size_t d = 0; d < pairing.draft_count(); ++d) {
            if (!pairing.free_draft(d)) continue;
            for (const auto& pair : candidates.of(d)) {
                if (worth_weighing(pair)) pairs_.push_back(pair);
            }
        }
        if (pairs_.empty()) return;
        const auto vocabulary = read_vocabulary(pairing);
        for (auto& pair : pairs_) weigh(pair, vocabulary);
    }

    std::vector<Doubt> link() {
        while (link_sure()) {
        }
        return doubts();
    }

private:
    [[nodiscard]] bool worth_weighing(const LikelyPair& pair) {
        const auto& draft = pairing_.draft(pair.d);
        if (!same_sort(pairing_.known()[pair.k], draft)) return false;
        if (!pair.near && pair.back < 0.8 && pair.front < 0.85) return false;
        return draft.kind != CardKind::Cloze ||
               same_hole(pairing_.known_text(pair.k), pairing_.draft_text(pair.d));
    }

    void weigh(LikelyPair& pair, const Vocabulary& vocabulary) {
        const auto& a = pairing_.known_text(pair.k);
        const auto& b = pairing_.draft_text(pair.d);
        pair.front = std::max(pair.front, likeness(a.text, b.text));
        pair.cloze = pairing_.draft(pair.d).kind == CardKind::Cloze;
        pair.grown = one_contains_other(a.words, b.words);
        pair.change = compare_questions(a.words, b.words, vocabulary);
    }

    /// A hole is the same when what was cut out is, or when all around it is.
    static bool same_hole(const CardText& a, const CardText& b) {
        return a.hole == b.hole || a.text == b.text;
    }

    void look_around() {
        const Neighbours neighbours{pairing_};
        for (auto& pair : pairs_) {
            pair.near = pairing_.same_note(pair.k, pair.d) || pairing_.related(pair.k, pair.d);
            pair.slot = neighbours.alone_between(pair.k, pair.d);
        }
    }

    /// Links the sure pairs that nothing else comes close to. False when there were none.
    bool link_sure() {
        std::erase_if(pairs_, [this](const LikelyPair& pair) {
            return !pairing_.free_known(pair.k) || !pairing_.free_draft(pair.d);
        });
        look_around();
        std::ranges::stable_sort(pairs_, std::ranges::greater{}, score);
        std::unordered_map<std::size_t, std::vector<const LikelyPair*>> of_known;
        std::unordered_map<std::size_t, std::vector<const LikelyPair*>> of_draft;
        for (const auto& pair : pairs_) {
            if (judge(pair) != Verdict::Sure) continue;
            of_known[pair.k].push_back(&pair);
            of_draft[pair.d].push_back(&pair);
        }
        bool linked = false;
        for (const auto& pair : pairs_) {
            if (judge(pair) != Verdict::Sure) continue;
            if (!stands_out(pair, of_known[pair.k]) || !stands_out(pair, of_draft[pair.d]))
                continue;
            pairing_.link(pair.k, pair.d);
            linked = true;
        }
        return linked;
    }

    [[nodiscard]] bool stands_out(const LikelyPair& pair,
                                  const std::vector<const LikelyPair*>& rivals) const {
        constexpr double kClearly = 0.06;
        if (!pairing_.free_known(pair.k) || !pairing_.free_draft(pair.d)) return false;
        return std::ranges::all_of(rivals, [&](const LikelyPair* other) {
            return other == &pair || score(*other) < score(pair) - kClearly;
        });
    }

    std::vector<Doubt> doubts() {
        constexpr std::size_t kMost = 3;
        std::map<std::size_t, Doubt> found;
        for (const auto& pair : pairs_) {  // best first
            if (!pairing_.free_known(pair.k) || !pairing_.free_draft(pair.d)) continue;
            if (judge(pair) == Verdict::No) continue;
            auto& doubt = found[pair.d];
            doubt.note = pairing_.note_of(pair.d);
            doubt.draft = pairing_.index_of(pair.d);
            if (doubt.ids.size() < kMost) doubt.ids.push_back(pairing_.known()[pair.k].id);
        }
        std::vector<Doubt> list;
        for (auto& [d, doubt] : found) list.push_back(std::move(doubt));
        return list;
    }

    Pairing& pairing_;
    std::vector<LikelyPair> pairs_;
};

}  // namespace

std::vector<Doubt> link_likely(Pairing& pairing) { return Likely{pairing}.link(); }

}  // namespace wengu
