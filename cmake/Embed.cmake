# embed(<target> <header> <constant> <file>...): compiles text files into the
# program as an array of {name, text}, in the order given. The header is
# generated, so that data stays in files that people read and edit.
function(embed target header constant)
  set(entries "")
  set(count 0)
  foreach(file IN LISTS ARGN)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    # A string literal may hold 64 KiB at most in strict compilers: cut into pieces.
    string(LENGTH "${text}" length)
    set(pieces "")
    set(start 0)
    while(start LESS length)
      string(SUBSTRING "${text}" ${start} 12000 piece)
      # At a line end, so that no character is cut in two.
      string(FIND "${piece}" "\n" cut REVERSE)
      if(cut GREATER 0)
        math(EXPR cut "${cut} + 1")
        string(SUBSTRING "${piece}" 0 ${cut} piece)
      endif()
      string(LENGTH "${piece}" taken)
      string(APPEND pieces "R\"~~~(${piece})~~~\"\n")
      math(EXPR start "${start} + ${taken}")
    endwhile()
    string(APPEND entries "    EmbeddedFile{\"${name}\", ${pieces}},\n")
    math(EXPR count "${count} + 1")
  endforeach()
  set(directory ${CMAKE_CURRENT_BINARY_DIR}/generated/${target})
  file(CONFIGURE OUTPUT ${directory}/${header} @ONLY CONTENT
"#pragma once
// Generated at build time. Do not edit.

#include \"core/embedded.h\"

#include <array>

namespace wengu {

inline constexpr std::array<EmbeddedFile, @count@> @constant@{{
@entries@}};

}  // namespace wengu
")
  target_include_directories(${target} PRIVATE ${directory})
endfunction()
