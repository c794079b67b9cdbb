#pragma once
// The rules by which cards are found, in the order in which they are tried.
// The first rule that claims a line wins.

#include "cards/reading.h"

#include <span>
#include <string_view>

namespace wengu {

struct Rule {
    std::string_view id;         ///< Stored with every card: never change it.
    std::string_view statement;  ///< What it claims, in one line.
    void (*apply)(Reading&);
};

[[nodiscard]] std::span<const Rule> rules();

// Marks that the author wrote on purpose.
void find_question_answer_marks(Reading& reading);
void find_cloze_lines(Reading& reading);
void find_inline_pairs(Reading& reading);
void find_separated_pairs(Reading& reading);
void find_tagged_blocks(Reading& reading);
void find_callouts(Reading& reading);
void find_question_tables(Reading& reading);
void find_choices(Reading& reading);
void find_anki_blocks(Reading& reading);
void find_led_questions(Reading& reading);
void find_folded_answers(Reading& reading);
void find_dialogues(Reading& reading);
// Structure that says question and answer.
void find_standard_answers(Reading& reading);
void find_paired_sections(Reading& reading);
void find_paired_lists(Reading& reading);
void find_question_headings(Reading& reading);
void find_bold_questions(Reading& reading);
void find_list_questions(Reading& reading);
void find_quoted_questions(Reading& reading);
void find_implied_questions(Reading& reading);
void find_stages(Reading& reading);
void find_claims(Reading& reading);
void find_exercises(Reading& reading);
void find_numbered_claims(Reading& reading);
void find_sibling_series(Reading& reading);
void find_definitions(Reading& reading);
void find_highlights(Reading& reading);
void find_key_lists(Reading& reading);
void find_topics(Reading& reading);
void find_open_questions(Reading& reading);

}  // namespace wengu
