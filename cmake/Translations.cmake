# From the catalogues in po/ to the one file that gettext reads.

find_program(MSGCAT msgcat REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)

# wengu_translations(<language>): joins po/<language>/*.po into one wengu.mo.
function(wengu_translations language)
  file(GLOB catalogues CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/po/${language}/*.po)
  if(NOT catalogues)
    return()
  endif()
  set(folder share/locale/${language}/LC_MESSAGES)
  set(joined ${PROJECT_BINARY_DIR}/${folder}/wengu.po)
  set(compiled ${PROJECT_BINARY_DIR}/${folder}/wengu.mo)
  add_custom_command(OUTPUT ${compiled}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/${folder}
    COMMAND ${MSGCAT} --use-first --output-file=${joined} ${catalogues}
    COMMAND ${MSGFMT} --output-file=${compiled} ${joined}
    DEPENDS ${catalogues}
    COMMENT "Compiling the ${language} messages"
    VERBATIM)
  add_custom_target(messages_${language} ALL DEPENDS ${compiled})
  install(FILES ${compiled} DESTINATION ${CMAKE_INSTALL_LOCALEDIR}/${language}/LC_MESSAGES)
endfunction()
