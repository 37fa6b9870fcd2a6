#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace comity::base {

// A value for a placeholder of a message: {"due", "2 Oct 2023"} fills "{due}".
struct Argument {
    std::string_view name;
    std::string_view value;
};

// The words of the interface in one language, from data/messages/*.po. A key is lower-case words joined by dots
// ("case.whose_turn"). A key without a message gives the key itself; the tidy test keeps that from happening.
class Words {
  public:
    explicit Words(Language language);  // the catalogs are read once, on first use

    Language language() const { return language_; }
    // The view lives as long as the program.
    std::string_view operator()(const char* key) const;
    std::string operator()(const char* key, std::initializer_list<Argument> arguments) const;
    // The form for n things by the language's plural rule; "{n}" is n as the language writes it.
    std::string plural(const char* key, std::int64_t n, std::initializer_list<Argument> arguments = {}) const;
    bool has(const char* key) const;

  private:
    Language language_;
    const void* catalog_;
};

// The pattern with each {name} replaced by the argument of that name; a name without an argument stays as it is.
std::string filled(std::string_view pattern, std::initializer_list<Argument> arguments);

}  // namespace comity::base
