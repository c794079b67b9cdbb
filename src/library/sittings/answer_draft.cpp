#include "library/sittings/answer_draft.h"

#include "library/files.h"

namespace wengu {

AnswerDraft::AnswerDraft(const Environment& environment, const std::string& card_id)
    : file_{environment.state_folder() / "drafts" / (safe_file_name(card_id) + ".md")} {}

std::string AnswerDraft::text() const {
    return file_exists(file_) ? read_file(file_) : std::string{};
}

void AnswerDraft::keep(const std::string& text) const {
    if (text.empty()) return;
    make_folder(file_.parent_path());
    replace_file(file_, text);
}

void AnswerDraft::drop() const {
    std::error_code missing;
    std::filesystem::remove(file_, missing);
}

}  // namespace wengu
