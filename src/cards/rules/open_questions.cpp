// open-question: lists of questions without answers, as question banks have them. The
// questions that close a chapter or stand inside an answer are no cards, unless their
// title says that they are meant to be asked.

#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <memory_resource>
#include <span>
#include <unordered_set>

namespace wengu {
namespace {

/// The items of one section that stand together, with no blank line or other block
/// between them, whatever their depth.
struct QuestionGroup {
    int section = 0;
    std::size_t first = 0;  ///< Where its leaves begin, and how many there are.
    std::size_t count = 0;
};

class QuestionLists {
public:
    explicit QuestionLists(Reading& reading)
        : reading_(reading),
          page_(reading.page()),
          asking_note_(reading.words().contains("question list parts", normalise(reading.title()))),
          round_note_(reading.words().ends_with("interview rounds", normalise(reading.title()))) {}

    void run() {
        find_groups();
        for (const auto& group : groups_) take(group);
    }

private:
    bool asks(const Part& part) const {
        const bool nested = part.lines.last > part.own_last && !reading_.is_question_bank();
        if (nested && reading_.is_free(part.lines.first)) return false;
        if (is_of_round(part)) return true;
        // The title matters only where the two measures differ.
        const bool titled = part.asks != part.asks_in_list && is_below_asking_title(part.section);
        const auto how = titled ? part.asks : part.asks_in_list;
        return how != Asking::No && content_size(part.asked, 4) >= 4;
    }

    /// Whether the title above a list, or that of the note, says that it is asked.
    bool is_below_asking_title(int section) const {
        const auto& words = reading_.words();
        const auto& key = page_.section(section).key;
        return words.has("question list titles", key) || words.has("follow-up titles", key) ||
               words.contains("question list parts", key) || asking_note_;
    }

    /// "3. Redis 的 zset 底层" below "一面": what was asked there, in as few words.
    bool is_of_round(const Part& part) const {
        if (!part.ordered || part.depth > 0 || !is_round(part.section)) return false;
        return content_size(part.text, 4) >= 4 &&
               !reading_.words().has("interview chores", title_key(part.text));
    }

    bool is_round(int section) const {
        if (section != last_section_) {
            const auto& found = page_.section(section);
            last_section_ = section;
            last_is_round_ = reading_.words().ends_with("interview rounds", found.key) ||
                             (found.rank <= 1 && found.children.empty() && round_note_);
        }
        return last_is_round_;
    }

    bool is_front(const Part& part) const { return reading_.is_front(part.lines.first); }

    bool is_link(const Part& part) const {
        return is_only_link(reading_, {part.lines.first, part.own_last});
    }

    /// Whether something other than items is nested in part `i`.
    bool has_body(int i) const {
        for (int k = i + 1; k < page_.part(i).end; ++k) {
            if (page_.part(k).kind != PartKind::Item) return true;
        }
        return false;
    }

    std::span<const int> leaves_of(const QuestionGroup& group) const {
        return std::span{leaves_}.subspan(group.first, group.count);
    }

    void find_groups() {
        int last_line = -10;
        int last_depth = 0;
        for (int i = 0; i < page_.part_count(); ++i) {
            const auto& part = page_.part(i);
            if (part.kind != PartKind::Item || part.quoted) continue;
            const bool asking = asks(part);
            const bool frame = part.end > i + 1 && !asking && !has_body(i);
            const bool gap = part.lines.first > last_line + 1 && part.depth == 0 && last_depth == 0;
            const bool apart = groups_.empty() || groups_.back().section != part.section ||
                               part.lines.first > last_line + 2 ||
                               (gap && !asking_gap(groups_.back(), asking));
            if (apart) groups_.push_back({part.section, leaves_.size(), 0});
            last_line = frame || reading_.is_question_bank() ? part.own_last : part.lines.last;
            last_depth = part.depth;
            if (!frame) {
                leaves_.push_back(i);
                ++groups_.back().count;
                if (!reading_.is_question_bank()) i = part.end - 1;
            }
        }
    }

    /// Blank lines between questions are no borders, those between questions and other items are.
    bool asking_gap(const QuestionGroup& group, bool asking) const {
        return group.count == 0 || asks(page_.part(leaves_of(group).back())) == asking;
    }

    /// Lines of the section that belong to no card and to no list of questions.
    int prose(int section, std::size_t questions) const {
        const auto body =
            page_.section(section).children.empty() ? reading_.body(section) : LineRange{};
        int count = 0;
        for (int n = body.first; n <= body.last && !body.empty(); ++n) {
            if (reading_.is_free(n) && content_size(page_.line(n), 1) > 0) ++count;
        }
        return count - static_cast<int>(questions);
    }

    bool is_meant(const QuestionGroup& group, std::size_t asked, std::size_t others) const {
        if (is_below_asking_title(group.section)) return 2 * asked > others;
        if (reading_.is_question_bank()) return true;
        if (10 * asked < 6 * (asked + others)) return false;
        return asked >= 2 || others == 0
                   ? prose(group.section, asked + others) <= 2 * static_cast<int>(asked)
                   : false;
    }

    void take(const QuestionGroup& group) {
        if (reading_.is_barred(group.section)) return;
        const auto counts = [&](int i) { return asks(page_.part(i)) || is_front(page_.part(i)); };
        if (std::ranges::none_of(leaves_of(group), counts)) return;
        std::size_t asked = 0;
        std::size_t others = 0;
        const bool follow_ups =
            reading_.words().has("follow-up titles", page_.section(group.section).key);
        for (const int i : leaves_of(group)) {
            const auto& part = page_.part(i);
            if (part.task ||
                (!reading_.is_free(part.lines.first) && !is_front(part) && !follow_ups)) {
                ++others;
            } else if (counts(i)) {
                ++asked;
            } else if (!is_link(part)) {
                ++others;
            }
        }
        if (asked == 0) return;
        const bool meant = is_meant(group, asked, others);
        const bool nearly_all = asked >= 4 && asked >= 3 * others;
        for (const int i : leaves_of(group)) {
            const auto& part = page_.part(i);
            const bool one_of_them = asks(part) || (meant && nearly_all && is_sentence(part));
            if (part.task || !one_of_them || is_front(part)) continue;
            if (!reading_.is_free(part.lines.first) && !follow_ups) continue;
            if (!meant)
                reading_.leave_out(part.lines.first, part.text, Why::Statement);
            else
                add(i, follow_ups);
        }
    }

    /// "Share one of your trips with us." among nothing but questions.
    bool is_sentence(const Part& part) const {
        const bool ended = part.text.ends_with('.') || part.text.ends_with("。");
        return ended && part.lines.last == part.own_last && content_size(part.text) >= 12;
    }

    /// Whether a follow-up says too little without the question it follows.
    bool needs_question(const Part& part) const {
        const int above = page_.section(part.section).parent;
        if (above > 0 && reading_.is_front(page_.section(above).lines.first)) return true;
        return refers_back(title_key(part.text), reading_.words());
    }

    /// Two texts with the same title key have the same hash of it.
    static std::uint64_t key_of(std::string_view question) { return hash64(title_key(question)); }

    /// What is asked already, looked up when the first question is about to be added.
    void find_known() {
        if (!known_.empty()) return;
        for (const auto& part : page_.parts()) {
            if (!part.text.empty() && reading_.is_front(part.lines.first))
                known_.insert(key_of(part.asked));
        }
    }

    void add(int i, bool follow_up) {
        const auto& part = page_.part(i);
        find_known();
        std::string front{part.asked};
        if (!known_.insert(key_of(front)).second)
            return reading_.leave_out(part.lines.first, part.text, Why::Duplicate);
        reading_.add({.rule = "open-question",
                      .kind = CardKind::Open,
                      .front = std::move(front),
                      .front_lines = {part.lines.first, part.own_last},
                      .back = {},
                      .context = follow_up && needs_question(part) ? ContextUse::Always
                                                                   : ContextUse::IfNeeded,
                      .section = part.section,
                      .anchor = anchor_in(page_.line(part.lines.first))});
        reading_.take(reading_.is_question_bank() ? LineRange{part.lines.first, part.own_last}
                                                  : part.lines);
    }

    Reading& reading_;
    const Page& page_;
    bool asking_note_;               ///< The note's title says that it is asked.
    bool round_note_;                ///< It tells of an interview.
    mutable int last_section_ = -1;  ///< Asked for last, with what was found.
    mutable bool last_is_round_ = false;
    std::vector<int> leaves_;  ///< Parts that no other item frames, by group.
    std::vector<QuestionGroup> groups_;
    std::unordered_set<std::uint64_t> known_;  ///< By their keys.
};

}  // namespace

void find_open_questions(Reading& reading) { QuestionLists{reading}.run(); }

}  // namespace wengu
