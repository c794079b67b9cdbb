// One answer held against the points of its card, and the start-up it needs.

#include "interview/coverage.h"

#include <benchmark/benchmark.h>

namespace wengu {
namespace {

std::vector<Point> eight_points() {
    std::vector<Point> points;
    for (const char* title : {"先更新数据库", "再删除缓存", "延迟双删", "订阅变更日志",
                              "设置过期时间", "重试要幂等", "监控不一致", "容忍短暂旧值"}) {
        Point point;
        point.title = title;
        point.detail = "并发读写时旧值可能写回，隔几百毫秒再处理一次，最坏五分钟内恢复";
        point.kind = "item";
        points.push_back(point);
    }
    return points;
}

/// About 400 characters, two minutes of speech, half Chinese and half English.
std::string spoken_answer() {
    std::string text;
    for (int i = 0; i < 4; ++i) {
        text +=
            "我会先写库再删缓存，因为并发的时候旧的值可能被写回来。隔几百毫秒再删一次，"
            "这样最坏也就是短时间不一致。I would also set a short expiry, and subscribe to the "
            "change log so that a consumer retries the delete. 另外要有监控。";
    }
    return text;
}

void cover_answer(benchmark::State& state) {
    const auto concepts = Concepts::built_in();
    const auto points = eight_points();
    std::string said;
    for (std::int64_t i = 0; i < state.range(0); ++i) said += spoken_answer();
    for (auto _ : state) {
        benchmark::DoNotOptimize(cover("缓存和数据库怎么保持一致？", points, said, concepts));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(said.size()));
}
BENCHMARK(cover_answer)->Arg(1)->Arg(10)->Arg(80)->Unit(benchmark::kMicrosecond);

void read_word_list(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(Concepts::built_in());
}
BENCHMARK(read_word_list)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace wengu

BENCHMARK_MAIN();
