#include "cli/lines/asked.h"

#include "core/message.h"
#include "core/text.h"
#include "library/sittings/asked.h"
#include "library/sittings/profiles.h"
#include "tui/print.h"

#include <charconv>
#include <istream>

namespace wengu {
namespace {

constexpr int kShown = 9;

/// "1 3, 4" as numbers; empty unless it is that.
std::vector<std::size_t> numbers_in(std::string_view line) {
    std::vector<std::size_t> numbers;
    while (!(line = trim(line)).empty()) {
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
        if (error != std::errc{}) return {};
        numbers.push_back(number);
        line.remove_prefix(static_cast<std::size_t>(end - line.data()));
        if (line.starts_with(',')) line.remove_prefix(1);
    }
    return numbers;
}

/// The conversation: a line finds cards, or chooses among those found.
class Conversation {
public:
    Conversation(Context& context, Store& store, const Profile& profile)
        : context_{context}, store_{store}, profile_{profile} {}

    /// Whether it was answered, if only by "none".
    bool hold() {
        while (const auto line = next_line()) {
            const auto text = trim(*line);
            if (text.empty()) return answered_ || finish_empty();
            if (text == "q") return answered_;
            if (text == "n" && !answered_) return true;
            take(text);
        }
        return answered_;
    }

private:
    std::optional<std::string> next_line() {
        print(context_.out, "> ");
        context_.out.flush();
        std::string line;
        if (!std::getline(context_.in, line)) {
            print(context_.out, "\n");
            return std::nullopt;
        }
        return line;
    }

    bool finish_empty() {
        print(context_.out, "{}\n", tr("Asked again another day."));
        return false;
    }

    void take(std::string_view text) {
        const auto numbers = numbers_in(text);
        if (numbers.empty() || found_.empty()) return search(std::string{text});
        for (const auto number : numbers) choose(number);
    }

    void choose(std::size_t number) {
        if (number < 1 || number > found_.size()) {
            print(context_.out, "{}\n", say("There is no number {} here.", number));
            return;
        }
        const auto& card = found_[number - 1];
        set_asked(store_, profile_, card, true, context_.now().at);
        answered_ = true;
        print(context_.out, "  {}  {}\n", asked_tag(profile_), collapse_blanks(card.draft.front));
    }

    void search(const std::string& text) {
        auto found = store::find(store_, text, kShown);
        if (found.empty()) {
            print(context_.out, "{}\n", say("No card has \"{}\".", text));
            return;
        }
        found_ = std::move(found);
        for (std::size_t i = 0; i < found_.size(); ++i) {
            print(context_.out, "{:>3}  {}\n", i + 1, collapse_blanks(found_[i].draft.front));
        }
    }

    Context& context_;
    Store& store_;
    const Profile& profile_;
    std::vector<store::Card> found_;
    bool answered_ = false;
};

}  // namespace

void ask_what_came(Context& context, Store& store, const Profile& profile) {
    print(context.out, "{}\n{}\n",
          say("The interview {} was on {}. Which questions really came?",
              profile.company.empty() ? profile.name : profile.company, to_string(*profile.date)),
          tr("Words find cards, their numbers choose; Enter ends; n: none of these cards; q: "
             "another day."));
    if (Conversation{context, store, profile}.hold()) {
        close_question(context, profile);
        print(context.out, "{}\n",
              say("`wengu list tag:{0}` shows them; `wengu profile asked {1} CARD --off` takes "
                  "one back.",
                  asked_tag(profile), profile.name));
    } else {
        put_off(context, profile);
    }
}

void ask_once_a_day(Context& context, Store& store) {
    const auto profile = open_question(context);
    if (!profile || profile->put_off_on == context.today()) return;
    ask_what_came(context, store, *profile);
}

}  // namespace wengu
