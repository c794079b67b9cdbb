#pragma once
// A note's body laid out for reading: its blocks in a row as a reader meets
// them, its headings as sections, its folds. No opinion about cards yet.

#include "cards/wording.h"
#include "core/card.h"
#include "core/text.h"

#include <array>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

enum class PartKind : char { Heading, Text, Bold, Item, Code, Math, Html, Table, Quote, Rule };
inline constexpr std::size_t kPartKinds = static_cast<std::size_t>(PartKind::Rule) + 1;

/// One block, or one line of a paragraph that stands out. Items and quotes are
/// followed by the parts they hold.
struct Part {
    PartKind kind = PartKind::Text;
    Asking asks = Asking::No;          ///< Heading, Bold, Item: how its text asks.
    Asking asks_in_list = Asking::No;  ///< The same by the stricter measure for items.
    bool ordered = false;              ///< Item.
    bool task = false;                 ///< Item with a check box.
    bool opens = false;                ///< The first thing in its item.
    bool quoted = false;               ///< Inside a quote.
    LineRange lines;                   ///< With everything nested.
    int own_last = 0;                  ///< Item: last line of its own first paragraph.
    int end = 0;                       ///< Index of the first part after the nested ones.
    int parent = -1;                   ///< Index of the Item or Quote that holds it; -1 outside.
    int section = 0;                   ///< Index of the section it stands in.
    int depth = 0;                     ///< Number of list items it stands in.
    int level = 0;                     ///< Heading.
    std::string_view text{};           ///< Heading, Bold, Item: cleaned; its number is kept.
    std::string_view asked{};          ///< What `text` asks, without number or mark.
    std::string_view rest{};           ///< Bold: what follows on the same line, cleaned.
    std::string_view series{};         ///< Bold: see `series_of`.
};

/// A heading with everything up to the next one of its rank. Section 0 is the
/// whole page and has no heading.
struct Section {
    int part = -1;
    int rank = 0;
    int parent = -1;
    LineRange lines;           ///< From the heading to the end.
    int body_first = 1;        ///< First line after the heading.
    std::string_view title{};  ///< Cleaned, without number.
    std::string_view key{};    ///< For word lists.
    std::vector<int> children{};
};

/// <details>: a summary and what it hides.
struct Fold {
    LineRange lines;
    LineRange summary_lines{};
    LineRange content{};    ///< Empty when nothing is inside.
    std::string summary{};  ///< Cleaned.
    bool nested = false;
};

/// A line of running text, outside code, formulas and tables.
struct TextLine {
    int line = 0;
    int part = 0;
    std::string_view words;  ///< Without indentation, quote marks and list marker.
};

/// The views in its parts and sections are of its text or of texts it keeps.
class Page {
public:
    /// `first_line` is the number of the first line of `text` in its file.
    Page(std::string_view text, int first_line, const Words& words);
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    [[nodiscard]] std::span<const Part> parts() const { return parts_; }
    /// The indices of all parts of one kind, in order.
    [[nodiscard]] std::span<const int> parts_of(PartKind kind) const {
        return by_kind_[static_cast<std::size_t>(kind)];
    }
    [[nodiscard]] std::span<const Section> sections() const { return sections_; }
    [[nodiscard]] std::span<const Fold> folds() const { return folds_; }
    [[nodiscard]] const Part& part(int index) const {
        return parts_[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Section& section(int index) const {
        return sections_[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] int part_count() const { return static_cast<int>(parts_.size()); }
    [[nodiscard]] int section_count() const { return static_cast<int>(sections_.size()); }

    /// All lines of running text, in order.
    [[nodiscard]] std::span<const TextLine> text_lines() const { return text_lines_; }

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] int first_line() const { return first_line_; }
    [[nodiscard]] int last_line() const {
        return first_line_ + static_cast<int>(lines_.size()) - 1;
    }
    [[nodiscard]] std::string_view line(int number) const {
        const auto index = static_cast<std::size_t>(number - first_line_);
        return index < lines_.size() ? lines_[index] : std::string_view{};
    }
    /// The line without indentation, quote marks and list marker.
    [[nodiscard]] std::string_view words_of(int number) const;
    [[nodiscard]] bool is_blank(int number) const;
    /// Whether the line belongs to code, a formula or a table.
    [[nodiscard]] bool is_opaque(int number) const {
        const auto index = static_cast<std::size_t>(number - first_line_);
        return index < opaque_.size() && opaque_[index] != 0;
    }
    /// The section a line stands in.
    [[nodiscard]] int section_at(int number) const;
    /// Lines as they stand in the source, the indentation they share taken off.
    [[nodiscard]] std::string slice(LineRange range) const;
    /// An item's or a bold line's own words in the source, its marker taken off. Words of
    /// several lines are put together in `joined`.
    [[nodiscard]] std::string_view own_words(const Part& part, std::string& joined) const;

    /// The first line of a fence that is never closed; 0 if all are.
    [[nodiscard]] int unclosed_fence() const { return unclosed_fence_; }

private:
    friend class PageBuilder;

    /// A copy of `text` that lives as long as the page.
    std::string_view keep(std::string_view text);

    std::string_view text_;
    SourceLines lines_;
    std::vector<TextLine> text_lines_;
    int first_line_;
    std::vector<Part> parts_;
    std::array<std::vector<int>, kPartKinds> by_kind_;  ///< Indices of parts.
    std::vector<Section> sections_;
    std::vector<Fold> folds_;
    std::vector<char> opaque_;          ///< By line.
    std::vector<int> section_of_line_;  ///< By line.
    std::deque<std::string> kept_;      ///< Does not move what it holds.
    int unclosed_fence_ = 0;
};

/// "Year 3-5：…", "第1年：…", "方案A：…", "2. …": what is the same in all lines of such a
/// series, numbers left out; empty if the text is not one of a series.
[[nodiscard]] std::string series_of(std::string_view text);

/// A line that begins with bold text: what is bold, and what follows it.
struct BoldLine {
    std::string_view bold;
    std::string_view rest;
    bool alone = false;  ///< Nothing but decoration follows.
};

[[nodiscard]] std::optional<BoldLine> bold_line(std::string_view text);

}  // namespace wengu
