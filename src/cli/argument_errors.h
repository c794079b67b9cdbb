#pragma once
// What is said of a command line that makes no sense: what is wrong, what is allowed, and the
// nearest thing that there is.

#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Where the command's name stands: the first word that is neither option nor value.
[[nodiscard]] std::size_t command_at(const std::vector<std::string>& arguments,
                                     const Command& root);

/// An unknown first word is most often a slip: throws and names the command it resembles.
void check_command(const std::vector<std::string>& arguments, const Command& root);

/// Throws at a mistyped option and names the one that it resembles.
void check_options(const std::vector<std::string>& arguments, const Command& root,
                   const Command& command, const std::string& path);

/// Checks a value before CLI11 converts it; empty for options that take any.
[[nodiscard]] CLI::Validator validator_of(const Option& option);

/// What CLI11 complains about, in our words.
[[nodiscard]] std::string words_of(const CLI::ParseError& error, const Command& root,
                                   const Command& command);

}  // namespace wengu
