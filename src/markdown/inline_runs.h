#pragma once
// From the parser's inline nodes to inline runs.

#include "markdown/document.h"

#include <cmark-gfm.h>

namespace wengu {

/// The runs below `parent`; those nested very deeply are left out.
[[nodiscard]] Inlines inlines_of(cmark_node* parent);

}  // namespace wengu
