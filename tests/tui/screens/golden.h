#pragma once
// Pictures kept as text files that people can look at: each test draws a screen
// and compares it whole. To accept new pictures: WENGU_KEEP_PICTURES=1.

#include "support/paths.h"
#include "support/pictures.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace wengu::test {

/// The three sizes that every screen is drawn at.
inline constexpr Size kSizes[] = {{80, 24}, {60, 20}, {40, 12}};

inline std::string size_name(Size size) {
    return std::to_string(size.columns) + 'x' + std::to_string(size.rows);
}

/// The picture as its file holds it: the rows, with the cursor below if it shows.
inline std::string as_file(const Picture& picture) {
    std::string text = to_text(picture.lines);
    if (const auto& cursor = picture.cursor) {
        text +=
            "cursor " + std::to_string(cursor->row) + ',' + std::to_string(cursor->column) + '\n';
    }
    return text;
}

/// `picture` fits `size`, keeps to the rules of pictures, and is what the file
/// tests/tui/screens/pictures/<name>-<size>.txt shows.
inline void check_picture(const std::string& name, const Picture& picture, Size size) {
    CAPTURE(name, size.columns, size.rows);
    CHECK(faults(picture, size) == "");
    const std::string path =
        tests_dir() + "/tui/screens/pictures/" + name + '-' + size_name(size) + ".txt";
    if (std::getenv("WENGU_KEEP_PICTURES") != nullptr) {
        std::ofstream{path} << as_file(picture);
    }
    std::ostringstream kept;
    kept << std::ifstream{path}.rdbuf();
    CHECK(as_file(picture) == kept.str());
}

}  // namespace wengu::test
