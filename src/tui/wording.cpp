#include "tui/wording.h"

#include "core/message.h"

namespace wengu {

std::string label_of(CardKind kind) {
    switch (kind) {
        case CardKind::StandardAnswer: return tr("standard answer");
        case CardKind::Question: return tr("question");
        case CardKind::Claim: return tr("claim");
        case CardKind::Topic: return tr("topic");
        case CardKind::Choice: return tr("choice");
        case CardKind::Cloze: return tr("cloze");
        case CardKind::Term: return tr("term");
        case CardKind::Open: return tr("open question");
        case CardKind::Point: return tr("point");
    }
    return {};
}

}  // namespace wengu
