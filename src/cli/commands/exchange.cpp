#include "cli/commands/exchange.h"

#include "cli/exit_code.h"
#include "cli/json.h"
#include "core/text.h"
#include "library/backups.h"
#include "library/collection.h"
#include "library/files.h"
#include "store/upkeep.h"
#include "tui/print.h"

#include <fmt/format.h>

#include <fstream>
#include <istream>
#include <iterator>
#include <memory>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// How every line of an export begins.
constexpr std::string_view kLineStart = "{\"row\":\"";

std::string first_bytes(const fs::path& file, std::size_t count) {
    std::string bytes(count, '\0');
    std::ifstream in{file, std::ios::binary};
    in.read(bytes.data(), static_cast<std::streamsize>(count));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// Anything but an older export stays as it is: it may be a note.
void check_export_target(const fs::path& file, bool force) {
    if (!file_exists(file)) return;
    if (is_folder(file)) fail<UsageError>("{} is a folder; name a file", file.string());
    if (force) return;
    const auto start = first_bytes(file, kLineStart.size());
    if (is_regular(file) && (start.empty() || start == kLineStart)) return;
    fail<UsageError>("{} is there and no export, so it stays as it is (--force replaces it)",
                     file.string());
}

int export_all(Context& context, const std::string& file, bool force) {
    if (!file.empty()) check_export_target(file, force);
    const auto store = open_collection(context);
    if (file.empty()) {
        store::export_rows(store,
                           [&](std::string_view line) { print_json_text(context.out, line); });
        return kDone;
    }
    constexpr std::size_t kWrittenAtOnce = 1 << 20;
    FileReplacement replacement{file};
    std::string text;
    int lines = 0;
    store::export_rows(store, [&](std::string_view line) {
        text.append(line).append("\n");
        ++lines;
        if (text.size() < kWrittenAtOnce) return;
        replacement.write(text);
        text.clear();
    });
    replacement.write(text);
    replacement.commit();
    print(context.out, "{}\n",
          say_count("{} line written to {}", "{} lines written to {}", lines, file));
    return kDone;
}

std::string read_export(Context& context, const std::string& file) {
    if (file != "-") return read_file(file);
    return {std::istreambuf_iterator<char>{context.in}, {}};
}

void add_merged(store::Merged& sum, const store::Merged& more) {
    sum.cards += more.cards;
    sum.reviews += more.reviews;
    sum.undone += more.undone;
    sum.skipped += more.skipped;
}

/// Names the line that cannot be read.
store::Merged merge_file(Context& context, Store& store, const std::string& file,
                         const store::Replay& replay) {
    const auto text = read_export(context, file);
    const auto lines = split_lines(text);
    std::size_t taken = 0;
    const auto next = [&]() -> std::optional<std::string> {
        while (taken < lines.size()) {
            const auto line = lines[taken++];
            if (!trim(line).empty()) return std::string{line};
        }
        return std::nullopt;
    };
    try {
        return store::merge_rows(store, next, replay);
    } catch (const Unavailable&) {
        throw;
    } catch (const Error& error) {
        throw Error{fmt::format("{}:{}: {}", file, taken, error.what()),
                    {file, static_cast<int>(taken)}};
    }
}

}  // namespace

int merge_files(Context& context, const std::vector<std::string>& files, bool json) {
    auto store = open_collection(context);
    const SchedulerSet schedulers{context.settings};
    back_up_daily(context, store);
    store::Transaction whole{store};
    store::Merged merged;
    for (const auto& file : files)
        add_merged(merged, merge_file(context, store, file, schedulers.replay()));
    whole.commit();
    if (json) {
        auto document = json_document("wengu.merge");
        document["cards"] = merged.cards;
        document["reviews"] = merged.reviews;
        document["undone"] = merged.undone;
        document["skipped"] = merged.skipped;
        print_document(context.out, document);
        return kDone;
    }
    print(context.out, "{}\n",
          say("new here: cards {}, grades {}, grades taken back {}", merged.cards, merged.reviews,
              merged.undone));
    if (merged.skipped > 0) {
        print(context.err, "{}\n",
              say_count("{} line was passed over: a newer wengu may know it",
                        "{} lines were passed over: a newer wengu may know them", merged.skipped));
    }
    return kDone;
}

Command export_command(Context& context) {
    struct Options {
        std::string file;
        bool jsonl = false;
        bool force = false;
    };
    auto options = std::make_shared<Options>();
    Command command{.name = "export",
                    .summary = tr("Write cards and all history as JSON, one object a line")};
    command.group = tr("Care");
    command.run = [&context, options] {
        return export_all(context, options->file, options->force);
    };
    command.options = {{.names = "file",
                        .value = "FILE",
                        .help = tr("where to; without it, standard output"),
                        .target = &options->file,
                        .completes = Completes::File},
                       {"--jsonl", "", tr("JSON lines, the only format so far"), &options->jsonl},
                       {"--force", "", tr("replace FILE whatever it is"), &options->force}};
    command.examples = {{"wengu export --jsonl laptop.jsonl", tr("then, elsewhere:")},
                        {"wengu import --jsonl laptop.jsonl", tr("merges; again changes nothing")}};
    return command;
}

}  // namespace wengu
