"""HTML as Telegram's Bot API parses it: a few tags, four named entities, strict nesting.

https://core.telegram.org/bots/api#html-style
"""

import re
from dataclasses import dataclass
from typing import Any

from tests.standin import utf16
from tests.standin.refusal import Refusal

Json = dict[str, Any]

KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]{1,7})|#([0-9]{1,7})|([a-zA-Z]+));?")
ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]+)\s*(?P<value>=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]*)(?=[\s>]|$)))?"""
)
LINK = re.compile(r"(?:https?|tg|ton|tonsite)://\S+|[\w\-]+(?:\.[\w\-]+)+(?:[/?#]\S*)?", re.ASCII)
OPAQUE = {"code", "pre"}


@dataclass
class Tag:
    """An open tag: where it began in the source (characters) and in the text (UTF-16 units)."""

    name: str
    attributes: dict[str, str]
    start: int
    position: int


def broken(sentence: str) -> Refusal:
    """The refusal for markup that does not parse."""
    return Refusal(f"can't parse entities: {sentence}")


def unescape(source: str) -> str:
    """Character references replaced; an unknown name stays as it is."""
    return REFERENCE.sub(character, source)


def character(found: re.Match[str]) -> str:
    """The character meant by one reference."""
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name, found[0])
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    if not 0 < code < 0x10FFFF:
        return found[0]
    if 0xD800 <= code <= 0xDFFF:
        raise broken(
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units"
        )
    return chr(code)


class Parser:
    """One pass over the source; `parse` is the way in."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = ""
        self.size = 0
        self.open: list[Tag] = []
        self.entities: list[Json] = []

    def run(self) -> None:
        """Read to the end, or raise `Refusal`."""
        at = 0
        while at < len(self.source):
            opening = self.source.find("<", at)
            end = len(self.source) if opening < 0 else opening
            self.say(unescape(self.source[at:end]))
            at = end
            if opening >= 0:
                ending = self.source.startswith("</", at)
                at = self.end(at) if ending else self.begin(at)
        if self.open:
            tag = self.open[-1].name
            raise broken(f'Can\'t find end tag corresponding to start tag "{tag}"')

    def say(self, text: str) -> None:
        """Take a run of plain text."""
        self.text += text
        self.size += utf16.length(text)

    def byte(self, at: int) -> int:
        """Offset in UTF-8 bytes, which is how Telegram reports it."""
        return len(self.source[:at].encode())

    def begin(self, at: int) -> int:
        """Read a start tag; return the position after it."""
        found = re.compile(r"<([^\s>]*)").match(self.source, at)
        name = found[1].lower() if found else ""
        end = found.end() if found else at
        if end == len(self.source):
            raise broken(f"Unclosed start tag at byte offset {self.byte(at)}")
        if name not in KINDS:
            raise broken(f'Unsupported start tag "{name}" at byte offset {self.byte(at)}')
        attributes, end = self.attributes(name, at, end)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            where = self.byte(at)
            raise broken(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.open.append(Tag(name, attributes, at, self.size))
        return end

    def attributes(self, tag: str, start: int, at: int) -> tuple[dict[str, str], int]:
        """Read attributes up to and with the closing bracket."""
        found: dict[str, str] = {}
        while True:
            while at < len(self.source) and self.source[at].isspace():
                at += 1
            if self.source[at : at + 1] == ">":
                return found, at + 1
            attribute = ATTRIBUTE.match(self.source, at)
            if attribute is None or attribute.end() >= len(self.source):
                raise broken(f"Unclosed start tag at byte offset {self.byte(start)}")
            at = attribute.end()
            name = attribute["name"].lower()
            if attribute["value"] is None and (tag, name) != ("blockquote", "expandable"):
                raise broken(
                    "Expected equal sign in declaration of an attribute of the tag "
                    f'"{tag}" at byte offset {self.byte(start)}'
                )
            found[name] = unescape(attribute[3] or attribute[4] or attribute[5] or "")

    def end(self, at: int) -> int:
        """Read an end tag; return the position after it."""
        if not self.open:
            raise broken(f"Unexpected end tag at byte offset {self.byte(at)}")
        found = re.compile(r"</([^\s>]*)\s*>").match(self.source, at)
        if found is None:
            raise broken(f"Unclosed end tag at byte offset {self.byte(at)}")
        tag = self.open.pop()
        if found[1] and found[1].lower() != tag.name:
            raise broken(
                f'Unmatched end tag at byte offset {self.byte(at)}, expected "</{tag.name}>", '
                f'found "</{found[1].lower()}>"'
            )
        if self.size > tag.position:
            self.close(tag)
        return found.end()

    def close(self, tag: Tag) -> None:
        """Keep the entity of a tag that has ended."""
        entity: Json = {
            "type": KINDS[tag.name],
            "offset": tag.position,
            "length": self.size - tag.position,
        }
        if tag.name == "a" and not self.link(entity, tag):
            return
        if tag.name == "tg-emoji":
            identifier = tag.attributes.get("emoji-id", "")
            if not identifier.isdigit() or int(identifier) == 0:
                raise broken("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = identifier
        if tag.name == "blockquote" and "expandable" in tag.attributes:
            entity["type"] = "expandable_blockquote"
        if not self.hidden(tag.name):
            self.entities.append(entity)

    def hidden(self, name: str) -> bool:
        """Inside code nothing is formatted, and a quotation holds no quotation."""
        around = {tag.name for tag in self.open}
        pair = name in OPAQUE and around & OPAQUE
        return bool(
            (around & OPAQUE and not pair) or (name == "blockquote" and "blockquote" in around)
        )

    def link(self, entity: Json, tag: Tag) -> bool:
        """Fill in a link's address; False when it is none, and the text stays plain."""
        url = tag.attributes.get("href") or utf16.cut(self.text, tag.position, entity["length"])
        user = re.fullmatch(r"tg://user\?id=(\d+)", url)
        if user:
            entity["type"] = "text_mention"
            entity["user"] = {"id": int(user[1]), "is_bot": False, "first_name": ""}
            return True
        entity["url"] = url if "://" in url else f"http://{url}/"
        return LINK.fullmatch(url) is not None


def parse(source: str) -> tuple[str, list[Json]]:
    """Text and entities of an HTML source, or `Refusal` with Telegram's description."""
    parser = Parser(source)
    parser.run()
    return trimmed(parser.text, parser.entities)


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """White space at both ends goes, and the entities move with it."""
    skipped = utf16.length(text) - utf16.length(text.lstrip())
    text = text.strip()
    size = utf16.length(text)
    kept = []
    for entity in sorted(entities, key=lambda item: (item["offset"], -item["length"])):
        start = max(entity["offset"] - skipped, 0)
        end = min(entity["offset"] + entity["length"] - skipped, size)
        if end > start:
            kept.append(entity | {"offset": start, "length": end - start})
    return text, kept
