// list-question: a list item that asks, answered by what is nested below it. Where every
// nested item asks too, they are follow-ups and nothing is answered.

#include "cards/rules/list_questions.h"
#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/split.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <map>

namespace wengu {
namespace {

/// Whether all items nested in part `i` ask, and there is nothing else.
bool only_follow_ups(const Reading& reading, int i) {
    const auto& page = reading.page();
    for (int k = i + 1; k < page.part(i).end; ++k) {
        const auto& part = page.part(k);
        if (part.kind != PartKind::Item || part.asks_in_list == Asking::No) return false;
    }
    return true;
}

/// Whether what is nested is an outline of headings rather than an answer.
bool is_outline(const Reading& reading, int i) {
    const auto& page = reading.page();
    if (!reading.is_question_bank()) return false;
    for (int k = i + 1; k < page.part(i).end; ++k) {
        const auto& part = page.part(k);
        if (part.kind != PartKind::Item || content_size(part.text) > 60 ||
            part.text.find("。") != std::string::npos)
            return false;
    }
    return true;
}

/// "2.1 ...": a nested question that stands for itself.
bool has_outline_number(std::string_view text) {
    const auto number = text.substr(0, text.find_first_not_of("0123456789."));
    return number.size() >= 3 && number.find('.') != std::string_view::npos &&
           number.find('.') + 1 < number.size();
}

/// A question nested in a list of questions is a follow-up of the one above it, unless it
/// has a number of its own or only a title stands directly above it.
bool stands_for_itself(const Page& page, int k) {
    const auto& part = page.part(k);
    if (part.kind != PartKind::Item) return false;
    if (has_outline_number(part.text)) return true;
    int above = part.parent;  // "- 1. text" is an item in an item without words
    while (above >= 0 && page.part(above).text.empty()) above = page.part(above).parent;
    return part.asks == Asking::Openly && above >= 0 && page.part(above).asks_in_list == Asking::No;
}

/// The last line of what answers part `i`: where its own lines end with a colon, the points
/// that follow at the margin answer too.
int answer_end(const Page& page, int i) {
    const auto& part = page.part(i);
    int last = part.lines.last;
    if (!part.ordered || !ends_with_colon(trim(page.line(last)))) return last;
    for (int k = part.end; k < page.part_count() && page.part(k).section == part.section;
         k = page.part(k).end) {
        const auto& other = page.part(k);
        const bool point = other.kind == PartKind::Item && !other.ordered && !other.task &&
                           other.asks_in_list == Asking::No;
        const bool shown = other.kind == PartKind::Code || other.kind == PartKind::Table;
        if (other.depth != part.depth || !(point || shown)) break;
        last = other.lines.last;
    }
    return last;
}

void take_nested(Reading& reading, int i) {
    const auto& part = reading.page().part(i);
    const LineRange back{part.own_last + 1, answer_end(reading.page(), i)};
    const bool follow_ups =
        only_follow_ups(reading, i) || is_only_link(reading, back) || is_outline(reading, i);
    reading.add({.rule = "list-question",
                 .front = std::string{part.asked},
                 .front_lines = {part.lines.first, part.own_last},
                 .back = follow_ups ? LineRange{} : back,
                 .section = part.section,
                 .lead = {},
                 .anchor = anchor_in(reading.page().line(part.lines.first))});
    if (!follow_ups || !reading.is_question_bank()) return reading.take(part.lines);
    for (int k = i + 1; k < part.end; ++k) {
        const auto& below = reading.page().part(k);
        const bool wrapper = below.kind == PartKind::Item && below.text.empty();
        if (!wrapper && !stands_for_itself(reading.page(), k))
            reading.take({below.lines.first, below.own_last});
    }
}

struct AskingList {
    int items = 0;   ///< With something nested.
    int asking = 0;  ///< Of these.
};

/// The lists whose items have their answers nested, by section and depth.
std::map<std::pair<int, int>, AskingList> asking_lists(const Reading& reading) {
    const auto& page = reading.page();
    std::map<std::pair<int, int>, AskingList> lists;
    const bool any = std::ranges::any_of(page.parts_of(PartKind::Item), [&](int i) {
        return page.part(i).asks_in_list == Asking::Implied && page.part(i).end > i + 1;
    });
    if (!any || reading.is_journal() || reading.is_question_bank()) return lists;
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        const bool nests = part.kind == PartKind::Item && !part.task && !part.quoted &&
                           part.end > i + 1 && reading.is_free(part.lines.first);
        if (!nests || only_follow_ups(reading, i)) continue;
        auto& list = lists[{part.section, part.depth}];
        ++list.items;
        if (part.asks_in_list != Asking::No) ++list.asking;
    }
    return lists;
}

/// "3. Name three brokers." beside items that ask openly and are answered alike.
void take_implied_siblings(Reading& reading) {
    const auto& page = reading.page();
    std::vector<std::pair<int, int>> answered;
    for (const auto& part : page.parts()) {
        const bool asking = part.kind == PartKind::Item && !part.task && !part.quoted &&
                            (part.asks == Asking::Openly || reading.is_front(part.lines.first));
        const std::pair place{part.section, part.depth};
        if (asking && (answered.empty() || answered.back() != place)) answered.push_back(place);
    }
    for (const auto& [place, list] : asking_lists(reading)) {
        if (list.asking >= 2 && 2 * list.asking >= list.items) answered.push_back(place);
    }
    std::ranges::sort(answered);
    for (int i = 0; i < page.part_count() && !answered.empty(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item || part.task || part.quoted || part.end == i + 1 ||
            !reading.is_free(part.lines.first))
            continue;
        const bool asks = part.asks_in_list == Asking::Implied &&
                          !is_link_list(reading, {part.own_last + 1, part.lines.last});
        const bool beside =
            asks && std::ranges::binary_search(answered, std::pair{part.section, part.depth});
        if (beside && !only_follow_ups(reading, i)) take_nested(reading, i);
    }
}

/// "- 拥塞控制的四个算法" with its points nested, beside items that ask and are answered alike:
/// where those are the rule, one more question; where they are not, one to be chosen.
class OtherSiblings {
public:
    explicit OtherSiblings(Reading& reading) : reading_(reading), page_(reading.page()) {}

    void run() {
        if (reading_.is_question_bank()) return;  // what is nested there is an outline
        for (int i = 0; i < page_.part_count(); ++i) {
            const auto& part = page_.part(i);
            const bool nests = part.kind == PartKind::Item && !part.task && !part.quoted &&
                               part.end > i + 1 && !reading_.is_barred(part.section);
            if (!nests) continue;
            const std::pair place{part.section, part.parent};
            if (reading_.is_front(part.lines.first)) {
                ++lists_[place].asked;
            } else if (reading_.is_free(part.lines.first) && names_something(part) &&
                       !asks_below(i)) {
                lists_[place].others.push_back(i);
            }
        }
        for (const auto& [place, list] : lists_) {
            const bool rule = list.asked >= 2 && 2 * list.asked >= list.others.size();
            for (const int i : list.others) {
                if (list.asked > 0) take(i, rule ? Certainty::Certain : Certainty::Doubtful);
            }
        }
    }

private:
    struct List {
        std::size_t asked = 0;
        std::vector<int> others;
    };

    bool asks_below(int i) const {
        for (int k = i + 1; k < page_.part(i).end; ++k) {
            if (page_.part(k).asks_in_list != Asking::No) return true;
        }
        return false;
    }

    bool names_something(const Part& part) const {
        const LineRange nested{part.own_last + 1, part.lines.last};
        return content_size(part.text) >= 4 && count_code_points(part.text) <= 40 &&
               !part.text.ends_with("：") && !part.text.ends_with(':') &&
               !is_label(part.text, reading_.words()) && !is_link_list(reading_, nested);
    }

    void take(int i, Certainty certainty) {
        const auto& part = page_.part(i);
        reading_.add({.rule = "list-question",
                      .kind = CardKind::Topic,
                      .certainty = certainty,
                      .front = std::string{part.asked},
                      .front_lines = {part.lines.first, part.own_last},
                      .back = {part.own_last + 1, part.lines.last},
                      .context = content_size(part.asked, kTellsItself) < kTellsItself
                                     ? ContextUse::Always
                                     : ContextUse::IfNeeded,
                      .section = part.section,
                      .anchor = anchor_in(page_.line(part.lines.first))});
    }

    static constexpr int kTellsItself = 6;  // characters of a name that needs no title above it

    Reading& reading_;
    const Page& page_;
    std::map<std::pair<int, int>, List> lists_;  ///< By section and the item that holds them.
};

}  // namespace

bool asks_openly(const Part& part) {
    return part.asks == Asking::Openly && content_size(part.asked, 4) >= 4;
}

bool is_task(const Part& part, const Words& words) {
    return part.ordered && part.asks_in_list == Asking::Implied &&
           has_cjk(words.start_of("question starts", title_key(part.text)));
}

void find_list_questions(Reading& reading) {
    const auto& page = reading.page();
    take_answered_at_once(reading);
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        if (part.kind != PartKind::Item || part.task || part.quoted || part.end == i + 1) continue;
        const bool asking = asks_openly(part) || is_task(part, reading.words());
        if (!reading.is_free(part.lines.first) || reading.is_barred(part.section) || !asking)
            continue;
        take_nested(reading, i);
    }
    take_implied_siblings(reading);
    take_loose_questions(reading);
    OtherSiblings{reading}.run();
}

}  // namespace wengu
