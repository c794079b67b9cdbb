#pragma once
// What a shell learns from a command. Part of the contract: never renumber.

namespace wengu {

enum ExitCode {
    kDone = 0,
    kFailed = 1,
    kUsage = 2,          ///< The command line made no sense.
    kProblems = 3,       ///< Done, but some notes had problems.
    kNothingToDo = 4,    ///< Only where `--exit-code` asks for it.
    kUnavailable = 5,    ///< The collection is locked or from a newer wengu.
    kInterrupted = 130,  ///< Ctrl-C.
};

}  // namespace wengu
