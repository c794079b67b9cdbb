#include "cards/relink_pairing.h"

#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace wengu {
namespace {

/// A front may name headings first: "Locks › Advantages".
std::string_view without_context(std::string_view front) {
    constexpr std::string_view kBetween = " › ";
    const auto at = front.rfind(kBetween);
    return at == std::string_view::npos ? front : front.substr(at + kBetween.size());
}

CardText text_of(const std::string& front, const std::string& back, const std::string& hole,
                 const HeadingPath& heading_path) {
    CardText result;
    result.words = question_words(front);
    result.text = joined(result.words);
    result.core = joined(question_words(without_context(front)));
    result.hole = normalise(hole);
    result.letters = count_code_points(result.text);
    result.front = shingles(result.text);
    result.back = shingles(back);
    result.answer = hash64(normalise(back));
    for (const auto& heading : heading_path) result.path += joined(question_words(heading)) + '\n';
    return result;
}

}  // namespace

Pairing::Pairing(const std::vector<KnownCard>& known, const std::vector<NoteDrafts>& notes)
    : known_{known}, notes_{notes}, draft_of_(known.size(), kNobody), order_(known.size()) {
    for (std::size_t n = 0; n < notes.size(); ++n) {
        for (std::size_t i = 0; i < notes[n].drafts.size(); ++i) {
            places_.push_back({n, i, &notes[n].drafts[i]});
        }
    }
    known_of_.assign(places_.size(), kNobody);
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, {}, [&known](std::size_t k) {
        return std::tie(known[k].gone, known[k].note, known[k].front_line);
    });
}

void Pairing::link(std::size_t k, std::size_t d) {
    draft_of_[k] = d;
    known_of_[d] = k;
    if (!same_note(k, d)) moves_.insert({known_[k].note, note_of(d)});
}

bool Pairing::related(std::size_t k, std::size_t d) const {
    return moves_.contains({known_[k].note, note_of(d)});
}

bool Pairing::out_of_reach(std::size_t k) const {
    if (!known_[k].elsewhere) return false;
    const auto& note = known_[k].note;
    const auto move = moves_.lower_bound({note, 0});
    return move == moves_.end() || move->first != note;
}

const CardText& Pairing::known_text(std::size_t k) {
    const auto found = known_texts_.find(k);
    if (found != known_texts_.end()) return found->second;
    const auto& card = known_[k];
    return known_texts_[k] = text_of(card.front, card.back, card.hole, card.heading_path);
}

const CardText& Pairing::draft_text(std::size_t d) {
    const auto found = draft_texts_.find(d);
    if (found != draft_texts_.end()) return found->second;
    const auto& card = draft(d);
    return draft_texts_[d] = text_of(card.front, card.back, card.hole, card.heading_path);
}

bool Pairing::shared_answer(std::size_t k) {
    if (answers_.empty()) {
        for (const auto& card : known_) {
            if (!card.gone && !card.elsewhere) ++answers_[hash64(card.back)];
        }
    }
    const bool counted = !known_[k].gone && !known_[k].elsewhere;
    const auto others = answers_[hash64(known_[k].back)] - (counted ? 1 : 0);
    return others > 0;
}

}  // namespace wengu
