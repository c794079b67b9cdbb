#include "store/exchange_check.h"

#include <algorithm>
#include <array>
#include <vector>

namespace wengu::store {
namespace {

/// What a member must be, as a condition on `x`, its value, and `t`, its type in JSON.
constexpr const char* kId =
    "t = 'text' and length(x) = 16 and x not glob '*[^0-9a-f]*'";  // as hashes are written
constexpr const char* kMaybeId =
    "t in ('null', '') or t = 'text' and length(x) = 16 and x not glob '*[^0-9a-f]*'";
constexpr const char* kName =  // of a kind, a rule, a state: part of messages and conditions
    "t = 'text' and length(x) between 1 and 40 and x not glob '*[^a-z0-9/._-]*'";
/// No signs that a terminal or a list of lines would take for something else.
constexpr const char* kOneLine =
    "t = 'text' and instr(cast(x as blob), x'00') = 0 and instr(x, char(10)) = 0 "
    "and instr(x, char(13)) = 0 and instr(x, char(27)) = 0";
/// A path may hold any sign but this one.
constexpr const char* kPath = "t = 'text' and x <> '' and instr(cast(x as blob), x'00') = 0";
constexpr const char* kDeck = "t = 'text' and instr(cast(x as blob), x'00') = 0";
constexpr const char* kText = "t = 'text'";
constexpr const char* kMaybeText = "t in ('null', '', 'text')";
/// Before topics were kept there was none.
constexpr const char* kMaybeOneLine =
    "t in ('null', '') or t = 'text' and instr(cast(x as blob), x'00') = 0 "
    "and instr(x, char(10)) = 0 and instr(x, char(13)) = 0 and instr(x, char(27)) = 0";
constexpr const char* kFlag = "t in ('integer', 'true', 'false') and x in (0, 1)";
constexpr const char* kMoment = "t = 'integer' and x between 0 and 253402300799999";  // year 9999
constexpr const char* kMaybeMoment =
    "t in ('null', '') or t = 'integer' and x between 0 and 253402300799999";
constexpr const char* kDay = "t = 'integer' and x between -1000000 and 2932896";  // year 9999
constexpr const char* kMaybeDay =
    "t in ('null', '') or t = 'integer' and x between -1000000 and 2932896";
constexpr const char* kOffset = "t = 'integer' and x between -1080 and 1080";
constexpr const char* kCount = "t = 'integer' and x between 0 and 1000000000";
constexpr const char* kSome = "t = 'integer' and x between 1 and 1000000";
constexpr const char* kMaybeWorth =
    "t in ('null', '') or t = 'integer' and x between -1000 and 1000";
constexpr const char* kGrade = "t = 'integer' and x between 1 and 4";
constexpr const char* kShare = "t in ('integer', 'real') and x between 0 and 1";
constexpr const char* kPhase = "x in ('new', 'learning', 'review', 'relearning')";
constexpr const char* kSource = "x in ('review', 'drill', 'import', 'cram')";
constexpr const char* kDrillState = "x in ('open', 'finished', 'undone')";
constexpr const char* kDifficulty = "x in ('easy', 'medium', 'hard')";
constexpr const char* kWhat = "x in ('suspended', 'flagged', 'buried', 'reset')";
constexpr const char* kObject = "t = 'text' and json_valid(x) and json_type(x) = 'object'";
constexpr const char* kPoints =
    "t = 'array' and not exists (select 1 from json_each(x) where "
    "json_type(value) is not 'object' or json_type(value, '$.id') is not 'text' "
    "or instr(value ->> 'id', char(10)) or json_type(value, '$.title') is not 'text' "
    "or json_type(value, '$.detail') is not 'text' or json_type(value, '$.group') is not 'text' "
    "or json_type(value, '$.kind') is not 'text' or json_type(value, '$.line') is not 'integer')";
constexpr const char* kSteps =
    "t = 'array' and not exists (select 1 from json_each(x) where "
    "json_type(value) is not 'object' or json_type(value, '$.at_ms') is not 'integer' "
    "or value ->> 'at_ms' not between 0 and 253402300799999 "
    "or json_type(value, '$.kind') is not 'text' or value ->> 'kind' glob '*[^a-z0-9_-]*' "
    "or json_type(value, '$.payload') is not 'text' "
    "or coalesce(length(value ->> 'card'), 16) <> 16 or value ->> 'card' glob '*[^0-9a-f]*')";
constexpr const char* kCardPoints =
    "t = '' or t = 'array' and not exists (select 1 from json_each(x) where "
    "json_type(value) is not 'object' or json_type(value, '$.point') is not 'text' "
    "or coalesce(length(value ->> 'card'), 16) <> 16 or value ->> 'card' glob '*[^0-9a-f]*')";

struct Member {
    const char* name;
    const char* must_be;
};

struct Shape {
    const char* kind;
    std::vector<Member> members;
};

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{
        {"note",
         {{"path", kPath},
          {"deck", kDeck},
          {"title", kText},
          {"tags", kText},
          {"related", kText},
          {"difficulty", kText},
          {"created_day", kMaybeDay},
          {"keeps_state", kFlag},
          {"brought_reviews", kCount},
          {"brought_last_day", kMaybeDay},
          {"gone", kFlag}}},
        {"card",
         {{"id", kId},
          {"note", kPath},
          {"kind", kName},
          {"gone", kFlag},
          {"suspended", kFlag},
          {"flagged", kFlag},
          {"buried_until", kMaybeDay},
          {"reset_at_ms", kMaybeMoment},
          {"seed_difficulty", kDifficulty},
          {"position", kCount},
          {"front_line", kCount},
          {"back_first", kCount},
          {"back_last", kCount},
          {"rule", kName},
          {"confidence", kShare},
          {"heading_path", kText},
          {"tags", kText},
          {"anchor", kText},
          {"hole", kText},
          {"topic", kMaybeOneLine},
          {"worth", kMaybeWorth},
          {"user_tags", kMaybeText},
          {"edited_at_ms", kMaybeMoment},
          {"front", kText},
          {"back", kText},
          {"points", kPoints}}},
        {"mark", {{"card", kId}, {"what", kWhat}, {"value", kMaybeMoment}, {"at_ms", kMoment}}},
        {"user_tag", {{"card", kId}, {"tag", kOneLine}, {"given", kFlag}, {"at_ms", kMoment}}},
        {"seed", {{"card", kId}, {"reviews", kSome}, {"last_day", kDay}, {"next_day", kDay}}},
        {"review",
         {{"id", kId},
          {"card", kId},
          {"at_ms", kMoment},
          {"utc_offset_minutes", kOffset},
          {"day", kDay},
          {"grade", kGrade},
          {"taken_ms", kCount},
          {"source", kSource},
          {"scheduler", kName},
          {"counted", kFlag},
          {"phase", kPhase},
          {"interval_days", kCount}}},
        {"undone", {{"review", kId}, {"at_ms", kMoment}}},
        {"said_before", {{"card", kMaybeId}, {"at_ms", kMoment}, {"lines", kMaybeText}}},
        {"drill",
         {{"id", kId},
          {"at_ms", kMoment},
          {"utc_offset_minutes", kOffset},
          {"day", kDay},
          {"state", kDrillState},
          {"payload", kObject},
          {"steps", kSteps},
          {"misses", kCardPoints},
          {"heard", kCardPoints}}},
        {"point_card",
         {{"card", kId},
          {"parent", kId},
          {"point", kOneLine},
          {"label", kText},
          {"drill", kId},
          {"made_day", kDay}}},
        {"day_off", {{"day", kDay}, {"off", kFlag}, {"at_ms", kMoment}}},
        {"holiday", {{"first_day", kDay}, {"last_day", kDay}}}};
    return all;
}

/// A statement that gives the first member of ?1 that is not what it must be.
std::string question_of(const Shape& shape) {
    std::string members;
    for (const Member& member : shape.members) {
        members += fmt::format(
            "{}select '{}' as name from (select coalesce(json_type(?1, '$.{}'), '') as t, "
            "?1 ->> '$.{}' as x) where not coalesce(({}), 0)",
            members.empty() ? "" : " union all ", member.name, member.name, member.name,
            member.must_be);
    }
    return members + " limit 1";
}

}  // namespace

void check_row(Database& db, const RowKind& kind, const std::string& line) {
    static const auto questions = [] {
        std::vector<std::string> all;
        for (const Shape& shape : shapes()) all.push_back(question_of(shape));
        return all;
    }();
    const auto shape = std::ranges::find_if(
        shapes(), [&](const Shape& known) { return std::string_view{known.kind} == kind.name; });
    Query bad{db, questions.at(static_cast<std::size_t>(shape - shapes().begin())), line};
    if (!bad.next()) return;
    fail("this {} cannot be merged: its {} is not as wengu writes it", kind.name, bad.text(0));
}

}  // namespace wengu::store
