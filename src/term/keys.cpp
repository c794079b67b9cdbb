#include "term/keys.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace wengu {
namespace {

using Kind = Key::Kind;

constexpr std::string_view kPasteStart = "200~";
constexpr std::string_view kPasteEnd = "\x1b[201~";
constexpr std::size_t kLongestSequence = 32;

struct NamedKind {
    std::string_view name;
    Kind kind;
};
constexpr std::array<NamedKind, 14> kNamed{{{"enter", Kind::Enter},
                                            {"tab", Kind::Tab},
                                            {"backspace", Kind::Backspace},
                                            {"delete", Kind::Delete},
                                            {"esc", Kind::Escape},
                                            {"up", Kind::Up},
                                            {"down", Kind::Down},
                                            {"left", Kind::Left},
                                            {"right", Kind::Right},
                                            {"home", Kind::Home},
                                            {"end", Kind::End},
                                            {"pgup", Kind::PageUp},
                                            {"pgdn", Kind::PageDown},
                                            {"ctrl-c", Kind::Interrupt}}};

Key text_key(std::string text) { return {.kind = Kind::Text, .text = std::move(text)}; }

/// A byte below 0x20 (or 0x7F) as a key.
Key control_key(char byte) {
    if (byte == '\r' || byte == '\n') return {.kind = Kind::Enter};
    if (byte == '\t') return {.kind = Kind::Tab};
    if (byte == 0x7F || byte == '\b') return {.kind = Kind::Backspace};
    if (byte == 3) return {.kind = Kind::Interrupt};
    Key key = text_key(std::string(1, static_cast<char>(byte | 0x60)));
    if (byte == 0) key.text = " ";
    key.ctrl = true;
    return key;
}

std::size_t utf8_length(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte >= 0xF0) return 4;
    if (byte >= 0xE0) return 3;
    if (byte >= 0xC0) return 2;
    return 1;
}

/// The kind that the final byte of a CSI or SS3 sequence names.
Kind kind_of_letter(char letter) {
    switch (letter) {
        case 'A': return Kind::Up;
        case 'B': return Kind::Down;
        case 'C': return Kind::Right;
        case 'D': return Kind::Left;
        case 'F': return Kind::End;
        case 'H': return Kind::Home;
        case 'M': return Kind::Enter;
        case 'Z': return Kind::Tab;
        default: return Kind::None;
    }
}

Kind kind_of_number(int number) {
    switch (number) {
        case 1:
        case 7: return Kind::Home;
        case 3: return Kind::Delete;
        case 4:
        case 8: return Kind::End;
        case 5: return Kind::PageUp;
        case 6: return Kind::PageDown;
        default: return Kind::None;
    }
}

int number_at(std::string_view text, int otherwise) {
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// A whole CSI sequence, without its introducer: "1;5C", "3~", "A".
Key csi_key(std::string_view sequence) {
    const char last = sequence.back();
    const auto semicolon = sequence.find(';');
    Key key;
    key.kind = last == '~' ? kind_of_number(number_at(sequence, 0)) : kind_of_letter(last);
    if (last == 'Z') key.shift = true;
    if (semicolon == std::string_view::npos) return key;
    const auto modifiers = static_cast<unsigned>(number_at(sequence.substr(semicolon + 1), 1)) - 1;
    key.shift = (modifiers & 1U) != 0;
    key.alt = (modifiers & 2U) != 0;
    key.ctrl = (modifiers & 4U) != 0;
    return key;
}

/// Where the CSI sequence in `buffer` (which begins with ESC [) ends; npos if it does not yet.
std::size_t csi_end(std::string_view buffer) {
    for (std::size_t i = 2; i < buffer.size(); ++i) {
        const auto byte = static_cast<unsigned char>(buffer[i]);
        if (byte >= 0x40 && byte <= 0x7E) return i + 1;
        if (byte < 0x20 || byte > 0x7E || i > kLongestSequence) return i;  // broken: give up here
    }
    return std::string_view::npos;
}

std::string with_plain_line_ends(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            result += '\n';
            if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

}  // namespace

std::string name_of(const Key& key) {
    std::string name;
    if (key.ctrl) name += "ctrl-";
    if (key.alt) name += "alt-";
    if (key.shift) name += "shift-";
    if (key.kind == Kind::Text) return name + (key.text == " " ? "space" : key.text);
    const auto* const found = std::ranges::find(kNamed, key.kind, &NamedKind::kind);
    return found == kNamed.end() ? std::string{} : name + std::string{found->name};
}

std::optional<Key> key_named(std::string_view name) {
    Key key;
    const auto take = [&name](std::string_view prefix) {
        const bool there = name.starts_with(prefix) && name.size() > prefix.size();
        if (there) name.remove_prefix(prefix.size());
        return there;
    };
    if (name == "ctrl-c") return Key{.kind = Kind::Interrupt};
    key.ctrl = take("ctrl-");
    key.alt = take("alt-");
    key.shift = take("shift-");
    const auto* const found = std::ranges::find(kNamed, name, &NamedKind::name);
    if (found != kNamed.end()) {
        key.kind = found->kind;
        return key;
    }
    key.kind = Kind::Text;
    key.text = name == "space" ? " " : std::string{name};
    if (count_code_points(key.text) != 1) return std::nullopt;
    return key;
}

Key narrowed(const Key& key) {
    if (key.kind != Kind::Text) return key;
    std::string_view text = key.text;
    const char32_t c = take_code_point(text);
    Key result = key;
    if (c >= 0xFF01 && c <= 0xFF5E) result.text = to_utf8(std::u32string(1, c - 0xFEE0));
    if (c == 0x3000) result.text = " ";
    return result;
}

std::vector<Key> KeyDecoder::feed(std::string_view bytes) {
    buffer_ += bytes;
    std::vector<Key> keys;
    while (!buffer_.empty() && take_one(keys, false)) {
    }
    return keys;
}

std::vector<Key> KeyDecoder::flush() {
    std::vector<Key> keys;
    while (!buffer_.empty() && take_one(keys, true)) {
    }
    return keys;
}

/// Takes one key, or a part of a paste, off the buffer; false if more bytes are needed.
bool KeyDecoder::take_one(std::vector<Key>& keys, bool final) {
    if (pasting_) return take_paste(keys);
    const char lead = buffer_.front();
    if (lead == '\x1b') return take_escape(keys, final);
    if ((lead >= 0 && lead < 0x20) || lead == 0x7F) {
        keys.push_back(control_key(lead));
        buffer_.erase(0, 1);
        return true;
    }
    if (buffer_.size() < utf8_length(lead) && !final) return false;
    std::string_view rest = buffer_;
    const char32_t c = take_code_point(rest);
    const bool invalid = c == 0xFFFD && buffer_.size() - rest.size() == 1;
    if (!invalid) keys.push_back(text_key(buffer_.substr(0, buffer_.size() - rest.size())));
    buffer_.erase(0, buffer_.size() - rest.size());
    return true;
}

bool KeyDecoder::take_paste(std::vector<Key>& keys) {
    const auto end = buffer_.find(kPasteEnd);
    if (end == std::string::npos) {
        // The end mark may be cut in two: keep what could be its beginning.
        const auto keep = std::min(buffer_.size(), kPasteEnd.size() - 1);
        paste_.append(buffer_, 0, buffer_.size() - keep);
        buffer_.erase(0, buffer_.size() - keep);
        return false;
    }
    paste_.append(buffer_, 0, end);
    buffer_.erase(0, end + kPasteEnd.size());
    keys.push_back({.kind = Kind::Paste, .text = with_plain_line_ends(paste_)});
    paste_.clear();
    pasting_ = false;
    return true;
}

/// An escape byte: a key of its own, the start of a sequence, or Alt.
bool KeyDecoder::take_escape(std::vector<Key>& keys, bool final) {
    if (buffer_.size() == 1 || buffer_[1] == '\x1b') {
        if (buffer_.size() == 1 && !final) return false;
        keys.push_back({.kind = Kind::Escape});
        buffer_.erase(0, 1);
        return true;
    }
    if (buffer_[1] != '[' && buffer_[1] != 'O') return take_alt(keys, final);
    std::size_t length = buffer_[1] == '[' ? csi_end(buffer_) : 3;
    if (length > buffer_.size()) {
        if (!final) return false;
        length = buffer_.size();
    }
    const std::string sequence = buffer_.substr(2, length - 2);
    buffer_.erase(0, length);
    pasting_ = sequence == kPasteStart;
    if (pasting_ || sequence.empty()) return true;
    const Key key = csi_key(sequence);
    if (key.kind != Kind::None) keys.push_back(key);
    return true;
}

bool KeyDecoder::take_alt(std::vector<Key>& keys, bool final) {
    const auto before = keys.size();
    buffer_.erase(0, 1);
    if (!take_one(keys, final)) {
        buffer_.insert(0, 1, '\x1b');
        return false;
    }
    if (keys.size() > before) keys.back().alt = true;
    return true;
}

}  // namespace wengu
