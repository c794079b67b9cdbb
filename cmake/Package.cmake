# The Debian package: what cmake --install would put there, stripped, its dependencies found
# by dpkg-shlibdeps. scripts/package makes it.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME wengu)
set(CPACK_PACKAGE_VENDOR wengu)
set(CPACK_PACKAGE_CONTACT "The wengu authors <wengu@localhost>")
set(CPACK_PACKAGE_DESCRIPTION "\
wengu turns the Markdown notes you already keep into question and answer cards, asks them
again just before you would forget them, and drills them as a mock interview. It runs in
the terminal and needs no network.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/PackageLayout.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
