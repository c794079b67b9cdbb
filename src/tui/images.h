#pragma once
// The pictures that a card shows: found on the disk, opened by the desktop.

#include "store/cards.h"

#include <filesystem>
#include <string>
#include <vector>

namespace wengu {

/// What an image of a note refers to: the file beside the note or, as vaults have
/// it, in one of the folders above, up to `vault`, the folder of notes. Empty when it is not
/// there, is no image by its name, or lies outside, reached through a link or not.
[[nodiscard]] std::filesystem::path image_file(const std::filesystem::path& note,
                                               const std::string& target,
                                               const std::filesystem::path& vault);

/// Opens every image of the card's question and answer with the desktop's viewer
/// and does not wait for it. What happened, in words for the user.
std::string open_images(const Store& store, const store::Card& card);

}  // namespace wengu
