#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Agent Inbox authors
# SPDX-License-Identifier: MIT
"""make.py UNICODE_DIRECTORY CLDR_DIRECTORY OUTPUT_DIRECTORY LANGUAGE...

Turns Unicode's list of emoji and CLDR's annotations into the files the picker reads, all UTF-8:

  list.txt          "@Group name", then its emoji, one a line; where skin tones exist the emoji in the
                    lightest tone follows after a tab
  LANGUAGE.txt      line by line with list.txt, group lines empty: name, tab, more words joined by "|"

Emoji that are newer than CLDR's annotations have no name in any language but English and are on few phones
yet: they are left out.
"""
import pathlib
import sys
import xml.etree.ElementTree as ElementTree

LIGHTEST, DARKEST = 0x1F3FB, 0x1F3FF
AS_EMOJI = "\ufe0f"


def tones(text):
    return [ord(c) for c in text if LIGHTEST <= ord(c) <= DARKEST]


def bare(text):
    """What an emoji and its forms in a skin tone have in common; also how CLDR writes it."""
    return "".join(c for c in text if c != AS_EMOJI and not LIGHTEST <= ord(c) <= DARKEST)


def groups(path):
    """[(group, [(emoji, in the lightest tone or "")])]"""
    result, tinted = [], {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# group: "):
            result.append((line.removeprefix("# group: "), []))
            continue
        if line.startswith("#") or "; fully-qualified" not in line:
            continue
        emoji = "".join(chr(int(code, 16)) for code in line.split(";")[0].split())
        if not tones(emoji):
            result[-1][1].append(emoji)
        elif set(tones(emoji)) == {LIGHTEST}:
            tinted.setdefault(bare(emoji), emoji)
    return [(name, [(e, tinted.get(bare(e), "")) for e in emoji]) for name, emoji in result if emoji]


def annotations(directory, language):
    names, words = {}, {}
    for folder in ("annotationsDerived", "annotations"):
        root = ElementTree.parse(directory / folder / (language + ".xml")).getroot()
        for node in root.iter("annotation"):
            emoji = node.get("cp").replace(AS_EMOJI, "")
            if node.get("type") == "tts":
                names[emoji] = node.text.strip()
            else:
                words[emoji] = [word.strip() for word in node.text.split("|")]
    return names, words


def main():
    unicode_directory, cldr_directory, output = map(pathlib.Path, sys.argv[1:4])
    languages = {language: annotations(cldr_directory, language) for language in sys.argv[4:]}
    listed, spoken = [], {language: [] for language in languages}
    for group, emojis in groups(unicode_directory / "emoji-test.txt"):
        listed.append("@" + group)
        for lines in spoken.values():
            lines.append("")
        for emoji, tinted in emojis:
            key = bare(emoji)
            if not all(key in names for names, _ in languages.values()):
                continue
            listed.append(emoji + ("\t" + tinted if tinted else ""))
            for language, (names, words) in languages.items():
                more = [word for word in words.get(key, []) if word.lower() not in names[key].lower()]
                spoken[language].append(names[key] + "\t" + "|".join(more))
    output.mkdir(parents=True, exist_ok=True)
    for name, lines in [("list", listed), *spoken.items()]:
        (output / (name + ".txt")).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
