#include "core/message.h"

#include <libintl.h>

namespace wengu {

constexpr const char* kDomain = "wengu";

const char* tr(const char* english) { return dgettext(kDomain, english); }

const char* tr_count(const char* one, const char* many, long long count) {
    return dngettext(kDomain, one, many, static_cast<unsigned long>(count));
}

}  // namespace wengu
