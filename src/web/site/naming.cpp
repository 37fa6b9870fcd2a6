#include "web/site/naming.hpp"

#include <algorithm>

#include "base/messages.hpp"

namespace comity::site {

namespace {

// By the first mechanism that has it: what mechanisms share, they call by one id.
template <class T>
std::string in_the_law(const Site& site, std::vector<T> law::Mechanism::* list, std::string_view code, base::Language language) {
    for (const law::Mechanism& mechanism : site.law().list) {
        const auto at = std::ranges::find_if(mechanism.*list, [&](const T& entry) { return entry.id == code; });
        if (at != (mechanism.*list).end()) return std::string(base::shown(at->name, language).text);
    }
    return std::string(code);
}

}  // namespace

std::string name_of(const Site& site, std::string_view list, std::string_view code, base::Language language) {
    const base::Words words(language);
    if (list == "party") return std::string(party_name(site, code, language));
    if (list == "agreement") return std::string(label("agreements", code, language));
    if (list == "matter") return std::string(label("matters", code, language));
    if (list == "step") return in_the_law(site, &law::Mechanism::steps, code, language);
    if (list == "actor") return in_the_law(site, &law::Mechanism::actors, code, language);
    if (list == "stage") return in_the_law(site, &law::Mechanism::stages, code, language);
    if (list == "version") return in_the_law(site, &law::Mechanism::versions, code, language);
    if (list == "point") return in_the_law(site, &law::Mechanism::event_types, code, language);
    if (list == "strength")
        return std::string(words(code == "hard"     ? "performance.strength.hard"
                                 : code == "target" ? "performance.strength.target"
                                                    : "performance.strength.normally"));
    if (list != "outcome") return std::string(code);
    if (code == "open") return std::string(words("status.open"));
    if (code.empty()) return std::string(words("status.ended_unknown"));
    return in_the_law(site, &law::Mechanism::outcomes, code, language);
}

}  // namespace comity::site
