cmake_minimum_required(VERSION 3.25)

# Fails unless the example studies the starter notes, and is linked without the terminal and
# the command line.

set(home ${BUILD}/example)
file(REMOVE_RECURSE ${home})
file(MAKE_DIRECTORY ${home})
execute_process(COMMAND ${PROGRAM} ${home} ${NOTES} OUTPUT_VARIABLE said RESULT_VARIABLE code)
if(NOT code EQUAL 0 OR NOT said MATCHES
   "^[0-9]+ notes, [0-9]+ new cards\n2 cards to ask\n[^\n]+\n  next review: [0-9-]+\n.*the last grade is taken back\n$")
  message(FATAL_ERROR "the example ended with ${code} and said:\n${said}")
endif()

execute_process(COMMAND ninja -C ${BUILD} -t commands study_example OUTPUT_VARIABLE commands)
string(REGEX REPLACE "\n$" "" commands "${commands}")
string(REGEX REPLACE "^.*\n" "" link "${commands}")
if(NOT link MATCHES "libwengu_library\\.a" OR link MATCHES "wengu_(term|tui|cli)|CLI11")
  message(FATAL_ERROR "the example is linked with more than the library:\n${link}")
endif()
file(GLOB_RECURSE sources ${CMAKE_CURRENT_LIST_DIR}/../src/library/*)
foreach(source IN LISTS sources)
  file(STRINGS ${source} foreign REGEX "^#include (<CLI/|\"(term|tui|cli)/)")
  if(foreign)
    message(FATAL_ERROR "${source}: ${foreign}")
  endif()
endforeach()
