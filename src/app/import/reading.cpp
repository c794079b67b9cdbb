#include "app/import/reading.h"

#include "app/outside/files.h"
#include "core/hash.h"
#include "notes/encoding.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace wengu {
namespace {

/// Below this many files a second thread costs more than it brings.
constexpr std::size_t kWorthAThread = 16;

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
             .message = say("this is not text in {}", encoding),
             .hint = tr("try another --encoding, such as GB18030, Big5 or UTF-16LE")});
    }
    return text;
}

/// Ten thousand notes may be held at once.
void release_text(ReadFile& file) {
    file.note.body = {};
    file.split.explanations = {};
    file.split.drafts.shrink_to_fit();
    for (auto& draft : file.split.drafts) draft.points.shrink_to_fit();
}

}  // namespace

Words words_of(const Context& context) {
    Words words = Words::built_in();
    const auto own = context.config_folder() / "words.txt";
    std::error_code missing;
    if (std::filesystem::exists(own, missing)) words.extend(read_file(own));
    return words;
}

ReadFile read_note(const FoundFile& file, const Words& words, const std::string& encoding) {
    ReadFile result{.file = file};
    std::optional<std::string> text;
    try {
        auto bytes = read_file(file.path);
        result.hash = hash64(bytes);
        text = text_of(std::move(bytes), file, encoding, result.problems);
    } catch (const Error& error) {
        result.problems.push_back({.path = file.path, .message = error.what()});
    }
    if (!text) return result;
    result.readable = true;
    result.note = read(*text, file.path);
    result.split = split(result.note, title_of(file.path), words);
    add_points(result.split.drafts);
    result.problems = result.note.problems;
    result.problems.insert(result.problems.end(), result.split.problems.begin(),
                           result.split.problems.end());
    return result;
}

std::vector<ReadFile> read_notes(const std::vector<FoundFile>& files, const Words& words,
                                 const std::string& encoding, Keep keep, const Reading& reading) {
    std::vector<ReadFile> results(files.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&](const Reading& tell) {
        for (auto i = next++; i < files.size(); i = next++) {
            results[i] = read_note(files[i], words, encoding);
            if (keep == Keep::Cards) release_text(results[i]);
            if (tell) tell(std::min(next.load(), files.size()), files[i]);
        }
    };
    std::vector<std::jthread> helpers;
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 1; i < cores && files.size() >= kWorthAThread; ++i)
        helpers.emplace_back([&work] { work({}); });
    work(reading);
    helpers.clear();
    return results;
}

}  // namespace wengu
