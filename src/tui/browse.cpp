#include "tui/browse.h"

#include "core/text.h"
#include "library/find_card.h"
#include "library/import/importer.h"
#include "library/shown_topic.h"
#include "store/marks.h"
#include "term/markdown_view.h"
#include "tui/card_view.h"
#include "tui/editor.h"
#include "tui/images.h"
#include "tui/page_loop.h"
#include "tui/screen.h"
#include "tui/screens/browse_screen.h"
#include "tui/screens/review_screen.h"
#include "tui/screens/topic.h"

#include <algorithm>

namespace wengu {
namespace {

/// The orders that a key goes through.
constexpr store::Order kOrders[] = {store::Order::Relevance, store::Order::Due,
                                    store::Order::Mastery};
constexpr const char* kOrderNames[] = {N_("best match first"), N_("next due first"),
                                       N_("weakest first")};

BrowseRow row_of(const store::Card& card) {
    BrowseRow row{.front = collapse_blanks(plain_text(parse_inlines(card.draft.front))),
                  .deck = card.deck,
                  .state = state_words(card),
                  .mastery = card.progress.mastery};
    if (card.progress.schedule.phase != Phase::New) row.next_review = card.progress.schedule.due;
    return row;
}

/// Question and answer on a page of their own.
Picture whole_card(const store::Card& card, const std::string& topic, int top,
                   const ScreenOptions& options) {
    const MarkdownOptions markdown{.width = options.text(), .overhang = 1};
    auto body = markdown_lines(card.draft.front, markdown, options.widths);
    for (auto& line : body) line = line.in_role(Role::Title);
    body.emplace_back();
    append(body, markdown_lines(card.draft.back, markdown, options.widths));
    auto all = topic_lines(topic, options);
    append(all, indented(std::move(body), options.margin()));
    return framed({.title = Line{tr("Card"), Role::Title}.add("  " + short_id(card.id), Role::Dim),
                   .status = Line{source_of(card), Role::Dim},
                   .body = std::move(all),
                   .top = top,
                   .footer = {hint_line({key_hint(options, Intent::Quit, tr("back")),
                                         key_hint(options, Intent::Search, tr("search")),
                                         key_hint(options, Intent::Help, tr("more"))},
                                        options)}},
                  options);
}

class Browser {
public:
    Browser(const Environment& environment, Terminal& terminal, Store& store,
            const std::string& query)
        : environment_{environment},
          terminal_{terminal},
          store_{store},
          query_{LineEditor::Kind::OneLine} {
        query_.set_text(query);
        view_.today = environment.today();
        view_.cards = static_cast<int>(store::count(store, {}, view_.today));
        view_.typing = query.empty();
        search();
    }

    void run() {
        while (!done_) {
            show_selected();
            terminal_.draw(browse_picture(view_, query_, options()));
            const auto key = terminal_.read_key();
            using enum Key::Kind;
            if (key.kind == Interrupt || key.kind == Terminate) return;
            const bool stray = key.kind == Paste && !view_.typing;
            if (key.kind == Resize || key.kind == Redraw || key.kind == None || stray) continue;
            view_.notice.clear();
            if (view_.typing) {
                type(key);
            } else {
                command(key);
            }
        }
    }

private:
    [[nodiscard]] ScreenOptions options() const { return screen_options(environment_, terminal_); }

    /// Answers the query as it stands; a query that makes no sense yet is explained.
    void search() {
        view_.problem.clear();
        try {
            terms_ = store::parse_query(query_.text());
        } catch (const store::QueryError& error) {
            view_.problem = error.what();
            view_.problem_first = error.first;
            view_.problem_count = error.count;
            return;
        }
        view_.selected = 0;
        refresh();
    }

    /// Reads the found cards anew; the selection stays where it is.
    void refresh() {
        view_.found = static_cast<int>(store::count(store_, terms_, view_.today));
        view_.why_nothing = view_.found == 0 ? why_nothing(store_, terms_) : std::string{};
        select(view_.selected);
        fetch();
    }

    /// The rows around the selection, three screens of them.
    void fetch() {
        const int rows = browse_rows(options());
        view_.first_row = std::max(0, view_.selected - rows - rows / 2);
        cards_ = store::list(store_, terms_,
                             {.today = view_.today,
                              .order = kOrders[order_],
                              .limit = std::int64_t{3} * rows,
                              .offset = view_.first_row});
        view_.rows.clear();
        for (const auto& card : cards_) view_.rows.push_back(row_of(card));
    }

    void select(int index) {
        view_.selected = std::clamp(index, 0, std::max(0, view_.found - 1));
        view_.preview_top = 0;
    }

    void move_to(int index) {
        select(index);
        const int rows = browse_rows(options());
        const int top = std::max(0, view_.selected - rows / 2);
        const int end = std::min(view_.found, top + rows);
        const bool here =
            top >= view_.first_row && end <= view_.first_row + static_cast<int>(view_.rows.size());
        if (!here) fetch();
    }

    [[nodiscard]] const store::Card* selected() const {
        const auto at = static_cast<std::size_t>(view_.selected - view_.first_row);
        const bool there = view_.problem.empty() && view_.found > 0 && at < cards_.size();
        return there ? &cards_[at] : nullptr;
    }

    void show_selected() {
        const auto* card = selected();
        view_.topic = card == nullptr ? "" : shown_topic(card->draft.topic, environment_.settings);
        view_.front = card == nullptr ? "" : card->draft.front;
        view_.back = card == nullptr ? "" : card->draft.back;
        view_.source = card == nullptr ? "" : source_of(*card);
    }

    void type(const Key& key) {
        if (key.kind == Key::Kind::Enter || key.kind == Key::Kind::Escape) {
            view_.typing = false;
            if (query_.empty() && key.kind == Key::Kind::Escape) done_ = true;
        } else if (key.kind == Key::Kind::Down || key.kind == Key::Kind::Up) {
            move_to(view_.selected + (key.kind == Key::Kind::Down ? 1 : -1));
        } else if (const auto before = query_.text(); query_.press(key)) {
            if (query_.text() != before) search();
        }
    }

    void command(const Key& key) {
        const auto keymap = options().keymap;
        const auto intent = keymap.intent(Scope::Browse, key);
        if (!intent) {
            view_.notice = unknown_key(key, keymap);
        } else if (!move(*intent)) {
            obey(*intent);
        }
    }

    bool move(Intent intent) {
        const int page = std::max(1, browse_rows(options()) - 1);
        switch (intent) {
            case Intent::Down: move_to(view_.selected + 1); return true;
            case Intent::Up: move_to(view_.selected - 1); return true;
            case Intent::PageDown: move_to(view_.selected + page); return true;
            case Intent::PageUp: move_to(view_.selected - page); return true;
            case Intent::Top: move_to(0); return true;
            case Intent::Bottom: move_to(view_.found - 1); return true;
            default: return false;
        }
    }

    void obey(Intent intent) {
        switch (intent) {
            case Intent::Search: view_.typing = true; return;
            case Intent::Sort: return next_order();
            case Intent::Help: return show_help(terminal_, environment_, Scope::Browse);
            case Intent::Quit: done_ = true; return;
            default: break;
        }
        if (const auto* card = selected()) act(intent, store::Card{*card});
    }

    void next_order() {
        order_ = (order_ + 1) % std::size(kOrders);
        view_.selected = 0;
        refresh();
        view_.notice = tr(kOrderNames[order_]);
    }

    void act(Intent intent, const store::Card& card) {
        switch (intent) {
            case Intent::Open:
                return after(
                    show_page(terminal_, environment_, [&](int top, const ScreenOptions& sizes) {
                        const auto topic = shown_topic(card.draft.topic, environment_.settings);
                        return whole_card(card, topic, top, sizes);
                    }));
            case Intent::Info:
                return after(show_card_info(terminal_, environment_, store_, card.id));
            case Intent::OpenImage: view_.notice = open_images(store_, card); return;
            case Intent::Edit: return edit(card);
            case Intent::Suspend:
                store::set_suspended(store_, card.id, !card.suspended, environment_.now().at);
                break;
            case Intent::Flag:
                store::set_flagged(store_, card.id, !card.flagged, environment_.now().at);
                break;
            case Intent::Bury: return bury(card);
            default: return;
        }
        refresh();
    }

    /// What a page was left with: a search goes on in the query.
    void after(Intent left) { view_.typing = left == Intent::Search; }

    void bury(const store::Card& card) {
        const bool buried = card.buried_until && *card.buried_until > view_.today;
        const auto tomorrow = view_.today + std::chrono::days{1};
        store::set_buried(store_, card.id, buried ? std::nullopt : std::optional{tomorrow},
                          environment_.now().at);
        view_.notice = buried ? std::string{tr("back in the queue")}
                              : say("not before {}", to_string(tomorrow));
        refresh();
    }

    void edit(const store::Card& card) {
        terminal_.suspend([&] {
            try {
                edit_file(environment_, card.note, card.draft.front_line);
                import_notes(environment_, store_, {.paths = {card.note}});
            } catch (const Error& error) {
                view_.notice = error.what();
            }
        });
        refresh();
    }

    const Environment& environment_;
    Terminal& terminal_;
    Store& store_;
    LineEditor query_;
    std::vector<store::Term> terms_;
    std::vector<store::Card> cards_;  ///< Those of `view_.rows`.
    std::size_t order_ = 0;
    BrowseView view_;
    bool done_ = false;
};

}  // namespace

void browse(const Environment& environment, Terminal& terminal, Store& store,
            const std::string& query) {
    Browser{environment, terminal, store, query}.run();
}

}  // namespace wengu
