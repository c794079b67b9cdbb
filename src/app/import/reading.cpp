#include "app/import/reading.h"

#include "app/outside/files.h"
#include "app/outside/in_order.h"
#include "core/hash.h"
#include "notes/encoding.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace wengu {
namespace {

std::string title_of(const std::string& path) {
    return std::filesystem::path{path}.stem().string();
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
             .message = said("this is not text in {}", encoding),
             .hint = said("try another --encoding, such as GB18030, Big5 or UTF-16LE")});
    }
    return text;
}

}  // namespace

Words words_of(const Context& context) {
    Words words = Words::built_in();
    const auto own = context.config_folder() / "words.txt";
    std::error_code missing;
    if (std::filesystem::exists(own, missing)) words.extend(read_file(own));
    return words;
}

ReadFile read_note(const FoundFile& file, const Words& words, const std::string& encoding,
                   const Wanted& wanted) {
    ReadFile result{.file = file};
    std::optional<std::string> text;
    try {
        auto bytes = read_file(file.path);
        result.hash = hash64(bytes);
        text = text_of(std::move(bytes), file, encoding, result.problems);
    } catch (const Error& error) {
        result.problems.push_back({.path = file.path, .message = error.said()});
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
