#include "library/import/reading.h"

#include "core/hash.h"
#include "library/files.h"
#include "library/import/in_order.h"
#include "notes/encoding.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

namespace wengu {
namespace {

/// The file's name; that of its folder where the file's says only that it comes first there.
std::string title_of(const std::string& path) {
    constexpr std::array<std::string_view, 4> kFirstFiles{"index", "_index", "readme", "README"};
    const std::filesystem::path file{path};
    auto name = file.stem().string();
    const bool first = std::ranges::find(kFirstFiles, name) != kFirstFiles.end();
    return first && file.has_parent_path() ? file.parent_path().filename().string() : name;
}

/// The text of the file in UTF-8, or nothing and a problem.
std::optional<std::string> text_of(std::string bytes, const FoundFile& file,
                                   const std::string& encoding, std::vector<Problem>& problems) {
    const auto guess = guess_encoding(bytes);
    if (guess.valid) return bytes;
    if (encoding.empty()) {
        problems.push_back(encoding_problem(file.path, guess));
        return std::nullopt;
    }
    auto text = to_utf8(bytes, encoding);
    if (!text) {
        problems.push_back(
            {.path = file.path,
             .message = localized("this is not text in {}", encoding),
             .hint = localized("try another --encoding, such as GB18030, Big5 or UTF-16LE")});
    }
    return text;
}

/// What the user's words.txt says; empty without one.
std::string own_words(const Environment& environment) {
    const auto path = environment.config_folder() / "words.txt";
    std::error_code missing;
    return file_exists(path) ? read_file(path) : std::string{};
}

}  // namespace

Words words_of(const Environment& environment) {
    Words words = Words::built_in();
    words.extend(own_words(environment));
    return words;
}

std::int64_t reading_fingerprint(const Environment& environment, bool all) {
    const auto hash = hash64(own_words(environment), rules_version());
    return static_cast<std::int64_t>((hash & ~std::uint64_t{1}) | (all ? 1 : 0));
}

bool suffices(std::int64_t before, std::int64_t wanted) {
    return before == wanted || before == (wanted | 1);
}

ReadFile read_note(const FoundFile& file, const Words& words, const std::string& encoding,
                   const Wanted& wanted) {
    ReadFile result{.file = file};
    std::optional<std::string> text;
    try {
        auto bytes = read_regular_file(file.path);
        result.hash = hash64(bytes);
        text = text_of(std::move(bytes), file, encoding, result.problems);
    } catch (const Error& error) {
        result.problems.push_back({.path = file.path, .message = error.localized()});
    }
    if (!text) return result;
    result.readable = true;
    result.note = read(*text, file.path);
    result.split = split(result.note, title_of(file.path), words, wanted.explaining);
    if (wanted.points == Points::Now) add_points(result.split.drafts);
    result.problems = result.note.problems;
    std::ranges::copy(result.split.problems, std::back_inserter(result.problems));
    return result;
}

void read_notes(const std::vector<FoundFile>& files, const Words& words,
                const std::string& encoding, const Wanted& wanted,
                const std::function<void(ReadFile&&)>& take) {
    InOrder<ReadFile> read{
        files.size(), [&](std::size_t i) { return read_note(files[i], words, encoding, wanted); }};
    for (std::size_t i = 0; i < files.size(); ++i) take(read.take());
}

}  // namespace wengu
