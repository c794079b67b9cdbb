#include "cards/rules/rules.h"

#include "core/message.h"

#include <array>

namespace wengu {

std::span<const Rule> rules() {
    static constexpr std::array kRules{
        Rule{"question-table",
             N_("a table with a column of questions and one of answers: a card a row"),
             find_question_tables},
        Rule{"choice", N_("a question, its options and the answer behind them"), find_choices},
        Rule{"callout", N_("a quote that opens with [!question]"), find_callouts},
        Rule{"cloze", N_("C: lines with [holes] and {{c1::holes}}"), find_cloze_lines},
        Rule{"separator", N_("lines divided by ? or ??"), find_separated_pairs},
        Rule{"inline", N_("question::answer and question : answer 🧠"), find_inline_pairs},
        Rule{"tagged", N_("a line that ends in #flashcard and what stands below it"),
             find_tagged_blocks},
        Rule{"qa-mark", N_("a line that starts with Q: and the A: after it"),
             find_question_answer_marks},
        Rule{"anki-block", N_("lines between START and END"), find_anki_blocks},
        Rule{"led-question",
             N_("a section that opens with its question: \"题目：…\", \"问题：…？\""),
             find_led_questions},
        Rule{"fold", N_("<details> whose summary asks"), find_folded_answers},
        Rule{"dialogue", N_("the interviewer asks, the candidate answers"), find_dialogues},
        Rule{"standard-answer", N_("the note's title and its section with the answer to recite"),
             find_standard_answers},
        Rule{"paired-list", N_("a list of questions here, their answers in a section there"),
             find_paired_lists},
        Rule{"paired-section", N_("a section named question and the section named answer"),
             find_paired_sections},
        Rule{"question-heading", N_("a heading that asks, or is marked Q1"),
             find_question_headings},
        Rule{"bold-question", N_("a bold line that asks"), find_bold_questions},
        Rule{"list-question", N_("a list item that asks, with its answer nested below it"),
             find_list_questions},
        Rule{"quoted-question", N_("a quote that asks, with its answer after it"),
             find_quoted_questions},
        Rule{"implied-question", N_("a heading that asks without a question mark"),
             find_implied_questions},
        Rule{"stage", N_("the stages of an answer too long for one card"), find_stages},
        Rule{"claim", N_("an enumerated claim, risk, strategy: what speaks for it"), find_claims},
        Rule{"exercise", N_("numbered tasks, each with the code that solves it"), find_exercises},
        Rule{"numbered-claim", N_("bold lines with numbers that divide a section"),
             find_numbered_claims},
        Rule{"sibling", N_("one more bold line of a series whose others became cards"),
             find_sibling_series},
        Rule{"definition", N_("a term and its meaning in a glossary"), find_definitions},
        Rule{"highlight", N_("a sentence with a ==highlight==: a cloze"), find_highlights},
        Rule{"key-list", N_("a label that names a numbered list of bold points"), find_key_lists},
        Rule{"open-question", N_("a list of questions without answers"), find_open_questions},
        Rule{"topic", N_("a heading without question, with enough below it"), find_topics},
    };
    return kRules;
}

}  // namespace wengu
