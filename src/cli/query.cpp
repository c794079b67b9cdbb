#include "cli/query.h"

#include "core/error.h"
#include "term/width.h"

namespace wengu {

std::string query_text(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        // A quoted argument of several words is a phrase, not an operator with a value.
        const bool phrase = word.find(' ') != std::string::npos &&
                            word.find('"') == std::string::npos &&
                            word.find(':') == std::string::npos;
        text += (text.empty() ? "" : " ") + (phrase ? "\"" + word + "\"" : word);
    }
    return text;
}

std::vector<store::Term> query_terms(const std::string& query) {
    try {
        return store::parse_query(query);
    } catch (const store::QueryError& error) {
        const Widths widths;
        const auto before = widths.of(query.substr(0, error.first));
        const auto blamed = widths.of(query.substr(error.first, error.count));
        throw UsageError{fmt::format("{}\n  {}\n  {:{}}{}", error.what(), query, "", before,
                                     std::string(static_cast<std::size_t>(blamed), '^'))};
    }
}

}  // namespace wengu
