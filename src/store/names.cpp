#include "store/names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace wengu::store {
namespace {

constexpr std::array<std::pair<Phase, std::string_view>, 4> kPhases{{
    {Phase::New, "new"},
    {Phase::Learning, "learning"},
    {Phase::Review, "review"},
    {Phase::Relearning, "relearning"},
}};

constexpr std::array<std::pair<Source, std::string_view>, 4> kSources{{
    {Source::Review, "review"},
    {Source::Drill, "drill"},
    {Source::Import, "import"},
    {Source::Cram, "cram"},
}};

template <typename Table>
auto by_name(const Table& table, std::string_view name) {
    const auto* found = std::ranges::find(table, name, &Table::value_type::second);
    return found == table.end() ? table.front().first : found->first;
}

}  // namespace

std::string_view name_of(Phase phase) {
    return std::ranges::find(kPhases, phase, &decltype(kPhases)::value_type::first)->second;
}

Phase phase_of(std::string_view name) { return by_name(kPhases, name); }

std::string_view name_of(Source source) {
    return std::ranges::find(kSources, source, &decltype(kSources)::value_type::first)->second;
}

Source source_of(std::string_view name) { return by_name(kSources, name); }

}  // namespace wengu::store
