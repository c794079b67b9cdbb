// inline: "front::back", "a:::b" (asked both ways) and "front : back 🧠 #tag".
// C++ names, Rust paths, ::: containers and prose with colons are left alone: the
// mark must follow a question, or stand between blanks, or the note must say that
// it holds flashcards.

#include "cards/none.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::size_t kLongestPair = 4096;  // bytes; nobody writes a longer one on a line
constexpr std::string_view kBrain = "\xF0\x9F\xA7\xA0";  // 🧠

struct InlinePair {
    std::string_view front;
    std::string_view back;
    bool both_ways = false;
};

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '>' || c == '<' || c == ':' || c == '&' || c == '*' || c == '~' || c == '(' ||
           c == '$' || c == '=';
}

/// Whether the :: at `at` can be a mark between two texts and no part of a name.
bool separates(std::string_view text, std::size_t at, std::size_t length, bool flashcards) {
    const auto left = text.substr(0, at);
    const auto right = text.substr(at + length);
    if (trim(left).empty() || trim(right).empty()) return false;
    if (left.ends_with("？") || left.ends_with('?') || left.ends_with("? ") ||
        left.ends_with("？ "))
        return true;
    // "up:: [[Map]]" is a field of the note
    const bool field = length == 2 && !left.ends_with(' ') && right.starts_with(' ') &&
                       trim(left).find(' ') == kNone;
    if (field && (content_size(left) < 4 || !has_cjk(left) || trim(right).starts_with("[[")))
        return false;
    const bool spaced = left.ends_with(' ') && right.starts_with(' ');
    const bool several_words = trim(left).find(' ') != kNone || has_cjk(left);
    if (spaced) return several_words || flashcards;
    if (!flashcards) return false;
    if (length == 3) return true;  // no language writes ":::" in a name
    // "TCP::a protocol": several words after a word that is no namespace
    const bool name = left.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == kNone;
    const auto word = right.substr(0, right.find(' '));
    if (!name && word.size() < right.size() && word.find_first_of("(<;:") == kNone) return true;
    return !(is_name_byte(left.back()) && is_name_byte(right.front()));
}

/// The separator farthest right that can be one, outside code spans.
InlinePair double_colon(std::string_view text, bool flashcards) {
    InlinePair found;
    for (std::size_t at = 0; at + 1 < text.size();) {
        if (text[at] == '`') {
            const auto end = text.find('`', at + 1);
            at = end == kNone ? at + 1 : end + 1;
            continue;
        }
        if (text[at] != ':') {
            ++at;
            continue;
        }
        const auto length = std::min(text.find_first_not_of(':', at), text.size()) - at;
        if ((length == 2 || length == 3) && separates(text, at, length, flashcards)) {
            found = {trim(text.substr(0, at)), trim(text.substr(at + length)), length == 3};
        }
        at += length;
    }
    return found;
}

std::vector<std::string> tags_in(std::string_view text) {
    std::vector<std::string> tags;
    for (auto at = text.find('#'); at != kNone; at = text.find('#', at + 1)) {
        const auto end = std::min(text.find_first_of(" \t", at), text.size());
        if (end > at + 1) tags.emplace_back(text.substr(at + 1, end - at - 1));
    }
    return tags;
}

void add_inline_pair(Reading& reading, const TextLine& line, const InlinePair& pair,
                     std::vector<std::string> tags) {
    const int section = reading.page().part(line.part).section;
    const LineRange lines{line.line, line.line};
    const auto front = clean_text(pair.front);
    const auto back = std::string{pair.back};
    if (content_size(front) < 1 || back.empty()) return;
    reading.add({.rule = "inline",
                 .front = front,
                 .front_lines = lines,
                 .back = lines,
                 .back_text = back,
                 .context = ContextUse::Never,
                 .section = section,
                 .anchor = anchor_in(reading.page().line(line.line)),
                 .tags = tags});
    if (!pair.both_ways) return;
    reading.add({.rule = "inline",
                 .front = clean_text(pair.back),
                 .front_lines = lines,
                 .back = lines,
                 .back_text = std::string{pair.front},
                 .context = ContextUse::Never,
                 .section = section,
                 .tags = std::move(tags)});
}

/// Another program's scheduling, put into the note as a comment.
std::string_view without_schedule(std::string_view text) {
    return trim(text.substr(0, text.find("<!--")));
}

void brain_pair(Reading& reading, const TextLine& line) {
    const auto brain = line.words.find(kBrain);
    const auto text = line.words.substr(0, brain);
    auto colon = text.find(" : ");
    std::size_t length = 3;
    if (colon == kNone) {
        colon = text.find("？：");
        if (colon == kNone) return;
        colon += 3;
    }
    const auto front = trim(text.substr(0, colon));
    add_inline_pair(reading, line, {front, trim(text.substr(colon + length))},
                    tags_in(line.words.substr(brain)));
}

}  // namespace

void find_inline_pairs(Reading& reading) {
    const auto text = reading.page().text();
    const bool colons = text.find("::") != kNone;
    const bool brains = text.find(kBrain) != kNone;
    if (!colons && !brains) return;
    for (const auto& line : reading.page().text_lines()) {
        const auto& part = reading.page().part(line.part);
        if (!reading.is_free(line.line) || line.words.empty() || line.words.size() > kLongestPair)
            continue;
        if (brains && line.words.find(kBrain) != kNone) {
            brain_pair(reading, line);
        } else if (colons && line.words.find("::") != kNone && !line.words.starts_with(':') &&
                   !part.task) {
            const auto pair = double_colon(without_schedule(line.words), reading.flashcards());
            if (!pair.front.empty()) add_inline_pair(reading, line, pair, {});
        }
    }
}

}  // namespace wengu
