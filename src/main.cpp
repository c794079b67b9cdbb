#include "app/cli.h"
#include "app/outside/world.h"

int main(int argc, char** argv) {
    auto context = wengu::the_world();
    return wengu::run({argv + 1, argv + argc}, context);
}
