# What is installed. The build folder has the same share/ in it, so that the
# program finds its decks and catalogues beside itself in both places.

install(TARGETS wengu RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY decks/ DESTINATION ${CMAKE_INSTALL_DATADIR}/wengu/decks)
install(FILES CHANGELOG.md LICENSE README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
wengu_translations(zh_CN)

set(decks_here ${PROJECT_BINARY_DIR}/share/wengu)
file(MAKE_DIRECTORY ${decks_here})
file(RELATIVE_PATH decks_from_here ${decks_here} ${PROJECT_SOURCE_DIR}/decks)
file(CREATE_LINK ${decks_from_here} ${decks_here}/decks SYMBOLIC)
