# cmake -DROOT=<source folder> -DOUTPUT=<header> -P RulesVersion.cmake
# Writes a number that stands for everything that decides which cards a note gives: the sources of
# the rooms that read notes, and the word lists. Collections read their notes again when it differs.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  # rules_version(<target>): the header of <target> is made again whenever one of the files changes.
  function(rules_version target)
    set(root ${PROJECT_SOURCE_DIR})
    set(header ${CMAKE_CURRENT_BINARY_DIR}/generated/${target}/rules_version.h)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS ${root}/src/markdown/* ${root}/src/notes/*
      ${root}/src/cards/* ${root}/data/words/*)
    set(script ${root}/cmake/RulesVersion.cmake)
    add_custom_command(OUTPUT ${header}
      COMMAND ${CMAKE_COMMAND} -DROOT=${root} -DOUTPUT=${header} -P ${script}
      DEPENDS ${files} ${script} VERBATIM)
    target_sources(${target} PRIVATE ${header})
  endfunction()
  return()
endif()

file(GLOB_RECURSE files RELATIVE ${ROOT} ${ROOT}/src/markdown/* ${ROOT}/src/notes/*
  ${ROOT}/src/cards/* ${ROOT}/data/words/*)
list(SORT files)
set(sums "")
foreach(name IN LISTS files)
  file(SHA256 ${ROOT}/${name} sum)
  string(APPEND sums "${name} ${sum}\n")
endforeach()
string(SHA256 sum "${sums}")
string(SUBSTRING ${sum} 0 16 number)
file(CONFIGURE OUTPUT ${OUTPUT} @ONLY CONTENT
"#pragma once
// Generated at build time. Do not edit.

#include <cstdint>

namespace wengu {

inline constexpr std::uint64_t kRulesVersion = 0x@number@U;

}  // namespace wengu
")
