#include "app/outside/progress.h"

#include "app/print.h"
#include "core/message.h"
#include "term/terminal.h"

namespace wengu {
namespace {

constexpr std::chrono::milliseconds kPatience{500};
constexpr std::chrono::milliseconds kPause{100};

}  // namespace

ProgressLine::ProgressLine(const Context& context, std::size_t total)
    : context_{context}, total_{total}, next_{Clock::now() + kPatience} {}

ProgressLine::~ProgressLine() {
    if (!shown_ || !context_.err_is_terminal) return;
    print(context_.err, "\r\x1b[K");
    context_.err.flush();
}

void ProgressLine::at(std::size_t done, std::string_view name) {
    if (total_ == 0 || Clock::now() < next_) return;
    const auto text = say("importing {}/{} {}", done, total_, sanitised(name));
    if (context_.err_is_terminal) {
        const int room = terminal_size().columns - 1;
        print(context_.err, "\r\x1b[K{}", shortened(text, room, {}));
        next_ = Clock::now() + kPause;
        shown_ = true;
    } else if (const auto tenths = done * 10 / total_; tenths > tenths_) {
        tenths_ = tenths;
        print(context_.err, "{}\n", text);
    }
    context_.err.flush();
}

}  // namespace wengu
