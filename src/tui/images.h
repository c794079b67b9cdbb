#pragma once
// The pictures that a card shows: found on the disk, opened by the desktop.

#include "store/cards.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wengu {

/// What an image of a note refers to: the file beside the note or, as vaults have
/// it, in one of the folders above; empty when it is not there.
[[nodiscard]] std::filesystem::path image_file(const std::filesystem::path& note,
                                               const std::string& target);

/// Opens every image of the card's question and answer with the desktop's viewer
/// and does not wait for it. What happened, in words for the user.
std::string open_images(const store::Card& card);

}  // namespace wengu
