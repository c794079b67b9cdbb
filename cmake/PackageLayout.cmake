# Debian's own places and forms, in the folder that becomes the package.

cmake_minimum_required(VERSION 3.25)
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)

file(MAKE_DIRECTORY ${share}/zsh/vendor-completions)
file(RENAME ${share}/zsh/site-functions/_wengu ${share}/zsh/vendor-completions/_wengu)
file(REMOVE_RECURSE ${share}/zsh/site-functions)
file(RENAME ${share}/doc/wengu/LICENSE ${share}/doc/wengu/copyright)

# -n: without the time at which that happened.
file(GLOB_RECURSE pages ${share}/man/*.1)
execute_process(COMMAND gzip -9n ${pages} ${share}/doc/wengu/CHANGELOG.md COMMAND_ERROR_IS_FATAL ANY)
