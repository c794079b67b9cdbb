# How a room, its tests and its warnings are built.

add_library(wengu_warnings INTERFACE)
target_compile_options(wengu_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wno-missing-field-initializers  # designated initialisers leave out what has a default
  -Wnon-virtual-dtor -Woverloaded-virtual $<$<BOOL:${WENGU_WERROR}>:-Werror>
  # gcc 12 sees an overlap in `"text" + string` where there is none (gcc bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

# wengu_module(<room> SOURCES <files in src/room> LINKS <targets>)
# One library per folder of src/. The links are the dependency rules.
function(wengu_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  if(NOT arg_SOURCES)
    add_library(wengu_${name} INTERFACE)
    target_link_libraries(wengu_${name} INTERFACE ${arg_LINKS})
    return()
  endif()
  list(TRANSFORM arg_SOURCES PREPEND src/${name}/)
  add_library(wengu_${name} STATIC ${arg_SOURCES})
  target_include_directories(wengu_${name} PUBLIC src)
  target_link_libraries(wengu_${name} PUBLIC ${arg_LINKS} PRIVATE wengu_warnings)
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
