#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// What a parsed JSON value no longer tells: where its parts stood, and keys that were written twice.
namespace comity::exchange {

struct JsonOutline {
    std::vector<std::size_t> element_lines;  // line on which each element of the outermost list begins, from 1
    struct Twice {
        std::size_t line;
        std::string key;
    };
    std::vector<Twice> twice;  // keys that their object has already
};

// The text is JSON that parses.
JsonOutline outline(std::string_view json);

}  // namespace comity::exchange
