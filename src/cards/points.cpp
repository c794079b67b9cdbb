#include "cards/points.h"

#include "cards/answer_lines.h"
#include "cards/point_text.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <map>

namespace wengu {
namespace {

constexpr std::size_t kFewPoints = 2;      // below this, sentences help out
constexpr std::size_t kMostSentences = 9;  // nobody remembers more of a plain text
constexpr int kShortestSentence = 4;       // code points

using Lines = std::vector<AnswerLine>;

bool is_item(const AnswerLine& line) { return line.role == LineRole::Item; }

std::string joined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return std::string{a.empty() ? b : a};
    return std::string{a}.append(" ").append(b);
}

/// One pass over the lines of an answer, in reading order.
class PointReader {
public:
    /// `bold_is_label`: a bold line above a list only names the list.
    PointReader(const Lines& lines, bool bold_is_label)
        : lines_{lines}, bold_is_label_{bold_is_label} {}

    std::vector<Point> read() {
        for (at_ = 0; at_ < lines_.size(); ++at_) take(lines_[at_]);
        return std::move(points_);
    }

    [[nodiscard]] int swallowed_items() const { return swallowed_items_; }

private:
    void take(const AnswerLine& line) {
        switch (line.role) {
            case LineRole::Heading: return take_heading(line);
            case LineRole::Bold: return take_bold(line);
            case LineRole::Lead: return take_lead(line);
            case LineRole::Item: return take_item(line);
            case LineRole::Prose: return take_prose(line);
            case LineRole::PointsMark:
            case LineRole::Row:
            case LineRole::Evidence: return;
        }
    }

    void add(const AnswerLine& line, std::string_view kind, std::string_view title,
             std::string_view detail, bool in_group = true) {
        Point point;
        point.title = without_colon(without_number(title));
        point.detail = trim(detail);
        point.group = in_group ? group_ : std::string{};
        point.kind = kind;
        point.line = line.line;
        if (!point.title.empty()) points_.push_back(std::move(point));
    }

    [[nodiscard]] bool next_is(LineRole role) const {
        return at_ + 1 < lines_.size() && lines_[at_ + 1].role == role;
    }

    /// A heading with a list or bold lines below it names them; one with plain
    /// text below it is a point of its own.
    void take_heading(const AnswerLine& line) {
        std::string detail;
        bool structured = false;
        for (auto i = at_ + 1; i < lines_.size(); ++i) {
            const auto role = lines_[i].role;
            if (role == LineRole::Heading) break;
            structured |=
                role == LineRole::Item || role == LineRole::Bold || role == LineRole::Lead;
            if (role == LineRole::Prose) detail = joined(detail, lines_[i].text);
        }
        const auto answer = without_opener(line.text);
        if (answer.size() < trim(line.text).size() && !answer.empty()) {
            return add(line, "verdict", answer, {}, false);
        }
        group_ = without_colon(without_number(line.text));
        if (structured || detail.empty()) return;
        add(line, "item", group_, detail, false);
        group_.clear();
        while (next_is(LineRole::Prose) || next_is(LineRole::Evidence)) ++at_;
    }

    void take_bold(const AnswerLine& line) {
        const auto said = without_opener(line.text);
        if (said.size() < line.text.size() && !said.empty()) {
            return add(line, "verdict", said, {}, false);
        }
        if (ends_in_colon(line.text)) {
            group_ = without_colon(without_number(line.text));
            return;
        }
        if (points_.empty() && is_judgement(said)) return add(line, "verdict", said, {}, false);
        if (!next_is(LineRole::Item)) {
            group_.clear();
            return add(line, "thesis", without_label(without_number(said)), {}, false);
        }
        if (bold_is_label_) {
            group_ = without_number(said);
            return;
        }
        std::string detail;
        while (next_is(LineRole::Item)) {
            const auto& item = lines_[++at_];
            detail = joined(detail, joined(item.text, item.rest));
            ++swallowed_items_;
        }
        group_.clear();
        add(line, "item", without_label(without_number(said)), detail, false);
    }

    void take_lead(const AnswerLine& line) {
        const auto said = without_opener(line.text);
        if (said.empty()) return take_prose({LineRole::Prose, line.rest, {}, line.line});
        if (said.size() < trim(line.text).size()) {
            return add(line, "verdict", joined(said, line.rest), {}, false);
        }
        const bool label = ends_in_colon(line.text);
        const auto rest =
            label ? trim(line.rest.starts_with(':')    ? std::string_view{line.rest}.substr(1)
                         : line.rest.starts_with("：") ? std::string_view{line.rest}.substr(3)
                                                       : std::string_view{line.rest})
                  : std::string_view{line.rest};
        if (!label) return add_sentence(line, joined(line.text, rest), "item");
        const auto whole = joined(line.text, rest);
        const auto thesis = without_label(whole);
        if (thesis.size() < whole.size()) return add(line, "thesis", thesis, {}, false);
        add(line, "item", line.text, rest);
    }

    void take_item(const AnswerLine& line) {
        const auto text = without_number(line.text);
        auto [title, detail] = cut_title(text);
        if (!detail.empty() || ends_in_colon(text)) {
            const auto label = without_label(text);
            if (label.size() < text.size() && line.rest.empty())
                return add(line, "item", label, {});
            return add(line, "item", title, joined(detail, line.rest));
        }
        add_sentence(line, text, "item", line.rest);
    }

    /// The first sentence is the title, what follows it the detail.
    void add_sentence(const AnswerLine& line, std::string_view text, std::string_view kind,
                      std::string_view more = {}) {
        const auto sentences = sentences_of(text);
        if (sentences.empty()) return;
        const auto title = sentences.front();
        const auto offset = static_cast<std::size_t>(title.data() - text.data()) + title.size();
        add(line, kind, title, joined(trim(text.substr(offset)), more));
    }

    /// Plain text before the points is the answer in short; elsewhere it comments on them.
    void take_prose(const AnswerLine& line) {
        const auto said = without_opener(line.text);
        if (ends_in_colon(said)) {
            if (next_is(LineRole::Item) || next_is(LineRole::Bold) || next_is(LineRole::Lead)) {
                group_ = without_colon(said);
            }
            return;
        }
        if (!points_.empty()) return;
        const auto sentences = sentences_of(said);
        if (sentences.empty() || count_code_points(sentences.front()) < kShortestSentence) return;
        const bool judges = is_judgement(said);
        add(line, judges ? "verdict" : "sentence", sentences.front(), {}, false);
    }

    const Lines& lines_;
    bool bold_is_label_;
    std::size_t at_ = 0;
    std::string group_;
    std::vector<Point> points_;
    int swallowed_items_ = 0;
};

Point make_point(std::string_view title, std::string_view kind, int line) {
    Point point;
    point.title = title;
    point.kind = kind;
    point.line = line;
    return point;
}

/// Rule 1: `- [k] item`, the list after <!-- points -->, ==marked words==.
std::vector<Point> marked_points(const Lines& lines) {
    std::vector<Point> points;
    bool in_marked_list = false;
    for (const auto& line : lines) {
        if (line.role == LineRole::PointsMark) {
            in_marked_list = true;
            continue;
        }
        if (!is_item(line)) in_marked_list = false;
        std::string_view text = line.text;
        const bool key = is_item(line) && (text.starts_with("[k]") || text.starts_with("[K]"));
        if (key || (in_marked_list && is_item(line))) {
            const auto [title, detail] = cut_title(key ? text.substr(3) : text);
            auto point = make_point(title, "marked", line.line);
            point.detail = joined(detail, line.rest);
            points.push_back(std::move(point));
            continue;
        }
        if (line.role == LineRole::Row) continue;
        const std::string whole = joined(line.text, line.rest);
        for (auto open = whole.find("=="); open != whole.npos;) {
            const auto close = whole.find("==", open + 2);
            if (close == whole.npos) break;
            const auto inside = std::string_view{whole}.substr(open + 2, close - open - 2);
            const bool tight = !inside.empty() && trim(inside) == inside && inside[0] != '=';
            if (tight) points.push_back(make_point(inside, "marked", line.line));
            open = whole.find("==", close + (tight ? 2 : 0));
        }
    }
    return points;
}

/// "There are two main differences." announces points and is none.
bool announces(std::string_view sentence) {
    const auto said = normalise(sentence);
    return (said.starts_with("there are ") || said.starts_with("there're ")) && said.size() < 48;
}

/// Rule 9, text that counts inside itself: "... : 1) a; 2) b; 3) c." Empty if it does not.
std::vector<Point> counted_points(std::string_view text, int line) {
    std::vector<Point> points;
    const auto items = counted_items(text);
    for (const auto item : items) {
        const auto sentences = sentences_of(item);
        if (sentences.empty()) continue;
        const auto [title, detail] = cut_title(without_end(sentences.front()));
        points.push_back(make_point(title, "item", line));
        points.back().detail = detail;
        for (std::size_t i = 1; i < sentences.size(); ++i)
            points.push_back(make_point(sentences[i], "sentence", line));
    }
    return points;
}

/// Rule 9: the sentences of the plain text and of the items.
std::vector<Point> sentence_points(const Lines& lines) {
    std::vector<Point> points;
    std::vector<Point> short_ones;  // "80" can be a whole answer
    for (const auto& line : lines) {
        if (line.role == LineRole::Evidence || line.role == LineRole::Row ||
            line.role == LineRole::PointsMark || line.role == LineRole::Heading) {
            continue;
        }
        const std::string whole = joined(line.text, line.rest);
        if (auto counted = counted_points(whole, line.line); !counted.empty()) {
            points.insert(points.end(), counted.begin(), counted.end());
            continue;
        }
        for (const auto sentence : sentences_of(without_opener(whole))) {
            if (points.size() >= kMostSentences) return points;
            if (ends_in_colon(sentence) || announces(sentence)) continue;
            const bool is_short = count_code_points(sentence) < kShortestSentence;
            (is_short ? short_ones : points).push_back(make_point(sentence, "sentence", line.line));
        }
    }
    return points.empty() ? short_ones : points;
}

/// An answer that is nothing but a table says its rows.
std::vector<Point> row_points(const Lines& lines) {
    std::vector<Point> points;
    for (const auto& line : lines) {
        if (line.role != LineRole::Row || line.text.empty()) continue;
        points.push_back(make_point(line.text, "item", line.line));
        points.back().detail = line.rest;
    }
    return points;
}

/// Too many to keep apart: those under one label become one point.
std::vector<Point> grouped(const std::vector<Point>& points) {
    std::vector<Point> result;
    for (const auto& point : points) {
        const bool same = !point.group.empty() && !result.empty() &&
                          result.back().kind == "group" && result.back().title == point.group;
        if (same) {
            result.back().detail = joined(result.back().detail, point.title);
        } else if (point.group.empty()) {
            result.push_back(point);
        } else {
            auto group = make_point(point.group, "group", point.line);
            group.detail = point.title;
            result.push_back(std::move(group));
        }
    }
    return result;
}

/// Ids that stay while the titles stay; equal titles are told apart by their order.
void give_ids(std::vector<Point>& points) {
    std::map<std::string, std::uint64_t> seen;
    for (auto& point : points) {
        const auto title = normalise(point.title);
        point.id = to_hex(hash64(title, seen[title]++));
    }
}

std::vector<Point> found_points(const Lines& lines) {
    auto marked = marked_points(lines);
    if (!marked.empty()) return marked;
    PointReader reader{lines, false};
    auto points = reader.read();
    // One bold line over a list of many: the list holds the points.
    if (points.size() <= kFewPoints && reader.swallowed_items() > static_cast<int>(kFewPoints)) {
        points = PointReader{lines, true}.read();
    }
    if (points.size() > kManyPoints) points = grouped(points);
    if (points.size() < kFewPoints) {
        auto sentences = sentence_points(lines);
        if (sentences.size() > points.size()) {
            const bool verdict = !points.empty() && points.front().kind == "verdict";
            if (verdict && !sentences.empty()) sentences.front() = points.front();
            return sentences;
        }
    }
    return points.empty() ? row_points(lines) : points;
}

}  // namespace

std::vector<Point> points_of(std::string_view answer_markdown, int first_line) {
    auto points = found_points(answer_lines(answer_markdown, first_line));
    give_ids(points);
    return points;
}

}  // namespace wengu
