#include "interview/star.h"

#include "behavioural_text.h"
#include "core/text.h"
#include "interview/clauses.h"
#include "interview/concepts.h"
#include "interview/repairs.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

/// The lists of data/behavioural.txt in their order there.
enum Cue : int { kAsks, kWonders, kStory, kSituation, kTask, kAction, kResult, kLesson, kI, kWe };

const Concepts& cues() {
    static const Concepts lists = [] {
        Concepts read;
        for (const auto line : split_lines(kBehavioural.front().text)) {
            if (line.empty() || line.starts_with('#')) continue;
            read.add(line.substr(line.find(':') + 1));
        }
        return read;
    }();
    return lists;
}

/// How many words of a cue begin at `at`; 0 for none.
std::size_t cue_at(std::span<const Word> words, std::size_t at, Cue cue) {
    std::size_t length = 0;
    for (const auto& match : cues().matches(words, at)) {
        const auto& groups = *match.groups;
        if (std::ranges::find(groups, static_cast<int>(cue)) != groups.end()) length = match.length;
    }
    return length;
}

bool has_cue(std::span<const Word> words, Cue cue) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (cue_at(words, i, cue) > 0) return true;
    }
    return false;
}

void count_people(std::span<const Word> words, Story& story) {
    for (std::size_t i = 0; i < words.size();) {
        const auto we = cue_at(words, i, kWe);
        const auto i_said = cue_at(words, i, kI);
        story.said_we += we > 0;
        story.said_i += we == 0 && i_said > 0;
        i += std::max<std::size_t>({we, i_said, 1});
    }
}

}  // namespace

bool asks_to_speak(std::span<const Word> words) { return cue_at(words, 0, kAsks) > 0; }

bool asks_within(std::span<const Word> words) { return has_cue(words, kWonders); }

bool is_behavioural(std::string_view question) { return has_cue(words_of(question), kStory); }

Story story_in(std::string_view answer) {
    struct Part {
        Cue cue;
        std::optional<std::string> Story::*where;
    };
    constexpr std::array<Part, 5> kParts{{{kSituation, &Story::situation},
                                          {kTask, &Story::task},
                                          {kAction, &Story::action},
                                          {kResult, &Story::result},
                                          {kLesson, &Story::lesson}}};
    Story story;
    auto clauses = clauses_of(answer);
    take_back(clauses);
    for (const auto& clause : clauses) {
        const auto text = trim(answer.substr(clause.begin, clause.end - clause.begin));
        for (const auto& [cue, where] : kParts) {
            if (!(story.*where) && has_cue(clause.words, cue)) story.*where = std::string{text};
        }
        count_people(clause.words, story);
        story.number_in_result |= story.result && has_number(clause.words);
    }
    return story;
}

}  // namespace wengu
