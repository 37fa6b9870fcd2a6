#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "law/explanation.hpp"

namespace comity::law {

namespace {

constexpr std::size_t widest = 78;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Appends the text from the current column on, broken at spaces; lines after the first begin with the indent.
void append_wrapped(std::string& out, std::string_view text, const std::string& first, const std::string& indent) {
    out += first;
    std::size_t column = characters(first);
    bool begins = true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (word.empty()) continue;
        const std::size_t width = characters(word);
        if (!begins && column + 1 + width > widest) {
            out += "\n" + indent;
            column = characters(indent);
        } else if (!begins) {
            out += ' ';
            ++column;
        }
        out += word;
        column += width;
        begins = false;
    }
    out += '\n';
}

// The words of a source before and after its address, and the address.
struct Parts {
    std::string_view said, address, rest;
};
Parts parts_of(std::string_view source) {
    const std::size_t begin = std::min(source.find("http"), source.size());
    const std::size_t end = std::min(source.find(' ', begin), source.size());
    std::string_view said = source.substr(0, begin);
    while (said.ends_with(' ') || said.ends_with(',')) said.remove_suffix(1);
    return {said, source.substr(begin, end - begin), source.substr(end)};
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>#|").contains(c)) out += '\\';
        out += c;
    }
    return out;
}

std::string marked_down(const Sentence& sentence, const base::Words& words) {
    std::string text;
    for (const Piece& piece : sentence.pieces) {
        if (piece.kind == Piece::Kind::mark) {
            text += "*(" + escaped(piece.text) + ")*";
        } else if (piece.kind == Piece::Kind::source) {
            const Parts parts = parts_of(piece.text);
            text += escaped(words("proof.source")) + std::string(words("proof.colon")) + escaped(parts.said);
            if (!parts.said.empty() && !parts.address.empty()) text += ", ";
            if (!parts.address.empty()) text += fmt::format("<{}>", parts.address);
            text += escaped(parts.rest);
        } else {
            text += escaped(piece.text);
        }
    }
    while (text.ends_with(' ')) text.pop_back();
    return sentence.weight == Sentence::Weight::result ? "**" + text + "**" : text;
}

std::string heading(const Explanation& clock, const base::Words& words) {
    return words("explain.clock", {{"step", clock.step}, {"actor", clock.actor}, {"state", clock.state}});
}

}  // namespace

std::string plain_text(const Sentence& sentence, const base::Words& words) {
    std::string text;
    for (const Piece& piece : sentence.pieces) {
        if (piece.kind == Piece::Kind::mark)
            text += "[" + piece.text + "]";
        else if (piece.kind == Piece::Kind::source)
            text += std::string(words("proof.source")) + std::string(words("proof.colon")) + piece.text;
        else
            text += piece.text;
    }
    return text;
}

std::string plain_text(const Sheet& sheet, const base::Words& words) {
    std::string out;
    append_wrapped(out, sheet.title, "", "");
    for (const std::string& line : sheet.head) append_wrapped(out, line, "", "");
    for (const Explanation& clock : sheet.clocks) {
        out += '\n';
        const std::string head = heading(clock, words);
        append_wrapped(out, head, "", "");
        out += std::string(std::min(widest, characters(head)), '-') + "\n";
        int number = 0;
        for (const Entry& entry : clock.entries) {
            fmt::format_to(std::back_inserter(out), "\n{}. {}\n", ++number, entry.term);
            for (const Sentence& sentence : entry.sentences)
                append_wrapped(out, plain_text(sentence, words), sentence.item ? "   - " : "   ",
                               sentence.item ? "     " : "   ");
        }
    }
    if (!sheet.foot.empty()) append_wrapped(out += '\n', sheet.foot, "", "");
    return out;
}

std::string markdown(const Sheet& sheet, const base::Words& words) {
    std::string out = "# " + escaped(sheet.title) + "\n";
    for (const std::string& line : sheet.head) out += "\n" + escaped(line) + "\n";
    for (const Explanation& clock : sheet.clocks) {
        out += "\n## " + escaped(heading(clock, words)) + "\n";
        int number = 0;
        for (const Entry& entry : clock.entries) {
            fmt::format_to(std::back_inserter(out), "\n### {}. {}\n", ++number, escaped(entry.term));
            bool in_list = false;
            for (const Sentence& sentence : entry.sentences) {
                out += (in_list && sentence.item ? "" : "\n") + std::string(sentence.item ? "- " : "") +
                       marked_down(sentence, words) + "\n";
                in_list = sentence.item;
            }
        }
    }
    if (!sheet.foot.empty()) out += "\n" + escaped(sheet.foot) + "\n";
    return out;
}

}  // namespace comity::law
