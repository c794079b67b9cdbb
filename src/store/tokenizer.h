#pragma once
// How text becomes the words of the full-text index.
//
// Words are runs of letters and digits, folded (c++ and c# keep their signs).
// Chinese, Japanese and Korean text is written without blanks: it becomes every
// pair of neighbouring characters, and in documents also the last character of a
// run, so that any part of a text is found as a phrase of pairs.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace wengu::store {

struct Token {
    std::string text;       ///< As it stands in the index.
    std::size_t begin = 0;  ///< Bytes of the source it stands for.
    std::size_t end = 0;

    friend bool operator==(const Token&, const Token&) = default;
};

enum class TokenUse { Document, Search };

[[nodiscard]] std::vector<Token> tokenize(std::string_view text, TokenUse use);

/// The FTS5 phrase that finds `word` wherever it stands in a text: Chinese text as
/// written, other words also by their beginning. Empty when `word` holds nothing
/// that the index knows (only punctuation).
[[nodiscard]] std::string search_phrase(std::string_view word);

/// Makes the tokenizer known to `db` under the name "wengu".
void register_tokenizer(SQLite::Database& db);

}  // namespace wengu::store
