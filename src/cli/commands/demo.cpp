#include "cli/commands/demo.h"

#include "cli/commands/review.h"
#include "core/error.h"
#include "library/collection.h"
#include "library/files.h"
#include "library/import/importer.h"
#include "starter_decks.h"
#include "tui/print.h"

#include <cstdlib>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// A folder that is removed with all it holds.
class ScratchFolder {
public:
    ScratchFolder() {
        std::error_code error;
        const auto folder = fs::temp_directory_path(error);
        std::string name = (folder / "wengu-demo-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) fail("cannot make a folder in {}", folder.string());
        path_ = name;
    }
    ~ScratchFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

int demo(Context& context) {
    const ScratchFolder scratch;
    const auto notes = scratch.path() / "notes";
    make_folder(notes);
    for (const auto& deck : kStarterDecks) replace_file(notes / deck.name, deck.text);

    Context sandbox = context;
    sandbox.database = (scratch.path() / "wengu.db").string();
    {
        auto store = open_collection(sandbox);
        const auto report = import_notes(sandbox, store, {.paths = {notes.string()}});
        print(context.out, "{}\n",
              say("{} cards from {} starter notes. This is a sandbox: nothing is kept.",
                  report.added_cards(), report.notes));
    }
    const int code = review_today(sandbox);
    print(context.out, "{}\n", tr("Your own notes: wengu import FOLDER"));
    return code;
}

}  // namespace

Command demo_command(Context& context) {
    Command command{.name = "demo",
                    .summary = tr("Try wengu on its starter notes; nothing is kept")};
    command.group = tr("Study");
    command.run = [&context] { return demo(context); };
    return command;
}

}  // namespace wengu
