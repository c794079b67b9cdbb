#include "interview/probes.h"

#include "core/message.h"
#include "core/text.h"
#include "interview/clauses.h"

#include <algorithm>
#include <optional>

namespace wengu {
namespace {

constexpr std::size_t kMostProbes = 2;
constexpr int kLongestQuote = 40;  // code points; more is no question but a speech

/// A clause of `text` that can be repeated in a question.
std::optional<std::string> quotable(std::string_view text, bool with_number) {
    for (const auto& clause : clauses_of(text)) {
        const auto said = trim(text.substr(clause.begin, clause.end - clause.begin));
        if (count_code_points(said) > kLongestQuote) continue;
        if (!with_number || has_number(words_of(said))) return std::string{said};
    }
    return std::nullopt;
}

const PointHint* first_in(const Coverage& coverage, PointState state) {
    const auto found = std::ranges::find(coverage.points, state, &PointHint::state);
    return found == coverage.points.end() ? nullptr : &*found;
}

std::optional<Probe> why(const Coverage& coverage) {
    for (const auto state : {PointState::Differs, PointState::Mentioned, PointState::Perhaps}) {
        const auto* hint = first_in(coverage, state);
        if (hint == nullptr || hint->evidence.empty()) continue;
        const auto& text = hint->difference ? hint->difference->said : hint->evidence;
        if (auto quote = quotable(text, false)) {
            return Probe{ProbeKind::Why, say("you said \"{}\": why is that so?", *quote), *quote};
        }
    }
    return std::nullopt;
}

Probe number(std::string_view answer) {
    if (auto quote = quotable(answer, true)) {
        return {ProbeKind::Number, say("you said \"{}\": what is that based on?", *quote), *quote};
    }
    return {ProbeKind::Number, tr("can you give a number from your own project?"), {}};
}

}  // namespace

std::vector<Probe> probes_for(std::string_view answer, const Coverage& coverage) {
    std::vector<Probe> probes;
    if (trim(answer).empty() || forbids_ticks(coverage.remark)) return probes;
    const auto reason = why(coverage);
    const bool number_first =
        first_in(coverage, PointState::Differs) != nullptr &&
        first_in(coverage, PointState::Differs)->difference &&
        first_in(coverage, PointState::Differs)->difference->kind == DifferenceKind::Number;
    if (number_first) probes.push_back(number(answer));
    if (reason) probes.push_back(*reason);
    if (!number_first) probes.push_back(number(answer));
    probes.push_back({ProbeKind::Example, tr("can you give an example from your own work?"), {}});
    probes.resize(std::min(probes.size(), kMostProbes));
    return probes;
}

}  // namespace wengu
