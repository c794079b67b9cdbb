#include "store/tokenizer.h"

#include "core/text.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>

namespace wengu::store {
namespace {

bool is_ascii_word(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           c == U'_';
}

/// Signs and blanks beyond ASCII: they end a word.
bool is_mark(char32_t c) {
    return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
           c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x2E00 && c <= 0x2E7F) ||
           (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c == 0x3030 ||
           (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xFE00 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65) ||
           (c >= 0xFFE0 && c <= 0xFFFF) || c >= 0x1F000;
}

/// What a character is to the index. Rare Han beyond the basic plane are CJK first.
enum class Sort { Mark, Word, Cjk };

Sort sort_of(char32_t c) {
    if (c < 0x80) return is_ascii_word(c) ? Sort::Word : Sort::Mark;
    if (is_cjk(c)) return Sort::Cjk;
    return is_mark(c) ? Sort::Mark : Sort::Word;
}

std::string folded(std::string_view word) {
    const bool ascii = std::ranges::all_of(word, [](char c) { return (c & 0x80) == 0; });
    if (!ascii) return normalise(word);
    std::string lower{word};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

class Tokenizer {
public:
    Tokenizer(std::string_view text, TokenUse use) : text_{text}, use_{use} {}

    std::vector<Token> run() {
        while (at_ < text_.size()) {
            switch (sort_at(at_)) {
                case Sort::Mark: at_ = after(at_); break;
                case Sort::Word: add_word(); break;
                case Sort::Cjk: add_pairs_of_run(); break;
            }
        }
        // A search ends inside a longer run: its last character has a successor there.
        if (use_ == TokenUse::Search && last_is_tail_) tokens_.pop_back();
        return std::move(tokens_);
    }

private:
    [[nodiscard]] std::size_t after(std::size_t at) const {
        std::string_view rest = text_.substr(at);
        take_code_point(rest);
        return text_.size() - rest.size();
    }

    [[nodiscard]] Sort sort_at(std::size_t at) const {
        std::string_view rest = text_.substr(at);
        return sort_of(take_code_point(rest));
    }

    void add(std::string text, std::size_t begin, std::size_t end) {
        tokens_.push_back({std::move(text), begin, end});
        last_is_tail_ = false;
    }

    void add_pair(std::size_t begin, std::size_t end) {
        add(std::string{text_.substr(begin, end - begin)}, begin, end);  // nothing to fold
    }

    void add_word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && sort_at(at_) == Sort::Word) at_ = after(at_);
        take_signs(begin);
        add(folded(text_.substr(begin, at_ - begin)), begin, at_);
    }

    /// The signs of c++, c#, f#: one letter with + or # after it.
    void take_signs(std::size_t begin) {
        if (at_ - begin != 1 || text_[begin] < 'A' || text_[begin] == '_') return;
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("++")) {
            at_ += 2;
        } else if (rest.starts_with('#')) {
            at_ += 1;
        }
    }

    void add_pairs_of_run() {
        const std::size_t begin = at_;
        std::size_t previous = at_;
        at_ = after(at_);
        while (at_ < text_.size() && sort_at(at_) == Sort::Cjk) {
            const std::size_t next = after(at_);
            add_pair(previous, next);
            previous = at_;
            at_ = next;
        }
        add_pair(previous, at_);
        last_is_tail_ = previous != begin;
    }

    std::string_view text_;
    TokenUse use_;
    std::size_t at_ = 0;
    std::vector<Token> tokens_;
    bool last_is_tail_ = false;
};

/// Whether `token` may be the beginning of a longer one in a document.
bool may_go_on(const Token& token) {
    return count_code_points(token.text) != 2 || !is_cjk(to_code_points(token.text).front());
}

using EmitToken = int (*)(void*, int, const char*, int, int, int);

int create(void*, const char**, int, Fts5Tokenizer** tokenizer) {
    static char stateless = 0;
    *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&stateless);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

// NOLINTNEXTLINE(readability-function-size): SQLite says what it takes
int emit_tokens(Fts5Tokenizer*, void* context, int flags, const char* text, int length,
                EmitToken emit) {
    const TokenUse use = (flags & FTS5_TOKENIZE_QUERY) != 0 ? TokenUse::Search : TokenUse::Document;
    for (const Token& token : tokenize({text, static_cast<std::size_t>(length)}, use)) {
        const int status = emit(context, 0, token.text.data(), static_cast<int>(token.text.size()),
                                static_cast<int>(token.begin), static_cast<int>(token.end));
        if (status != SQLITE_OK) return status;
    }
    return SQLITE_OK;
}

fts5_api* api_of(sqlite3* db) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db, "select fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, TokenUse use) {
    return Tokenizer{text, use}.run();
}

std::string search_phrase(std::string_view word) {
    const std::vector<Token> tokens = tokenize(word, TokenUse::Search);
    if (tokens.empty()) return {};
    std::string phrase = "\"";
    for (const char c : word) {
        if (c == '\0') continue;
        phrase += c;
        if (c == '"') phrase += c;
    }
    phrase += '"';
    if (may_go_on(tokens.back())) phrase += '*';
    return phrase;
}

void register_tokenizer(SQLite::Database& db) {
    fts5_api* api = api_of(db.getHandle());
    if (api == nullptr)
        throw SQLite::Exception{"this SQLite has no full-text search", SQLITE_ERROR};
    fts5_tokenizer tokenizer{create, destroy, emit_tokens};
    api->xCreateTokenizer(api, "wengu", nullptr, &tokenizer, nullptr);
}

}  // namespace wengu::store
