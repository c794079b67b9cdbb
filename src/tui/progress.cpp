#include "tui/progress.h"

#include "tui/print.h"

#include <memory>
#include "core/message.h"
#include "term/terminal.h"

namespace wengu {
namespace {

constexpr std::chrono::milliseconds kPatience{500};
constexpr std::chrono::milliseconds kPause{100};

}  // namespace

ProgressLine::ProgressLine(const Context& context)
    : context_{context}, next_{Clock::now() + kPatience} {}

ProgressLine::~ProgressLine() {
    if (!shown_ || !context_.err_is_terminal) return;
    print_styled(context_.err, "\r\x1b[K");
    context_.err.flush();
}

void ProgressLine::at(std::size_t done, std::size_t total, std::string_view name) {
    if (total == 0 || Clock::now() < next_) return;
    const auto text = say("importing {}/{} {}", done, total, sanitised(name));
    if (context_.err_is_terminal) {
        const int room = terminal_size().columns - 1;
        print_styled(context_.err, "\r\x1b[K" + shortened(visible(text), room, {}));
        next_ = Clock::now() + kPause;
        shown_ = true;
    } else if (const auto tenths = done * 10 / total; tenths > tenths_) {
        tenths_ = tenths;
        print(context_.err, "{}\n", text);
    }
    context_.err.flush();
}

Progress progress_line(const Context& context) {
    auto line = std::make_shared<ProgressLine>(context);
    return [line](std::size_t done, std::size_t total, const std::string& path) {
        line->at(done, total, path);
    };
}

}  // namespace wengu
