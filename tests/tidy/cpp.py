"""Just enough reading of C++ for the house rules: what is text, what is comment, where functions begin and end."""

import re

TOKEN = re.compile(
    r'(?P<raw>\b(?:u8|u|U|L)?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<number>\b\d[\w']*)"
    r"|(?P<char>'(?:\\.|[^'\\\n])+')"
    r"|(?P<comment>//[^\n]*|/\*.*?\*/)",
    re.S,
)


def blanked(text, keep=()):
    """The text with literals and comments (but for those kinds in keep) replaced by as many spaces, line ends kept."""

    def blank(match):
        kind = match.lastgroup if match.lastgroup != "mark" else "raw"
        if kind == "number" or kind in keep:
            return match.group()
        inside = re.sub(r"[^\n]", " ", match.group())
        return inside if kind == "comment" else '"' + inside[1:-1] + '"'

    return TOKEN.sub(blank, text)


def strings(text):
    """(line, literal) for each string literal; adjacent literals are one."""
    found = []
    end = None
    for match in TOKEN.finditer(text):
        raw, string = match.group("raw"), match.group("string")
        if raw is None and string is None:
            continue
        line_start = text.rfind("\n", 0, match.start()) + 1
        if text[line_start : match.start()].lstrip().startswith("#include"):
            continue
        value = string[1:-1] if string is not None else raw[raw.index("(") + 1 : -2 - len(match.group("mark"))]
        if end is not None and text[end : match.start()].strip() == "":
            found[-1] = (found[-1][0], found[-1][1] + value)
        else:
            found.append((text.count("\n", 0, match.start()) + 1, value))
        end = match.end()
    return found


SCOPE = re.compile(r'^(?:inline\s+)?(?:namespace\b|extern\s+"|(?:template\s*<.*>\s*)?(?:class|struct|union|enum)\b[^()]*$)', re.S)
NAME = re.compile(r"([~\w:]+|operator\s*[^\s(]+|operator\s*\(\s*\))\s*\($")


def functions(text):
    """(name, first line, last line) of each function that is not inside another."""
    code = re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda m: re.sub(r"[^\n]", " ", m.group()), blanked(text), flags=re.M)
    found = []
    stack = []  # "scope", or (name, start) of a function, or "block"
    start = 0  # where the present statement begins
    depth = 0  # of parentheses
    inside = 0  # how many of the stack are no scope
    for at, char in enumerate(code):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth -= 1
        elif char == "{":
            head = code[start:at].strip()
            if inside or depth > 0:
                stack.append("block")
                inside += 1
            elif SCOPE.match(head):
                stack.append("scope")
                start = at + 1
            else:
                stack.append(described(head, code, start))
                inside += 1
        elif char == "}":
            if not stack:
                continue
            kind = stack.pop()
            if kind == "scope":
                start = at + 1
                continue
            inside -= 1
            if inside == 0 and kind != "block":
                found.append((kind[0], code.count("\n", 0, kind[1]) + 1, code.count("\n", 0, at) + 1))
            # A brace may end an initializer within a constructor's list, whose body comes yet.
            if inside == 0 and not re.match(r"\s*(?:,|\{|;|\))", code[at + 1 : at + 200]):
                start = at + 1
        elif char == ";" and not inside:
            start = at + 1
        elif char == ":" and not inside and re.search(r"\b(?:public|private|protected)\s*$", code[start:at]):
            start = at + 1
    return found


def described(head, code, start):
    """What a brace after this head opens, in a scope: a function (name, start), or "block" for an initializer."""
    signature = re.sub(r"<[^<>()]*>", "", head)
    opening = signature.find("(")
    if opening < 0 or re.search(r"=\s*$", head) or re.search(r"(?<![=!<>])=(?![=])", signature[:opening].replace("operator=", "")):
        return "block"
    name = NAME.search(signature[: opening + 1])
    first = start + len(code[start:]) - len(code[start:].lstrip())
    return (name.group(1) if name else "?", first)
