#include "interview/choose.h"

#include "core/message.h"
#include "core/random.h"
#include "core/text.h"
#include "interview/star.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace wengu {
namespace {

constexpr std::array<std::string_view, 3> kStyles{"calm", "standard", "tough"};

/// Share of easy, medium and hard questions by style.
constexpr std::array<std::array<double, 3>, 3> kMix{
    {{0.60, 0.30, 0.10}, {0.30, 0.50, 0.20}, {0.10, 0.40, 0.50}}};

constexpr double kNeverDrilled = 0.4;
constexpr double kOlderSession = 0.8;
constexpr int kSessionsApart = 2;
constexpr double kDaysApart = 3;
constexpr double kFailedAgain = 1.3;

std::size_t difficulty_rank(const Candidate& candidate) {
    if (candidate.difficulty == "easy") return 0;
    return candidate.difficulty == "hard" ? 2 : 1;
}

double novelty_of(const Candidate& candidate, bool allow_repeats) {
    if (!candidate.days_since_asked) return 1;
    const double days = *candidate.days_since_asked;
    const bool lately = candidate.sessions_since_asked <= kSessionsApart || days < kDaysApart;
    if (lately && candidate.failed_last) return kFailedAgain;
    if (lately && !allow_repeats) return 0;
    return 1 - 0.6 * std::exp(-std::max(0.0, days) / 14);
}

bool has_profile_tag(const Candidate& candidate, const std::map<std::string, double>& weights) {
    return std::ranges::any_of(candidate.tags,
                               [&](const std::string& tag) { return weights.contains(tag); });
}

double tag_weight(const Candidate& candidate, const std::map<std::string, double>& weights) {
    if (weights.empty()) return 1;
    double best = kOffProfile;
    for (const auto& tag : candidate.tags) {
        const auto found = weights.find(tag);
        if (found != weights.end()) best = std::max(best, found->second);
    }
    return best;
}

bool was_asked(const Candidate& candidate) {
    return std::ranges::any_of(candidate.tags,
                               [](const std::string& tag) { return tag.starts_with("asked:"); });
}

double worth_of(const Candidate& candidate) {
    if (!candidate.is_sentence || candidate.points < kFewestPoints) return 0;
    if (was_asked(candidate)) return kWorthAsked;
    return candidate.to_recite ? kWorthReciting : 1;
}

struct Drawn {
    std::size_t candidate = 0;
    double key = 0;
    Reasons reasons;
};

/// Every candidate that may be asked, best key first (Efraimidis and Spirakis
/// 2006: u^(1/w) draws without replacement in proportion to w).
std::vector<Drawn> draw(const std::vector<Candidate>& candidates, const ChooseOptions& options) {
    Random random{options.seed};
    std::vector<Drawn> drawn;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const double u = random.unit();  // one for each, so that others do not shift
        const auto reasons = weigh(candidates[i], options);
        if (reasons.weight > 0) drawn.push_back({i, std::pow(u, 1 / reasons.weight), reasons});
    }
    std::ranges::stable_sort(drawn, std::greater{}, &Drawn::key);
    return drawn;
}

/// Takes candidates while the rules allow it.
class Picker {
public:
    Picker(const std::vector<Candidate>& candidates, const ChooseOptions& options)
        : candidates_{candidates}, options_{options} {
        std::set<std::string> topics;
        for (const auto& candidate : candidates) topics.insert(candidate.topic);
        const bool one_topic = topics.size() < 2;
        topic_limit_ = one_topic || options.allow_siblings ? options.count
                                                           : std::max(1, (options.count + 1) / 2);
    }

    bool take(const Drawn& drawn) {
        const auto& candidate = candidates_[drawn.candidate];
        if (full() || taken_.contains(drawn.candidate)) return false;
        if (!options_.allow_siblings && notes_.contains(candidate.note)) return false;
        if (topics_[candidate.topic] >= topic_limit_) return false;
        taken_.insert(drawn.candidate);
        notes_.insert(candidate.note);
        ++topics_[candidate.topic];
        picks_.push_back({drawn.candidate, drawn.reasons});
        return true;
    }

    [[nodiscard]] bool full() const { return static_cast<int>(picks_.size()) >= options_.count; }
    [[nodiscard]] std::vector<Choice> picks() && { return std::move(picks_); }

private:
    const std::vector<Candidate>& candidates_;
    const ChooseOptions& options_;
    int topic_limit_ = 0;
    std::set<std::size_t> taken_;
    std::set<std::string> notes_;
    std::map<std::string, int> topics_;
    std::vector<Choice> picks_;
};

bool has_tag(const Candidate& candidate, const std::string& tag) {
    return std::ranges::find(candidate.tags, tag) != candidate.tags.end();
}

/// 0 for the easiest question, growing with difficulty and with what was forgotten.
double hardness(const Candidate& candidate) {
    return static_cast<double>(difficulty_rank(candidate)) + (1 - candidate.recall);
}

/// A warm-up, the hardest in third place, topics in turn, a medium one at the end.
std::vector<Choice> ordered(std::vector<Choice> picks, const std::vector<Candidate>& candidates) {
    const auto hard = [&](const Choice& choice) { return hardness(candidates[choice.candidate]); };
    std::ranges::stable_sort(picks, {}, hard);
    const auto n = picks.size();
    if (n < 3) return picks;
    std::vector<Choice> rest{picks.begin() + 1, picks.end() - 1};
    const Choice hardest = picks.back();
    std::vector<Choice> result{picks.front()};
    std::optional<Choice> last;
    if (n > 3) {
        const auto middle = static_cast<std::ptrdiff_t>(rest.size() / 2);
        last = rest[rest.size() / 2];
        rest.erase(rest.begin() + middle);
    }
    const auto topic = [&](const Choice& choice) { return candidates[choice.candidate].topic; };
    while (result.size() + (last ? 1 : 0) < n) {
        if (result.size() == 2 || rest.empty()) {
            result.push_back(hardest);
            continue;
        }
        const auto other = std::ranges::find_if(
            rest, [&](const Choice& choice) { return topic(choice) != topic(result.back()); });
        const auto next = other == rest.end() ? rest.begin() : other;
        result.push_back(*next);
        rest.erase(next);
    }
    if (last) result.push_back(*last);
    return result;
}

}  // namespace

bool is_sentence(std::string_view front) {
    const auto text = trim(front);
    if (text.ends_with('?') || text.ends_with("？")) return true;
    const auto words = words_of(text);
    return asks_to_speak(words) || asks_within(words);
}

std::optional<DrillStyle> parse_drill_style(std::string_view name) {
    const auto* found = std::ranges::find(kStyles, name);
    if (found == kStyles.end()) return std::nullopt;
    return static_cast<DrillStyle>(found - kStyles.begin());
}

std::string_view name_of(DrillStyle style) { return kStyles.at(static_cast<std::size_t>(style)); }

double weighed_coverage(const std::vector<double>& newest_first) {
    if (newest_first.empty()) return kNeverDrilled;
    double sum = 0;
    double weights = 0;
    double weight = 1;
    for (const double coverage : newest_first) {
        sum += weight * coverage;
        weights += weight;
        weight *= kOlderSession;
    }
    return sum / weights;
}

std::string style_word(DrillStyle style) {
    switch (style) {
        case DrillStyle::Calm: return tr("calm");
        case DrillStyle::Standard: return tr("standard");
        case DrillStyle::Tough: return tr("tough");
    }
    return {};
}

Reasons weigh(const Candidate& candidate, const ChooseOptions& options) {
    Reasons reasons;
    reasons.worth = worth_of(candidate);
    reasons.tag = tag_weight(candidate, options.tag_weights);
    reasons.forgetting = 1 - std::clamp(candidate.recall, 0.0, 1.0);
    reasons.gap = 1 - weighed_coverage(candidate.coverages);
    reasons.late = std::clamp(candidate.overdue, 0.0, 1.0);
    reasons.novelty = novelty_of(candidate, options.allow_repeats);
    reasons.fit = 3 * kMix.at(static_cast<std::size_t>(options.style))[difficulty_rank(candidate)];
    const double need = kShares.base + kShares.forgetting * reasons.forgetting +
                        kShares.gap * reasons.gap + kShares.late * reasons.late;
    reasons.weight = reasons.worth * reasons.tag * need * reasons.novelty * reasons.fit;
    return reasons;
}

Chosen choose(const std::vector<Candidate>& candidates, const ChooseOptions& options) {
    const auto drawn = draw(candidates, options);
    Picker picker{candidates, options};
    for (const auto& one : drawn) {
        if (has_tag(candidates[one.candidate], options.asked_tag)) picker.take(one);
    }
    if (options.count >= static_cast<int>(options.tag_weights.size())) {
        for (const auto& [tag, weight] : options.tag_weights) {
            for (const auto& one : drawn) {
                if (has_tag(candidates[one.candidate], tag) && picker.take(one)) break;
            }
        }
    }
    // The tags of a profile decide; other topics only fill up.
    for (const auto& one : drawn) {
        if (has_profile_tag(candidates[one.candidate], options.tag_weights)) picker.take(one);
    }
    for (const auto& one : drawn) picker.take(one);
    Chosen chosen;
    chosen.questions = ordered(std::move(picker).picks(), candidates);
    chosen.eligible = static_cast<int>(drawn.size());
    chosen.asked_lately = static_cast<int>(candidates.size() - drawn.size());
    return chosen;
}

std::vector<std::size_t> follow_ups(const FollowUp& asked, const std::vector<std::string>& related,
                                    const std::vector<FollowUp>& pool, int count) {
    std::map<std::string, int> cards_with;
    for (const auto& card : pool) {
        for (const auto& tag : card.tags) ++cards_with[tag];
    }
    std::string rarest;
    for (const auto& tag : asked.tags) {
        if (cards_with[tag] < 1) continue;
        if (rarest.empty() || cards_with[tag] < cards_with[rarest]) rarest = tag;
    }
    const auto tier = [&](const FollowUp& card) {
        if (card.note == asked.note) return 0;
        const auto named = std::ranges::any_of(related, [&](const std::string& name) {
            return !name.empty() && card.note_path_or_title.find(name) != std::string::npos;
        });
        if (named) return 1;
        const bool shares = std::ranges::find(card.tags, rarest) != card.tags.end();
        return !rarest.empty() && shares ? 2 : 3;
    };
    std::vector<std::size_t> result;
    for (int wanted = 0; wanted < 3; ++wanted) {
        for (std::size_t i = 0; i < pool.size(); ++i) {
            if (static_cast<int>(result.size()) >= count) return result;
            const bool other = pool[i].card_id != asked.card_id && !pool[i].shown;
            if (other && tier(pool[i]) == wanted) result.push_back(i);
        }
    }
    return result;
}

}  // namespace wengu
