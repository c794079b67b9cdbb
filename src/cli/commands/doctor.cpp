#include "cli/commands/doctor.h"

#include "cli/exit_code.h"
#include "cli/json.h"
#include "core/text.h"
#include "library/backups.h"
#include "library/collection.h"
#include "library/files.h"
#include "library/import/conflict_copy.h"
#include "library/import/walk.h"
#include "store/cards.h"
#include "store/upkeep.h"
#include "term/terminal.h"
#include "term/width.h"
#include "tui/editor.h"
#include "tui/pager.h"
#include "tui/print.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <memory>
#include <sstream>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// The names are printed: never change them.
enum class Level { Ok, Note, Bad };
constexpr std::array<const char*, 3> kLevelNames{"ok", "note", "bad"};

struct Finding {
    std::string name;  ///< "collection": the same in every language.
    Level level = Level::Ok;
    std::string text;
    std::string fix = {};
};
using Findings = std::vector<Finding>;

/// Whether a shell would find the program.
bool can_run(const Context& context, const std::string& program) {
    if (program.find('/') != std::string::npos) return access(program.c_str(), X_OK) == 0;
    std::istringstream path{context.variable("PATH")};
    for (std::string folder; std::getline(path, folder, ':');) {
        if (access((fs::path{folder} / program).c_str(), X_OK) == 0) return true;
    }
    return false;
}

std::string first_word(const std::string& text) {
    const auto words = command_words(std::string{trim(text)});
    return words.empty() ? std::string{} : words.front();
}

/// Conflict copies of notes, and of the collection's own file.
void look_at_copies(const Context& context, const Store& store, Findings& findings) {
    const std::string compare =
        tr("compare the two, bring what is missing into one, delete the other");
    const auto name = [&](const std::vector<std::string>& copies, const std::string& fix) {
        if (copies.empty()) return;
        findings.push_back({"copies", Level::Note,
                            say_count("{} copy that a synchroniser left: {}",
                                      "{} copies that a synchroniser left, one of them {}",
                                      static_cast<long long>(copies.size()), copies.front()),
                            fix});
    };
    std::vector<std::string> folders;
    const auto text = store::setting(store, "vaults").value_or("");
    for (const auto vault : split_lines(text)) {
        if (is_folder(vault)) folders.emplace_back(vault);
    }
    name(walk(folders, folders).copies, compare);

    const auto folder = context.database_path().parent_path();
    std::vector<std::string> names;
    for (const auto& file : entries_of(folder)) names.push_back(file.filename().string());
    std::vector<std::string> copies;
    for (const auto& file : names) {
        if (file.ends_with(".db") && original_of(folder, file, names)) {
            copies.push_back((folder / file).string());
        }
    }
    name(copies,
         tr("on the other machine: wengu export --jsonl FILE; here: wengu import --jsonl FILE"));
}

/// The folders that were imported, and the notes in them.
Finding look_at_notes(const Store& store) {
    const auto text = store::setting(store, "vaults").value_or("");
    for (const auto vault : split_lines(text)) {
        if (is_folder(vault)) continue;
        return {"notes", Level::Bad, say("the folder {} is not there", vault),
                tr("connect its disk, or import the notes from where they are now")};
    }
    const auto all = store::notes(store);
    const auto lost = std::ranges::count_if(
        all, [](const auto& note) { return !note.gone && !file_exists(note.path); });
    const auto there = static_cast<long long>(
        std::ranges::count_if(all, [](const auto& note) { return !note.gone; }));
    if (lost > 0) {
        return {"notes", Level::Note,
                say("{} of {} notes are no longer where they were", lost, there),
                tr("import their folder again: wengu import FOLDER")};
    }
    return {"notes", Level::Ok, say_count("{} note", "{} notes", there)};
}

/// Decks that the config file names and no note belongs to.
void look_at_deck_settings(const Context& context, const Store& store, Findings& findings) {
    const auto decks = store::decks(store);
    for (const auto& [name, values] : context.settings.decks()) {
        const auto below = name + "/";
        const bool known = std::ranges::any_of(decks, [&name = name, &below](const auto& deck) {
            return deck == name || deck.starts_with(below);
        });
        if (known) continue;
        findings.push_back({"settings", Level::Note,
                            say("the config file speaks of a deck {} that has no cards", name),
                            tr("`wengu due` lists the decks")});
    }
}

void look_at_collection(const Context& context, Findings& findings) {
    const auto path = context.database_path();
    if (!file_exists(path)) {
        findings.push_back({"collection", Level::Note, say("{} is not there yet", path.string()),
                            tr("bring notes in: wengu import FOLDER")});
        return;
    }
    const std::string restore = tr("restore a backup: wengu restore FILE");
    try {
        const auto store = open_collection(context);
        for (const auto& wrong : store::check(store)) {
            findings.push_back({"collection", Level::Bad, wrong, restore});
        }
        if (findings.empty()) {
            findings.push_back(
                {"collection", Level::Ok,
                 say("{}: {} cards, schema {}, whole", path.string(),
                     store::count(store, {}, context.today()), store::schema_version(store))});
        }
        findings.push_back(look_at_notes(store));
        look_at_deck_settings(context, store, findings);
        look_at_copies(context, store, findings);
    } catch (const Unavailable& error) {
        findings.push_back({"collection", Level::Bad, error.what(),
                            tr("close the other wengu, or update this one")});
    } catch (const Error& error) {
        findings.push_back({"collection", Level::Bad, error.what(), restore});
    }
}

void look_at_backups(const Context& context, Findings& findings) {
    const auto all = automatic_backups(context);
    if (all.empty()) {
        findings.push_back(
            {"backup", Level::Ok, tr("none yet; one is made before the first change of each day")});
        return;
    }
    findings.push_back({"backup", Level::Ok, say("the last is {}", all.back().string())});
}

void look_at_settings(const Context& context, Findings& findings) {
    for (const auto& complaint : context.settings.complaints()) {
        findings.push_back({"settings", Level::Bad, complaint, tr("mend it: wengu config edit")});
    }
    if (!context.settings.complaints().empty()) return;
    const auto file = context.config_folder() / "config.toml";
    findings.push_back(
        {"settings", Level::Ok,
         file_exists(file) ? file.string() : std::string{tr("all at their defaults")}});
}

void look_at_programs(const Context& context, Findings& findings) {
    const std::string name_editor = tr("name one: export EDITOR=nano");
    try {
        const auto editor = editor_of(context);
        const bool there = can_run(context, first_word(editor));
        findings.push_back({"editor", there ? Level::Ok : Level::Bad,
                            there ? editor : say("{} cannot be run", editor),
                            there ? "" : name_editor});
    } catch (const Error& error) {
        findings.push_back({"editor", Level::Bad, error.what(), name_editor});
    }
    const auto pager = pager_of(context);
    const bool there = pager.empty() || can_run(context, first_word(pager));
    findings.push_back({"pager", there ? Level::Ok : Level::Note,
                        !there          ? say("{} cannot be run", pager)
                        : pager.empty() ? tr("none")
                                        : pager,
                        there ? "" : tr("name one: export PAGER=less")});
}

void look_at_locale(const Context& context, Findings& findings) {
    std::string locale;
    for (const char* variable : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        if (locale.empty()) locale = context.variable(variable);
    }
    const auto folded = normalise(locale);
    const bool utf8 = folded.ends_with("utf-8") || folded.ends_with("utf8");
    findings.push_back({"locale", utf8 ? Level::Ok : Level::Note,
                        utf8 ? locale : say("\"{}\" does not say UTF-8", locale),
                        utf8 ? "" : tr("export LANG=zh_CN.UTF-8, or C.UTF-8")});
}

/// Only where there is a terminal to ask.
void look_at_terminal(const Context& context, Findings& findings) {
    if (!context.in_is_terminal || !context.out_is_terminal) return;
    const auto term = context.variable("TERM");
    if (term.empty() || term == "dumb") {
        findings.push_back({"terminal", Level::Note,
                            say("TERM is \"{}\": reviews are plain lines", term),
                            tr("export TERM=xterm-256color, if it can do more")});
        return;
    }
    const auto size = terminal_size();
    findings.push_back({"terminal", size.columns < 40 || size.rows < 12 ? Level::Note : Level::Ok,
                        say("{}, {}x{}, ambiguous characters take {} cells", term, size.columns,
                            size.rows, probe_ambiguous_width())});
}

void print_findings_json(Context& context, const Findings& findings) {
    auto document = json_document("wengu.doctor");
    document["findings"] = Json::array();
    for (const auto& finding : findings) {
        document["findings"].push_back(
            {{"name", finding.name},
             {"level", kLevelNames[static_cast<std::size_t>(finding.level)]},
             {"text", finding.text},
             {"fix", finding.fix}});
    }
    print_document(context.out, document);
}

void print_findings(Context& context, const Findings& findings) {
    const std::array<std::string, 3> labels{tr("ok"), tr("note"), tr("bad")};
    const Widths widths;
    for (const auto& finding : findings) {
        print(context.out, "{}{}{}\n",
              padded(labels[static_cast<std::size_t>(finding.level)], 6, widths),
              padded(finding.name, 12, widths), finding.text);
        if (!finding.fix.empty()) print(context.out, "{:18}{}\n", "", finding.fix);
    }
}

int doctor(Context& context, bool json) {
    Findings findings;
    look_at_collection(context, findings);
    look_at_backups(context, findings);
    look_at_settings(context, findings);
    look_at_programs(context, findings);
    look_at_locale(context, findings);
    look_at_terminal(context, findings);
    json ? print_findings_json(context, findings) : print_findings(context, findings);
    const bool bad = std::ranges::any_of(
        findings, [](const Finding& finding) { return finding.level == Level::Bad; });
    return bad ? kProblems : kDone;
}

}  // namespace

Command doctor_command(Context& context) {
    auto json = std::make_shared<bool>(false);
    Command command{
        .name = "doctor",
        .summary = tr("Look at the collection and all around it, and say what to mend")};
    command.group = tr("Care");
    command.run = [&context, json] { return doctor(context, *json); };
    command.options = {{"--json", "", tr("print JSON"), json.get()}};
    command.examples = {{"wengu doctor", tr("exits with 3 if anything is bad")}};
    return command;
}

}  // namespace wengu
