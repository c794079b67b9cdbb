#include "store/query.h"

#include "core/card.h"
#include "core/error.h"
#include "core/nearest.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace wengu::store {
namespace {

struct FieldName {
    std::string_view name;
    Field field;
    bool compares;  ///< Takes < <= = >= > and a number; else a colon and text.
};

constexpr std::array<FieldName, 11> kFields{{
    {"deck", Field::Deck, false},
    {"tag", Field::Tag, false},
    {"note", Field::Note, false},
    {"id", Field::Id, false},
    {"kind", Field::Kind, false},
    {"is", Field::Is, false},
    {"mastery", Field::Mastery, true},
    {"due", Field::Due, true},
    {"interval", Field::Interval, true},
    {"reviews", Field::Reviews, true},
    {"lapses", Field::Lapses, true},
}};

struct Operator {
    std::string_view sign;
    Compare compare;
};

constexpr std::array<Operator, 5> kOperators{{
    // longer signs first
    {"<=", Compare::LessEqual},
    {">=", Compare::GreaterEqual},
    {"<", Compare::Less},
    {">", Compare::Greater},
    {"=", Compare::Equal},
}};

const FieldName* field_named(std::string_view name) {
    const auto* found = std::ranges::find(kFields, name, &FieldName::name);
    return found == kFields.end() ? nullptr : found;
}

std::vector<std::string_view> field_names() {
    std::vector<std::string_view> names;
    for (const FieldName& field : kFields) names.push_back(field.name);
    return names;
}

std::vector<std::string_view> kind_names() {
    using enum CardKind;
    std::vector<std::string_view> names;
    for (const CardKind kind : {StandardAnswer, Question, Claim, CardKind::Topic, Choice, Cloze,
                                CardKind::Term, Open, CardKind::Point}) {
        names.push_back(name_of(kind));
    }
    return names;
}

[[noreturn]] void unknown(const char* english, std::string_view word,
                          const std::vector<std::string_view>& known) {
    const std::string near = nearest(word, known);
    std::string message = say(english, word);
    if (!near.empty()) message += say("; did you mean {}?", near);
    throw UsageError{message};
}

constexpr std::string_view kWideColon = "：";  ///< As input methods write it.

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_{text}, rest_{text} {}

    std::vector<Term> run() {
        std::vector<Term> terms;
        for (skip_blanks(); !rest_.empty(); skip_blanks()) {
            Term term = next_term_or_blame();
            if (!term.text.empty() || term.field != Field::Word) terms.push_back(std::move(term));
        }
        return terms;
    }

private:
    void skip_blanks() {
        for (;;) {
            if (!rest_.empty() && is_blank(rest_.front())) {
                rest_.remove_prefix(1);
            } else if (rest_.starts_with("\u3000")) {
                rest_.remove_prefix(3);
            } else {
                return;
            }
        }
    }

    Term next_term_or_blame() {
        const std::string_view from = rest_;
        try {
            return next_term();
        } catch (const UsageError& error) {
            const std::size_t end = std::min(from.find_first_of(" \t\n\r"), from.size());
            throw QueryError{error.localized(), text_.size() - from.size(), end};
        }
    }

    Term next_term() {
        Term term;
        if (rest_.size() > 1 && rest_.front() == '-' && !is_blank(rest_[1])) {
            term.negated = true;
            rest_.remove_prefix(1);
        }
        if (!read_field(term)) term.text = next_text();
        return term;
    }

    /// A quoted phrase, or everything up to the next blank.
    std::string next_text() {
        if (rest_.starts_with('"')) return next_phrase("\"", "\"");
        if (rest_.starts_with("“")) return next_phrase("“", "”");  // as input methods write them
        std::size_t end = 0;
        while (end < rest_.size() && !is_blank(rest_[end]) &&
               !rest_.substr(end).starts_with("\u3000")) {
            ++end;
        }
        const std::string word{rest_.substr(0, end)};
        rest_.remove_prefix(end);
        return word;
    }

    std::string next_phrase(std::string_view opening, std::string_view closing) {
        rest_.remove_prefix(opening.size());
        const std::size_t end = rest_.find(closing);
        if (end == std::string_view::npos) {
            fail<UsageError>("the query has an opening {} without a closing one", opening);
        }
        const std::string phrase{rest_.substr(0, end)};
        rest_.remove_prefix(end + closing.size());
        return phrase;
    }

    /// Whether a `name:` or `name<` stands here; if so, reads the whole term.
    bool read_field(Term& term) {
        std::size_t length = 0;
        while (length < rest_.size() && is_letter(rest_[length])) ++length;
        const std::string_view name = rest_.substr(0, length);
        const std::string_view after = rest_.substr(length);
        if (name.empty() || after.empty()) return false;
        if (after.starts_with(kWideColon) && field_named(name) != nullptr) {
            return read_text_field(term, name, after.substr(kWideColon.size()));
        }
        if (after.front() == ':') return read_text_field(term, name, after.substr(1));
        const auto* sign = std::ranges::find_if(
            kOperators, [&](const Operator& op) { return after.starts_with(op.sign); });
        return sign != kOperators.end() && read_number_field(term, name, *sign);
    }

    bool read_text_field(Term& term, std::string_view name, std::string_view value) {
        if (value.starts_with(':') || value.starts_with("//")) return false;  // a::b, http://
        const FieldName* field = field_named(name);
        if (field == nullptr) {
            unknown(N_("a query knows no field {}: (put text with a colon in quotes)"), name,
                    field_names());
        }
        if (field->compares) {
            fail<UsageError>("{} is compared with a number, as in {}<3", name, name);
        }
        rest_ = value;
        term.field = field->field;
        term.text = next_text();
        if (term.text.empty()) fail<UsageError>("{}: needs a value after the colon", name);
        check_value(term);
        return true;
    }

    bool read_number_field(Term& term, std::string_view name, const Operator& sign) {
        const FieldName* field = field_named(name);
        if (field == nullptr || !field->compares) return false;  // a<b is text
        rest_.remove_prefix(name.size() + sign.sign.size());
        const std::string value = next_text();
        const auto number = number_in(value);
        if (!number) fail<UsageError>("{}{} needs a number, not \"{}\"", name, sign.sign, value);
        term.field = field->field;
        term.compare = sign.compare;
        term.number = *number;
        return true;
    }

    static void check_value(const Term& term) {
        if (term.field == Field::Is && std::ranges::count(states(), term.text) == 0) {
            unknown(N_("no card can be is:{}"), term.text, states());
        }
        if (term.field == Field::Kind && std::ranges::count(kind_names(), term.text) == 0) {
            unknown(N_("there is no kind of card called {}"), term.text, kind_names());
        }
    }

    std::string_view text_;
    std::string_view rest_;
};

}  // namespace

std::vector<Term> parse_query(std::string_view text) { return Parser{text}.run(); }

const std::vector<std::string_view>& states() {
    static const std::vector<std::string_view> all{"due",       "new",   "learning", "review",
                                                   "suspended", "leech", "edited",   "flagged",
                                                   "buried",    "gone",  "open"};
    return all;
}

}  // namespace wengu::store
