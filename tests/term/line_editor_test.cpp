#include "term/line_editor.h"

#include "core/text.h"
#include "support/pictures.h"

#include <catch2/catch.hpp>

#include <random>

namespace wengu {
namespace {

/// Presses the keys named in `script`, separated by blanks.
void type(LineEditor& editor, std::string_view script) {
    while (!script.empty()) {
        const auto end = std::min(script.find(' '), script.size());
        const auto key = key_named(script.substr(0, end));
        REQUIRE(key.has_value());
        editor.press(*key);
        script.remove_prefix(std::min(end + 1, script.size()));
    }
}

/// The text with a bar at the caret.
std::string with_caret(const LineEditor& editor) {
    std::string text = editor.text();
    return text.insert(editor.caret(), "|");
}

TEST_CASE("editor: one backspace takes one whole character", "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "温👨‍👩‍👧e\u0301"};
    type(editor, "backspace");
    CHECK(with_caret(editor) == "温👨‍👩‍👧|");
    type(editor, "backspace");
    CHECK(with_caret(editor) == "温|");
    type(editor, "backspace backspace");
    CHECK(with_caret(editor) == "|");
}

TEST_CASE("editor: moving and erasing by character, word and line", "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "先说 hello 世界，再说"};
    type(editor, "left left ctrl-left");
    CHECK(with_caret(editor) == "先说 hello 世界|，再说");
    type(editor, "ctrl-w");
    CHECK(with_caret(editor) == "先说 hello |，再说");
    type(editor, "alt-backspace");
    CHECK(with_caret(editor) == "先说 |，再说");
    type(editor, "ctrl-y home delete");
    CHECK(with_caret(editor) == "|说 hello ，再说");
    type(editor, "ctrl-right");
    CHECK(with_caret(editor) == "说| hello ，再说");
    type(editor, "ctrl-k ctrl-a ctrl-k");
    CHECK(with_caret(editor) == "|");
    type(editor, "ctrl-y end 好 ctrl-u");
    CHECK(with_caret(editor) == "|");
}

TEST_CASE("editor: lines are joined and parted like any other character", "[term]") {
    LineEditor editor;
    type(editor, "甲 enter 乙 home backspace");
    CHECK(with_caret(editor) == "甲|乙");
    type(editor, "enter enter up");
    CHECK(with_caret(editor) == "甲\n|\n乙");
    type(editor, "ctrl-k");
    CHECK(with_caret(editor) == "甲\n|乙");
}

TEST_CASE("editor: the caret never stands inside a character, even one that was just joined",
          "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "\u0301x"};
    type(editor, "home e");
    CHECK(with_caret(editor) == "e\u0301|x");
    editor.set_text("🇨a🇳");
    type(editor, "left backspace");
    CHECK(with_caret(editor) == "🇨🇳|");
}

TEST_CASE("editor: an editor of one line leaves Enter and the arrows to the caller", "[term]") {
    LineEditor editor{LineEditor::Kind::OneLine, "a\nb"};
    CHECK(editor.text() == "a b");
    CHECK_FALSE(editor.press({.kind = Key::Kind::Enter}));
    CHECK_FALSE(editor.press({.kind = Key::Kind::Up}));
    CHECK_FALSE(editor.press(*key_named("ctrl-d")));
    CHECK_FALSE(editor.press({.kind = Key::Kind::Escape}));
}

TEST_CASE("editor: a paste of any size arrives whole and without control characters", "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "前后"};
    type(editor, "left");
    std::string text;
    for (int i = 0; i < 20000; ++i) text += i % 40 == 39 ? "\n" : "温";
    editor.press({.kind = Key::Kind::Paste, .text = text});
    CHECK(editor.text() == "前" + text + "后");
    editor.set_text("");
    editor.press({.kind = Key::Kind::Paste, .text = "a\x1b[2J\tb\x07"});
    CHECK(editor.text() == "a[2J    b");
}

TEST_CASE("editor: the view wraps and the caret is where the next character goes", "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "温故而知新可以"};
    const auto view = editor.view({.columns = 11, .rows = 4}, {});
    CHECK(to_text(view.lines) == "温故而知新\n可以\n");
    CHECK(view.caret == Position{1, 4});
    editor.set_text("温故而知新");
    CHECK(editor.view({11, 4}, {}).caret == Position{0, 10});
    editor.set_text("say hello world");
    CHECK(to_text(editor.view({11, 4}, {}).lines) == "say hello \nworld\n");
    editor.set_text("a\n");
    CHECK(editor.view({11, 4}, {}).caret == Position{1, 0});
}

TEST_CASE("editor: up and down keep their column over rows of other lengths", "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "abcdef\n温\nabcdef"};
    static_cast<void>(editor.view({20, 4}, {}));
    type(editor, "up");
    CHECK(with_caret(editor) == "abcdef\n温|\nabcdef");
    type(editor, "up");
    CHECK(with_caret(editor) == "abcdef|\n温\nabcdef");
    type(editor, "up");
    CHECK(with_caret(editor) == "|abcdef\n温\nabcdef");
}

TEST_CASE("editor: a field lower than its text shows the rows around the caret", "[term]") {
    LineEditor editor{LineEditor::Kind::ManyLines, "1\n2\n3\n4\n5"};
    auto view = editor.view({20, 2}, {});
    CHECK(to_text(view.lines) == "4\n5\n");
    CHECK(view.hidden_above == 3);
    type(editor, "up up up");
    view = editor.view({20, 2}, {});
    CHECK(to_text(view.lines) == "2\n3\n");
    CHECK(view.caret == Position{0, 1});
    CHECK(view.hidden_below == 2);
}

TEST_CASE("editor: whatever is pressed, text stays valid and the caret inside the field",
          "[term]") {
    const std::vector<std::string> keys{"温",     "👍",      "\u0301", "\u200D",    "🇨",
                                        "a",      "space",  "enter",  "backspace", "delete",
                                        "left",   "right",  "up",     "down",      "ctrl-left",
                                        "ctrl-w", "ctrl-k", "ctrl-y", "home",      "end"};
    std::minstd_rand random{42};  // fixed seed: every run is the same
    LineEditor editor;
    for (int i = 0; i < 6000; ++i) {
        const auto key = key_named(keys[random() % keys.size()]);
        REQUIRE(key.has_value());
        editor.press(*key);
        const Size size{.columns = 7 + static_cast<int>(random() % 20), .rows = 3};
        const auto view = editor.view(size, {});
        REQUIRE_FALSE(invalid_utf8(editor.text()).has_value());
        REQUIRE(editor.caret() <= editor.text().size());
        REQUIRE(
            test::faults(Picture{.lines = view.lines, .cursor = view.caret}, size).find("cursor") ==
            std::string::npos);
        for (const auto& line : view.lines) REQUIRE(line.width({}) <= size.columns);
    }
}

}  // namespace
}  // namespace wengu
