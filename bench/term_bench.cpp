// From a key to a picture: laying out an answer and drawing the review screen.
//
// The answer is a whole note of the starter decks, once and four times over:
// longer than any answer that a person would want to be asked for.

#include "term/markdown_view.h"
#include "tui/screens/review_screen.h"

#include <benchmark/benchmark.h>

#include <fstream>
#include <sstream>

namespace wengu {
namespace {

std::string note() {
    std::ostringstream text;
    text << std::ifstream{WENGU_SOURCE_DIR "/decks/zh/huancun-yizhixing.md"}.rdbuf();
    return text.str();
}

ReviewView long_answer(int times) {
    ReviewView view;
    view.position = 12;
    view.total = 42;
    view.front = "数据库和缓存双写，怎样保证最终一致？";
    for (int i = 0; i < times; ++i) view.back += note();
    view.revealed = true;
    return view;
}

void lay_out(benchmark::State& state) {
    const auto text = long_answer(static_cast<int>(state.range(0))).back;
    for (auto _ : state) {
        benchmark::DoNotOptimize(markdown_lines(text, {.width = 76}, {}));
    }
    state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
    state.counters["bytes"] = static_cast<double>(text.size());
}
BENCHMARK(lay_out)->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond);

/// Everything between a key and the bytes for the terminal.
void key_to_picture(benchmark::State& state) {
    auto view = long_answer(static_cast<int>(state.range(0)));
    const ScreenOptions options{.size = {80, 24}};
    const auto theme = *theme_named("auto");
    for (auto _ : state) {
        view.top = (view.top + 1) % 100;
        std::string bytes;
        for (const auto& line : review_picture(view, options).lines) {
            bytes += encoded_in_place(line, theme, options.widths);
        }
        benchmark::DoNotOptimize(bytes);
    }
}
BENCHMARK(key_to_picture)->Arg(1)->Arg(4)->Unit(benchmark::kMillisecond);

void editor_key(benchmark::State& state) {
    LineEditor editor;
    editor.insert(note());
    for (auto _ : state) {
        editor.press({.kind = Key::Kind::Text, .text = "温"});
        benchmark::DoNotOptimize(editor.view({.columns = 78, .rows = 12}, {}));
    }
}
BENCHMARK(editor_key)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wengu

BENCHMARK_MAIN();
