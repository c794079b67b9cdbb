#include "cli/cli.h"
#include "cli/world.h"

int main(int argc, char** argv) {
    auto context = wengu::the_world();
    return wengu::run({argv + 1, argv + argc}, context);
}
