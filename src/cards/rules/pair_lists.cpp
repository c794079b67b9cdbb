// definition: where a note is made of lists of pairs, every pair is a card. What tells such a
// note from an explanation with a list in it is the note as a whole, not a title.

#include "cards/filters.h"
#include "cards/rules/pairs.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace wengu {
namespace {

/// What a list of pairs must show to be one, and a note to be made of them.
constexpr std::size_t kFewest = 2;    ///< Pairs of the same shape; three in one list of the note.
constexpr double kShareOfList = 0.5;  ///< Of the items beside them.
constexpr double kShareOfSection = 0.7;  ///< Of its section's lines that say something.
constexpr double kShareOfNote = 0.5;     ///< Of the note's lines that say something.
constexpr double kShareOfOutline = 0.7;  ///< The same where meanings are nested.
constexpr std::size_t kMostColumns = 4;  ///< Of a table: term, meaning, example, remark.
constexpr int kLongestNestedTerm = 60;   ///< Characters.

struct Member {
    Pair pair;
    LineRange front;
    LineRange back;
};

struct Series {
    int section = 0;
    PairMark mark = PairMark::Colon;
    std::vector<Member> members;
    LineRange table{};  ///< Its lines, where it is one.
};

bool has_kana(std::string_view text) {
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (c >= 0x3040 && c <= 0x30FF) return true;
    }
    return false;
}

class PairLists {
public:
    explicit PairLists(Reading& reading) : reading_(reading), page_(reading.page()) {}

    void run() {
        find_items();
        find_lines();
        find_tables();
        drop_forms();
        drop_parts_of_explanations();
        const double share = share_of_note();
        for (const auto& series : series_) {
            const bool nested = series.mark == PairMark::Nested;
            if (share >= (nested ? kShareOfOutline : kShareOfNote) || tells_itself(series))
                take(series);
        }
    }

private:
    bool is_usable(const Part& part) const {
        return !part.quoted && !part.task && reading_.is_free(part.lines.first) &&
               !reading_.is_barred(part.section);
    }

    /// Items at the margin: what is nested below another item is a part of what that says, and a
    /// list right below a line that leads to it ("条件：") belongs to that line.
    void find_items() {
        std::map<int, std::vector<int>> lists;
        int led_section = -1;
        for (int i = 0; i < page_.part_count(); ++i) {
            const auto& part = page_.part(i);
            if (part.depth > 0) continue;
            if (part.kind != PartKind::Item) {
                const bool line = part.kind == PartKind::Text || part.kind == PartKind::Bold;
                const bool leads = line && ends_with_colon(clean_text(page_.line(part.lines.last)));
                led_section = leads ? part.section : -1;
            } else if (is_usable(part) && part.section != led_section) {
                lists[part.section].push_back(i);
            }
        }
        for (const auto& [section, items] : lists) {
            std::map<PairMark, std::vector<Member>> shapes;
            for (const int i : items) {
                if (auto member = member_of(i))
                    shapes[member->pair.mark].push_back(std::move(*member));
            }
            if (shapes.contains(PairMark::Colon) && shapes[PairMark::Colon].size() > kFewest) {
                auto& pairs = shapes[PairMark::Colon];
                for (const int i : items) {
                    if (auto member = opened_by_colon(i)) pairs.push_back(std::move(*member));
                }
            }
            for (auto& [mark, members] : shapes) {
                const auto share =
                    static_cast<double>(members.size()) / static_cast<double>(items.size());
                const bool links =
                    is_link_list(reading_, {members.front().front.first, members.back().back.last});
                if (members.size() >= kFewest && share >= kShareOfList && !links)
                    series_.push_back({section, mark, std::move(members)});
            }
        }
    }

    /// "df：" with its meaning nested, among lines like "du：…".
    std::optional<Member> opened_by_colon(int i) const {
        const auto& part = page_.part(i);
        if (!ends_with_colon(part.text) || part.lines.last == part.own_last ||
            part.asks_in_list != Asking::No || is_label(part.text, reading_.words()) ||
            count_code_points(part.text) > kLongestNestedTerm)
            return std::nullopt;
        const LineRange nested{part.own_last + 1, part.lines.last};
        auto term = part.asked;
        term.remove_suffix(term.ends_with(':') ? 1 : std::string_view{"："}.size());
        return Member{{.term = std::string{trim(term)}, .meaning = page_.slice(nested)},
                      {part.lines.first, part.own_last},
                      nested};
    }

    std::optional<Member> member_of(int i) const {
        const auto& part = page_.part(i);
        std::string joined;
        const LineRange front{part.lines.first, part.own_last};
        auto pair = pair_in(page_.own_words(part, joined));
        const bool nests = part.lines.last > part.own_last;
        if (pair) {
            if (nests) pair->meaning += "\n" + page_.slice({part.own_last + 1, part.lines.last});
            return Member{std::move(*pair), front, part.lines};
        }
        if (!nests || part.text.empty() || !is_outline_entry(i)) return std::nullopt;
        return Member{{.term = std::string{part.asked}, .meaning = {}, .mark = PairMark::Nested},
                      front,
                      {part.own_last + 1, part.lines.last}};
    }

    /// A name with a plain list of short items below it.
    bool is_outline_entry(int i) const {
        const auto& part = page_.part(i);
        if (ends_with_colon(part.text) || part.asks_in_list != Asking::No ||
            count_code_points(part.text) > kLongestNestedTerm || part.text.ends_with('.') ||
            part.text.ends_with("。"))
            return false;
        for (int k = i + 1; k < part.end; ++k) {
            const auto& below = page_.part(k);
            if (below.kind != PartKind::Item || below.parent != i || below.task) return false;
        }
        return true;
    }

    /// Paragraphs of which every line is a pair.
    void find_lines() {
        std::map<int, std::vector<Member>> sections;
        for (const int i : page_.parts_of(PartKind::Text)) {
            const auto& part = page_.part(i);
            if (!is_usable(part) || part.parent >= 0) continue;
            std::vector<Member> members;
            for (int n = part.lines.first; n <= part.lines.last; ++n) {
                auto pair = pair_in(page_.words_of(n));
                const bool letter = pair && pair->term.size() == 1;  // "K: Key matrix"
                if (pair && !letter) members.push_back({std::move(*pair), {n, n}, {n, n}});
            }
            const bool all =
                static_cast<int>(members.size()) == part.lines.last - part.lines.first + 1;
            auto& found = sections[part.section];
            if (all) std::ranges::move(members, std::back_inserter(found));
        }
        for (auto& [section, members] : sections) {
            if (members.size() >= kFewest)
                series_.push_back({section, PairMark::Colon, std::move(members)});
        }
    }

    void find_tables() {
        for (const int i : page_.parts_of(PartKind::Table)) {
            const auto& part = page_.part(i);
            const auto header = table_cells(page_.words_of(part.lines.first));
            if (!is_usable(part) || part.parent >= 0 || header.size() < 2 ||
                header.size() > kMostColumns || content_size(header[0], 1) == 0)
                continue;
            std::vector<Member> members;
            for (int n = part.lines.first + 2; n <= part.lines.last; ++n) {
                const auto row = table_cells(page_.words_of(n));
                if (row.size() < 2 || content_size(row[0], 1) == 0 || content_size(row[1], 1) == 0)
                    continue;
                std::string meaning{row[1]};
                for (std::size_t k = 2; k < std::min(row.size(), header.size()); ++k) {
                    if (!row[k].empty()) meaning.append(" — ").append(row[k]);
                }
                members.push_back({{.term = clean_text(row[0]),
                                    .meaning = std::move(meaning),
                                    .mark = PairMark::Row},
                                   {n, n},
                                   {n, n}});
            }
            if (members.size() >= kFewest)
                series_.push_back({part.section, PairMark::Row, std::move(members), part.lines});
        }
    }

    /// "Definition:", "Use case:": a term that comes back in another list is a label of a form.
    void drop_forms() {
        std::map<std::string, std::set<std::size_t>> lists;
        for (std::size_t s = 0; s < series_.size(); ++s) {
            for (const auto& member : series_[s].members)
                lists[title_key(member.pair.term)].insert(s);
        }
        std::size_t s = 0;
        std::erase_if(series_, [&](const Series& series) {
            ++s;
            const auto labels = std::ranges::count_if(series.members, [&](const Member& member) {
                return is_label(member.pair.term, reading_.words()) ||
                       lists[title_key(member.pair.term)].size() > 1;
            });
            return 3 * static_cast<std::size_t>(labels) > series.members.size();
        });
    }

    /// The lines of each section, not of those below it, that say something. Items that ask are
    /// left out with what they hold: they are questions among the pairs.
    std::map<int, int> lines_by_section() const {
        std::map<int, int> lines;
        int passed = 0;
        for (int i = 0; i < page_.part_count(); ++i) {
            const auto& part = page_.part(i);
            if (part.kind == PartKind::Item && part.asks_in_list != Asking::No)
                passed = std::max(passed, part.end);
            if (i < passed || part.kind == PartKind::Heading || part.kind == PartKind::Rule ||
                part.kind == PartKind::Quote || reading_.is_barred(part.section))
                continue;
            const int head = part.kind == PartKind::Table ? 2 : 0;
            const int last = part.kind == PartKind::Item ? part.own_last : part.lines.last;
            for (int n = part.lines.first + head; n <= last; ++n)
                lines[part.section] += page_.is_blank(n) ? 0 : 1;
        }
        return lines;
    }

    /// The lines of each section that are pairs of a list.
    std::map<int, std::set<int>> pairs_by_section() const {
        std::map<int, std::set<int>> lines;
        for (const auto& series : series_) {
            for (const auto& member : series.members) {
                for (int n = member.front.first; n <= member.back.last; ++n)
                    lines[series.section].insert(n);
            }
        }
        return lines;
    }

    void drop_parts_of_explanations() {
        auto all = lines_by_section();
        auto paired = pairs_by_section();
        std::erase_if(series_, [&](const Series& series) {
            return !tells_itself(series) && static_cast<double>(paired[series.section].size()) <
                                                kShareOfSection * all[series.section];
        });
        const bool list = std::ranges::any_of(
            series_, [](const Series& series) { return series.members.size() > kFewest; });
        if (!list) series_.clear();
    }

    double share_of_note() const {
        double all = 0;
        for (const auto& [section, lines] : lines_by_section()) all += lines;
        double paired = 0;
        for (const auto& [section, lines] : pairs_by_section())
            paired += static_cast<double>(lines.size());
        return all == 0 ? 0 : paired / all;
    }

    /// Whether a list is one of facts wherever it stands.
    static bool tells_itself(const Series& series) {
        return series.members.size() > kFewest && (translates(series) || defines(series));
    }

    /// "Bounce rate: bounce rate is the share of …": each says once more what it defines.
    static bool defines(const Series& series) {
        const auto again = std::ranges::count_if(series.members, [](const Member& member) {
            const auto term = member.pair.term.substr(0, member.pair.term.find(" ("));
            return content_size(term, 4) >= 4 &&
                   normalise(member.pair.meaning).starts_with(normalise(term));
        });
        return 2 * static_cast<std::size_t>(again) > series.members.size();
    }

    /// Words of a language with kana and what they mean in another one.
    static bool translates(const Series& series) {
        const auto both = std::ranges::count_if(series.members, [](const Member& member) {
            return has_kana(member.pair.term) != has_kana(member.pair.meaning);
        });
        return 2 * static_cast<std::size_t>(both) > series.members.size();
    }

    void take(const Series& series) {
        for (const auto& member : series.members) {
            if (!reading_.is_free(member.front.first)) continue;
            reading_.add({.rule = "definition",
                          .kind = CardKind::Term,
                          .front = member.pair.term,
                          .front_lines = member.front,
                          .back = member.back,
                          .back_text = member.pair.meaning,
                          .context = ContextUse::Never,
                          .section = series.section,
                          .anchor = anchor_in(page_.line(member.front.first))});
        }
        if (series.table.first > 0) reading_.take(series.table);
        take_questions(series.section);
    }

    /// "如何终止进程：" with its answer nested, among the pairs of a section.
    void take_questions(int section) {
        for (const int i : page_.parts_of(PartKind::Item)) {
            const auto& part = page_.part(i);
            if (part.section != section || part.depth > 0 || !is_usable(part) ||
                part.asks_in_list == Asking::No || part.lines.last == part.own_last)
                continue;
            reading_.add({.rule = "list-question",
                          .front = std::string{part.asked},
                          .front_lines = {part.lines.first, part.own_last},
                          .back = {part.own_last + 1, part.lines.last},
                          .section = section,
                          .anchor = anchor_in(page_.line(part.lines.first))});
        }
    }

    Reading& reading_;
    const Page& page_;
    std::vector<Series> series_;
};

}  // namespace

void take_pair_lists(Reading& reading) {
    if (!reading.is_journal() && !reading.is_project_page()) PairLists{reading}.run();
}

}  // namespace wengu
