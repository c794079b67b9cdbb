#include "notes/note.h"

#include "core/nearest.h"
#include "core/text.h"
#include "notes/block.h"
#include "notes/fields.h"
#include "notes/unclosed.h"
#include "notes/value.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace wengu {
namespace {

constexpr std::array<std::string_view, 9> kKeys{
    "title",      "created",       "last_reviewed", "next_review",     "review_count",
    "difficulty", "mastery_level", "tags",          "related_outlines"};

constexpr std::array<std::pair<std::string_view, Difficulty>, 10> kDifficulties{{
    {"easy", Difficulty::Easy},
    {"medium", Difficulty::Medium},
    {"hard", Difficulty::Hard},
    {"简单", Difficulty::Easy},
    {"容易", Difficulty::Easy},
    {"中等", Difficulty::Medium},
    {"一般", Difficulty::Medium},
    {"中", Difficulty::Medium},
    {"困难", Difficulty::Hard},
    {"难", Difficulty::Hard},
}};

/// Values that are not YAML; more than that, and the rest goes without saying.
constexpr int kMostBlamed = 3;

/// All texts of a value, whatever lists they stand in.
void collect_texts(const Value& value, std::vector<std::string>& texts) {
    if (value.kind == Value::Kind::Text) texts.push_back(value.text);
    if (value.kind != Value::Kind::List) return;
    for (const auto& item : value.items) collect_texts(item, texts);
}

void add_once(std::vector<std::string>& list, std::string text) {
    if (std::ranges::find(list, text) == list.end()) list.push_back(std::move(text));
}

/// Reads the front matter of one note and collects what is wrong with it.
class FrontMatterReader {
public:
    FrontMatterReader(std::string_view bytes, const FrontMatterBlock& block, Note& note)
        : bytes_{bytes}, block_{block}, note_{note} {}

    void read() {
        if (!block_.closed) {
            complain(block_.first_line - 1, 0, localized("the front matter is not closed"),
                     localized("add a line with {} below it", fence()));
        }
        if (block_.syntax == Syntax::Yaml) entries_ = entries(bytes_, block_);
        load();
        note_.front_matter.drawn =
            find(map_, "excalidraw-plugin") != nullptr || find(map_, "kanban-plugin") != nullptr;
        for (const auto key : kKeys) {
            const Value* value = find(map_, key);
            if (value == nullptr) continue;
            note_.front_matter.keys.emplace_back(key);
            if (count(map_, key) > 1) complain_twice(key);
            take(key, *value);
        }
    }

private:
    [[nodiscard]] const char* fence() const {
        return block_.syntax == Syntax::Toml ? "+++" : "---";
    }

    void complain(int line, int column, LocalizedText message, LocalizedText hint) {
        note_.problems.push_back({note_.path, line, column, std::move(message), std::move(hint)});
    }

    [[nodiscard]] const Entry* entry(std::string_view key) const {
        const auto found = std::ranges::find(entries_, key, &Entry::key);
        return found == entries_.end() ? nullptr : &*found;
    }

    void complain_at(std::string_view key, LocalizedText message, LocalizedText hint) {
        const Entry* where = entry(key);
        complain(where != nullptr ? where->line : line_of(key),
                 where != nullptr ? where->column : 0, std::move(message), std::move(hint));
    }

    /// The line on which `key` is written in some other way than `key:`.
    [[nodiscard]] int line_of(std::string_view key) const {
        const auto before = bytes_.substr(0, block_.end).find(key, block_.begin);
        if (before == std::string_view::npos) return block_.first_line;
        const auto above = plain_lines(bytes_, block_.begin, before);
        return block_.first_line + static_cast<int>(std::ranges::count(above, '\n'));
    }

    void complain_twice(std::string_view key) {
        const auto same = [key](const Entry& one) { return one.key == key; };
        auto second = std::ranges::find_if(entries_, same);
        if (second != entries_.end()) second = std::find_if(second + 1, entries_.end(), same);
        const bool known = second != entries_.end();
        complain(known ? second->line : line_of(key), known ? 1 : 0,
                 localized("{} is given twice", key),
                 localized("remove one of them; the first one counts"));
    }

    void load() {
        const auto text = plain_lines(bytes_, block_.begin, block_.end);
        auto parsed = block_.syntax == Syntax::Toml ? parse_toml(text) : parse_yaml(text);
        if (parsed.root && parsed.root->kind != Value::Kind::Map) {
            if (parsed.root->kind == Value::Kind::Null) return;
            parsed = {std::nullopt, 1, 1};
        }
        if (parsed.root && !has_open_quote(bytes_, entries_)) {
            map_ = std::move(*parsed.root);
        } else if (block_.syntax == Syntax::Toml) {
            complain(block_.first_line + parsed.line - 1, 0, localized("this is not valid TOML"),
                     localized("the front matter is not read"));
        } else {
            load_one_by_one(parsed);
        }
    }

    /// The YAML as a whole is broken: each key is read on its own, and what is
    /// still broken is taken as plain text, or as missing when its end is.
    void load_one_by_one(const Parsed& whole) {
        map_.kind = Value::Kind::Map;
        int blamed = 0;
        for (const auto& one : entries_) {
            auto part = parse_yaml(plain_lines(bytes_, one.begin, one.end));
            const auto end = missing_end(bytes_, one);
            if (end || !part.root || part.root->kind != Value::Kind::Map ||
                part.root->items.size() != 2) {
                part.root = Value{.kind = Value::Kind::Map};
                part.root->items.push_back({.kind = Value::Kind::Text, .text = one.key});
                part.root->items.push_back(
                    end ? Value{} : Value{.kind = Value::Kind::Text, .text = raw_text(one)});
                if (++blamed <= kMostBlamed) complain_about(one, end);
            }
            std::ranges::move(part.root->items, std::back_inserter(map_.items));
        }
        if (blamed > 0) return;
        complain(block_.first_line + std::max(0, whole.line - 1), std::max(0, whole.column),
                 localized("the front matter is not valid YAML"),
                 localized("the keys that can be read are used"));
    }

    void complain_about(const Entry& one, const std::optional<char>& missing_end) {
        if (missing_end) {
            auto problem = unclosed_problem(one, *missing_end);
            problem.path = note_.path;
            note_.problems.push_back(std::move(problem));
            return;
        }
        complain(one.line, one.column, localized("the value of {} is not valid YAML", one.key),
                 localized("put it in quotes"));
    }

    [[nodiscard]] std::string raw_text(const Entry& one) const {
        const auto line = bytes_.substr(one.value, one.line_end - one.value);
        return std::string{trim(line.substr(0, line.find(" #")))};
    }

    /// The one text of a value; nullopt, with a word, when it is not one text.
    std::optional<std::string> text_of(std::string_view key, const Value& value) {
        std::vector<std::string> texts;
        collect_texts(value, texts);
        if (texts.size() == 1) return texts.front();
        const bool empty = value.kind == Value::Kind::Null ||
                           (value.kind == Value::Kind::List && value.items.empty());
        if (!empty) {
            complain_at(key, localized("{} should be a single value", key),
                        localized("it counts as missing"));
        }
        return std::nullopt;
    }

    void take(std::string_view key, const Value& value) {
        FrontMatter& matter = note_.front_matter;
        if (key == "tags") return take_tags(value);
        if (key == "related_outlines") return take_links(value);
        const auto text = text_of(key, value);
        if (!text || trim(*text).empty()) return;
        if (key == "title") matter.title = trim(*text);
        if (key == "created") matter.created = take_day(key, *text);
        if (key == "last_reviewed") matter.last_reviewed = take_day(key, *text);
        if (key == "next_review") matter.next_review = take_day(key, *text);
        if (key == "review_count") take_count(*text);
        if (key == "difficulty") take_difficulty(*text);
        if (key == "mastery_level") take_mastery(*text);
    }

    std::optional<Day> take_day(std::string_view key, const std::string& text) {
        const auto day = read_day(text);
        if (!day) {
            complain_at(key, localized("{} \"{}\" is not a day", key, text),
                        localized("write it as 2025-10-29; until then it counts as missing"));
        }
        return day;
    }

    void take_count(const std::string& text) {
        note_.front_matter.review_count = read_count(text);
        if (note_.front_matter.review_count) return;
        complain_at("review_count",
                    localized("review_count \"{}\" is not a whole number from 0 on", text),
                    localized("until it is, it counts as missing"));
    }

    void take_mastery(const std::string& text) {
        note_.front_matter.mastery_level = read_share(text);
        if (note_.front_matter.mastery_level) return;
        const auto number = read_number(text);
        const bool percent = number && *number > 1 && *number <= 100;
        complain_at("mastery_level",
                    localized("mastery_level \"{}\" is not a number from 0 to 1", text),
                    percent ? localized("did you mean {:.2f}?", *number / 100)
                            : localized("until it is, it counts as missing"));
    }

    void take_difficulty(const std::string& text) {
        const auto word = normalise(text);
        for (const auto& [name, difficulty] : kDifficulties) {
            if (word == name) note_.front_matter.difficulty = difficulty;
        }
        if (note_.front_matter.difficulty) return;
        const auto near = nearest(word, {"easy", "medium", "hard"});
        complain_at("difficulty",
                    localized("difficulty \"{}\" is none of easy, medium, hard", text),
                    near.empty() ? localized("until it is, it counts as missing")
                                 : localized("did you mean {}?", near));
    }

    void take_tags(const Value& value) {
        auto& tags = note_.front_matter.tags;
        if (value.kind == Value::Kind::Text) {
            for (auto& tag : read_tags(value.text)) add_once(tags, std::move(tag));
            return;
        }
        std::vector<std::string> texts;
        collect_texts(value, texts);
        for (const auto& text : texts) {
            if (!text.starts_with('#')) {
                if (const auto tag = trim(text); !tag.empty()) add_once(tags, std::string{tag});
                continue;
            }
            for (auto& tag : read_tags(text)) add_once(tags, std::move(tag));
        }
        const auto missing = [](const Value& item) { return item.kind == Value::Kind::Null; };
        if (missing(value) || std::ranges::any_of(value.items, missing)) take_commented_tags();
    }

    /// `tags: #go #rust` is a comment to YAML and two tags to its author.
    void take_commented_tags() {
        const Entry* where = entry("tags");
        if (where == nullptr) return;
        for (const auto line :
             split_lines(bytes_.substr(where->value, where->end - where->value))) {
            const auto text = trim(line.starts_with("- ") ? line.substr(2) : trim(line));
            const auto item = text.starts_with("- ") ? trim(text.substr(2)) : text;
            if (item.size() < 2 || item[0] != '#' || item[1] == ' ' || item[1] == '#') continue;
            for (auto& tag : read_tags(item)) add_once(note_.front_matter.tags, std::move(tag));
        }
    }

    void take_links(const Value& value) {
        std::vector<std::string> texts;
        collect_texts(value, texts);
        for (const auto& text : texts) {
            for (auto& link : read_links(text)) {
                add_once(note_.front_matter.related_outlines, std::move(link));
            }
        }
    }

    std::string_view bytes_;
    const FrontMatterBlock& block_;
    Note& note_;
    std::vector<Entry> entries_;
    Value map_;
};

}  // namespace

bool FrontMatter::has(std::string_view key) const {
    return std::ranges::find(keys, key) != keys.end();
}

Note read(std::string_view bytes, std::string_view path) {
    const FrontMatterBlock block = find_block(bytes);
    Note note;
    note.path = path;
    note.body = bytes.substr(block.body);
    note.body_line = block.body_line;
    if (block.syntax != Syntax::None) FrontMatterReader{bytes, block, note}.read();
    return note;
}

}  // namespace wengu
