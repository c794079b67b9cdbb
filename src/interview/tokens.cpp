#include "interview/tokens.h"

#include "core/hash.h"
#include "core/text.h"
#include "word_lists_text.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace wengu {
namespace {

constexpr double kWeakWord = 0.35;
constexpr double kNumber = 0.6;
constexpr double kLoneCharacter = 0.5;

using WordSet = std::unordered_set<std::string>;

/// The words of a list file: blanks between them, stemmed as words_of does.
WordSet read_list(std::string_view name) {
    WordSet set;
    const auto* file = std::ranges::find(kWordLists, name, &EmbeddedFile::name);
    for (const auto line : split_lines(file->text)) {
        if (line.starts_with('#')) continue;
        std::string phrase;
        for (std::size_t start = 0; start < line.size();) {
            const auto end = std::min(line.find(' ', start), line.size());
            phrase.clear();
            for (const auto& word : words_of(line.substr(start, end - start))) phrase += word.text;
            if (!phrase.empty()) set.insert(phrase);
            start = end + 1;
        }
    }
    return set;
}

const WordSet& stop_words() {
    static const WordSet set = read_list("stop_words.txt");
    return set;
}

const WordSet& weak_words() {
    static const WordSet set = read_list("weak_words.txt");
    return set;
}

/// A phrase that nearly every answer has stands for its concept only by halves.
double clearly_said(const std::string& text) { return weak_words().contains(text) ? 0.5 : 1; }

double nature(const std::string& text) { return weak_words().contains(text) ? kWeakWord : 1; }

std::uint64_t concept_token(int group) { return hash64("concept", static_cast<unsigned>(group)); }
std::uint64_t text_token(std::string_view text) { return hash64(text); }

std::string joined(std::span<const Word> words) {
    std::string text;
    for (const auto& word : words) text += word.text;
    return text;
}

/// A Han character that may stand in a pair: no particle.
bool is_content(const Word& word) { return is_han(word) && !stop_words().contains(word.text); }

/// The longest phrase at `at`. A single Han character is no phrase here: it is
/// too often part of another word.
Concepts::Match longest(std::span<const Word> words, std::size_t at, const Concepts& concepts) {
    const auto matches = concepts.matches(words, at);
    if (matches.empty()) return {};
    const auto& last = matches.back();
    return last.length == 1 && is_han(words[at]) ? Concepts::Match{} : last;
}

Item concept_item(const std::vector<int>& groups, double weight, const Concepts& concepts) {
    Item item{{}, weight, {false, false}};
    for (const int group : groups) {
        item.readings.push_back(concept_token(group));
        item.scripts.han |= concepts.scripts_of(group).han;
        item.scripts.latin |= concepts.scripts_of(group).latin;
    }
    return item;
}

void add_lone(std::span<const Word> words, std::size_t at, const Concepts& concepts,
              std::vector<PlacedItem>& items) {
    const auto matches = concepts.matches(words, at);
    if (matches.empty()) return;
    items.push_back(
        {concept_item(*matches.front().groups, kLoneCharacter * nature(words[at].text), concepts),
         at});
}

/// A run of Han characters that no phrase covers: pairs, which together weigh
/// half a word for each character.
void add_run(std::span<const Word> words, std::size_t first, std::size_t last,
             const Concepts& concepts, std::vector<PlacedItem>& items) {
    const auto count = last - first;
    if (count == 0) return;
    if (count == 1) return add_lone(words, first, concepts, items);
    const double share = static_cast<double>(count) / 2 / static_cast<double>(count - 1);
    for (std::size_t i = first; i + 1 < last; ++i) {
        const auto pair = joined(words.subspan(i, 2));
        items.push_back({{{text_token(pair)}, share * nature(pair), {true, false}}, i, 2});
    }
}

void add_single(const Word& word, std::size_t at, std::vector<PlacedItem>& items) {
    if (word.kind == Word::Kind::Number) {
        items.push_back({{{text_token(word.text)}, kNumber, {true, true}}, at});
    } else if (word.kind == Word::Kind::Latin && !stop_words().contains(word.text)) {
        items.push_back({{{text_token(word.text)}, nature(word.text), {false, true}}, at});
    }
}

}  // namespace

std::vector<PlacedItem> items_of(std::span<const Word> words, const Concepts& concepts) {
    std::vector<PlacedItem> items;
    std::size_t run = 0;  // first word of the run of Han characters before i
    for (std::size_t i = 0; i < words.size();) {
        const auto match = longest(words, i, concepts);
        if (match.length == 0 && is_content(words[i])) {
            ++i;
            continue;
        }
        add_run(words, run, i, concepts, items);
        if (match.length > 0) {
            const auto text = joined(words.subspan(i, match.length));
            items.push_back({concept_item(*match.groups, nature(text), concepts), i, match.length});
            i += match.length;
        } else {
            add_single(words[i], i, items);
            ++i;
        }
        run = i;
    }
    add_run(words, run, words.size(), concepts, items);
    return items;
}

std::vector<Spoken> spoken_in(std::span<const Word> words, const Concepts& concepts) {
    std::vector<Spoken> spoken;
    std::size_t covered = 0;  // words before this are inside a longer phrase
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto& word = words[i];
        if (word.kind == Word::Kind::Break) continue;
        for (const auto& match : concepts.matches(words, i)) {
            const bool lone = match.length == 1 && is_han(word);
            if (lone && i < covered) continue;
            const auto clearly = clearly_said(joined(words.subspan(i, match.length)));
            for (const int group : *match.groups) {
                spoken.push_back({concept_token(group), clearly, i, match.length});
            }
            if (match.length > 1) covered = std::max(covered, i + match.length);
        }
        if (!is_han(word)) {
            spoken.push_back({text_token(word.text), 1, i, 1});
        } else if (i + 1 < words.size() && is_han(words[i + 1])) {
            spoken.push_back({text_token(joined(words.subspan(i, 2))), 1, i, 2});
        }
    }
    return spoken;
}

Tokens tokens_of(std::span<const Word> words, const Concepts& concepts) {
    Tokens tokens;
    for (const auto& said : spoken_in(words, concepts)) {
        auto& known = tokens[said.token];
        known = std::max(known, said.clearly);
    }
    return tokens;
}

bool is_small_word(const Word& word) { return stop_words().contains(word.text); }

double clarity(const Item& item, const Tokens& tokens) {
    double best = 0;
    for (const auto reading : item.readings) {
        const auto found = tokens.find(reading);
        if (found != tokens.end()) best = std::max(best, found->second);
    }
    return best;
}

}  // namespace wengu
