# What is installed. The build folder has the same share/ in it, so that the
# program finds its decks and catalogues beside itself in both places.

install(TARGETS wengu RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY decks/ DESTINATION ${CMAKE_INSTALL_DATADIR}/wengu/decks)
install(FILES CHANGELOG.md LICENSE README.md README.zh-CN.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES data/completions/wengu.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME wengu)
install(FILES data/completions/wengu.zsh
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _wengu)
install(FILES data/completions/wengu.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
wengu_translations(zh_CN)

# wengu_manual(<language> <folder>): the manual page, which the program itself writes.
function(wengu_manual language folder)
  set(page ${PROJECT_BINARY_DIR}/share/${folder}/wengu.1)
  add_custom_command(OUTPUT ${page}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/share/${folder}
    COMMAND ${CMAKE_COMMAND} -E env XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}
            $<TARGET_FILE:wengu> --lang ${language} manual > ${page}
    DEPENDS wengu $<TARGET_NAME_IF_EXISTS:messages_${language}>
    COMMENT "Writing the ${language} manual page"
    VERBATIM)
  add_custom_target(manual_${language} ALL DEPENDS ${page})
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
endfunction()
wengu_manual(en man/man1)
wengu_manual(zh_CN man/zh_CN/man1)

set(decks_here ${PROJECT_BINARY_DIR}/share/wengu)
file(MAKE_DIRECTORY ${decks_here})
file(RELATIVE_PATH decks_from_here ${decks_here} ${PROJECT_SOURCE_DIR}/decks)
file(CREATE_LINK ${decks_from_here} ${decks_here}/decks SYMBOLIC)
