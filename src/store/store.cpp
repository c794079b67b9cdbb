#include "store/store.h"

#include "store/database.h"

namespace wengu::store {

Store::Store(const std::filesystem::path& path) : database_{std::make_unique<Database>(path)} {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Transaction::Transaction(Store& store) : db_{store.database()} {
    db_.run(N_("cannot change the collection: {}"), [&] { db_.begin(); });
}

Transaction::~Transaction() {
    if (!done_) db_.rollback();
}

void Transaction::commit() {
    db_.run(N_("cannot save the changes: {}"), [&] { db_.commit(); });
    done_ = true;
}

std::optional<std::string> setting(const Store& store, const std::string& key) {
    return store.run(N_("cannot read the settings: {}"),
                     [&](Database& db) -> std::optional<std::string> {
                         Query query{db, "select value from setting where key = ?", key};
                         if (!query.next()) return std::nullopt;
                         return query.text(0);
                     });
}

void set_setting(Store& store, const std::string& key, const std::string& value) {
    store.run(N_("cannot save the setting: {}"), [&](Database& db) {
        Query{db,
              "insert into setting values (?, ?) on conflict do update set value = excluded.value",
              key, value}
            .run();
    });
}

}  // namespace wengu::store
