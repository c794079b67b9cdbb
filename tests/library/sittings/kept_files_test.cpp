// The files that a sitting leaves behind: reports, drafts, profiles.

#include "core/error.h"
#include "library/files.h"
#include "library/sittings/answer_draft.h"
#include "library/sittings/drill_run.h"
#include "library/sittings/profiles.h"
#include "support/temp_dir.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// All folders of the user below `home`.
Environment at_home(const test::TempDir& home) {
    return {.now = [] { return parse_moment("2026-11-30T09:00:00+08:00").value(); },
            .variables =
                [folder = home.path().string()](const char* name) -> std::optional<std::string> {
                if (std::string_view{name} != "HOME") return std::nullopt;
                return folder;
            }};
}

Report report_of(const std::string& drill) {
    Report report;
    report.drill.id = drill;
    report.drill.number = 1;
    report.drill.started = parse_moment("2026-11-30T09:00:00+08:00").value();
    return report;
}

TEST_CASE("reports: a note of the user's with the name of a report stays", "[library]") {
    const test::TempDir home;
    auto environment = at_home(home);
    environment.settings.set("interview.vault_folder", (home / "vault").string(), "test");
    home.write("vault/2026-11-30-1.md", "# My own\n");
    fs::create_symlink(home / "nowhere", home / "vault/2026-11-30-1-2.md");
    write_report(environment, report_of("one"));
    CHECK(home.read("vault/2026-11-30-1.md") == "# My own\n");
    CHECK(fs::is_symlink(home / "vault/2026-11-30-1-2.md"));
    CHECK(home.read("vault/2026-11-30-1-3.md").find("\ninterview: one\n") != std::string::npos);
}

TEST_CASE("reports: the report of another drill stays, that of the same is replaced", "[library]") {
    const test::TempDir home;
    const auto environment = at_home(home);
    const auto first = write_report(environment, report_of("one"));
    const auto second = write_report(environment, report_of("two"));
    CHECK(first.filename() == "2026-11-30-1.md");
    CHECK(second.filename() == "2026-11-30-1-2.md");
    CHECK(write_report(environment, report_of("two")) == second);
    CHECK(write_report(environment, report_of("one")) == first);
    CHECK(entries_of(first.parent_path()).size() == 2);
}

TEST_CASE("drafts: an id that is a path writes and deletes only in the folder of drafts",
          "[library]") {
    const test::TempDir home;
    const auto environment = at_home(home);
    const auto note = home.write("notes/mine.md", "# Mine\n");
    const AnswerDraft draft{environment, (home / "notes/mine").string()};
    CHECK(draft.text().empty());
    draft.keep("typed");
    CHECK(draft.text() == "typed");
    CHECK(entries_of(environment.state_folder() / "drafts").size() == 1);
    draft.drop();
    CHECK(draft.text().empty());
    CHECK(home.read("notes/mine.md") == "# Mine\n");
}

TEST_CASE("profiles: no name leaves their folder", "[library]") {
    const test::TempDir home;
    const auto environment = at_home(home);
    for (const std::string name : {"../../x", "/etc/x", "a/b", "..", ""}) {
        CAPTURE(name);
        CHECK_THROWS_AS(profile_path(environment, name), UsageError);
    }
    CHECK(profile_path(environment, "bigco").filename() == "bigco.toml");
}

}  // namespace
}  // namespace wengu
