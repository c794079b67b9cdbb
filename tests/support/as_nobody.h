#pragma once
// Permissions bind everybody but root, and tests may run as root.

#include <unistd.h>

namespace wengu::test {

/// For as long as it lives, root is nobody in the eyes of the file system.
class AsNobody {
public:
    AsNobody() : root_{geteuid() == 0 && seteuid(kNobody) == 0} {}
    ~AsNobody() {
        if (root_ && seteuid(0) != 0) _exit(1);
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

    static constexpr uid_t kNobody = 65534;

private:
    bool root_;
};

}  // namespace wengu::test
