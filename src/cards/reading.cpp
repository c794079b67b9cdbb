#include "cards/reading.h"

#include "cards/filters.h"
#include "cards/split.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <set>

namespace wengu {
namespace {

constexpr std::size_t kLongestMinutesTitle = 39;  // bytes
constexpr ByteSet kBackMarks{"[*Bbt"};

/// Whether a line may lead back to the top: what is seen without cleaning it.
bool may_lead_back(std::string_view text) {
    constexpr std::size_t kLongest = 120;  // bytes
    if (text.size() > kLongest) return false;
    const auto has = [&](std::string_view mark) { return text.find(mark) != text.npos; };
    return kBackMarks.find(text) != text.npos || has("⬆") || has("回") || has("迴") || has("返");
}

bool is_only_tags(std::string_view text, bool closing_only) {
    while (!text.empty()) {
        if (text[0] != '<') return false;
        const auto end = text.find('>');
        if (end == std::string_view::npos) return false;
        const auto tag = normalise(text.substr(1, end - 1));
        const bool line_break = tag.starts_with("br") || tag.starts_with("hr");
        const bool comment = tag.starts_with("!--");
        const bool closing = tag.starts_with("/");
        const bool opening = tag == "p" || tag == "b" || tag == "div" || tag == "blockquote" ||
                             tag.starts_with("a ");
        if (!line_break && !comment && !closing && (closing_only || !opening)) return false;
        text = trim(text.substr(end + 1));
    }
    return true;
}

bool is_rule_text(std::string_view text) {
    if (text.size() < 3) return false;
    const char mark = text[0];
    if (mark != '-' && mark != '*' && mark != '_') return false;
    return text.find_first_not_of(std::string{mark, ' '}) == std::string_view::npos;
}

/// What Logseq notes about a block: "id:: 6621…", "card-last-interval:: 4".
bool is_block_property(std::string_view text) {
    const auto mark = text.find(":: ");
    if (mark == std::string_view::npos) return false;
    const auto name = text.substr(0, mark);
    return name == "id" || name == "collapsed" || name == "heading" || name.starts_with("card-") ||
           name.starts_with("logseq.");
}

/// "2025-12-03 周三"
bool opens_with_date(std::string_view title) {
    constexpr std::string_view kShape{"dddd-dd-dd"};
    if (title.size() < kShape.size()) return false;
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        const bool digit = title[i] >= '0' && title[i] <= '9';
        if (kShape[i] == 'd' ? !digit : title[i] != '-') return false;
    }
    return true;
}

/// "# 2025-12-03 周三": the title of a page of a diary.
bool is_dated_page(const Page& page) {
    return page.section_count() > 1 && page.section(1).rank == 1 &&
           opens_with_date(page.part(page.section(1).part).text);
}

bool is_block_id(std::string_view text) {
    return text.size() > 1 && text[0] == '^' && text.find(' ') == std::string_view::npos;
}

}  // namespace

std::string_view name_of(Why why) {
    switch (why) {
        case Why::Empty: return "empty";
        case Why::Group: return "group";
        case Why::Divided: return "divided";
        case Why::PartOfAnswer: return "part-of-answer";
        case Why::Label: return "label";
        case Why::NoCardTitle: return "no-card-title";
        case Why::CheckList: return "check-list";
        case Why::Links: return "links";
        case Why::Dated: return "dated";
        case Why::Short: return "short";
        case Why::Duplicate: return "duplicate";
        case Why::AnswerTitle: return "answer-title";
        case Why::Footer: return "footer";
        case Why::Staged: return "staged";
        case Why::Journal: return "journal";
        case Why::Template: return "template";
        case Why::Statement: return "statement";
    }
    return "statement";
}

Reading::Reading(const Page& page, const Words& words, std::string title, bool flashcards,
                 Explaining explaining)
    : page_(page),
      words_(words),
      title_(std::move(title)),
      flashcards_(flashcards),
      explaining_(explaining),
      marks_(static_cast<std::size_t>(std::max(0, page.last_line() - page.first_line() + 1)),
             Mark::Free) {
    footer_first_ = footer_line(page, words);
    question_bank_ = wengu::is_question_bank(page);
    const bool counted = title_.find_first_of("0123456789") != std::string::npos;
    journal_ =
        (counted && is_bare_number(title_)) || is_dated_page(page) || is_minutes(page, words);
    project_page_ = has_sections(page, words, "project page titles", 2);
    for (const auto& section : page.sections()) {
        const bool above =
            section.parent > 0 && barred_[static_cast<std::size_t>(section.parent)] != 0;
        // "# 目录" above the whole note only names what stands right below it
        const bool of_all = section.rank == 1 && words.has("contents titles", section.key);
        const bool itself = !of_all && (words.has("no cards titles", section.key) ||
                                        words.ends_with("no cards ends", section.key));
        barred_.push_back(above || itself ? 1 : 0);
    }
    for (int s = 0; s < page.section_count(); ++s) bodies_.push_back(find_body(s));
}

int Reading::first_front_in(LineRange range) const {
    for (int n = range.first; n <= range.last && !range.empty(); ++n) {
        if (is_front(n)) return n;
    }
    return 0;
}

bool Reading::has_front_in(LineRange range) const { return first_front_in(range) > 0; }

int Reading::fronts_in(LineRange range) const {
    int count = 0;
    for (int n = range.first; n <= range.last && !range.empty(); ++n) count += is_front(n) ? 1 : 0;
    return count;
}

void Reading::mark(LineRange lines, Mark with) {
    for (int n = lines.first; n <= lines.last && !lines.empty(); ++n) {
        if (index(n) < marks_.size() && marks_[index(n)] == Mark::Free) marks_[index(n)] = with;
    }
}

void Reading::take(LineRange lines) { mark(lines, Mark::Answer); }

void Reading::add(Found found) {
    if (is_front(found.front_lines.first) && found.hole.empty() && found.back_text.empty()) return;
    if (!found.back.empty() && found.back_text.empty()) {
        found.back = trimmed(found.back);
        if (!says_something(found.back)) found.back = {};
    }
    mark({found.front_lines.first, found.front_lines.first}, Mark::Front);
    if (index(found.front_lines.first) < marks_.size())
        marks_[index(found.front_lines.first)] = Mark::Front;
    mark(found.front_lines, Mark::Answer);
    if (found.owns_back) mark(found.back, Mark::Answer);
    found_.push_back(std::move(found));
}

/// "..." alone answers nothing; a picture or a formula may.
bool Reading::says_something(LineRange lines) const {
    static constexpr ByteSet kMarkers{"-*+. \t>"};
    for (int n = lines.first; n <= lines.last && !lines.empty(); ++n) {
        if (page_.is_opaque(n) || kMarkers.skip(page_.words_of(n)) != std::string_view::npos) {
            if (page_.words_of(n) != "…" && page_.words_of(n) != "……") return true;
        }
    }
    return false;
}

void Reading::leave_out(int line, std::string_view text, Why why) {
    if (explaining_ == Explaining::Yes) left_out_.push_back({line, std::string{text}, why});
}

bool Reading::is_trailing_noise(int line) const {
    const auto text = trim(page_.line(line));
    if (text.empty()) return true;
    if (page_.is_opaque(line)) return false;
    if (is_rule_text(text) || is_block_id(text) || is_block_property(text)) return true;
    if (text[0] == '<') return is_only_tags(text, false);
    if (text == ":::" || text == "\\") return true;
    if (text.starts_with("%%") && text.ends_with("%%")) return true;  // a remark nobody is shown
    return may_lead_back(text) && is_titled_once_clean(text, "back to top", words_);
}

LineRange Reading::trimmed(LineRange range) const {
    while (range.last >= range.first && is_trailing_noise(range.last)) {
        const auto text = trim(page_.line(range.last));
        if (text.starts_with("</details")) {  // part of the answer if it was opened there
            bool opened = false;
            for (int n = range.first; n < range.last && !opened; ++n) {
                opened =
                    !page_.is_opaque(n) && page_.line(n).find("<details") != std::string_view::npos;
            }
            if (opened) break;
        }
        --range.last;
    }
    while (range.first <= range.last &&
           (page_.is_blank(range.first) || is_trailing_noise(range.first)))
        ++range.first;
    return range.first > range.last ? LineRange{} : range;
}

int Reading::full_lines(LineRange range) const {
    int count = 0;
    for (int n = range.first; n <= range.last && !range.empty(); ++n)
        count += page_.is_blank(n) ? 0 : 1;
    return count;
}

int Reading::content(LineRange range, int enough) const {
    int count = 0;
    for (int n = range.first; n <= range.last && !range.empty() && count < enough; ++n) {
        count += content_size(page_.line(n));
    }
    return count;
}

LineRange Reading::find_body(int section) const {
    const auto& found = page_.section(section);
    LineRange lines{found.body_first, found.lines.last};
    if (footer_first_ > 0 && lines.first < footer_first_)
        lines.last = std::min(lines.last, footer_first_ - 1);
    if (!is_barred(section)) lines.last = std::min(lines.last, end_before_barred(section));
    return trimmed(lines);
}

/// The last line of a section that is not below a closing title like "References".
int Reading::end_before_barred(int section) const {
    const auto& found = page_.section(section);
    int last = found.lines.last;
    for (auto child = found.children.rbegin(); child != found.children.rend(); ++child) {
        if (!is_barred(*child)) return std::min(last, end_before_barred(*child));
        last = page_.section(*child).lines.first - 1;
    }
    return last;
}

bool Reading::is_barred(int section) const {
    return barred_[static_cast<std::size_t>(section)] != 0;
}

int footer_line(const Page& page, const Words& words) {
    int rule = -1;
    for (int i = page.part_count() - 1; i >= 0 && rule < 0; --i) {
        const auto& part = page.part(i);
        if (part.kind == PartKind::Heading) return 0;
        if (part.kind == PartKind::Rule && part.parent < 0) rule = i;
    }
    if (rule < 0 || rule + 1 >= page.part_count()) return 0;
    const auto& sections = page.sections();
    if (sections.size() < 2) return 0;
    // A footer is set off from all sections: no other section has a rule inside, or
    // every line of it is metadata or wholly emphasised.
    int lines = 0;
    bool metadata = true;
    const int first = page.part(rule).lines.first;
    for (int n = first + 1; n <= page.last_line(); ++n) {
        const auto text = trim(page.line(n));
        if (text.empty()) continue;
        if (++lines > 8) return 0;
        const auto colon = std::min(text.find("："), text.find(':'));
        const bool pair = colon != std::string_view::npos &&
                          is_titled(clean_text(text.substr(0, colon)), "footer keys", words);
        const bool emphasised = (text.starts_with("*") && text.ends_with("*")) ||
                                (text.starts_with("_") && text.ends_with("_")) ||
                                text.starts_with('<') || text.starts_with("[");
        const bool advert = words.contains("advert parts", normalise(text));
        metadata = metadata && (pair || emphasised || advert);
    }
    return lines > 0 && metadata ? first : 0;
}

bool has_sections(const Page& page, const Words& words, ListName list, std::size_t enough) {
    std::set<std::string_view> found;
    for (const auto& section : page.sections()) {
        if (words.has(list, section.key)) found.insert(section.key);
    }
    return found.size() >= enough;
}

bool is_minutes(const Page& page, const Words& words) {
    std::set<std::string> found;
    for (const auto& section : page.sections()) {
        if (words.has("minutes titles", section.key)) found.emplace(section.key);
    }
    for (const auto& line : page.text_lines()) {
        const auto& part = page.part(line.part);
        if (part.kind == PartKind::Item || line.line != part.lines.first) continue;
        const auto colon = first_colon(line.words, kLongestMinutesTitle);
        const auto title = line.words.substr(0, colon);
        if (colon != std::string_view::npos && is_titled_once_clean(title, "minutes titles", words))
            found.insert(title_key(clean_text(title)));
    }
    return found.size() >= 2;
}

bool is_question_bank(const Page& page) {
    int asked = 0;
    int items = 0;
    int prose = 0;
    for (int i = 0; i < page.part_count(); ++i) {
        const auto& part = page.part(i);
        if (part.kind == PartKind::Item) {
            ++items;
            if (part.asks_in_list != Asking::No) ++asked;
        } else if (part.kind != PartKind::Heading && part.kind != PartKind::Rule) {
            ++prose;
        }
    }
    return asked >= 8 && 2 * asked > items && prose * 4 < items;
}

}  // namespace wengu
