cmake_minimum_required(VERSION 3.25)

# Installs the build into a scratch folder and fails if something is missing
# there, or if the program does not work from there.

set(place ${BUILD}/installed)
file(REMOVE_RECURSE ${place})
execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${place}
  OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

set(wanted
  bin/wengu
  share/bash-completion/completions/wengu
  share/doc/wengu/CHANGELOG.md
  share/doc/wengu/LICENSE
  share/doc/wengu/README.md
  share/doc/wengu/README.zh-CN.md
  share/fish/vendor_completions.d/wengu.fish
  share/man/man1/wengu.1
  share/man/zh_CN/man1/wengu.1
  share/zsh/site-functions/_wengu)
file(GLOB_RECURSE decks RELATIVE ${SOURCE} ${SOURCE}/decks/*)
list(TRANSFORM decks PREPEND share/wengu/)
if(EXISTS ${SOURCE}/po/zh_CN)
  list(APPEND wanted share/locale/zh_CN/LC_MESSAGES/wengu.mo)
endif()

set(bad "")
foreach(file IN LISTS wanted decks)
  if(NOT EXISTS ${place}/${file})
    string(APPEND bad "  not installed: ${file}\n")
  endif()
endforeach()

execute_process(COMMAND ${place}/bin/wengu --version
  OUTPUT_VARIABLE said RESULT_VARIABLE code OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT code EQUAL 0 OR NOT said STREQUAL "wengu ${VERSION}")
  string(APPEND bad "  the installed program says \"${said}\" and exits with ${code}\n")
endif()
if(bad)
  message(FATAL_ERROR "the installation is not whole:\n${bad}")
endif()
