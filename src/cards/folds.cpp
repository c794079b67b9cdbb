// Finds <details> in a page. HTML blocks and Markdown alternate inside them, so
// they are found line by line, outside code and tables.

#include "cards/none.h"
#include "cards/page_builder.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::size_t find_tag(std::string_view line, std::string_view tag, std::size_t from = 0) {
    for (auto at = line.find('<', from); at != kNone; at = line.find('<', at + 1)) {
        const auto found = line.substr(at, tag.size());
        if (found.size() == tag.size() &&
            std::equal(found.begin(), found.end(), tag.begin(),
                       [](char a, char b) { return lower(a) == b; })) {
            return at;
        }
    }
    return kNone;
}

/// Walks the lines of a page and keeps the folds that are open.
class FoldFinder {
public:
    explicit FoldFinder(const Page& page) : page_(page) {}

    std::vector<Fold> run() {
        for (int n = page_.first_line(); n <= page_.last_line(); ++n) {
            if (page_.is_opaque(n) || page_.line(n).find('<') == kNone) {
                if (in_summary_) summary_ += std::string{" "}.append(trim(page_.line(n)));
                continue;
            }
            take(n, page_.line(n));
        }
        while (!open_.empty()) close(page_.last_line(), page_.last_line());
        std::ranges::sort(folds_, {}, [](const Fold& fold) { return fold.lines.first; });
        return std::move(folds_);
    }

private:
    void take(int n, std::string_view line) {
        if (find_tag(line, "<details") != kNone) open(n);
        if (const auto start = find_tag(line, "<summary"); start != kNone) {
            // A summary without its <details>, or a second one: the opener is missing.
            if (open_.empty() || has_summary()) open(n);
            open_.back().summary_lines = {n, n};
            in_summary_ = true;
            summary_.clear();
            const auto text = line.find('>', start);
            line = text == kNone ? std::string_view{} : line.substr(text + 1);
        }
        if (in_summary_) take_summary(n, line);
        if (find_tag(line, "</details") != kNone && !open_.empty()) {
            const auto before = trim(line.substr(0, find_tag(line, "</details")));
            close(n, clean_text(before).empty() ? n - 1 : n);
        }
    }

    bool has_summary() const { return !open_.back().summary_lines.empty(); }

    void take_summary(int n, std::string_view line) {
        const auto end = find_tag(line, "</summary");
        summary_ += std::string{summary_.empty() ? "" : " "}.append(trim(line.substr(0, end)));
        if (end == kNone && n - open_.back().summary_lines.first < 40) return;
        in_summary_ = false;
        auto& fold = open_.back();
        fold.summary_lines.last = n;
        fold.summary = clean_text(summary_);
        const auto rest = end == kNone
                              ? std::string_view{}
                              : line.substr(std::min(line.size(), line.find('>', end) + 1));
        fold.content.first = clean_text(rest).empty() ? n + 1 : n;
    }

    void open(int n) {
        in_summary_ = false;
        open_.push_back({.lines = {n, n}});
        open_.back().nested = open_.size() > 1;
        if (open_.size() > 64) open_.erase(open_.begin());
    }

    void close(int last, int content_last) {
        auto fold = std::move(open_.back());
        open_.pop_back();
        in_summary_ = false;
        fold.lines.last = last;
        if (fold.summary_lines.empty()) return;
        const bool begun = !fold.content.empty();  // its summary has ended
        fold.content.last = content_last;
        if (!begun || fold.content.last < fold.content.first) fold.content = {};
        folds_.push_back(std::move(fold));
    }

    const Page& page_;
    std::vector<Fold> open_;
    std::vector<Fold> folds_;
    bool in_summary_ = false;
    std::string summary_;
};

/// A fold that is never closed ends at the next heading that is no answer's.
void end_open_folds(std::vector<Fold>& folds, const Page& page) {
    for (auto& fold : folds) {
        if (fold.content.empty() || fold.lines.last < page.last_line()) continue;
        if (find_tag(page.line(fold.lines.last), "</details") != kNone) continue;
        for (int i = 1; i < page.section_count(); ++i) {
            const int heading = page.section(i).lines.first;
            if (heading <= fold.lines.first) continue;
            fold.lines.last = heading - 1;
            fold.content.last = heading - 1;
            if (fold.content.last < fold.content.first) fold.content = {};
            break;
        }
    }
}

}  // namespace

std::vector<Fold> find_folds(const Page& page) {
    if (find_tag(page.text(), "<summary") == kNone) return {};
    auto folds = FoldFinder{page}.run();
    end_open_folds(folds, page);
    return folds;
}

}  // namespace wengu
