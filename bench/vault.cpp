#include "vault.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string_view>

namespace wengu::bench {
namespace {

using Words = std::string_view;

constexpr std::array kThings = {
    "缓存",     "消息队列", "连接池",     "线程池",     "事务日志",   "索引",       "主从复制",
    "分布式锁", "限流器",   "熔断器",     "负载均衡",   "服务网关",   "配置中心",   "注册中心",
    "协程",     "内存池",   "自旋锁",     "读写锁",     "跳表",       "布隆过滤器", "一致性哈希",
    "快照",     "检查点",   "心跳",       "幂等键",     "时间轮",     "环形缓冲区", "页缓存",
    "零拷贝",   "系统调用", "上下文切换", "虚拟内存",   "垃圾回收",   "引用计数",   "智能指针",
    "移动语义", "虚函数表", "模板实例化", "编译单元",   "链接器",     "注意力机制", "梯度裁剪",
    "学习率",   "批归一化", "词向量",     "采样温度",   "量化",       "蒸馏",       "推理引擎",
    "算子融合", "显存碎片", "张量并行",   "流水线并行", "检查点重算", "数据倾斜",   "小文件",
    "窗口函数", "物化视图", "慢查询",     "死锁"};
constexpr std::array kEnglishThings = {"cache",
                                       "message queue",
                                       "connection pool",
                                       "thread pool",
                                       "write-ahead log",
                                       "B+ tree",
                                       "replica",
                                       "lease",
                                       "rate limiter",
                                       "circuit breaker",
                                       "load balancer",
                                       "gateway",
                                       "coroutine",
                                       "arena",
                                       "spinlock",
                                       "skip list",
                                       "Bloom filter",
                                       "snapshot",
                                       "heartbeat",
                                       "idempotency key",
                                       "timer wheel",
                                       "ring buffer",
                                       "page cache",
                                       "system call",
                                       "page table",
                                       "garbage collector",
                                       "vtable",
                                       "linker",
                                       "attention head",
                                       "gradient",
                                       "tokenizer",
                                       "scheduler",
                                       "kernel",
                                       "batch",
                                       "shard"};
constexpr std::array kAspects = {"吞吐量", "延迟",     "一致性",   "可用性", "内存占用", "故障恢复",
                                 "扩容",   "可观测性", "公平性",   "安全性", "写放大",   "冷启动",
                                 "回滚",   "容量规划", "灰度发布", "成本"};
constexpr std::array kVerbs = {"提高", "保证", "牺牲", "拖慢", "隔离", "估算", "验证", "降低",
                               "监控", "限制", "绕过", "推迟", "合并", "拆开", "压测", "记录"};
constexpr std::array kCauses = {
    "网络抖动时重试会成倍放大请求",         "热点数据集中在少数几个节点上",
    "锁的粒度太粗，等待排成了长队",         "后台任务和前台请求抢同一块磁盘",
    "超时设得比下游还短，结果两边都在白做", "写入先落在内存里，断电就会丢一小段",
    "统计口径不一样，两个数字对不上",       "老版本的客户端还在发旧格式的数据",
    "批次太大，偶尔会撞上内存上限",         "时钟不同步，先后顺序判断错了",
    "一个租户的高峰把别人的配额吃光了",     "序列化占掉了一半以上的处理时间"};
constexpr std::array kRemedies = {
    "先量出基线，再一次只改一个参数",       "把长任务切成小段，中间让出执行权",
    "给每个调用方单独的配额和队列",         "用版本号做条件更新，冲突了就重读",
    "在入口处挡住重复请求，键由业务给出",   "把冷热数据分开存放，热的留在内存",
    "失败时退回到旧值，并且明确告诉用户",   "预先分配好空间，运行时不再申请",
    "用异步刷盘换吞吐，同时缩短刷盘间隔",   "让副本先追上日志，再把流量切过去",
    "写清楚上限，超过时立刻拒绝而不是排队", "每周演练一次故障，把步骤写进手册"};
constexpr std::array kEnglishCauses = {
    "retries multiply the load exactly when the network is worst",
    "a few hot keys live on one node",
    "the lock is held across a slow call",
    "background work competes for the same disk",
    "the timeout is shorter than the one below it",
    "two counters are read at different moments",
    "old clients still send the former format",
    "one tenant's peak eats everybody's quota",
    "the batch sometimes hits the memory limit"};
constexpr std::array kEnglishRemedies = {
    "measure a baseline, then change one thing at a time",
    "cut long work into pieces that can yield",
    "give each caller a quota and a queue of its own",
    "update on a version number and read again after a conflict",
    "keep hot and cold data apart",
    "reject early instead of queueing without end",
    "let the replica catch up before traffic moves",
    "allocate up front and never on the hot path"};

/// Draws from the lists above; std distributions differ between libraries.
class Writer {
public:
    explicit Writer(std::uint32_t seed) : random_{seed} {}

    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

    template <std::size_t Size>
    Words one_of(const std::array<const char*, Size>& words) {
        return words[random_() % Size];
    }

    std::string question(int number) {
        switch (below(5)) {
            case 0:
                return fmt::format("{}怎样{}{}的{}？", one_of(kThings), one_of(kVerbs),
                                   one_of(kThings), one_of(kAspects));
            case 1:
                return fmt::format("为什么{}和{}放在一起会影响{}？", one_of(kThings),
                                   one_of(kThings), one_of(kAspects));
            case 2:
                return fmt::format("线上的{}出现第 {} 类{}问题，你先看什么？", one_of(kThings),
                                   number, one_of(kAspects));
            case 3:
                return fmt::format("What does a {} cost when a {} fails, and who pays for {}?",
                                   one_of(kEnglishThings), one_of(kEnglishThings),
                                   one_of(kAspects));
            default:
                return fmt::format("Why would you put a {} in front of the {} ({}{})?",
                                   one_of(kEnglishThings), one_of(kEnglishThings), one_of(kVerbs),
                                   one_of(kAspects));
        }
    }

    std::string sentence() {
        if (below(4) == 0) {
            return fmt::format("With a {} the usual trouble is that {}; {}.",
                               one_of(kEnglishThings), one_of(kEnglishCauses),
                               one_of(kEnglishRemedies));
        }
        return fmt::format("{}的{}不够，多半是因为{}，所以要{}。", one_of(kThings),
                           one_of(kAspects), one_of(kCauses), one_of(kRemedies));
    }

    std::string point() {
        return fmt::format("- **{}{}**：{}\n", one_of(kVerbs), one_of(kAspects), one_of(kRemedies));
    }

    std::string answer() {
        std::string text = sentence() + "\n\n";
        for (int i = 1 + below(3); i > 0; --i) text += point();
        if (below(10) == 0) {
            text += fmt::format("\n```cpp\nauto limit = quota.of({}) / {};\n```\n", below(100),
                                below(9) + 2);
        }
        if (below(3) == 0) text += "\n" + sentence() + "\n";
        return text;
    }

    /// Every third note brings progress: its cards are due on one of eleven days, the
    /// first of which is the day of kVaultNow.
    std::string front_matter(int number) {
        const bool known = number % 3 == 0;
        const auto progress =
            known ? fmt::format(
                        "last_reviewed: '2026-02-{:02}'\nnext_review: '2026-03-{:02}'\n"
                        "review_count: {}\n",
                        below(28) + 1, number / 3 % 11 + 1, below(6) + 1)
                  : "last_reviewed: null\nnext_review: null\nreview_count: 0\n";
        return fmt::format(
            "---\ncreated: '2026-01-{:02}'\n{}difficulty: {}\nmastery_level: {}\ntags:\n"
            "- interview\n- {}\nrelated_outlines: []\n---\n\n",
            below(28) + 1, progress, below(2) == 0 ? "medium" : "hard", known ? "0.3" : "0.0",
            one_of(kAspects));
    }

private:
    std::mt19937 random_;
};

void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file{path, std::ios::binary};
    if (!(file << text).flush()) throw std::runtime_error{"cannot write " + path.string()};
}

}  // namespace

std::string note_text(int number, const VaultSize& size) {
    Writer writer{size.seed + static_cast<std::uint32_t>(number) * 2654435761U};
    std::string text = writer.front_matter(number);
    text += fmt::format("# {}与{}的取舍\n\n", writer.one_of(kThings), writer.one_of(kThings));
    for (int i = 0; i < size.cards_per_note; ++i) {
        if (i % 5 == 0) text += fmt::format("## {}\n\n", writer.one_of(kAspects));
        text += fmt::format("### {}\n\n{}\n", writer.question(number), writer.answer());
    }
    return text;
}

std::uintmax_t write_vault(const std::filesystem::path& folder, const VaultSize& size) {
    std::uintmax_t bytes = 0;
    for (int i = 0; i < size.notes; ++i) {
        const auto below = folder / fmt::format("topic-{:03}", i / 100);
        if (i % 100 == 0) std::filesystem::create_directories(below);
        const auto text = note_text(i, size);
        write_file(below / fmt::format("note-{:05}.md", i), text);
        bytes += text.size();
    }
    return bytes;
}

}  // namespace wengu::bench
