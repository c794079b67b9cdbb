#include "store/select.h"

#include "core/text.h"
#include "store/tokenizer.h"

#include <algorithm>

namespace wengu::store {
namespace {

std::int64_t number_of(Day day) { return day.time_since_epoch().count(); }

std::string_view sign_of(Compare compare) {
    switch (compare) {
        case Compare::Less: return "<";
        case Compare::LessEqual: return "<=";
        case Compare::Equal: return "=";
        case Compare::GreaterEqual: return ">=";
        case Compare::Greater: return ">";
    }
    return "=";
}

/// `text` for the right side of LIKE with escape '\'.
std::string like_literal(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

bool is_cjk_character(std::string_view text) {
    return is_cjk(take_code_point(text)) && text.empty();
}

class Builder {
public:
    Builder(Day today) : today_{number_of(today)} {}

    Condition build(const std::vector<Term>& terms) {
        const bool asks_gone = std::ranges::any_of(terms, [](const Term& term) {
            return (term.field == Field::Is && term.text == "gone") || term.field == Field::Id;
        });
        // The plus keeps SQLite from thinking that few cards are not gone.
        condition_.sql = asks_gone ? "1" : "+card.gone = 0";
        const std::string before = condition_.sql;
        for (const Term& term : terms) add(term);
        condition_.only_words = !asks_gone && condition_.sql == before && !condition_.match.empty();
        return std::move(condition_);
    }

private:
    void add(const Term& term) {
        if (term.field == Field::Word && !term.negated) {
            const std::string phrase = search_phrase(term.text);
            if (!phrase.empty()) {
                const bool first = condition_.match.empty();
                condition_.match += (first ? "" : " AND ") + phrase;
                condition_.character = first && is_cjk_character(term.text) ? term.text : "";
                return;
            }
        }
        condition_.sql += term.negated ? " and not coalesce((" : " and (";
        condition_.sql += sql_of(term);
        condition_.sql += term.negated ? "), 0)" : ")";
    }

    std::string sql_of(const Term& term) {
        switch (term.field) {
            case Field::Word: return word(term);
            case Field::Deck:
                value(term.text);
                value(like_literal(term.text) + "/%");
                return "card.note_id in (select id from note where deck = ? collate nocase "
                       "or deck like ? escape '\\')";
            case Field::Tag: return tag(term.text);
            case Field::Note:
                value("%" + like_literal(term.text) + "%");
                return "card.note_id in (select id from note where path like ? escape '\\')";
            case Field::Id:
                value(like_literal(term.text) + "%");
                return "card.id like ? escape '\\'";
            case Field::Kind: value(term.text); return "card.kind = ?";
            case Field::Is: return state(term.text);
            default: return comparison(term);
        }
    }

    std::string word(const Term& term) {
        const std::string phrase = search_phrase(term.text);
        if (phrase.empty()) {  // punctuation is not in the index
            value(term.text);
            value(term.text);
            return "instr(card.front, ?) > 0 or instr(card.back, ?) > 0";
        }
        value(phrase);
        return "card.key in (select rowid from search where search match ?)";
    }

    std::string tag(const std::string& name) {
        for (int i = 0; i < 3; ++i) {
            value("%\n" + like_literal(name) + "\n%");
            value("%\n" + like_literal(name) + "/%");
        }
        return "card.key in (select key from card where tags <> '' and (char(10) || tags || "
               "char(10) like ? escape '\\' or char(10) || tags like ? escape '\\')) "
               "or card.key in (select key from card where user_tags <> '' and (char(10) || "
               "user_tags || char(10) like ? escape '\\' or char(10) || user_tags like ? escape "
               "'\\')) or card.note_id in (select id from note where tags <> '' and "
               "(char(10) || tags || char(10) like ? escape '\\' "
               "or char(10) || tags like ? escape '\\'))";
    }

    std::string state(const std::string& name) {
        if (name == "due") {
            value(today_);
            value(today_);
            return "card.key in (select key from card where gone = 0 and suspended = 0 "
                   "and phase in ('learning', 'review', 'relearning') and due_day <= ? "
                   "and coalesce(buried_until, 0) <= ?)";
        }
        if (name == "buried") {
            value(today_);
            return "card.buried_until > ?";
        }
        static const std::vector<std::pair<std::string_view, std::string_view>> plain{
            {"new", "card.phase = 'new'"},
            {"learning", "card.phase in ('learning', 'relearning')"},
            {"review", "card.phase = 'review'"},
            {"suspended", "card.suspended = 1"},
            {"leech", "card.leech = 1"},
            {"edited",
             "card.edited_at_ms is not null and card.edited_at_ms > coalesce("
             "(select max(at_ms) from review where review.card = card.key), 0)"},
            {"flagged", "card.flagged = 1"},
            {"gone", "card.gone = 1"},
            {"open", "card.kind = 'open'"},
        };
        return std::string{
            std::ranges::find(plain, name, &decltype(plain)::value_type::first)->second};
    }

    std::string comparison(const Term& term) {
        const std::string sign{sign_of(term.compare)};
        switch (term.field) {
            case Field::Mastery: value(term.number); return "card.mastery " + sign + " ?";
            case Field::Due:
                value(term.number + static_cast<double>(today_));
                return "card.due_day " + sign + " ?";
            case Field::Interval: value(term.number); return "card.interval_days " + sign + " ?";
            case Field::Reviews: value(term.number); return "card.reviews " + sign + " ?";
            default: value(term.number); return "card.lapses " + sign + " ?";
        }
    }

    void value(SqlValue value) { condition_.values.push_back(std::move(value)); }

    std::int64_t today_;
    Condition condition_;
};

}  // namespace

Condition to_condition(const std::vector<Term>& terms, Day today) {
    return Builder{today}.build(terms);
}

void bind_values(Query& query, const std::vector<SqlValue>& values) {
    for (const SqlValue& value : values) {
        std::visit([&](const auto& plain) { query.bind(plain); }, value);
    }
}

}  // namespace wengu::store
