// From a key to the bytes on their way to the terminal, in CPU time, on the longest answer of
// a collection: the review itself runs, on a terminal that takes its bytes and presses keys.
//
//   key_latency [NOTES]     a note or a folder; by default the starter decks

#include "library/collection.h"
#include "library/import/importer.h"
#include "library/sittings/day_queue.h"
#include "term/repaint.h"
#include "tui/review_on_screen.h"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <map>
#include <sstream>

namespace wengu {
namespace {

namespace fs = std::filesystem;

constexpr double kFrameMs = 16;

double cpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Presses the keys of a script and measures what each costs until the next is asked for.
class MeasuredTerminal : public Terminal {
public:
    MeasuredTerminal(std::vector<std::string> script, Size size)
        : script_{std::move(script)}, size_{size} {}

    [[nodiscard]] Size size() const override { return size_; }
    [[nodiscard]] Widths widths() const override { return {}; }
    void draw(const Picture& picture) override {
        sent_ += repaint_.bytes_for(picture, size_).size();
    }
    void suspend(const std::function<void()>& action) override { action(); }

    [[nodiscard]] Key read_key(std::optional<std::chrono::milliseconds> /*timeout*/) override {
        const double now = cpu_ms();
        if (pressed_ > 0) costs[script_[pressed_ - 1]].push_back(now - began_);
        if (pressed_ == script_.size()) return {.kind = Key::Kind::Terminate};
        const auto& bytes = script_[pressed_++];
        began_ = cpu_ms();
        auto keys = decoder_.feed(bytes);
        if (decoder_.pending()) keys = decoder_.flush();
        return keys.front();
    }

    [[nodiscard]] std::size_t sent() const { return sent_; }

    std::map<std::string, std::vector<double>> costs;  ///< By the bytes of the key.

private:
    std::vector<std::string> script_;
    Size size_;
    Repaint repaint_{*theme_named("auto"), {}};
    KeyDecoder decoder_;
    std::size_t pressed_ = 0;
    std::size_t sent_ = 0;
    double began_ = 0;
};

struct NamedKey {
    const char* bytes;
    const char* what;
};
constexpr NamedKey kKeys[] = {
    {" ", "show the answer"}, {"j", "a line down"},     {"\x1b[6~", "a page down"},
    {"\x1b[5~", "a page up"}, {"G", "to the end"},      {"g", "to the top"},
    {"w", "wrap code"},       {"c", "context"},         {"?", "help"},
    {"i", "card info"},       {"3", "grade, and save"}, {"u", "undo"}};

/// Each key so often that a 95th percentile says something. A round begins and ends on the
/// answer: what was graded is taken back, which shows the answer again.
std::vector<std::string> script() {
    std::vector<std::string> keys{" "};
    for (int round = 0; round < 40; ++round) {
        keys.insert(keys.end(),
                    {"j", "j", "j", "j", "j", "\x1b[6~", "\x1b[6~", "\x1b[5~", "G", "g", "w",
                     "w", "c", "c", "?", "q", "i",       "q",       "3",       " ", "u"});
    }
    return keys;
}

/// The card with the longest answer, four times: a session that grades has to go on.
std::vector<SessionCard> longest(const Store& store, std::size_t& bytes) {
    std::optional<store::Card> best;
    for (auto& card : store::list(store, {}, {})) {
        if (!best || card.draft.back.size() > best->draft.back.size()) best = std::move(card);
    }
    bytes = best->draft.back.size();
    return {4, SessionCard{.seed = store::seed_of(store, best->id),
                           .schedule = best->progress.schedule,
                           .front = best->draft.front,
                           .back = best->draft.back,
                           .section = place_of(*best)}};
}

void print_costs(const MeasuredTerminal& terminal) {
    fmt::print("{:<20}{:>8}{:>10}{:>10}{:>10}\n", "key", "times", "median ms", "95 % ms", "max ms");
    std::vector<double> all;
    const auto print = [](const char* what, std::vector<double> costs) {
        std::ranges::sort(costs);
        fmt::print("{:<20}{:>8}{:>10.3f}{:>10.3f}{:>10.3f}\n", what, costs.size(),
                   costs[costs.size() / 2], costs[costs.size() * 95 / 100], costs.back());
        return costs[costs.size() * 95 / 100];
    };
    for (const auto& key : kKeys) {
        const auto found = terminal.costs.find(key.bytes);
        if (found == terminal.costs.end()) continue;
        print(key.what, found->second);
        all.insert(all.end(), found->second.begin(), found->second.end());
    }
    const double percentile = print("all", all);
    fmt::print("{} KB sent; a frame of {} ms is {}\n", terminal.sent() / 1024, kFrameMs,
               percentile < kFrameMs ? "kept" : "missed");
}

void measure(Context& context, const std::string& notes, Size size) {
    auto store = open_collection(context);
    if (size.columns == 80) import_notes(context, store, {.paths = {notes}});
    std::size_t bytes = 0;
    Sitting sitting{context, store, SchedulerSet{context.settings}, longest(store, bytes), false};
    ReviewPresenter desk{context, store, sitting};
    MeasuredTerminal terminal{script(), size};
    review_on_screen(context, terminal, desk);
    fmt::print("\nlongest answer: {} bytes, screen {}x{}\n", bytes, size.columns, size.rows);
    print_costs(terminal);
}

}  // namespace
}  // namespace wengu

int main(int argc, char** argv) {
    using namespace wengu;
    char name[] = "/tmp/key_latency_XXXXXX";
    const std::string home = mkdtemp(name);
    std::istringstream in;
    std::ostringstream out;
    Context context{{.now = [] { return *parse_moment("2026-03-01T21:10:00+08:00"); },
                     .variables = [&](const char* variable) -> std::optional<std::string> {
                         if (std::string_view{variable} == "HOME") return home;
                         return std::nullopt;
                     }},
                    {.in = in, .out = out, .err = out}};
    const std::string notes = argc > 1 ? argv[1] : WENGU_SOURCE_DIR "/decks";
    for (const Size size : {Size{80, 24}, Size{200, 60}}) measure(context, notes, size);
    fs::remove_all(home);
}
