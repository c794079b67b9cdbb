#pragma once
// Lays a parsed document out as a Page. Used by page.cpp alone.

#include "cards/page.h"
#include "markdown/document.h"

#include <set>

namespace wengu {

class PageBuilder {
public:
    PageBuilder(Page& page, const Words& words) : page_(page), words_(words) {}

    void build(std::string_view text);

private:
    /// Where a block stands.
    struct Place {
        int parent = -1;
        int depth = 0;
        bool quoted = false;
        bool opens = false;
    };

    [[nodiscard]] std::vector<Block> read_blocks(std::string_view text);

    void add_blocks(std::span<const Block> blocks, Place place);
    void add_block(const Block& block, Place place);
    void add_heading(const Block& block, Place place);
    void add_paragraph(LineRange lines, Place place);
    bool add_counted_lines(LineRange lines, Place place);
    void add_item(const Block& found, bool ordered, Place place);
    void add_quote(const Block& quote, Place place);
    bool add_special_line(int line, Place place);
    bool add_tight_heading(std::string_view text, int line, Place place);
    Part& add(PartKind kind, LineRange lines, Place place);
    void find_bare_numbers();
    [[nodiscard]] bool opens_with_other_number(std::string_view text) const;
    bool add_html_heading(LineRange lines, Place place);
    void say(Part& part, std::string_view markdown);
    int item_own_last(const Block& item, const Block* paragraph) const;
    [[nodiscard]] bool is_answered_at_once(LineRange lines) const;
    void mark_opaque(LineRange lines);
    [[nodiscard]] bool is_setext_accident(const Block& block) const;
    [[nodiscard]] int reopen_line(const Block& fence) const;

    void sort_parts();
    void add_text_lines();
    void add_sections();
    [[nodiscard]] int rank_of(const Part& part) const;
    [[nodiscard]] bool is_answer_heading(const Part& part, std::string_view key,
                                         const Section& before) const;
    [[nodiscard]] bool is_below_options(int i) const;
    void close_sections(std::vector<int>& open, int rank, int last_line);

    Page& page_;
    const Words& words_;
    std::set<int> bare_numbers_;  ///< With which lines open, without a mark after them.
};

/// The folds of a page, outer before inner.
[[nodiscard]] std::vector<Fold> find_folds(const Page& page);

}  // namespace wengu
