#include "core/json.h"

#include "core/error.h"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

namespace wengu {

using Library = nlohmann::ordered_json;

/// Between our values and the library's.
class JsonText {
public:
    static Library to_library(const Json& json) {
        return std::visit(
            [](const auto& value) -> Library {
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, std::monostate>) {
                    return nullptr;
                } else if constexpr (std::is_same_v<Value, Json::Array>) {
                    auto list = Library::array();
                    for (const auto& item : value) list.push_back(to_library(item));
                    return list;
                } else if constexpr (std::is_same_v<Value, Json::Object>) {
                    auto object = Library::object();
                    for (const auto& member : value)
                        object[member.first] = to_library(member.second);
                    return object;
                } else {
                    return value;
                }
            },
            json.value_);
    }

    static Json from_library(const Library& library) {
        switch (library.type()) {
            case Library::value_t::boolean: return library.get<bool>();
            case Library::value_t::number_integer: return library.get<std::int64_t>();
            case Library::value_t::number_unsigned: return library.get<std::uint64_t>();
            case Library::value_t::number_float: return library.get<double>();
            case Library::value_t::string: return library.get<std::string>();
            case Library::value_t::array: {
                Json::Array list;
                for (const auto& item : library) list.push_back(from_library(item));
                return list;
            }
            case Library::value_t::object: {
                auto object = Json::object();
                for (const auto& [key, value] : library.items()) object[key] = from_library(value);
                return object;
            }
            default: return {};
        }
    }

    static std::string dump(const Json& json, int indent) {
        return to_library(json).dump(indent, ' ', false, Library::error_handler_t::replace);
    }
};

Json::Json() = default;
Json::~Json() = default;
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::Json(std::string text) : value_{std::move(text)} {}
Json::Json(Array list) : value_{std::move(list)} {}
Json::Json(Object members) : value_{std::move(members)} {}
Json::Json(std::initializer_list<Member> members) : value_{Object(members)} {}
bool operator==(const Json& left, const Json& right) { return left.value_ == right.value_; }

bool Json::is_whole() const {
    return std::holds_alternative<std::int64_t>(value_) ||
           std::holds_alternative<std::uint64_t>(value_);
}

bool Json::is_number() const { return is_whole() || std::holds_alternative<double>(value_); }

void Json::refuse(std::string_view wanted) { fail("this JSON value is not {}", wanted); }

bool Json::truth() const {
    const auto* value = std::get_if<bool>(&value_);
    if (value == nullptr) refuse("true or false");
    return *value;
}

double Json::number() const {
    if (const auto* real = std::get_if<double>(&value_)) return *real;
    if (const auto* large = std::get_if<std::uint64_t>(&value_)) return static_cast<double>(*large);
    const auto* small = std::get_if<std::int64_t>(&value_);
    if (small == nullptr) refuse("a number");
    return static_cast<double>(*small);
}

const std::string& Json::text() const {
    const auto* value = std::get_if<std::string>(&value_);
    if (value == nullptr) refuse("a text");
    return *value;
}

const Json::Array& Json::items() const {
    const auto* value = std::get_if<Array>(&value_);
    if (value == nullptr) refuse("a list");
    return *value;
}

const Json::Object& Json::members() const {
    const auto* value = std::get_if<Object>(&value_);
    if (value == nullptr) refuse("an object");
    return *value;
}

const Json* Json::find(std::string_view key) const {
    const auto* object = std::get_if<Object>(&value_);
    if (object == nullptr) return nullptr;
    const auto found = std::ranges::find(*object, key, &Member::first);
    return found == object->end() ? nullptr : &found->second;
}

const Json& Json::at(std::string_view key) const {
    const auto* found = find(key);
    if (found == nullptr) fail("this JSON object has no \"{}\"", key);
    return *found;
}

Json& Json::operator[](std::string_view key) {
    if (is_null()) value_ = Object{};
    auto* object = std::get_if<Object>(&value_);
    if (object == nullptr) refuse("an object");
    const auto found = std::ranges::find(*object, key, &Member::first);
    if (found != object->end()) return found->second;
    object->emplace_back(std::string{key}, Json{});
    return object->back().second;
}

void Json::update(const Json& other) {
    for (const auto& [key, value] : other.members()) (*this)[key] = value;
}

void Json::push_back(Json item) {
    if (is_null()) value_ = Array{};
    auto* list = std::get_if<Array>(&value_);
    if (list == nullptr) refuse("a list");
    list->push_back(std::move(item));
}

std::size_t Json::size() const {
    if (const auto* list = std::get_if<Array>(&value_)) return list->size();
    const auto* object = std::get_if<Object>(&value_);
    return object == nullptr ? 0 : object->size();
}

std::string to_text(const Json& json) { return JsonText::dump(json, -1); }
std::string to_indented_text(const Json& json) { return JsonText::dump(json, 2); }

std::optional<Json> parse_json(std::string_view text, std::string* why) {
    try {
        return JsonText::from_library(Library::parse(text));
    } catch (const Library::exception& error) {
        if (why != nullptr) *why = error.what();
        return std::nullopt;
    }
}

}  // namespace wengu
