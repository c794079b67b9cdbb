#!/usr/bin/env python3
"""Writes data/traditional.txt: which simplified character stands for each traditional one.

usage: traditional_table.py > data/traditional.txt      (needs the Debian package libopencc1.1)
"""
import ctypes

FIRST, LAST = 0x4E00, 0x9FFF
PER_LINE = 32


def simplify():
    library = ctypes.CDLL("libopencc.so.1.1")
    library.opencc_open.restype = ctypes.c_void_p
    library.opencc_convert_utf8.restype = ctypes.c_void_p
    library.opencc_convert_utf8.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    converter = library.opencc_open(b"t2s.json")

    def one(character):
        text = character.encode()
        return ctypes.string_at(library.opencc_convert_utf8(converter, text, len(text))).decode()

    return one


def main():
    one = simplify()
    pairs = []
    for code_point in range(FIRST, LAST + 1):
        character = chr(code_point)
        simple = one(character)
        if simple != character and len(simple) == 1 and FIRST <= ord(simple) <= LAST:
            pairs.append(character + simple)
    print("# Traditional characters, each followed by its simplified form.")
    print("# Source: the single-character table of OpenCC 1.1.6 (Apache-2.0), as Debian's")
    print("# libopencc1.1 applies it; written by scripts/traditional_table.py.")
    for start in range(0, len(pairs), PER_LINE):
        print("".join(pairs[start : start + PER_LINE]))


if __name__ == "__main__":
    main()
