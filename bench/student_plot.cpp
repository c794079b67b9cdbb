// Five years of a simulated student, with SM-2 and with FSRS: a plot and a table.
//
//   student_plot docs/student.svg      the plot to the file, the table to standard output
#include "student.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>

namespace wengu::student {
namespace {

/// A memory that FSRS's defaults do not describe: the parameters that fsrs-rs
/// fits to the public review log in py-fsrs's tests (12,580 reviews).
constexpr fsrs::Params kReal{0.1726, 0.8326, 2.4851, 6.3079, 6.5383, 0.5241, 3.1816,
                             0.0269, 1.6629, 0.2612, 0.6194, 1.5809, 0.0423, 0.3833,
                             1.798,  0.6014, 1.8729, 0.8313, 0.1011, 0.1463, 0.2433};

struct Line {
    std::string name;
    std::string colour;
    Result result;
};

struct Column {
    std::string title;
    std::vector<Line> lines;
};

struct Panel {
    std::string title;
    std::function<double(const Month&)> value;
    double bottom = 0;
    double top = 1;
    int ticks = 4;
};

constexpr double kWidth = 380;
constexpr double kHeight = 150;
constexpr double kLeft = 52;
constexpr double kTop = 62;
constexpr double kGap = 46;

std::string text(double x, double y, const std::string& words, const char* anchor = "start",
                 int size = 12) {
    return fmt::format(
        "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"{}\">{}</text>\n", x, y,
        size, anchor, words);
}

std::string frame(double x, double y, const Panel& panel) {
    std::string svg = text(x, y - 8, panel.title);
    for (int i = 0; i <= panel.ticks; ++i) {
        const double level = y + kHeight * (1 - static_cast<double>(i) / panel.ticks);
        svg += fmt::format("<path d=\"M{:.1f} {:.1f}h{:.1f}\" stroke=\"#d8d8d8\"/>\n", x, level,
                           kWidth);
        svg +=
            text(x - 6, level + 4,
                 fmt::format("{:g}", panel.bottom + (panel.top - panel.bottom) * i / panel.ticks),
                 "end", 11);
    }
    for (int year = 0; year <= 5; ++year) {
        svg += text(x + kWidth * year / 5, y + kHeight + 16, fmt::format("{}", year), "middle", 11);
    }
    return svg;
}

std::string curve(double x, double y, const Panel& panel, const Line& line) {
    std::string points;
    const auto count = static_cast<double>(line.result.months.size());
    for (std::size_t i = 0; i < line.result.months.size(); ++i) {
        const double value =
            std::clamp(panel.value(line.result.months[i]), panel.bottom, panel.top) - panel.bottom;
        points += fmt::format("{:.1f},{:.1f} ", x + kWidth * (static_cast<double>(i) + 0.5) / count,
                              y + kHeight * (1 - value / (panel.top - panel.bottom)));
    }
    return fmt::format(
        "<polyline points=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\"/>\n", points,
        line.colour);
}

std::vector<Panel> panels() {
    return {{.title = "reviews a day",
             .value = [](const Month& m) { return m.reviews_per_day; },
             .top = 200},
            {.title = "share of reviews recalled",
             .value = [](const Month& m) { return m.recalled; },
             .bottom = 0.7,
             .ticks = 3},
            {.title = "true recall over all cards, unseen ones as 0",
             .value = [](const Month& m) { return m.true_recall; },
             .ticks = 5},
            {.title = "mastery as reported",
             .value = [](const Month& m) { return m.mastery; },
             .ticks = 5}};
}

std::string plot(const std::vector<Column>& columns) {
    const auto rows = panels();
    const double width = kLeft + static_cast<double>(columns.size()) * (kWidth + kLeft);
    const double height = kTop + static_cast<double>(rows.size()) * (kHeight + kGap);
    std::string svg = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" "
        "width=\"{0:.0f}\" "
        "height=\"{1:.0f}\" font-family=\"sans-serif\" fill=\"#333\">\n"
        "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n",
        width, height);
    double x = kLeft;
    for (const auto& column : columns) {
        svg += text(x, 20, column.title, "start", 14);
        double y = kTop;
        for (const auto& panel : rows) {
            svg += frame(x, y, panel);
            for (const auto& line : column.lines) svg += curve(x, y, panel, line);
            y += kHeight + kGap;
        }
        double key = x + kWidth;
        for (const auto& line : column.lines) {
            svg += fmt::format("<g fill=\"{}\">{}</g>", line.colour,
                               text(key, 20, line.name, "end", 13));
            key -= 60;
        }
        x += kWidth + kLeft;
    }
    return svg + text(kLeft, height - 6, "years") + "</svg>\n";
}

void print_table(const std::vector<Column>& columns) {
    fmt::print(
        "| student | scheduler | reviews | minutes a day | recalled | true recall at the end | "
        "mastery at the end | mastered | of these recalled after 30 days |\n"
        "|---|---|---:|---:|---:|---:|---:|---:|---:|\n");
    for (const auto& column : columns) {
        for (const auto& line : column.lines) {
            const auto& result = line.result;
            const auto& last = result.months.back();
            const double days = static_cast<double>(result.months.size()) * 30;
            fmt::print(
                "| {} | {} | {:.0f} | {:.1f} | {:.3f} | {:.3f} | {:.3f} | {:.0f} % | {:.3f} |\n",
                column.title, line.name, result.reviews, result.minutes / days, result.recalled,
                last.true_recall, last.mastery, result.mastered * 100, result.mastered_holds);
        }
    }
}

std::vector<Column> run_all() {
    std::vector<Column> columns{{.title = "a memory like FSRS's defaults", .lines = {}},
                                {.title = "a memory fitted to a real log", .lines = {}}};
    const std::vector<fsrs::Params> truths{fsrs::kDefaults, kReal};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const auto algorithm : {Algorithm::Fsrs, Algorithm::Sm2}) {
            const bool sm2 = algorithm == Algorithm::Sm2;
            columns[i].lines.push_back(
                {.name = sm2 ? "SM-2" : "FSRS",
                 .colour = sm2 ? "#c0561f" : "#1f62b0",
                 .result = study({.algorithm = algorithm, .truth = truths[i]})});
        }
    }
    return columns;
}

}  // namespace
}  // namespace wengu::student

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: student_plot FILE.svg\n");
        return 2;
    }
    const auto columns = wengu::student::run_all();
    std::ofstream{argv[1]} << wengu::student::plot(columns);
    wengu::student::print_table(columns);
    return 0;
}
