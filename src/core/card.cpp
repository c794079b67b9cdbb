#include "core/card.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

struct KindName {
    CardKind kind;
    std::string_view name;
};

constexpr std::array<KindName, 9> kKindNames{{
    {CardKind::StandardAnswer, "standard-answer"},
    {CardKind::Question, "question"},
    {CardKind::Claim, "claim"},
    {CardKind::Topic, "topic"},
    {CardKind::Choice, "choice"},
    {CardKind::Cloze, "cloze"},
    {CardKind::Term, "term"},
    {CardKind::Open, "open"},
    {CardKind::Point, "point"},
}};

}  // namespace

std::string_view name_of(CardKind kind) {
    return std::ranges::find(kKindNames, kind, &KindName::kind)->name;
}

CardKind card_kind(std::string_view name) {
    const auto* found = std::ranges::find(kKindNames, name, &KindName::name);
    return found == kKindNames.end() ? CardKind::Question : found->kind;
}

}  // namespace wengu
