#include "app/commands/shell.h"

#include "app/completion.h"
#include "app/context.h"
#include "app/exit_code.h"
#include "app/manual.h"
#include "core/message.h"

#include <fmt/ostream.h>

#include <memory>

namespace wengu {
namespace {

std::vector<std::string> live_values(Completes completes) {
    std::vector<std::string> values;
    if (completes == Completes::Setting) {
        for (const auto& info : setting_table()) values.emplace_back(info.key);
    }
    return values;
}

int print_candidates(Context& context, const std::vector<std::string>& words) {
    for (const auto& candidate : complete(command_table(context), words, live_values)) {
        fmt::print(context.out, "{}\t{}\n", candidate.word, candidate.what);
    }
    return kDone;
}

}  // namespace

std::vector<Command> shell_commands(Context& context) {
    auto words = std::make_shared<std::vector<std::string>>();
    auto shell = std::make_shared<std::string>();
    Command completions{.name = "completions",
                        .summary = tr("Print the completion script for a shell")};
    completions.group = tr("Care");
    completions.run = [&context, shell] {
        fmt::print(context.out, "{}", completion_script(*shell));
        return kDone;
    };
    completions.options = {{.names = "shell",
                            .value = "SHELL",
                            .help = tr("bash, zsh or fish"),
                            .target = shell.get(),
                            .completes = Completes::Choice,
                            .required = true,
                            .choices = {"bash", "zsh", "fish"}}};
    completions.examples = {
        {"source <(wengu completions bash)", tr("complete wengu's words in this shell")}};

    Command manual{.name = "manual", .summary = tr("Print the manual page as roff")};
    manual.hidden = true;
    manual.run = [&context] {
        fmt::print(context.out, "{}", manual_page(command_table(context), WENGU_VERSION));
        return kDone;
    };

    Command candidates{.name = "complete", .summary = tr("Offer words to a shell")};
    candidates.hidden = true;
    candidates.run = [&context, words] { return print_candidates(context, *words); };
    candidates.options = {{.names = "words",
                           .value = "WORD",
                           .help = tr("the words typed so far"),
                           .target = words.get()}};
    return {completions, manual, candidates};
}

}  // namespace wengu
