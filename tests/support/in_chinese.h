#pragma once

#include <libintl.h>

#include <clocale>
#include <cstdlib>

namespace wengu::test {

/// Speaks Chinese for as long as it lives.
class InChinese {
public:
    InChinese() {
        std::setlocale(LC_ALL, "C.UTF-8");
        setenv("LANGUAGE", "zh_CN", 1);
        bindtextdomain("wengu", WENGU_CATALOGUES);
        bind_textdomain_codeset("wengu", "UTF-8");
    }
    ~InChinese() {
        setenv("LANGUAGE", "en", 1);
        std::setlocale(LC_ALL, "C");
    }
    InChinese(const InChinese&) = delete;
    InChinese& operator=(const InChinese&) = delete;
};

}  // namespace wengu::test
