#pragma once
// What was typed about a card when the program had to leave, kept for the next time.

#include "library/environment.h"

#include <filesystem>
#include <string>

namespace wengu {

class AnswerDraft {
public:
    AnswerDraft(const Environment& environment, const std::string& card_id);

    /// Empty when nothing was kept.
    [[nodiscard]] std::string text() const;
    /// An empty text is not kept. Throws Error when the file cannot be written.
    void keep(const std::string& text) const;
    void drop() const;

private:
    std::filesystem::path file_;
};

}  // namespace wengu
