// Hundreds of edits over real notes: histories are kept, and never given to
// another question. Who is who is known from the edit, not from the matching.

#include "cards/edits.h"
#include "cards/relink.h"
#include "cards/split.h"
#include "core/text.h"
#include "notes/note.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace wengu {
namespace {

using test::EditKind;
using test::EditNote;
using test::Random;
using test::Scene;

/// Edits of one kind in one note; WENGU_EDIT_ROUNDS asks for more, WENGU_EDIT_SEED for others.
int rounds() {
    const char* wanted = std::getenv("WENGU_EDIT_ROUNDS");
    return wanted != nullptr ? std::atoi(wanted) : 6;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> notes_below(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (entry.path().extension() == ".md") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<Draft> imported(const EditNote& note) {
    const auto stem = std::filesystem::path{note.path}.stem().string();
    auto drafts = split(read(text_of(note), note.path), stem).drafts;
    std::erase_if(drafts, [](const Draft& draft) { return draft.confidence < kImportConfidence; });
    return drafts;
}

std::vector<NoteDrafts> imported(const std::vector<EditNote>& notes) {
    std::vector<NoteDrafts> all;
    for (const auto& note : notes) all.push_back({note.path, imported(note)});
    return all;
}

KnownCard known_card(const std::string& id, const std::string& note, const Draft& draft) {
    return {id,         note,       draft.kind,   draft.heading_path, draft.front,
            draft.back, draft.hole, draft.anchor, draft.front_line,   false};
}

/// Which card of a line it is: lines may give several.
struct Spot {
    int line = 0;
    std::string hole;
    int nth = 0;

    auto operator<=>(const Spot&) const = default;
};

/// The spots of drafts; `origins` gives for each line of the text the line it was.
std::vector<Spot> spots(const std::vector<Draft>& drafts, const std::vector<int>& origins) {
    std::map<std::pair<int, std::string>, int> seen;
    std::vector<Spot> result;
    for (const auto& draft : drafts) {
        const auto line = static_cast<std::size_t>(std::max(0, draft.front_line));
        const int origin = line < origins.size() ? origins[line] : 0;
        result.push_back({origin, draft.hole, seen[{origin, draft.hole}]++});
    }
    return result;
}

std::vector<int> origins_of(const EditNote& note) {
    std::vector<int> origins{0};
    for (const auto& line : note.lines) origins.push_back(line.origin);
    return origins;
}

struct Tally {
    int edits = 0;
    int kept_edits = 0;
    int cards = 0;  ///< That are still there, by the edit's own account.
    int kept = 0;
    int wrong = 0;
    int doubts = 0;
    int undone = 0;  ///< Edits after which the old text brought every history back.
};

/// Cards of the store after an import that decided so.
std::vector<KnownCard> after_import(const std::vector<KnownCard>& known,
                                    const std::vector<NoteDrafts>& notes,
                                    const Relinked& relinked) {
    std::vector<KnownCard> cards;
    for (std::size_t n = 0; n < notes.size(); ++n) {
        for (std::size_t i = 0; i < notes[n].drafts.size(); ++i) {
            const auto& decided = relinked.decisions[n][i].id;
            const auto id = decided.empty() ? fmt::format("new {} {}", n, i) : decided;
            cards.push_back(known_card(id, notes[n].note, notes[n].drafts[i]));
        }
    }
    for (const auto& card : known) {
        if (std::ranges::find(relinked.gone, card.id) == relinked.gone.end()) continue;
        cards.push_back(card);
        cards.back().gone = true;
    }
    return cards;
}

/// Counts what one edit did to the histories of a note.
class Judge {
public:
    /// `joins`: the other note of the scene is known as well.
    Judge(const Scene& scene, bool joins, Tally& tally) : scene_{scene}, tally_{tally} {
        before_.push_back({scene.note.path, scene.drafts});
        know(scene.note, scene.drafts, "old");
        if (!joins || scene.other_drafts.empty()) return;
        before_.push_back({scene.other.path, scene.other_drafts});
        know(scene.other, scene.other_drafts, "other");
    }

    /// What went wrong, in words; empty when nothing did.
    std::string judge(const EditKind& kind, const std::vector<EditNote>& edited) {
        const auto notes = imported(edited);
        const auto relinked = relink(known_, notes);
        std::string report;
        const int lost_before = tally_.cards - tally_.kept;
        for (std::size_t n = 0; n < notes.size(); ++n) {
            count(edited[n], notes[n], relinked.decisions[n], report);
        }
        ++tally_.edits;
        tally_.kept_edits += tally_.cards - tally_.kept == lost_before ? 1 : 0;
        tally_.doubts += static_cast<int>(relinked.doubts.size());
        const auto known = after_import(known_, notes, relinked);
        const auto missing = missing_after_return(known);
        tally_.undone += missing.empty() ? 1 : 0;
        report += missing;
        return report.empty() ? report
                              : fmt::format("{}: {}\n{}", scene_.note.path, kind.name, report);
    }

private:
    void know(const EditNote& note, const std::vector<Draft>& drafts, std::string_view name) {
        const auto where = spots(drafts, origins_of(note));
        for (std::size_t i = 0; i < drafts.size(); ++i) {
            const auto id = fmt::format("{} {}", name, i);
            known_.push_back(known_card(id, note.path, drafts[i]));
            ids_[where[i]] = id;
            ++old_of_line_[{where[i].line, where[i].hole}];
        }
    }

    void count(const EditNote& note, const NoteDrafts& found,
               const std::vector<Decision>& decisions, std::string& report) {
        const auto where = spots(found.drafts, origins_of(note));
        std::map<std::pair<int, std::string>, int> of_line;
        for (const auto& spot : where) ++of_line[{spot.line, spot.hole}];
        for (std::size_t i = 0; i < where.size(); ++i) {
            const std::pair line{where[i].line, where[i].hole};
            const auto truth = ids_.find(where[i]);
            const bool clear =
                where[i].line == 0 || of_line[line] == old_of_line_[line] || truth == ids_.end();
            if (!clear) continue;  // the line gives more or fewer cards now
            const std::string id = truth == ids_.end() ? "" : truth->second;
            const auto& decided = decisions[i].id;
            if (!id.empty()) {
                ++tally_.cards;
                tally_.kept += decided == id ? 1 : 0;
            }
            const bool other =
                !decided.empty() && decided != id && !says_the_same(decided, found.drafts[i]);
            if (other) ++tally_.wrong;
            if (decided != id) {
                report += fmt::format("    {}: {} is {}, taken for {}\n", other ? "WRONG" : "lost",
                                      found.drafts[i].front, id.empty() ? "new" : front_of(id),
                                      decided.empty() ? "new" : front_of(decided));
            }
        }
    }

    /// The note has the very question twice, as a heading and in a list say;
    /// short ones ("优点") may still ask about different things.
    [[nodiscard]] bool says_the_same(const std::string& id, const Draft& draft) const {
        const auto found = std::ranges::find(known_, id, &KnownCard::id);
        return found != known_.end() && count_code_points(draft.front) >= 12 &&
               normalise(found->front) == normalise(draft.front);
    }

    [[nodiscard]] std::string front_of(const std::string& id) const {
        const auto found = std::ranges::find(known_, id, &KnownCard::id);
        return fmt::format("{} ({})", id, found == known_.end() ? "?" : found->front);
    }

    [[nodiscard]] std::string missing_after_return(const std::vector<KnownCard>& known) const {
        std::string report;
        const auto relinked = relink(known, before_);
        std::size_t at = 0;
        for (const auto& decisions : relinked.decisions) {
            for (const auto& decision : decisions) {
                const auto& card = known_[at++];
                if (decision.id != card.id) report += fmt::format("    not back: {}\n", card.front);
            }
        }
        return report;
    }

    const Scene& scene_;
    Tally& tally_;
    std::vector<NoteDrafts> before_;
    std::vector<KnownCard> known_;  ///< In the order of `before_`.
    std::map<Spot, std::string> ids_;
    std::map<std::pair<int, std::string>, int> old_of_line_;
};

/// The next note that is not too long stands beside note `i`.
void give_other(std::vector<Scene>& all, std::size_t i) {
    for (std::size_t n = 1; n < all.size(); ++n) {
        const auto& other = all[(i + n) % all.size()];
        if (other.note.lines.size() > 800) continue;
        all[i].other = other.note;
        all[i].other_drafts = other.drafts;
        for (auto& line : all[i].other.lines) line.origin += test::kOtherOrigin;
        return;
    }
}

std::vector<Scene> scenes(const std::vector<std::filesystem::path>& paths) {
    std::vector<Scene> all;
    for (const auto& path : paths) {
        Scene scene;
        scene.note = test::edit_note(path.filename().string(), read_file(path));
        scene.drafts = imported(scene.note);
        if (scene.drafts.size() > 1) all.push_back(std::move(scene));
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        give_other(all, i);
        for (std::size_t j = 0; j < all.size(); ++j) {
            for (std::size_t n = 0; n < all[j].drafts.size() && i != j && n < 40; ++n) {
                const auto& draft = all[j].drafts[n];
                const bool short_one = !draft.back.empty() && draft.back.size() < 400;
                if (short_one && draft.front.find('\n') == std::string::npos) {
                    all[i].strangers.push_back({draft.front, "", draft.back});
                }
            }
        }
    }
    return all;
}

void print(const std::map<std::string, Tally>& tallies) {
    std::cout << fmt::format("{:<32}{:>7}{:>8}{:>9}{:>9}{:>7}{:>8}{:>8}\n", "edit", "edits", "kept",
                             "cards", "kept", "wrong", "doubts", "undone");
    for (const auto& kind : test::edit_kinds()) {
        const auto found = tallies.find(kind.name);
        if (found == tallies.end()) continue;
        const auto& t = found->second;
        std::cout << fmt::format("{:<32}{:>7}{:>8}{:>9}{:>9}{:>7}{:>8}{:>8}\n", kind.name, t.edits,
                                 kind.keeps_meaning ? std::to_string(t.kept_edits) : "-", t.cards,
                                 t.kept, t.wrong, t.doubts, t.undone);
    }
}

std::map<std::string, Tally> run(const std::vector<Scene>& all, std::string& report) {
    std::map<std::string, Tally> tallies;
    const char* wanted = std::getenv("WENGU_EDIT_SEED");
    unsigned seed = wanted != nullptr ? static_cast<unsigned>(std::atoi(wanted)) : 20261122;
    for (const auto& kind : test::edit_kinds()) {
        for (const auto& scene : all) {
            Judge judge{scene, kind.joins, tallies[kind.name]};
            for (int round = 0; round < rounds(); ++round) {
                Random random{++seed};
                if (const auto edited = kind.make(scene, random))
                    report += judge.judge(kind, *edited);
            }
        }
    }
    return tallies;
}

void check(const std::map<std::string, Tally>& tallies) {
    Tally sum;
    int wrong = 0;
    int all = 0;
    for (const auto& kind : test::edit_kinds()) {
        const auto found = tallies.find(kind.name);
        if (found == tallies.end()) continue;
        wrong += found->second.wrong;
        all += found->second.edits;
        CHECK(found->second.undone == found->second.edits);
        if (!kind.keeps_meaning) continue;
        sum.edits += found->second.edits;
        sum.kept_edits += found->second.kept_edits;
    }
    std::cout << fmt::format(
        "{} edits; of {} that keep the meaning {} kept every history ({:.1f} %); {} wrong\n", all,
        sum.edits, sum.kept_edits, 100.0 * sum.kept_edits / std::max(1, sum.edits), wrong);
    CHECK(wrong == 0);
    CHECK(sum.kept_edits * 100 >= sum.edits * 99);
}

void run_suite(const std::filesystem::path& folder) {
    std::string report;
    const auto tallies = run(scenes(notes_below(folder)), report);
    print(tallies);
    INFO(report);
    check(tallies);
    if (const char* file = std::getenv("WENGU_EDIT_REPORT"))
        std::ofstream{file, std::ios::app} << report;
}

TEST_CASE("edits: histories survive them in our own notes", "[cards]") {
    run_suite(WENGU_SOURCE_DIR "/decks");
}

TEST_CASE("edits: histories survive them in notes of many authors", "[cards]") {
    const std::filesystem::path corpus = WENGU_SOURCE_DIR "/../shared/corpus/notes";
    if (!std::filesystem::exists(corpus)) {
        std::cout << "skipped: ../shared/corpus/notes is not there\n";
        return;
    }
    run_suite(corpus);
}

}  // namespace
}  // namespace wengu
