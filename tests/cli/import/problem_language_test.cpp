// What an import complains about is said in the language of whoever reads it, not of whoever
// ran the import.

#include "library/import/reading.h"
#include "store/import.h"
#include "support/in_chinese.h"
#include "support/temp_dir.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <memory>

namespace wengu {
namespace {

/// A collection that knows the problems of this note.
std::unique_ptr<Store> collection_of(const std::string& text) {
    const test::TempDir folder;
    const auto path = folder.write("a.md", text).string();
    const auto file = read_note({.path = path, .deck = "d"}, Words::built_in(), "");
    auto store = std::make_unique<Store>(":memory:");
    store::Import import{*store, {}};
    import.put_problems("a.md", file.problems);
    import.commit();
    return store;
}

std::string words(const Store& store) {
    std::string all;
    for (const auto& problem : store::problems(store)) {
        all += problem.message.text() + "\n    " + problem.hint.text() + "\n";
    }
    return all;
}

constexpr const char* kBroken =
    "---\ntags: [a, b\nmastery_level: 35\n---\n# A\n\n## Why?\n\n```\nnever closed\n\n## "
    "More\n\nText.\n";
constexpr const char* kEnglish =
    "the value of tags has a [ that is never closed\n"
    "    add the ]; until then the value counts as missing\n"
    "mastery_level \"35\" is not a number from 0 to 1\n"
    "    did you mean 0.35?\n"
    "this code block is never closed\n"
    "    close it with the marks that open it\n";

}  // namespace

TEST_CASE("problems: of an English import are told in Chinese, and the other way round", "[cli]") {
    auto store = collection_of(kBroken);
    CHECK(words(*store) == kEnglish);
    const auto chinese = [&] {
        const test::InChinese in_chinese;
        return words(*store);
    }();
    CHECK(chinese.find("tags 的值里有一个 [ 没有闭合") == 0);
    CHECK(chinese.find("code block") == std::string::npos);
    {
        const test::InChinese in_chinese;
        store = collection_of(kBroken);
        CHECK(words(*store) == chinese);
    }
    CHECK(words(*store) == kEnglish);
}

}  // namespace wengu
