#include "cli/confirm.h"

#include "core/message.h"
#include "core/text.h"
#include "tui/context.h"
#include "tui/print.h"

#include <istream>

namespace wengu {

bool confirmed(Context& context, const std::string& question) {
    if (context.no_input || !context.in_is_terminal) {
        print(context.err, "{} {}\n", question, tr("Nobody to ask; say --yes to go on."));
        return false;
    }
    print(context.err, "{} [y/N] ", question);
    context.err.flush();
    std::string answer;
    std::getline(context.in, answer);
    const auto word = normalise(trim(answer));
    return word == "y" || word == "yes" || word == "是" || word == "好";
}

}  // namespace wengu
