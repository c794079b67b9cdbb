#include "term/keys.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

/// The names of the keys that the bytes give, pastes as <text>.
std::string names(const std::vector<Key>& keys) {
    std::string result;
    for (const auto& key : keys) {
        if (!result.empty()) result += ' ';
        result += key.kind == Key::Kind::Paste ? '<' + key.text + '>' : name_of(key);
    }
    return result;
}

std::string decoded(std::string_view bytes) {
    KeyDecoder decoder;
    auto keys = decoder.feed(bytes);
    const auto rest = decoder.flush();
    keys.insert(keys.end(), rest.begin(), rest.end());
    return names(keys);
}

TEST_CASE("keys: bytes become keys", "[term]") {
    CHECK(decoded("a温 \r\t\x7f") == "a 温 space enter tab backspace");
    CHECK(decoded("\x1b[A\x1b[B\x1bOC\x1bOD") == "up down right left");
    CHECK(decoded("\x1b[5~\x1b[6~\x1b[H\x1b[4~\x1b[3~") == "pgup pgdn home end delete");
    CHECK(decoded("\x1b[1;5C\x1b[1;3D\x1b[Z") == "ctrl-right alt-left shift-tab");
    CHECK(decoded("\x01\x05\x1a\x03") == "ctrl-a ctrl-e ctrl-z ctrl-c");
    CHECK(decoded("\x1b") == "esc");
    CHECK(decoded("\x1b"
                  "f\x1b\r") == "alt-f alt-enter");
    CHECK(decoded("\x1b\x1b[A") == "esc up");
}

TEST_CASE("keys: what is not a key is swallowed whole", "[term]") {
    CHECK(decoded("\x1b[12;40R"
                  "a") == "a");  // a late cursor report
    CHECK(decoded("\x1b[?1;2c"
                  "b") == "b");  // a device report
    CHECK(decoded("\xff"
                  "c") == "c");       // not UTF-8
    CHECK(decoded("\x1b[12") == "");  // never finished
}

TEST_CASE("keys: a paste is one key of any size, however its bytes are cut", "[term]") {
    std::string text;
    for (int i = 0; i < 2500; ++i) text += "温";
    const std::string bytes = "x\x1b[200~" + text + "\r\nb\x1b[201~y";
    for (const std::size_t portion : {1U, 3U, 7U, 4096U}) {
        KeyDecoder decoder;
        std::vector<Key> keys;
        for (std::size_t at = 0; at < bytes.size(); at += portion) {
            const auto more = decoder.feed(std::string_view{bytes}.substr(at, portion));
            keys.insert(keys.end(), more.begin(), more.end());
        }
        REQUIRE(keys.size() == 3);
        CHECK(keys[1].kind == Key::Kind::Paste);
        CHECK(keys[1].text == text + "\nb");
    }
}

TEST_CASE("keys: a character cut in two waits for its other half", "[term]") {
    KeyDecoder decoder;
    CHECK(decoder.feed("\xE6\xB8").empty());
    CHECK(decoder.pending());
    CHECK(names(decoder.feed("\xA9")) == "温");
    CHECK_FALSE(decoder.pending());
}

TEST_CASE("keys: names are read back, and nonsense is not", "[term]") {
    for (const auto* name :
         {"1", "space", "ctrl-e", "pgdn", "alt-left", "shift-tab", "ctrl-c", "?", "-", "enter"}) {
        CAPTURE(name);
        REQUIRE(key_named(name).has_value());
        CHECK(name_of(*key_named(name)) == name);
    }
    CHECK_FALSE(key_named("hyper-x").has_value());
    CHECK_FALSE(key_named("").has_value());
}

TEST_CASE("keys: an input method's fullwidth digits and blank are commands too", "[term]") {
    CHECK(name_of(narrowed(*key_named("３"))) == "3");
    CHECK(name_of(narrowed(*key_named("\u3000"))) == "space");
    CHECK(name_of(narrowed(*key_named("？"))) == "?");
    CHECK(name_of(narrowed(*key_named("温"))) == "温");
}

}  // namespace
}  // namespace wengu
