#include "cli/lines/drill.h"

#include "core/error.h"
#include "core/text.h"
#include "library/shown_topic.h"
#include "term/width.h"
#include "tui/editor.h"
#include "tui/print.h"
#include "tui/screens/drill_words.h"

#include <fmt/format.h>

#include <istream>

namespace wengu {
namespace {

using Kind = DrillAction::Kind;

class LineDrill {
public:
    LineDrill(Context& context, DrillRun& run) : context_{context}, run_{run} {}

    bool run() {
        while (run_.drill().stage() != Stage::Done) {
            if (!step()) return false;
        }
        return true;
    }

private:
    [[nodiscard]] const Drill& drill() const { return run_.drill(); }

    bool step() {
        switch (drill().stage()) {
            case Stage::Plan: return begin();
            case Stage::Prepare: return prepare();
            case Stage::Answer: return answer();
            case Stage::Predict: return predict();
            case Stage::Probe: return probe();
            case Stage::Check: return check();
            case Stage::FollowUp: return follow_up();
            case Stage::Return: return point_returns();
            case Stage::Done: return true;
        }
        return false;
    }

    /// A line of input after a prompt; nullopt at the end of the input.
    std::optional<std::string> ask(const std::string& prompt) {
        print(context_.out, "{} > ", prompt);
        context_.out.flush();
        std::string line;
        if (!std::getline(context_.in, line)) {
            print(context_.out, "\n");
            return std::nullopt;
        }
        if (!context_.in_is_terminal) print(context_.out, "{}\n", line);
        return line;
    }

    void tell(const std::string& line) { print(context_.out, "{}\n", line); }

    void tell_topic(const DrillQuestion& question) {
        const auto topic = shown_topic(question.topic_line, context_.settings);
        if (!topic.empty()) tell(sanitised(topic));
    }

    bool begin() {
        const auto line = ask(tr("Enter begins, q leaves"));
        if (!line || trim(*line) == "q") return false;
        return run_.act({.kind = Kind::Begin});
    }

    void show_question() {
        const auto& question = drill().question();
        if (shown_ == question.card_id) return;
        shown_ = question.card_id;
        const bool follow_up = drill().current().follow_up;
        tell_topic(question);
        tell(follow_up ? say("Follow-up: {}", question.asked())
                       : say("Question {}/{}: {}", drill().number(),
                             drill().plan().questions.size(), question.asked()));
        if (drill().plan().style == DrillStyle::Calm && !question.points.empty()) {
            tell(
                say_count("{} point", "{} points", static_cast<long long>(question.points.size())));
        }
    }

    bool prepare() {
        show_question();
        const auto line = ask(say("{} to prepare; Enter begins, c shows where it is from, q leaves",
                                  clock_text(drill().plan().prepare_ms)));
        if (!line || trim(*line) == "q") return false;
        if (trim(*line) == "c") return show_context();
        return run_.act({.kind = Kind::Ready});
    }

    bool show_context() {
        tell(fmt::format("{}  {}", drill().question().place, drill().question().context));
        return run_.act({.kind = Kind::Context}) || true;
    }

    bool answer() {
        show_question();
        const auto& how = run_.setup().answer;
        if (how == "speak") return speak();
        if (how == "editor" && !editor_failed_) return write_in_editor({});
        std::string text = drill().draft();
        if (!text.empty()) tell(say("so far: {}", text));
        auto prompt =
            std::string{tr("your answer; an empty line ends it, s if spoken, e for the editor")};
        while (true) {
            const auto line = ask(prompt);
            if (!line) return false;
            if (text.empty() && trim(*line) == "s") return submit({}, true);
            if (trim(*line) == "e") return write_in_editor(text);
            if (trim(*line).empty()) break;
            if (!text.empty()) text += '\n';
            text += *line;
            run_.act({.kind = Kind::Draft, .text = text});
            prompt.clear();
            if (run_.must_stop()) {
                tell(tr("the time is up: handed in"));
                break;
            }
            if (run_.far_over() && rang_ != shown_) {
                rang_ = shown_;
                tell(tr("this takes half again as long as planned"));
            }
        }
        return submit(text, false);
    }

    bool speak() {
        const auto line = ask(tr("answer aloud; Enter when done"));
        return line && submit({}, true);
    }

    bool write_in_editor(const std::string& text) {
        try {
            return submit(edit_text(context_, text), false);
        } catch (const Error& error) {
            tell(error.what());
            tell(tr("type the answer here instead"));
            editor_failed_ = true;
            return true;
        }
    }

    bool submit(const std::string& text, bool spoken) {
        run_.act({.kind = Kind::Submit, .text = text, .flag = spoken});
        tell(say("that took {} of {}", clock_text(drill().current().duration_ms),
                 clock_text(drill().current().target_ms)));
        return true;
    }

    bool predict() {
        const auto line = ask(
            tr("how much did you cover? 1 25 %, 2 50 %, 3 75 %, 4 95 %, or per cent; Enter skips"));
        if (!line) return false;
        const auto predicted = prediction(number_in<int>(trim(*line)));
        if (!predicted && !trim(*line).empty()) {
            tell(tr("a number from 0 to 100, or nothing"));
            return true;
        }
        return run_.act({.kind = Kind::Predict, .number = predicted});
    }

    bool probe() {
        tell(drill().probe());
        const auto line = ask(tr("type what you would add; Enter goes on"));
        if (!line) return false;
        return run_.act({.kind = Kind::Add, .text = *line});
    }

    bool check() {
        if (checked_ != drill().results().size() + 1) {
            checked_ = drill().results().size() + 1;
            tell(say("Answer: {}", drill().question().back));
            if (drill().current().remark != Remark::None) {
                tell(sentence_of(drill().current().remark));
            }
            show_points();
        }
        const auto open = open_point(drill().current());
        if (open && !has_plain(drill().current())) return decide(*open);
        const auto& suggested = drill().current().suggested;
        const auto prompt = suggested ? say("y N, p N, n N: point N is yes, partly, no; grade 1-4, "
                                            "Enter is {}; ? for more",
                                            static_cast<int>(*suggested))
                                      : std::string{tr("Enter confirms the plain ones; grade 1-4; "
                                                       "? for more")};
        const auto line = ask(prompt);
        return line && obey(trim(*line));
    }

    void show_points() {
        for (std::size_t i = 0; i < drill().current().points.size(); ++i) {
            const auto& point = drill().current().points[i];
            tell(fmt::format("{} {:>2}  {}  ({})", mark_text(point), i + 1, point.point.title,
                             hint_text(point)));
        }
    }

    /// Asks for one open point, with all that helps to judge it.
    bool decide(std::size_t index) {
        const auto& point = drill().current().points[index];
        tell(fmt::format("{} {:>2}  {}", mark_text(point), index + 1, said_by(point.point)));
        for (const auto& text : hint_texts(point)) tell("    " + text);
        for (const auto& text : left_over_texts(drill().current(), point)) tell("    " + text);
        const auto line =
            ask(say("point {}: y said, p partly, n not; grade 1-4; ? for more", index + 1));
        if (!line) return false;
        const auto answer = trim(*line);
        const auto mark = answer.size() == 1 ? mark_for(answer.front()) : std::nullopt;
        if (!mark) return obey(answer);
        run_.act({.kind = Kind::SetMark, .index = index, .mark = *mark});
        if (!open_point(drill().current())) show_points();
        return true;
    }

    /// Whether to go on.
    bool obey(std::string_view line) {
        const auto& current = drill().current();
        if (line == "q") return false;
        if (line == "?") return explain();
        if (line.empty() && run_.act({.kind = Kind::Confirm})) return true;
        if (line.empty() && current.suggested) return grade(static_cast<int>(*current.suggested));
        if (const auto number = number_in<int>(trim(line))) return grade(*number);
        if (line == "s") return run_.act({.kind = Kind::Structure, .flag = true});
        const auto rest = line.size() > 1 ? trim(line.substr(1)) : std::string_view{};
        if (line.starts_with('d'))
            return run_.act({.kind = Kind::Delivery, .number = number_in<int>(trim(rest))}) ||
                   explain();
        if (line.starts_with('a')) return alias(rest);
        if (line.starts_with('+')) return keep(rest);
        const auto mark = mark_for(line.empty() ? ' ' : line.front());
        const auto number = number_in<int>(trim(rest));
        if (!mark || !number || *number < 1 || *number > static_cast<int>(current.points.size())) {
            return explain();
        }
        run_.act(
            {.kind = Kind::SetMark, .index = static_cast<std::size_t>(*number - 1), .mark = *mark});
        show_points();
        return true;
    }

    bool grade(int number) {
        if (!run_.act({.kind = Kind::Grade, .number = number})) return explain();
        tell(say("graded {}", number));
        return true;
    }

    bool keep(std::string_view rest) {
        const auto number = number_in<int>(trim(rest));
        if (!number || *number < 1) return explain();
        const DrillAction action{.kind = Kind::Keep,
                                 .index = static_cast<std::size_t>(*number - 1)};
        if (!run_.act(action)) return explain();
        tell(tr("this point becomes a card of its own; at most one a day for each question"));
        return true;
    }

    bool alias(std::string_view rest) {
        const auto blank = rest.find(' ');
        const auto number = number_in<int>(trim(rest.substr(0, blank)));
        if (!number || blank == std::string_view::npos || *number < 1) return explain();
        run_.add_alias(static_cast<std::size_t>(*number - 1), std::string{rest.substr(blank)});
        tell(tr("remembered for the next answer"));
        return true;
    }

    bool explain() {
        tell(
            tr("y 2, p 2, n 2: point 2 was said, partly, not; a 2 WORDS: these words mean point 2; "
               "+ 2: "
               "a card for point 2"));
        tell(
            tr("s: conclusion first; d 1-3: delivery; 1-4: grade (1 Again, 2 Hard, 3 Good, 4 "
               "Easy); q: leave"));
        return true;
    }

    bool point_returns() {
        if (drill().returned() == 0) {
            tell(say_count("What you missed comes back once: {} point",
                           "What you missed comes back once: {} points",
                           static_cast<long long>(drill().returns())));
        }
        tell_topic(drill().question());
        tell(say("{} - point {}?", drill().question().asked(), drill().returning_number()));
        if (!ask(tr("say it to yourself; Enter shows it"))) return false;
        tell(point_text(drill().returning().point));
        const auto line = ask(tr("y if you knew it, Enter if not"));
        return line && run_.act({.kind = Kind::Recall, .flag = trim(*line) == "y"});
    }

    bool follow_up() {
        tell_topic(drill().offered());
        tell(say("Follow-up: {}", drill().offered().asked()));
        const auto line = ask(tr("Enter takes it, n goes on"));
        if (!line) return false;
        const bool yes = trim(*line) != "n";
        if (yes) shown_ = drill().offered().card_id;
        return run_.act({.kind = Kind::Follow, .flag = yes});
    }

    Context& context_;
    DrillRun& run_;
    std::string shown_;        ///< Card whose question was written last.
    std::string rang_;         ///< Card whose answer took far too long.
    std::size_t checked_ = 0;  ///< Answers whose points were written.
    bool editor_failed_ = false;
};

}  // namespace

bool drill_in_lines(Context& context, DrillRun& run) { return LineDrill{context, run}.run(); }

}  // namespace wengu
