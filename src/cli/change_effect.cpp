#include "cli/change_effect.h"

#include "core/message.h"
#include "term/width.h"
#include "tui/print.h"

namespace wengu {
namespace {

void print_effect_row(std::ostream& out, const char* label, int count,
                      const std::string& more = "") {
    const Widths widths;
    print(out, "  {}{:>6}{}{}\n", padded(label, 12, widths), count, more.empty() ? "" : "   ",
          more);
}

std::string by_up_to(int days) {
    return days == 0 ? "" : say_count("by up to {} day", "by up to {} days", days);
}

}  // namespace

void print_effect(std::ostream& out, const ChangeEffect& effect) {
    const int moved = effect.earlier + effect.later;
    print(out, "{}\n", say("{} of {} answered cards come on another day", moved, effect.cards));
    if (moved == 0) return;
    print_effect_row(out, tr("earlier"), effect.earlier, by_up_to(effect.most_earlier));
    print_effect_row(out, tr("later"), effect.later, by_up_to(effect.most_later));
    print_effect_row(out, tr("as before"), effect.cards - moved);
    print_effect_row(out, tr("due today"), effect.due_after, say("now {}", effect.due_before));
}

}  // namespace wengu
