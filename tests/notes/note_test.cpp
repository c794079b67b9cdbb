#include "notes/note.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

using Words = std::vector<std::string>;

std::string problems_of(const Note& note) {
    std::string text;
    for (const auto& problem : note.problems) text += to_string(problem);
    return text;
}

Note read_matter(const std::string& lines) { return read("---\n" + lines + "---\nbody\n", "a.md"); }

TEST_CASE("note: front matter and body are told apart", "[notes]") {
    const Note note = read(
        "---\n"
        "title: 'Locks'\n"
        "created: '2025-10-29'\n"
        "last_reviewed: 2025-11-01\n"
        "next_review: \"2025-11-09\"  # soon\n"
        "review_count: 3\n"
        "difficulty: hard\n"
        "mastery_level: 0.35\n"
        "tags:\n- os\n- os/锁\n"
        "related_outlines: [\"[[Threads]]\", '[[Cache|the cache]]']\n"
        "cssclass: wide\n"
        "---\n"
        "\n"
        "# Locks\n",
        "locks.md");
    const FrontMatter& matter = note.front_matter;
    CHECK(matter.title == "Locks");
    CHECK(matter.created == parse_day("2025-10-29"));
    CHECK(matter.last_reviewed == parse_day("2025-11-01"));
    CHECK(matter.next_review == parse_day("2025-11-09"));
    CHECK(matter.review_count == 3);
    CHECK(matter.difficulty == Difficulty::Hard);
    CHECK(matter.mastery_level == 0.35);
    CHECK(matter.tags == Words{"os", "os/锁"});
    CHECK(matter.related_outlines == Words{"Threads", "Cache"});
    CHECK(matter.has("tags"));
    CHECK_FALSE(matter.has("cssclass"));
    CHECK(note.body == "\n# Locks\n");
    CHECK(note.body_line == 15);
    CHECK(problems_of(note).empty());
}

TEST_CASE("note: where the body starts", "[notes]") {
    const std::string rule = "---\n\nSome prose.\n\n---\nMore.\n";
    const std::string colon =
        "---\nNote: what follows\nis a text somebody wrote\nbetween rules\n---\n";
    struct {
        const char* what;
        std::string bytes;
        std::string body;
        int line;
    } const rows[] = {
        {"an empty file", "", "", 1},
        {"no front matter", "# A\n", "# A\n", 1},
        {"a byte order mark alone", "\xEF\xBB\xBF# A\n", "# A\n", 1},
        {"a byte order mark before front matter", "\xEF\xBB\xBF---\ntitle: a\n---\n# A\n", "# A\n",
         4},
        {"carriage returns and newlines", "---\r\ntitle: a\r\n---\r\n# A\r\n", "# A\r\n", 4},
        {"carriage returns alone", "---\rtitle: a\r---\r# A\r", "# A\r", 4},
        {"a blank first line", "\n---\ntitle: a\n---\n# A\n", "# A\n", 5},
        {"dots as the closing fence", "---\ntitle: a\n...\n# A\n", "# A\n", 4},
        {"blanks after the fences", "--- \ntitle: a\n---\t\n# A\n", "# A\n", 4},
        {"TOML between pluses", "+++\ntitle = \"a\"\n+++\n# A\n", "# A\n", 4},
        {"TOML between dashes", "---\nname = \"Vim\"\n---\n# A\n", "# A\n", 4},
        {"no closing fence", "---\ntitle: a\ntags: [b]\n\n# A\n", "\n# A\n", 4},
        {"nothing but front matter", "---\ntitle: a\n---", "", 4},
        {"a rule at the top of a text", rule, rule, 1},
        {"prose with a colon between two rules", colon, colon, 1},
        {"a rule and a heading", "---\n# A\ntext\n", "---\n# A\ntext\n", 1},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const Note note = read(row.bytes, "a.md");
        CHECK(note.body == row.body);
        CHECK(note.body_line == row.line);
    }
}

TEST_CASE("note: lists, comma text and hash words are all tags", "[notes]") {
    struct {
        const char* lines;
        Words tags;
    } const rows[] = {
        {"tags:\n- a\n- b\n", {"a", "b"}},
        {"tags:\n  - a\n  - b\n", {"a", "b"}},
        {"tags: [a, 'b', 3]\n", {"a", "b", "3"}},
        {"tags: a, b，c\n", {"a", "b", "c"}},
        {"tags: '#a #b'\n", {"a", "b"}},
        {"tags: #a #b\n", {"a", "b"}},
        {"tags:\n- #a\n- '#b'\n", {"b", "a"}},
        {"tags:\n  - #a\n  - c\n", {"c", "a"}},
        {"tags: a b\n", {"a", "b"}},
        {"tags:\n- machine learning\n", {"machine learning"}},
        {"tags: [a, a]\n", {"a"}},
        {"tags: []\n", {}},
        {"tags:\n", {}},
        {"tags: null\n", {}},
        {"tags: 锁\n", {"锁"}},
        {"tags:   # none yet\n", {}},
    };
    for (const auto& row : rows) {
        INFO(row.lines);
        const Note note = read_matter(row.lines);
        CHECK(note.front_matter.tags == row.tags);
        CHECK(note.front_matter.has("tags"));
        CHECK(problems_of(note).empty());
    }
}

TEST_CASE("note: values are read as people write them", "[notes]") {
    CHECK(read_matter("created: 2025/1/9\n").front_matter.created == parse_day("2025-01-09"));
    CHECK(read_matter("created: 2025-01-09T08:30:00\n").front_matter.created ==
          parse_day("2025-01-09"));
    CHECK(read_matter("created: [[2025-01-09]]\n").front_matter.created == parse_day("2025-01-09"));
    CHECK(read_matter("mastery_level: 35%\n").front_matter.mastery_level == 0.35);
    CHECK(read_matter("difficulty: Medium\n").front_matter.difficulty == Difficulty::Medium);
    CHECK(read_matter("difficulty: 困难\n").front_matter.difficulty == Difficulty::Hard);
    CHECK(read_matter("related_outlines: '[[a]], [[b|c]]'\n").front_matter.related_outlines ==
          Words{"a", "b"});
    CHECK(read_matter("title: null\ncreated: ~\nreview_count:\n").front_matter.keys ==
          Words{"title", "created", "review_count"});
}

TEST_CASE("note: TOML front matter is read too", "[notes]") {
    const Note note = read(
        "+++\n"
        "title = \"A \\\"B\\\"\" # said\n"
        "created = 2025-10-29\n"
        "mastery_level = 0.5\n"
        "[taxonomies]\n"
        "tags = [\n  'a', # one\n  \"b\",\n]\n"
        "+++\n"
        "x",
        "a.md");
    CHECK(note.front_matter.title == "A \"B\"");
    CHECK(note.front_matter.created == parse_day("2025-10-29"));
    CHECK(note.front_matter.mastery_level == 0.5);
    CHECK(note.front_matter.tags == Words{"a", "b"});
    CHECK(note.body == "x");
    CHECK(problems_of(note).empty());
    CHECK(problems_of(read("+++\ntitle = \"a\nb = 1\n+++\n", "a.md")) ==
          "a.md:2: this is not valid TOML\n    the front matter is not read\n");
}

TEST_CASE("note: a broken value is a problem with its place, and counts as missing", "[notes]") {
    struct {
        const char* lines;
        const char* problem;
    } const rows[] = {
        {"title: a\ndifficulty: medum\n",
         "a.md:3:13: difficulty \"medum\" is none of easy, medium, hard\n    did you mean "
         "medium?\n"},
        {"difficulty: 7\n",
         "a.md:2:13: difficulty \"7\" is none of easy, medium, hard\n"
         "    until it is, it counts as missing\n"},
        {"created: '2025-13-40'\n",
         "a.md:2:10: created \"2025-13-40\" is not a day\n"
         "    write it as 2025-10-29; until then it counts as missing\n"},
        {"review_count: many\n",
         "a.md:2:15: review_count \"many\" is not a whole number from 0 on\n"
         "    until it is, it counts as missing\n"},
        {"mastery_level: 35\n",
         "a.md:2:16: mastery_level \"35\" is not a number from 0 to 1\n    did you mean 0.35?\n"},
        {"mastery_level: low\n",
         "a.md:2:16: mastery_level \"low\" is not a number from 0 to 1\n"
         "    until it is, it counts as missing\n"},
        {"created: [2025-01-01, 2025-01-02]\n",
         "a.md:2:10: created should be a single value\n    it counts as missing\n"},
        {"title: a\ntitle: b\n",
         "a.md:3:1: title is given twice\n    remove one of them; the first one counts\n"},
    };
    for (const auto& row : rows) {
        INFO(row.lines);
        CHECK(problems_of(read_matter(row.lines)) == row.problem);
    }
    CHECK_FALSE(read_matter("review_count: many\n").front_matter.review_count);
    CHECK(read_matter("title: a\ntitle: b\n").front_matter.title == "a");
}

TEST_CASE("note: a value whose end is missing gives nothing, and it is said what is missing",
          "[notes]") {
    struct {
        const char* lines;
        const char* problem;
    } const rows[] = {
        {"tags: [a, b\nreview_count: 3\n",
         "a.md:2:7: the value of tags has a [ that is never closed\n"
         "    add the ]; until then the value counts as missing\n"},
        {"tags:\n  [a, 'b]',\n  c # ]\nreview_count: 3\n",
         "a.md:2:6: the value of tags has a [ that is never closed\n"
         "    add the ]; until then the value counts as missing\n"},
        {"tags: {a: [b]\nreview_count: 3\n",
         "a.md:2:7: the value of tags has a { that is never closed\n"
         "    add the }; until then the value counts as missing\n"},
        {"title: \"A \\\" b\nreview_count: 3\n",
         "a.md:2:8: the value of title has a \" that is never closed\n"
         "    add the \"; until then the value counts as missing\n"},
        {"tags: [a, \"b]\nreview_count: 3\n",
         "a.md:2:7: the value of tags has a \" that is never closed\n"
         "    add the \"; until then the value counts as missing\n"},
        {"review_count: 3\ntitle: [draft] [A \"]\"\n",
         "a.md:3:8: the value of title has a [ that is never closed\n"
         "    add the ]; until then the value counts as missing\n"},
    };
    for (const auto& row : rows) {
        INFO(row.lines);
        const Note note = read_matter(row.lines);
        CHECK(problems_of(note) == row.problem);
        CHECK(note.front_matter.tags.empty());
        CHECK(note.front_matter.title.empty());
        CHECK(note.front_matter.review_count == 3);
    }
    for (const char* fine :
         {"title: 'it''s [a'\n", "title: \"a\n  b: [\"\n", "tags: [it's, a 'n b]\n"}) {
        CHECK(problems_of(read_matter(fine)).empty());
    }
    CHECK(read_matter("related_outlines: [[a]], [[b]]\n").front_matter.related_outlines ==
          std::vector<std::string>{"a", "b"});
}

TEST_CASE("note: broken YAML is a problem, and the rest is still read", "[notes]") {
    const Note colon = read_matter("title: C++: the parts\ncreated: 2025-10-29\ntags: [a]\n");
    CHECK(problems_of(colon) ==
          "a.md:2:8: the value of title is not valid YAML\n    put it in quotes\n");
    CHECK(colon.front_matter.title == "C++: the parts");
    CHECK(colon.front_matter.created == parse_day("2025-10-29"));
    CHECK(colon.front_matter.tags == Words{"a"});

    const Note links = read_matter("related_outlines: [[a]], [[b]]\nreview_count: 2\n");
    CHECK(links.front_matter.related_outlines == Words{"a", "b"});
    CHECK(links.front_matter.review_count == 2);

    const Note open = read("---\ntitle: a\n\n# A\n", "a.md");
    CHECK(open.front_matter.title == "a");
    CHECK(problems_of(open) ==
          "a.md:1: the front matter is not closed\n    add a line with --- below it\n");

    const Note tab = read_matter("title: a\n\tcreated: 2025-10-29\n");
    CHECK(tab.problems.size() == 1);
}

TEST_CASE("note: nothing unknown is complained about", "[notes]") {
    CHECK(problems_of(read_matter("aliases: {a: [1, {b: c}]}\nanki: &x\n  deck: d\nsame: *x\n"
                                  "summary: |\n  difficulty: nonsense\n  text\n中文键: 值\n"))
              .empty());
}

}  // namespace
}  // namespace wengu
