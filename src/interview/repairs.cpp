#include "interview/repairs.h"

#include "interview/numbers.h"
#include "interview/phrases.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

namespace wengu {
namespace {

constexpr std::size_t kFarBack = 14;  // words in which the repeated one is looked for
constexpr std::size_t kNear = 6;      // the same for a lone "no"
constexpr std::size_t kNumberBack = 4;
constexpr std::size_t kChunk = 8;  // most words taken back when nothing is repeated

bool is_number(const Word& word) {
    return word.kind == Word::Kind::Number || word.text == "one" || is_number_word(word.text);
}

/// How surely words take back what was before.
enum class Force : std::uint8_t {
    Plain,   ///< A lone "no": only if the next word is one just said.
    Halted,  ///< "uh no": only if something is said again.
    Sure,    ///< "no wait", "不对".
};

/// A run of words that take back what was before: [first, last).
struct Correction {
    std::size_t first = 0;
    std::size_t last = 0;
    Force force = Force::Plain;
};

/// All words in one row, a break between clauses.
class Line {
public:
    explicit Line(const std::vector<Clause>& clauses) {
        for (std::size_t c = 0; c < clauses.size(); ++c) {
            const auto& words = clauses[c].words;
            words_.insert(words_.end(), words.begin(), words.end());
            sentences_.insert(sentences_.end(), words.size(), clauses[c].sentence);
            words_.push_back({});
            sentences_.push_back(clauses[c].sentence);
        }
        gone_.resize(words_.size());
    }

    void correct() {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const auto found = correction_at(i);
            if (!found) continue;
            const auto start = taken_from(*found);
            if (!start) continue;
            const auto end = std::max(found->last, end_of_echo(found->first, found->last));
            for (auto k = *start; k < end; ++k) gone_[k] = true;
            i = end - 1;
        }
        for (std::size_t i = 1; i < words_.size(); ++i) take_back_echo(i);
    }

    void put_back(std::vector<Clause>& clauses) const {
        std::size_t at = 0;
        for (auto& clause : clauses) {
            std::vector<Word> kept;
            for (auto& word : clause.words) {
                if (!gone_[at]) kept.push_back(std::move(word));
                if (gone_[at] && !kept.empty() && !is_break(kept.back())) kept.emplace_back();
                ++at;
            }
            clause.words = std::move(kept);
            ++at;
        }
    }

private:
    [[nodiscard]] std::size_t skip_fills(std::size_t at) const {
        while (at < words_.size()) {
            const auto fills = phrase_at(Phrase::Fills, words_, at);
            if (fills == 0 && !is_break(words_[at])) break;
            at += std::max<std::size_t>(fills, 1);
        }
        return at;
    }
    [[nodiscard]] bool after_pause(std::size_t at) const {
        return at == 0 || is_break(words_[at - 1]);
    }
    [[nodiscard]] bool before_pause(std::size_t at) const {
        return at >= words_.size() || is_break(words_[at]);
    }

    /// Han phrases must stand alone in at least one direction, "no" in both or repeat.
    [[nodiscard]] std::optional<Correction> correction_at(std::size_t at) const {
        auto end = skip_fills(at);
        if (end >= words_.size() || is_break(words_[at])) return std::nullopt;
        Correction found{at, end, end > at ? Force::Halted : Force::Plain};
        bool any = false;
        while (end < words_.size()) {
            auto next = skip_fills(end);
            const auto strong = phrase_at(Phrase::Corrects, words_, next);
            const auto weak = phrase_at(Phrase::CorrectsAlone, words_, next);
            const auto length = std::max(strong, weak);
            if (length == 0) break;
            const bool paused = before_pause(next + length);
            const bool alone = paused && (any || after_pause(next) || next > at);
            const bool han = is_han(words_[next]);
            if (han && !alone && !any && !(strong > 0 && after_pause(next))) break;
            if (han && strong == 0 && !paused) break;
            if (strong > 0 || alone) found.force = Force::Sure;
            any = true;
            end = next + length;
        }
        if (!any || at == 0) return std::nullopt;
        found.last = skip_fills(end);
        if (found.last >= words_.size()) return std::nullopt;
        // "No, ..." at the beginning of a sentence answers somebody else.
        const bool new_sentence = sentences_[at - 1] != sentences_[at];
        if (new_sentence && found.force != Force::Sure) return std::nullopt;
        return found;
    }

    /// From which word on the speaker starts again.
    [[nodiscard]] std::optional<std::size_t> taken_from(const Correction& found) const {
        const auto next = found.last;
        const auto low = [&](std::size_t back) {
            return found.first > back ? found.first - back : 0;
        };
        if (is_number_near(next)) {
            const auto most_back = is_number(words_[next]) ? kNumberBack : 1;
            auto end = found.first;
            while (end > 0 && is_break(words_[end - 1])) --end;
            for (auto k = end; k-- > (end > most_back ? end - most_back : 0);) {
                if (is_number(words_[k]) && !gone_[k]) return k;
            }
        }
        const bool plain = found.force == Force::Plain;
        const auto back = plain ? kNear : kFarBack;
        const std::size_t most = plain ? 1 : 3;
        for (std::size_t j = 0; j < most && next + j < words_.size(); ++j) {
            if (is_break(words_[next + j])) break;
            for (auto k = found.first; k-- > low(back);) {
                if (gone_[k] || k < j || !repeats(k, next + j, j == 0)) continue;
                return k - j;
            }
        }
        if (found.force != Force::Sure) return std::nullopt;
        return chunk_before(found.first);
    }

    /// "two months, not two months": what is denied at `at` was said right before `end`.
    /// One past the words said again; 0 for none.
    [[nodiscard]] std::size_t end_of_echo(std::size_t end, std::size_t at) const {
        const auto denial = denial_at(words_, at).length;
        if (denial == 0) return 0;
        auto now = at + denial;
        if (now < words_.size() && words_[now].text == "是") ++now;
        while (end > 0 && is_break(words_[end - 1])) --end;
        for (std::size_t n = 4; n > 0; --n) {
            if (n > end || now + n > words_.size()) continue;
            const auto said = std::span{words_}.subspan(end - n, n);
            const auto again = std::span{words_}.subspan(now, n);
            const bool enough = n > 1 || !is_han(said.front());
            if (enough && !is_break(said.front()) && std::ranges::equal(said, again))
                return now + n;
        }
        return 0;
    }

    void take_back_echo(std::size_t at) {
        if (gone_[at] || !is_break(words_[at - 1])) return;
        const auto end = end_of_echo(at, at);
        if (end == 0) return;
        for (auto k = chunk_before(at); k < end; ++k) gone_[k] = true;
    }

    /// "ten", but also "at least ten".
    [[nodiscard]] bool is_number_near(std::size_t at) const {
        const auto end = std::min(at + 3, words_.size());
        for (; at < end && !is_break(words_[at]); ++at) {
            if (is_number(words_[at])) return true;
        }
        return false;
    }

    /// Whether the words at both places are the same; a lone Han character is enough only
    /// where the new start is.
    [[nodiscard]] bool repeats(std::size_t old, std::size_t now, bool lone_is_enough) const {
        if (is_break(words_[now]) || words_[old] != words_[now]) return false;
        if (!is_han(words_[now]) || lone_is_enough) return true;
        return now + 1 < words_.size() && words_[old + 1] == words_[now + 1];
    }

    [[nodiscard]] std::size_t chunk_before(std::size_t end) const {
        auto k = end;
        while (k > 0 && is_break(words_[k - 1])) --k;
        for (std::size_t n = 0; k > 0 && n < kChunk && !is_break(words_[k - 1]); ++n) --k;
        return k;
    }

    std::vector<Word> words_;
    std::vector<int> sentences_;
    std::vector<bool> gone_;
};

}  // namespace

void take_back(std::vector<Clause>& clauses) {
    Line line{clauses};
    line.correct();
    line.put_back(clauses);
}

}  // namespace wengu
