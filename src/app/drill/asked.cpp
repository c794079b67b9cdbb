#include "app/drill/asked.h"

#include "app/drill/profiles.h"
#include "app/outside/files.h"
#include "app/pick.h"
#include "app/print.h"
#include "core/error.h"
#include "core/text.h"
#include "store/marks.h"

#include <algorithm>
#include <charconv>
#include <istream>

namespace wengu {
namespace {

constexpr std::chrono::days kRemembered{60};  // after an interview; who would know later?
constexpr int kMostPutOff = 3;
constexpr int kShown = 9;

/// One value in the profile's file; everything else in it stays as it is.
void set_in_file(const Context& context, const Profile& profile, const SettingInfo& info,
                 const std::string& value) {
    const auto file = profile_path(context, profile.name);
    replace_file(file, with_setting(read_file(file), info, value));
}

void put_off(const Context& context, const Profile& profile) {
    const SettingInfo times{"asked_later", SettingType::Integer, "0", ""};
    const SettingInfo day{"asked_on", SettingType::Text, "", ""};
    set_in_file(context, profile, times, std::to_string(profile.put_off + 1));
    set_in_file(context, profile, day, to_string(context.today()));
}

bool may_be_asked(const Profile& profile, Day today) {
    return profile.date && *profile.date < today && today - *profile.date <= kRemembered &&
           !profile.asked_how_it_went && profile.put_off < kMostPutOff;
}

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

std::string asked_tag(const Profile& profile) {
    auto name = collapse_blanks(profile.company.empty() ? profile.name : profile.company);
    std::ranges::replace(name, ' ', '-');
    return "asked:" + name;
}

std::optional<Profile> open_question(Context& context) {
    std::optional<Profile> latest;
    for (const auto& profile : load_profiles(context)) {
        if (!may_be_asked(profile, context.today())) continue;
        if (!latest || *profile.date > *latest->date) latest = profile;
    }
    return latest;
}

std::string question_words(const Profile& profile) {
    return say("The interview {} was on {}. Which questions really came? `wengu profile asked {}`",
               profile.company.empty() ? profile.name : profile.company, to_string(*profile.date),
               profile.name);
}

void set_asked(Store& store, const Profile& profile, const store::Card& card, bool asked,
               Instant at) {
    (asked ? store::add_tag : store::remove_tag)(store, card.id, asked_tag(profile), at);
}

void close_question(const Context& context, const Profile& profile) {
    set_in_file(context, profile, {"asked", SettingType::Switch, "false", ""}, "true");
}

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
