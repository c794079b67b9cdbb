#pragma once
// A terminal whose user is a list of keys and whose screen is a list of pictures.

#include "term/terminal.h"

#include <deque>
#include <stdexcept>

namespace wengu::test {

/// Types the keys named in a script, separated by blanks ("space 3 ctrl-e"), and
/// keeps every picture drawn. When the keys are used up it is terminated.
class ScriptedTerminal : public Terminal {
public:
    explicit ScriptedTerminal(std::string_view script, Size size = {}) : size_{size} {
        while (!script.empty()) {
            const auto end = std::min(script.find(' '), script.size());
            if (end > 0) press(script.substr(0, end));
            script.remove_prefix(std::min(end + 1, script.size()));
        }
    }

    /// Adds one key by name.
    void press(std::string_view name) {
        const auto key = key_named(name);
        if (!key) throw std::invalid_argument{"no key is called " + std::string{name}};
        keys_.push_back(*key);
    }

    /// Adds a paste.
    void paste(std::string text) {
        keys_.push_back({.kind = Key::Kind::Paste, .text = std::move(text)});
    }

    /// From the next key on the screen has another size.
    void resize(Size size) {
        sizes_.push_back(size);
        keys_.push_back({.kind = Key::Kind::Resize});
    }

    [[nodiscard]] Size size() const override { return size_; }
    [[nodiscard]] Widths widths() const override { return {}; }
    void draw(const Picture& picture) override { pictures.push_back(picture); }

    [[nodiscard]] Key read_key(std::optional<std::chrono::milliseconds> /*timeout*/) override {
        if (keys_.empty()) return {.kind = Key::Kind::Terminate};
        const Key key = keys_.front();
        keys_.pop_front();
        if (key.kind == Key::Kind::Resize) {
            size_ = sizes_.front();
            sizes_.pop_front();
        }
        return key;
    }

    void suspend(const std::function<void()>& action) override {
        ++suspensions;
        action();
    }

    /// The text of the last picture, a line for a line.
    [[nodiscard]] std::string screen() const {
        return pictures.empty() ? std::string{} : to_text(pictures.back().lines);
    }

    std::vector<Picture> pictures;
    int suspensions = 0;

private:
    Size size_;
    std::deque<Key> keys_;
    std::deque<Size> sizes_;
};

}  // namespace wengu::test
