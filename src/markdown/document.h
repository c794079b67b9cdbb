#pragma once
// Markdown text as a tree of blocks with exact source lines, and runs of inline
// text for those who draw it. The only door to cmark-gfm. It knows nothing of
// notes, cards or screens.

#include "core/byte_set.h"
#include "core/card.h"

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

enum class InlineKind {
    Text,       ///< `text`
    Emphasis,   ///< children
    Strong,     ///< children
    Strike,     ///< children
    Code,       ///< `text`, verbatim
    Math,       ///< `text`, TeX without its dollar signs
    Link,       ///< children; `target` is the address
    Image,      ///< children are the alternative text; `target` is the address
    Html,       ///< `text`: one tag or comment, verbatim
    SoftBreak,  ///< a line end in the source
    HardBreak,  ///< a line end that the author asked for
};

struct Inline {
    InlineKind kind = InlineKind::Text;
    std::string text;
    std::string target;
    std::vector<Inline> children;

    friend bool operator==(const Inline&, const Inline&) = default;
};

using Inlines = std::vector<Inline>;

enum class BlockKind {
    Heading,    ///< `level`, `inlines`
    Paragraph,  ///< `inlines`
    List,       ///< children are Items; `ordered`, `number` (of the first), `tight`
    Item,       ///< children; `task` and `checked` for check boxes
    Quote,      ///< children
    Code,       ///< `info`, `literal`
    Math,       ///< a $$ block; `literal` is TeX
    Html,       ///< `literal`
    Table,      ///< children are Rows, the header first; `alignments`
    Row,        ///< children are Cells
    Cell,       ///< `inlines`
    Rule,
};

enum class Alignment { None, Left, Center, Right };

struct Block {
    BlockKind kind = BlockKind::Paragraph;
    LineRange lines;  ///< In the source, trailing blank lines left out.
    int level = 0;    ///< Of a Heading, 1..6.
    int number = 0;   ///< Of the first item of an ordered List.
    bool ordered = false;
    bool tight = false;
    bool task = false;
    bool checked = false;
    bool fenced = false;  ///< Code between fences, not by indentation.
    std::string info{};   ///< What stands after the opening fence.
    std::string literal{};
    Inlines inlines{};
    std::vector<Alignment> alignments{};
    std::vector<Block> children{};
};

struct Document {
    std::vector<Block> blocks;
};

/// What may stand before a line's own text: blanks and quote marks.
inline constexpr ByteSet kIndent{" \t>"};

/// Blocks nested deeper than this are given without their children.
inline constexpr int kDeepestBlock = 40;

/// Parses Markdown (CommonMark with tables, ~~strikethrough~~ and task lists).
/// `first_line` is the number of the first line of `text` in its file. Any
/// bytes are accepted; time is linear in the length of the text. CJK emphasis and $maths$ come
/// out as their authors meant them.
[[nodiscard]] Document parse(std::string_view text, int first_line = 1);

/// The blocks of `parse` without their inlines and literals, for those who read the source lines
/// themselves.
[[nodiscard]] Document parse_blocks(std::string_view text, int first_line = 1);

/// The inline runs of one line of Markdown, for texts that are no document: fronts, titles.
[[nodiscard]] Inlines parse_inlines(std::string_view text);

/// What a reader sees of `inlines`: no marks, no tags; line ends become blanks.
[[nodiscard]] std::string plain_text(const Inlines& inlines);

}  // namespace wengu
