#include "library/concepts.h"

#include "core/text.h"
#include "library/files.h"
#include "store/cards.h"

namespace wengu {

Concepts load_concepts(const Environment& environment) {
    auto concepts = Concepts::built_in();
    const auto file = environment.config_folder() / "concepts.txt";
    if (!file_exists(file)) return concepts;
    for (auto problem : concepts.add(read_file(file))) {
        problem.path = file.string();
        environment.warn(std::string{trim(to_string(problem))});
    }
    return concepts;
}

Rarity rarity_in(const Store& store, const Concepts& concepts) {
    constexpr int kTexts = 500;  // more would not change the weights, but take time
    Rarity rarity;
    for (const auto& text : store::sample_texts(store, kTexts)) rarity.add(text, concepts);
    return rarity;
}

}  // namespace wengu
