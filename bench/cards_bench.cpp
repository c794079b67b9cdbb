// How fast notes are split, beside the bare Markdown parser on the same bytes.
// Run it on notes of your own: wengu_cards_bench NOTE... [--benchmark_...]; without any, the
// notes of the tests are used.

#include "cards/split.h"
#include "core/text.h"
#include "markdown/document.h"

#include <benchmark/benchmark.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace wengu {
namespace {

namespace fs = std::filesystem;

std::vector<Note>& notes() {
    static std::vector<Note> instance;
    return instance;
}

std::int64_t total_bytes() {
    std::int64_t bytes = 0;
    for (const auto& note : notes()) bytes += static_cast<std::int64_t>(note.body.size());
    return bytes;
}

void add_note(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{in}, {}};
    notes().push_back(read(text, path.string()));
}

/// The parser as any program would use it: a tree, and the tree given back.
void bare_parser(benchmark::State& state) {
    cmark_gfm_core_extensions_ensure_registered();
    for (auto _ : state) {
        for (const auto& note : notes()) {
            auto* parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
            for (const char* name : {"table", "strikethrough", "tasklist"}) {
                cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
            }
            cmark_parser_feed(parser, note.body.data(), note.body.size());
            auto* root = cmark_parser_finish(parser);
            benchmark::DoNotOptimize(root);
            cmark_node_free(root);
            cmark_parser_free(parser);
        }
    }
    state.SetBytesProcessed(state.iterations() * total_bytes());
}

void outline(benchmark::State& state) {
    for (auto _ : state) {
        for (const auto& note : notes()) benchmark::DoNotOptimize(parse_blocks(note.body));
    }
    state.SetBytesProcessed(state.iterations() * total_bytes());
}

/// As an import splits: without explanations.
Split split_only(const Note& note) {
    return split(note, "note", Words::built_in(), Explaining::No);
}

void splitting(benchmark::State& state) {
    for (auto _ : state) {
        for (const auto& note : notes()) benchmark::DoNotOptimize(split_only(note));
    }
    state.SetBytesProcessed(state.iterations() * total_bytes());
}

void splitting_with_points(benchmark::State& state) {
    for (auto _ : state) {
        for (const auto& note : notes()) {
            auto result = split_only(note);
            add_points(result.drafts);
            benchmark::DoNotOptimize(result);
        }
    }
    state.SetBytesProcessed(state.iterations() * total_bytes());
}

BENCHMARK(bare_parser);
BENCHMARK(outline);
BENCHMARK(splitting);
BENCHMARK(splitting_with_points);

}  // namespace
}  // namespace wengu

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    for (int i = 1; i < argc; ++i) wengu::add_note(argv[i]);
    if (wengu::notes().empty()) {
        for (const auto& entry : std::filesystem::directory_iterator{WENGU_BENCH_NOTES}) {
            if (entry.path().extension() == ".md") wengu::add_note(entry.path());
        }
    }
    benchmark::RunSpecifiedBenchmarks();
}
