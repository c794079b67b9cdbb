#pragma once
// Work on all cores, its results taken one by one in order.

#include <algorithm>
#include <array>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace wengu {

/// Makes results 0, 1, 2... on other threads, ahead of whoever takes them; a few dozen are held
/// at most. `make` is called from several threads at once, for each index once, and must not
/// throw.
template <typename Result>
class InOrder {
public:
    using Make = std::function<Result(std::size_t)>;

    InOrder(std::size_t count, Make make) : count_{count}, make_{std::move(make)} {
        const auto cores = std::max(1U, std::thread::hardware_concurrency());
        for (unsigned i = 1; i < cores && count >= kWorthAThread; ++i) {
            helpers_.emplace_back([this] { help(); });
        }
    }
    InOrder(const InOrder&) = delete;
    InOrder& operator=(const InOrder&) = delete;
    ~InOrder() {
        const std::lock_guard lock{mutex_};
        next_ = count_;
        room_.notify_all();
    }

    /// The next one. While it is not there, this thread works too. Requires: not all are taken.
    Result take() {
        std::unique_lock lock{mutex_};
        auto& slot = slots_[taken_ % kMostHeld];
        while (!slot) {
            if (has_room()) {
                make_one(lock);
            } else {
                ready_.wait(lock);
            }
        }
        Result result = std::move(*slot);
        slot.reset();
        ++taken_;
        room_.notify_one();
        return result;
    }

private:
    static constexpr std::size_t kMostHeld = 64;
    /// Below this many results a second thread costs more than it brings.
    static constexpr std::size_t kWorthAThread = 16;

    [[nodiscard]] bool has_room() const { return next_ < count_ && next_ < taken_ + kMostHeld; }

    void make_one(std::unique_lock<std::mutex>& lock) {
        const auto index = next_++;
        lock.unlock();
        auto result = make_(index);
        lock.lock();
        slots_[index % kMostHeld] = std::move(result);
        ready_.notify_one();
    }

    void help() {
        std::unique_lock lock{mutex_};
        while (true) {
            room_.wait(lock, [this] { return next_ >= count_ || has_room(); });
            if (next_ >= count_) return;
            make_one(lock);
        }
    }

    std::size_t count_;
    Make make_;
    std::mutex mutex_;
    std::condition_variable ready_;
    std::condition_variable room_;
    std::size_t next_ = 0;   ///< The first that nobody works on yet.
    std::size_t taken_ = 0;  ///< So many were taken.
    std::array<std::optional<Result>, kMostHeld> slots_;
    std::vector<std::jthread> helpers_;  // last: they end before the rest goes
};

}  // namespace wengu
