#include "notes/encoding.h"

#include "core/text.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace wengu {
namespace {

constexpr std::size_t kSample = std::size_t{256} * 1024;

unsigned byte(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

bool is_control(unsigned c) { return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f'; }

/// The share of 16-bit units that are ordinary: letters, line ends, common CJK
/// and its punctuation.
double common_units(std::string_view bytes, bool little_endian) {
    std::size_t units = 0;
    std::size_t common = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2, ++units) {
        const unsigned low = byte(bytes, little_endian ? at : at + 1);
        const unsigned unit = (byte(bytes, little_endian ? at + 1 : at) << 8U) | low;
        const bool latin =
            (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t';
        const bool cjk = (unit >= 0x3000 && unit <= 0x30FF) || (unit >= 0x4E00 && unit <= 0x9FFF) ||
                         (unit >= 0xFF00 && unit <= 0xFF5F) || (unit >= 0x2010 && unit <= 0x2027);
        if (latin || cjk) ++common;
    }
    return units == 0 ? 0 : static_cast<double>(common) / static_cast<double>(units);
}

/// How many of each kind of byte pair a two-byte reading of the text gives.
struct Pairs {
    int all = 0;
    int everyday = 0;  ///< Pairs that make up nearly all of ordinary text.
    int broken = 0;
};

using Classify = int (*)(unsigned lead, unsigned trail);  // -1 broken, 0 rare, 1 everyday

Pairs count_pairs(std::string_view bytes, Classify classify) {
    Pairs pairs;
    for (std::size_t at = 0; at < bytes.size();) {
        if (byte(bytes, at) < 0x80) {
            ++at;
            continue;
        }
        ++pairs.all;
        const int sort = at + 1 < bytes.size() ? classify(byte(bytes, at), byte(bytes, at + 1)) : 0;
        if (sort < 0) ++pairs.broken;
        if (sort > 0) ++pairs.everyday;
        at += sort < 0 ? 1 : 2;
    }
    return pairs;
}

/// GB18030: punctuation in rows A1..A3, the 3,755 most used characters in B0..D7.
int classify_gb(unsigned lead, unsigned trail) {
    if (lead == 0x80 || lead == 0xFF || trail < 0x30 || trail == 0x7F || trail == 0xFF) return -1;
    if (trail < 0x40) return 0;  // the first half of a four-byte code
    const bool row = (lead >= 0xA1 && lead <= 0xA3) || (lead >= 0xB0 && lead <= 0xD7);
    return row && trail >= 0xA1 ? 1 : 0;
}

/// Big5: punctuation in rows A1..A3, the 5,401 most used characters in A4..C6.
int classify_big5(unsigned lead, unsigned trail) {
    const bool fits = (trail >= 0x40 && trail <= 0x7E) || (trail >= 0xA1 && trail <= 0xFE);
    if (lead < 0x81 || lead == 0xFF || !fits) return -1;
    return lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
}

double everyday_share(const Pairs& pairs) {
    return pairs.all == 0 ? 0 : static_cast<double>(pairs.everyday) / pairs.all;
}

bool sound(const Pairs& pairs) { return pairs.broken * 50 <= pairs.all; }

/// UTF-8 with a few bytes spoilt, or cut in the middle of a character.
bool mostly_utf8(std::string_view bytes) {
    int good = 0;
    int bad = 0;
    while (!bytes.empty()) {
        const auto before = bytes;
        const char32_t c = take_code_point(bytes);
        if (c < 0x80) continue;
        const bool replaced = c == 0xFFFD && !before.starts_with("\xEF\xBF\xBD");
        (replaced ? bad : good) += 1;
    }
    return bad <= 3 ? good >= bad : good > bad * 10;
}

/// The name of an encoding that is not clean UTF-8; empty for no text.
std::string guess_name(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
    const auto sample = bytes.substr(0, kSample);
    const auto nuls = std::ranges::count(sample, '\0');
    const double little = common_units(sample, true);
    const double big = common_units(sample, false);
    if (nuls > 0 && std::max(little, big) > 0.8) return little > big ? "UTF-16LE" : "UTF-16BE";
    const auto controls = std::ranges::count_if(
        sample, [](char c) { return is_control(static_cast<unsigned char>(c)); });
    if (nuls > 0 || static_cast<std::size_t>(controls) * 20 > sample.size()) return {};
    if (mostly_utf8(sample)) return "UTF-8";
    const auto gb = count_pairs(sample, classify_gb);
    const auto big5 = count_pairs(sample, classify_big5);
    const double gb_share = sound(gb) ? everyday_share(gb) : 0;
    const double big5_share = sound(big5) ? everyday_share(big5) : 0;
    if (std::max(gb_share, big5_share) < 0.4) {
        const bool sparse = static_cast<std::size_t>(gb.all) * 4 < sample.size();
        return sparse ? "WINDOWS-1252" : std::string{};
    }
    return gb_share >= big5_share ? "GB18030" : "BIG5";
}

int line_of(std::string_view bytes, std::size_t offset) {
    return static_cast<int>(split_lines(bytes.substr(0, offset)).size()) +
           (offset == 0 || bytes[offset - 1] == '\n' || bytes[offset - 1] == '\r' ? 1 : 0);
}

/// An iconv conversion that closes itself.
class Converter {
public:
    explicit Converter(const std::string& from) : handle_{iconv_open("UTF-8", from.c_str())} {}
    ~Converter() {
        if (open()) iconv_close(handle_);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    [[nodiscard]] bool open() const {
        return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT: iconv's own way to fail
    }

    std::optional<std::string> convert(std::string_view bytes) {
        std::string input{bytes};
        std::string result;
        std::array<char, 4096> buffer{};
        char* from = input.data();
        std::size_t left = input.size();
        while (left > 0) {
            char* to = buffer.data();
            std::size_t room = buffer.size();
            const auto done = iconv(handle_, &from, &left, &to, &room);
            const bool stuck = done == static_cast<std::size_t>(-1) && errno != E2BIG;
            if (stuck) return std::nullopt;
            result.append(buffer.data(), buffer.size() - room);
        }
        return result;
    }

private:
    iconv_t handle_;
};

}  // namespace

Encoding guess_encoding(std::string_view bytes) {
    const auto nul = bytes.find('\0');
    const auto invalid = invalid_utf8(bytes);
    if (!invalid && nul == std::string_view::npos) return {.name = "UTF-8", .valid = true};
    Encoding guess{.name = guess_name(bytes)};
    guess.offset = std::min(invalid.value_or(nul), nul);
    const bool lines = !guess.name.empty() && !guess.name.starts_with("UTF-16");
    guess.line = lines ? line_of(bytes, guess.offset) : 0;
    return guess;
}

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& name) {
    Converter converter{name};
    if (!converter.open()) return std::nullopt;
    auto text = converter.convert(bytes);
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (text && text->starts_with(kMark)) text->erase(0, kMark.size());
    return text;
}

Problem encoding_problem(std::string_view path, const Encoding& encoding) {
    Problem problem;
    problem.path = path;
    problem.line = encoding.line;
    if (encoding.name.empty()) {
        problem.message = localized("this is not a text file");
    } else if (encoding.name == "UTF-8") {
        problem.message = localized("byte {} is not valid UTF-8", encoding.offset);
        problem.hint = localized("the file may be damaged or cut off; save it as UTF-8 again");
    } else {
        problem.message = localized("this is not UTF-8; it looks like {}", encoding.name);
        problem.hint =
            localized("import it with --encoding {}, or save it as UTF-8", encoding.name);
    }
    return problem;
}

}  // namespace wengu
