#pragma once
// Notes for measuring: interview notes in Chinese and English, made up from word
// lists. The same seed gives the same bytes on every machine.

#include <cstdint>
#include <filesystem>
#include <string>

namespace wengu::bench {

/// What `--now` must say for a tenth of the known cards to be due.
inline constexpr const char* kVaultNow = "2026-03-01T12:00:00+08:00";

struct VaultSize {
    int notes = 10'000;
    int cards_per_note = 10;
    std::uint32_t seed = 7;
};

/// The text of one note: front matter, a title and `cards_per_note` questions with
/// answers of about 400 bytes.
[[nodiscard]] std::string note_text(int number, const VaultSize& size);

/// Writes the notes below `folder`, a hundred to a subfolder; returns their bytes.
std::uintmax_t write_vault(const std::filesystem::path& folder, const VaultSize& size);

}  // namespace wengu::bench
