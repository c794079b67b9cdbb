#include "notes/write_back.h"

#include "core/text.h"
#include "notes/block.h"
#include "notes/respell.h"
#include "notes/unclosed.h"
#include "notes/value.h"

#include <algorithm>

namespace wengu {
namespace {

/// Where in its line a value stands, without its quotes.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool quoted = false;
};

struct Edit {
    Span span;
    std::string_view key;
    std::string text;    ///< The new value.
    std::string before;  ///< Put in front of it when the value was empty.
};

bool is_indent(char c) { return c == ' ' || c == '\t'; }

/// The end of the quoted text that starts after `open`; npos when it does not
/// end on this line.
std::size_t closing_quote(std::string_view line, std::size_t open) {
    const char quote = line[open];
    for (std::size_t at = open + 1; at < line.size(); ++at) {
        if (line[at] == '\\' && quote == '"') {
            ++at;
        } else if (line[at] == quote) {
            if (quote == '"' || at + 1 == line.size() || line[at + 1] != quote) return at;
            ++at;
        }
    }
    return std::string_view::npos;
}

/// Whether only blanks, or blanks and a comment, stand from `at` on.
bool nothing_more(std::string_view line, std::size_t at) {
    const auto rest = line.substr(at);
    const auto text = rest.find_first_not_of(" \t");
    return text == std::string_view::npos || (rest[text] == '#' && text > 0);
}

/// The value of a line, given from after the colon; nullopt when it is written
/// in a way that is not edited here.
std::optional<Span> find_span(std::string_view line) {
    const auto start = line.find_first_not_of(" \t");
    if (start == std::string_view::npos || line[start] == '#') return Span{};
    if (line[start] == '"' || line[start] == '\'') {
        const auto end = closing_quote(line, start);
        if (end == std::string_view::npos || !nothing_more(line, end + 1)) return std::nullopt;
        return Span{start + 1, end, true};
    }
    constexpr std::string_view kSpecial = "|>[]{}&*!%@`,";
    if (kSpecial.find(line[start]) != std::string_view::npos) return std::nullopt;
    auto end = start;
    while (end < line.size() && !nothing_more(line, end)) ++end;
    return Span{start, end, false};
}

/// Whether a value that is put into this line, which has none, goes behind a blank that is there.
bool has_room(std::string_view line) {
    const bool blanks_only = line.find_first_not_of(" \t") == std::string_view::npos;
    return blanks_only && !line.empty() && is_indent(line.front());
}

Problem refusal(int line, int column, std::string message, std::string hint) {
    return {"", line, column, std::move(message), std::move(hint)};
}

/// Finds the edits of one note, or the reason why there can be none.
class Editor {
public:
    Editor(std::string_view bytes, const FrontMatterBlock& block)
        : bytes_{bytes}, block_{block}, entries_{entries(bytes, block)} {}

    /// Whether the note has any of the keys, and so is to be edited at all.
    [[nodiscard]] bool concerned(const std::vector<Field>& fields) const {
        const auto text = bytes_.substr(block_.begin, block_.end - block_.begin);
        return std::ranges::any_of(fields, [&](const Field& field) {
            return text.find(field.key) != std::string_view::npos;
        });
    }

    std::optional<Problem> plan(const std::vector<Field>& fields) {
        if (block_.syntax == Syntax::Toml) {
            return refusal(block_.first_line, 0,
                           say("the front matter is TOML; only YAML is updated"), "");
        }
        if (!block_.closed) {
            return refusal(block_.first_line - 1, 0, say("the front matter is not closed"),
                           say("add a line with {} below it", "---"));
        }
        const auto parsed = parse_yaml(plain_lines(bytes_, block_.begin, block_.end));
        if (!parsed.root || has_open_quote(bytes_, entries_)) {
            if (auto unclosed = first_unclosed(bytes_, entries_)) return unclosed;
            return refusal(block_.first_line + std::max(0, parsed.line - 1),
                           std::max(0, parsed.column), say("the front matter is not valid YAML"),
                           say("`wengu check` says where; correct it first"));
        }
        before_ = *parsed.root;
        for (const auto& field : fields) {
            if (auto problem = plan(field)) return problem;
        }
        std::ranges::sort(edits_, {}, [](const Edit& edit) { return edit.span.begin; });
        return std::nullopt;
    }

    [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }

    [[nodiscard]] std::string edited() const {
        std::string result;
        std::size_t at = 0;
        for (const auto& edit : edits_) {
            result += bytes_.substr(at, edit.span.begin - at);
            result += edit.before;
            result += edit.text;
            at = edit.span.end;
        }
        result += bytes_.substr(at);
        return result;
    }

    /// Whether `result` reads like the note before, the edited values aside.
    [[nodiscard]] bool proves(std::string_view result) const {
        Value expected = before_;
        for (const auto& edit : edits_) {
            for (std::size_t i = 0; i + 1 < expected.items.size(); i += 2) {
                if (expected.items[i].text != edit.key) continue;
                expected.items[i + 1] = expected_of(edit);
            }
        }
        const FrontMatterBlock block = find_block(result);
        if (block.syntax != Syntax::Yaml || !block.closed || block.begin != block_.begin)
            return false;
        const auto parsed = parse_yaml(plain_lines(result, block.begin, block.end));
        return parsed.root == expected && result.substr(block.end) == bytes_.substr(block_.end);
    }

private:
    static Value expected_of(const Edit& edit) {
        if (!edit.span.quoted && is_empty_word(edit.text)) return {};
        return {.kind = Value::Kind::Text, .text = edit.text, .quoted = edit.span.quoted};
    }

    std::optional<Problem> plan(const Field& field) {
        const auto same = [&field](const Entry& one) { return one.key == field.key; };
        const auto written = std::ranges::count_if(entries_, same);
        const int parsed = count(before_, field.key);
        if (written == 0 && parsed == 0) return std::nullopt;
        const auto entry = std::ranges::find_if(entries_, same);
        if (written > 1 || parsed > 1) {
            return refusal(entry != entries_.end() ? entry->line : block_.first_line, 0,
                           say("{} is given twice", field.key), say("remove one of them"));
        }
        if (written != parsed) {
            return refusal(entry != entries_.end() ? entry->line : block_.first_line, 0,
                           say("{} is written in a way that is not updated", field.key),
                           say("write it on a line of its own: {}: value", field.key));
        }
        return plan(field, *entry);
    }

    std::optional<Problem> plan(const Field& field, const Entry& entry) {
        const auto line = bytes_.substr(entry.value, entry.line_end - entry.value);
        const auto span = find_span(line);
        const Value& value = *find(before_, field.key);
        const auto old = span ? std::string{line.substr(span->begin, span->end - span->begin)} : "";
        const bool null =
            value.kind == Value::Kind::Null && span && !span->quoted && is_empty_word(old);
        const bool text = value.kind == Value::Kind::Text && value.text == old;
        if (!span || entry.continues || !value.tag.empty() || (!null && !text)) {
            return refusal(entry.line, entry.column,
                           say("{} is written in a way that is not updated", field.key),
                           say("write it on a line of its own: {}: value", field.key));
        }
        const auto respelled = field.respell(old);
        if (!respelled) {
            return refusal(entry.line, entry.column,
                           say("{} \"{}\" is not understood and stays as it is", field.key, old),
                           say("empty it, and it will be filled in"));
        }
        if (*respelled != old) add(field, entry, *span, *respelled);
        return std::nullopt;
    }

    void add(const Field& field, const Entry& entry, const Span& span, const std::string& text) {
        Edit edit{span, field.key, text, ""};
        edit.span.begin += entry.value;
        edit.span.end += entry.value;
        if (span.end == 0) {  // nothing after the colon, or only blanks and a comment
            const bool room = has_room(bytes_.substr(entry.value, entry.line_end - entry.value));
            edit.before = room ? "" : " ";
            edit.span.begin = edit.span.end = entry.value + (room ? 1 : 0);
        } else if (text.empty() && field.tight && !span.quoted) {
            --edit.span.begin;
        }
        edits_.push_back(edit);
    }

    std::string_view bytes_;
    const FrontMatterBlock& block_;
    std::vector<Entry> entries_;
    Value before_;
    std::vector<Edit> edits_;
};

}  // namespace

std::vector<FormerValue> state_values(std::string_view bytes) {
    std::vector<FormerValue> values;
    const FrontMatterBlock block = find_block(bytes);
    if (block.syntax != Syntax::Yaml) return values;
    const auto all = entries(bytes, block);
    for (const auto key : kStateKeys) {
        const auto entry = std::ranges::find(all, key, &Entry::key);
        if (entry == all.end()) continue;
        const auto line = bytes.substr(entry->value, entry->line_end - entry->value);
        const auto span = find_span(line);
        if (!span) continue;
        const bool nothing = span->end == 0 && !has_room(line);
        values.push_back({std::string{key}, std::nullopt});
        if (!nothing) values.back().text = line.substr(span->begin, span->end - span->begin);
    }
    return values;
}

WriteBack write_back(std::string_view bytes, const ReviewState& state,
                     const std::vector<FormerValue>& former) {
    WriteBack result{.bytes = std::string{bytes}};
    const FrontMatterBlock block = find_block(bytes);
    const auto fields = fields_of(state, former);
    Editor editor{bytes, block};
    if (block.syntax == Syntax::None || !editor.concerned(fields)) return result;
    result.refused = editor.plan(fields);
    if (result.refused || editor.edits().empty()) return result;
    auto edited = editor.edited();
    if (!editor.proves(edited)) {
        result.refused =
            refusal(block.first_line - 1, 0,
                    say("the front matter cannot be updated without changing more"), "");
        return result;
    }
    result.bytes = std::move(edited);
    result.changed = true;
    return result;
}

}  // namespace wengu
