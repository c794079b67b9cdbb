#pragma once
// A text file that was compiled into the program (see cmake/Embed.cmake).

#include <string_view>

namespace wengu {

struct EmbeddedFile {
    std::string_view name;  ///< File name without its folder: "0001_collection.sql".
    std::string_view text;
};

}  // namespace wengu
