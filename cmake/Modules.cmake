# How a room, its tests and its warnings are built.

add_library(wengu_warnings INTERFACE)
target_compile_options(wengu_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wold-style-cast
  -Wno-missing-field-initializers  # designated initialisers leave out what has a default
  # In a unity build a local name of one source may shadow another source's.
  $<$<NOT:$<BOOL:${CMAKE_UNITY_BUILD}>>:-Wshadow>
  -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${WENGU_WERROR}>:-Werror>
  # gcc 12 sees an overlap in `"text" + string` where there is none (gcc bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

# wengu_module(<room> [ONE_BY_ONE] SOURCES <files in src/room> LINKS <targets>)
# One library per folder of src/. The links are the dependency rules. ONE_BY_ONE: a room whose
# sources cannot be compiled several at a time in a unity build.
function(wengu_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "ONE_BY_ONE" "" "SOURCES;LINKS")
  if(NOT arg_SOURCES)
    add_library(wengu_${name} INTERFACE)
    target_link_libraries(wengu_${name} INTERFACE ${arg_LINKS})
    return()
  endif()
  list(TRANSFORM arg_SOURCES PREPEND src/${name}/)
  add_library(wengu_${name} STATIC ${arg_SOURCES})
  target_include_directories(wengu_${name} PUBLIC src)
  target_link_libraries(wengu_${name} PUBLIC ${arg_LINKS} PRIVATE wengu_warnings)
  if(arg_ONE_BY_ONE)
    set_target_properties(wengu_${name} PROPERTIES UNITY_BUILD OFF)
  else()
    set_property(GLOBAL APPEND PROPERTY WENGU_JOINED_ROOMS src/${name})
  endif()
endfunction()

# wengu_tests(<room> <files in tests/room>): one test program per room.
function(wengu_tests name)
  if(NOT ARGN)
    return()
  endif()
  list(TRANSFORM ARGN PREPEND ${name}/)
  add_executable(wengu_${name}_tests ${ARGN})
  target_include_directories(wengu_${name}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(wengu_${name}_tests
    PRIVATE wengu_${name} wengu_warnings wengu_test_support Catch2::Catch2WithMain)
  # See support/paths.h.
  foreach(file IN LISTS ARGN)
    file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/${file} reads REGEX "WENGU_(SOURCE|TESTS)_DIR" LIMIT_COUNT 1)
    if(reads)
      set_property(SOURCE ${file} APPEND PROPERTY COMPILE_DEFINITIONS
        WENGU_SOURCE_DIR="${PROJECT_SOURCE_DIR}" WENGU_TESTS_DIR="${PROJECT_SOURCE_DIR}/tests")
    endif()
  endforeach()
  catch_discover_tests(wengu_${name}_tests)
endfunction()
