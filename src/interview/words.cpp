#include "interview/words.h"

#include "core/simplify.h"
#include "core/text.h"
#include "interview/numbers.h"
#include "interview/quantity.h"

#include <algorithm>

namespace wengu {
namespace {

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0x24F && c != 0xF7) ||
           (c >= 0x370 && c <= 0x52F);
}

bool is_decimal(char32_t c) { return c >= U'0' && c <= U'9'; }
/// Marks that do not part words: blanks, hyphens, quotation marks.
bool joins(char32_t c) {
    return std::u32string_view{U" _-\"\u201C\u201D"}.find(c) != std::u32string_view::npos;
}
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019'; }

/// Takes a word from the front: letters and digits, "c++" and "c#" too; an
/// apostrophe is left out, so that "isn't" is "isnt".
std::string take_latin(std::u32string_view& text) {
    std::u32string word;
    std::size_t i = 0;
    for (; i < text.size(); ++i) {
        const char32_t c = text[i];
        const bool inside = i + 1 < text.size() && is_letter(text[i + 1]);
        if (is_apostrophe(c) && inside) continue;
        if (!is_letter(c) && !is_decimal(c) && c != U'+' && c != U'#') break;
        word.push_back(c);
    }
    text.remove_prefix(i);
    return to_utf8(word);
}

class WordReader {
public:
    explicit WordReader(std::u32string_view text) : rest_{text} {}

    std::vector<Word> read() {
        while (!rest_.empty()) step();
        return std::move(words_);
    }

private:
    void step() {
        if (take_number()) return;
        const char32_t c = rest_.front();
        if (is_letter(c)) {
            words_.push_back({Word::Kind::Latin, stem(take_latin(rest_))});
            return;
        }
        rest_.remove_prefix(1);
        if (is_cjk(c)) {
            words_.push_back({Word::Kind::Han, to_utf8({&c, 1})});
        } else if ((!joins(c) || is_pause()) && !words_.empty() &&
                   words_.back().kind != Word::Kind::Break) {
            words_.push_back({Word::Kind::Break, ""});
        }
    }

    /// A blank before a Han character is a pause: nobody writes one inside a word.
    [[nodiscard]] bool is_pause() const {
        if (words_.empty() || rest_.empty() || !is_cjk(rest_.front())) return false;
        const auto kind = words_.back().kind;
        return kind == Word::Kind::Han || kind == Word::Kind::Number;
    }

    bool take_number() {
        const auto phrase = number_phrase(rest_);
        if (!phrase) return false;
        for (const auto& token : phrase->tokens) {
            words_.push_back({Word::Kind::Number, in_seconds(token), phrase->counter});
        }
        rest_.remove_prefix(phrase->length);
        return true;
    }

    std::u32string_view rest_;
    std::vector<Word> words_;
};

bool is_vowel(char c) { return std::string_view{"aeiouy"}.find(c) != std::string_view::npos; }

bool has_vowel(std::string_view text) { return std::ranges::any_of(text, is_vowel); }

/// Cuts `ending` if what is left still looks like a word.
bool cut(std::string& word, std::string_view ending, std::size_t shortest) {
    if (word.size() < ending.size() + shortest || !word.ends_with(ending)) return false;
    if (!has_vowel(std::string_view{word}.substr(0, word.size() - ending.size()))) return false;
    word.resize(word.size() - ending.size());
    return true;
}

void undouble(std::string& word) {
    const auto n = word.size();
    if (n < 3 || word[n - 1] != word[n - 2] || is_vowel(word[n - 1])) return;
    if (word[n - 1] == 'l' || word[n - 1] == 's') return;
    word.pop_back();
}

}  // namespace

std::string stem(std::string_view text) {
    std::string word{text};
    const bool plain = std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!plain || word.size() < 4) return word;
    if (cut(word, "ies", 2)) {
        word += 'y';
    } else if (!word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
        cut(word, "s", 3);
    }
    if (cut(word, "ing", 3) || cut(word, "ed", 3)) undouble(word);
    cut(word, "ly", 3);
    if (word.size() > 4 && word.ends_with("ise")) word.replace(word.size() - 2, 1, "z");
    cut(word, "e", 3);
    return word;
}

bool has_number(std::span<const Word> words) {
    return std::ranges::any_of(words,
                               [](const Word& word) { return word.kind == Word::Kind::Number; });
}

std::vector<Word> words_of(std::string_view text) {
    return WordReader{simplified(to_code_points(normalise(text)))}.read();
}

int spoken_length(const std::vector<Word>& words) {
    int length = 0;
    for (const auto& word : words) {
        if (word.kind == Word::Kind::Break) continue;
        length += word.kind == Word::Kind::Han ? 1 : 2;
    }
    return length;
}

}  // namespace wengu
