#include "cli/lines/linear.h"

#include "core/message.h"
#include "core/text.h"
#include "term/markdown_view.h"
#include "term/width.h"
#include "tui/screens/words.h"

#include <algorithm>

namespace wengu::linear {
namespace {

constexpr int kUnwrapped = 1'000'000;  ///< The terminal, or nobody, wraps.

/// Markdown as plain lines without empty ones.
std::string spoken(const std::string& markdown) {
    std::string text;
    for (const auto& line : markdown_lines(markdown, {.width = kUnwrapped, .spoken = true}, {})) {
        if (!line.empty()) text += line.text() + '\n';
    }
    return text;
}

}  // namespace

std::string question(const ReviewView& view) {
    std::string text = spoken(view.front);
    if (!text.empty()) text.pop_back();
    std::string line = view.topic.empty() ? "" : sanitised(view.topic) + '\n';
    line += say("Question {}/{}: {}", view.position, view.total, text);
    if (view.points.size() > 1) {
        line += ' ' +
                say_count("({} point)", "({} points)", static_cast<long long>(view.points.size()));
    }
    return line + '\n';
}

std::string question_prompt(const ReviewView& view) {
    const bool has_points = view.points_shown < static_cast<int>(view.points.size());
    std::string text = tr("Enter shows the answer, t types an answer");
    if (has_points && view.points.size() > 1) text += std::string{tr(", ")} + tr("h gives a point");
    if (view.can_undo) text += std::string{tr(", ")} + tr("u undo");
    return text + tr(", ") + tr("q leave") + " > ";
}

std::string answer(const ReviewView& view) {
    std::string text;
    if (!view.typed.empty()) text += say("Your answer: {}", view.typed) + '\n';
    const auto back = spoken(view.back);
    if (!back.empty()) return text + say("Answer: {}", back);
    return text + tr("The note has no answer yet. Write one there; the card keeps its history.") +
           '\n';
}

std::string grade_prompt(const ReviewView& view) {
    std::string text = tr("Grade");
    for (std::size_t i = 0; i < view.returns.size(); ++i) {
        text += fmt::format("{}{} {}", i == 0 ? " " : tr(", "), i + 1,
                            grade_word(static_cast<Grade>(i + 1)));
        const auto words = return_words(view.returns[i], view.counted);
        if (!words.empty()) text += " " + words;
    }
    if (view.can_undo) text += std::string{tr(", ")} + tr("u undo");
    return text + " > ";
}

std::string point(const ReviewView& view) {
    const int last = std::min(view.points_shown, static_cast<int>(view.points.size()));
    if (last < 1) return {};
    return say("Point {}: {}", last, view.points[static_cast<std::size_t>(last - 1)]) + '\n';
}

std::string context(const ReviewView& view) { return say("From: {}", view.context) + '\n'; }

std::string graded(Grade grade, const Return& next, bool counted, int left) {
    std::string result = grade_word(grade);
    if (next.again_today) {
        result = say("{}: again today", result);
    } else if (counted) {
        result = say("{}: back in {}", result, wait_words(next.wait));
    }
    return say_count("{1}. {0} card left.", "{1}. {0} cards left.", left, result) + '\n';
}

std::string summary(const SummaryView& view) { return to_text(summary_lines(view)); }

std::optional<Intent> intent(std::string_view line, const Keymap& keymap) {
    const auto word = trim(line);
    if (word.empty()) return Intent::Reveal;
    if (const auto key = key_named(word)) {
        if (const auto found = keymap.intent(Scope::Review, *key)) return found;
    }
    for (const auto& binding : bindings()) {
        const bool here = binding.scopes.find(name_of(Scope::Review)) != std::string_view::npos;
        if (here && binding.name == word) return binding.intent;
    }
    return std::nullopt;
}

std::string help(const Keymap& keymap) {
    std::string text;
    for (const auto& binding : bindings()) {
        const bool here = binding.scopes.find(name_of(Scope::Review)) != std::string_view::npos;
        const bool moves = binding.group == std::string_view{"Moving"};
        const auto key = keymap.key_for(binding.intent);
        if (here && !moves && !key.empty()) {
            text += fmt::format("{}: {}\n", shown_key(key), tr(binding.help));
        }
    }
    return text;
}

}  // namespace wengu::linear
