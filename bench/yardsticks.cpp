#include "yardsticks.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ftw.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace wengu::bench {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts_below(const fs::path& folder) {
    std::vector<std::string> texts;
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file{entry.path(), std::ios::binary};
        texts.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return texts;
}

void parse_all(const std::vector<std::string>& texts) {
    cmark_gfm_core_extensions_ensure_registered();
    for (const auto& text : texts) {
        cmark_parser* parser = cmark_parser_new(CMARK_OPT_DEFAULT);
        for (const char* name : {"table", "strikethrough", "tasklist"}) {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
        }
        cmark_parser_feed(parser, text.data(), text.size());
        cmark_node_free(cmark_parser_finish(parser));
        cmark_parser_free(parser);
    }
}

int count_entry(const char*, const struct stat*, int, struct FTW*) { return 0; }

void must(int status, sqlite3* db) {
    if (status == SQLITE_OK || status == SQLITE_DONE || status == SQLITE_ROW) return;
    throw std::runtime_error{sqlite3_errmsg(db)};
}

void execute(sqlite3* db, const std::string& sql) {
    must(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), db);
}

sqlite3* open(const fs::path& path) {
    sqlite3* db = nullptr;
    must(sqlite3_open(path.c_str(), &db), db);
    return db;
}

struct Table {
    std::string name;
    std::string columns{};
    std::size_t width = 0;
    std::vector<sqlite3_value*> cells{};  // row after row; freed with the process
};

Table read_table(sqlite3* db, const std::string& name) {
    Table table{.name = name};
    sqlite3_stmt* row = nullptr;
    must(sqlite3_prepare_v2(db, ("select * from " + name).c_str(), -1, &row, nullptr), db);
    table.width = static_cast<std::size_t>(sqlite3_column_count(row));
    for (int i = 0; i < sqlite3_column_count(row); ++i) {
        table.columns += std::string{i == 0 ? "" : ", "} + sqlite3_column_name(row, i);
    }
    while (sqlite3_step(row) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(row); ++i) {
            table.cells.push_back(sqlite3_value_dup(sqlite3_column_value(row, i)));
        }
    }
    sqlite3_finalize(row);
    return table;
}

void insert_table(sqlite3* db, const Table& table) {
    execute(db, "create table " + table.name + " (" + table.columns + ")");
    std::string marks = "?";
    for (std::size_t i = 1; i < table.width; ++i) marks += ", ?";
    sqlite3_stmt* add = nullptr;
    const auto sql = "insert into " + table.name + " values (" + marks + ")";
    must(sqlite3_prepare_v2(db, sql.c_str(), -1, &add, nullptr), db);
    for (std::size_t i = 0; i < table.cells.size(); i += table.width) {
        for (std::size_t c = 0; c < table.width; ++c) {
            sqlite3_bind_value(add, static_cast<int>(c) + 1, table.cells[i + c]);
        }
        must(sqlite3_step(add), db);
        sqlite3_reset(add);
    }
    sqlite3_finalize(add);
}

void insert_all(const fs::path& file, const std::vector<Table>& tables, bool full_text) {
    sqlite3* db = open(file);
    execute(db, "pragma journal_mode = wal; pragma synchronous = normal; begin");
    for (const auto& table : tables) insert_table(db, table);
    if (full_text) {
        execute(db,
                "create virtual table search using fts5 "
                "(front, back, content = 'card', content_rowid = 'key', tokenize = 'trigram'); "
                "insert into search (rowid, front, back) select key, front, back from card");
    }
    execute(db, "commit");
    sqlite3_close(db);
}

}  // namespace

Cost bare_walk(const fs::path& folder) {
    return cost_of_work([&] { return [&] { nftw(folder.c_str(), count_entry, 20, FTW_PHYS); }; });
}

Cost bare_parse(const fs::path& folder) {
    return cost_of_work([&] { return [texts = texts_below(folder)] { parse_all(texts); }; });
}

Cost plain_insert(const fs::path& collection, bool full_text) {
    auto target = collection;
    target += full_text ? ".indexed" : ".plain";
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(target.string() + ending);
    return cost_of_work([&] {
        sqlite3* db = open(collection);
        std::vector<Table> tables;
        for (const char* name : {"note", "card", "point"}) {
            tables.push_back(read_table(db, name));
        }
        sqlite3_close(db);
        return [tables = std::move(tables), target, full_text] {
            insert_all(target, tables, full_text);
        };
    });
}

}  // namespace wengu::bench
