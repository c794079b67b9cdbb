// Re-linking any cards: every stored card goes to one draft at most, the same
// notes again change nothing, and anchors of other cards are never taken.

#include "cards/relink.h"

#include <cstdint>
#include <cstdlib>
#include <set>

namespace {

using namespace wengu;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Texts are what stands between zero bytes.
class Source {
public:
    explicit Source(std::string_view bytes) : rest_{bytes} {}

    std::string text() {
        const auto end = rest_.find('\0');
        const auto part = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        return std::string{part};
    }

    [[nodiscard]] bool empty() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

Draft make_draft(Source& source, int line) {
    Draft draft;
    draft.front = source.text();
    draft.back = source.text();
    draft.front_line = line;
    draft.heading_path = {source.text()};
    const auto extra = source.text();
    if (extra.starts_with('c')) {
        draft.kind = CardKind::Cloze;
        draft.hole = extra;
    } else if (extra.starts_with('a')) {
        draft.anchor = extra;
    }
    return draft;
}

std::vector<KnownCard> stored(const std::vector<NoteDrafts>& notes) {
    std::vector<KnownCard> known;
    for (const auto& note : notes) {
        for (const auto& draft : note.drafts) {
            known.push_back({std::to_string(known.size()), note.note, draft.kind,
                             draft.heading_path, draft.front, draft.back, draft.hole, draft.anchor,
                             draft.front_line, false});
        }
    }
    return known;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Source source{{reinterpret_cast<const char*>(data), size}};
    std::vector<NoteDrafts> before{{"a.md", {}}, {"b.md", {}}};
    std::vector<NoteDrafts> after = before;
    for (int i = 0; i < 40 && !source.empty(); ++i) {
        auto& notes = i % 2 == 0 ? before : after;
        notes[i % 3 == 0 ? 1 : 0].drafts.push_back(make_draft(source, i));
    }
    auto known = stored(before);
    const auto again = relink(known, before);
    require(again.gone.empty() && again.doubts.empty());
    for (std::size_t k = 0; k < known.size(); k += 5) known[k].gone = true;
    const auto result = relink(known, after);
    std::set<std::string> taken;
    for (const auto& note : result.decisions) {
        for (const auto& decision : note) {
            require((decision.how == Match::New) == decision.id.empty());
            require(decision.id.empty() || taken.insert(decision.id).second);
        }
    }
    for (const auto& id : result.gone) require(taken.insert(id).second);
    for (const auto& doubt : result.doubts) {
        require(result.decisions[doubt.note][doubt.draft].how == Match::New);
    }
    return 0;
}
