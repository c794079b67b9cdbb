#pragma once
// JSON as a value: built, read, and written as text. The library behind it is met in json.cpp
// alone, because every file that includes it takes seconds to compile.

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace wengu {

/// Null, a truth, a number, a text, a list, or an object whose members keep their order.
/// `{{"name", 1}, {"other", 2}}` is an object; a list is made by `Json::array`.
class Json {
public:
    using Member = std::pair<std::string, Json>;
    using Array = std::vector<Json>;
    using Object = std::vector<Member>;

    Json();
    Json(std::nullptr_t) : Json{} {}
    ~Json();
    Json(const Json& other);
    Json(Json&& other) noexcept;
    Json& operator=(const Json& other);
    Json& operator=(Json&& other) noexcept;

    Json(std::same_as<bool> auto value) : value_{value} {}
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) Json(Whole value)
        : value_{static_cast<Widest<Whole>>(value)} {}
    Json(std::floating_point auto value) : value_{static_cast<double>(value)} {}
    Json(const char* text) : Json{std::string{text}} {}
    Json(std::string_view text) : Json{std::string{text}} {}
    Json(std::string text);
    Json(Array list);
    Json(Object members);
    Json(std::initializer_list<Member> members);
    /// Null for an absent value.
    template <typename Value>
    Json(const std::optional<Value>& value) : Json{} {
        if (value) *this = Json(*value);
    }
    /// A list of what a container holds.
    template <typename Items>
    requires(!std::convertible_to<Items, std::string_view> && !std::same_as<Items, Array> &&
             !std::same_as<Items, Object> && requires(const Items& items) { items.begin(); })
        Json(const Items& items)
        : Json{Array(items.begin(), items.end())} {}

    [[nodiscard]] static Json array(Array items = {}) { return {std::move(items)}; }
    [[nodiscard]] static Json object() { return Object{}; }

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    [[nodiscard]] bool is_text() const { return std::holds_alternative<std::string>(value_); }
    [[nodiscard]] bool is_object() const { return std::holds_alternative<Object>(value_); }
    [[nodiscard]] bool is_array() const { return std::holds_alternative<Array>(value_); }
    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] bool is_number() const;

    /// The value as that type; throws Error when it is another. Numbers fit or are refused.
    [[nodiscard]] bool truth() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] const std::string& text() const;
    template <std::integral Whole = int>
    [[nodiscard]] Whole whole() const {
        const auto* large = std::get_if<std::uint64_t>(&value_);
        const auto* small = std::get_if<std::int64_t>(&value_);
        if (large != nullptr && std::in_range<Whole>(*large)) return static_cast<Whole>(*large);
        if (small != nullptr && std::in_range<Whole>(*small)) return static_cast<Whole>(*small);
        refuse("a whole number of that size");
    }
    [[nodiscard]] const Array& items() const;
    [[nodiscard]] const Object& members() const;

    [[nodiscard]] bool contains(std::string_view key) const { return find(key) != nullptr; }
    /// The member of an object; nullptr where there is none, or no object.
    [[nodiscard]] const Json* find(std::string_view key) const;
    /// The member of an object; throws Error when there is none.
    [[nodiscard]] const Json& at(std::string_view key) const;
    /// The member of an object, made when it is not there; null becomes an object.
    Json& operator[](std::string_view key);
    /// Takes the members of another object, in place of those with the same names.
    void update(const Json& other);
    /// Null becomes a list.
    void push_back(Json item);
    [[nodiscard]] std::size_t size() const;  ///< Of a list or an object, else 0.

    friend bool operator==(const Json& left, const Json& right);

private:
    template <typename Whole>
    using Widest = std::conditional_t<std::is_signed_v<Whole>, std::int64_t, std::uint64_t>;
    friend class JsonText;
    [[noreturn]] static void refuse(std::string_view wanted);

    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Array,
                 Object>
        value_;
};

/// On one line, UTF-8 as it is; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string to_text(const Json& json);
/// The same, indented by two blanks a level.
[[nodiscard]] std::string to_indented_text(const Json& json);

/// nullopt for text that is no JSON. With `why` the reason is put there.
[[nodiscard]] std::optional<Json> parse_json(std::string_view text, std::string* why = nullptr);

}  // namespace wengu
