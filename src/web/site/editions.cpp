#include "web/site/editions.hpp"

namespace comity::site {

namespace {

law::Edition edition(const Site& site, std::string_view name, const law::Edition& otherwise) {
    if (name.empty()) return otherwise;
    const auto found = law::find_edition(site.law(), name.substr(0, 100));
    if (found) return *found;
    std::vector<std::string> known;
    for (const law::Mechanism& mechanism : site.law().list)
        for (const law::Edition& one : law::editions(mechanism)) known.push_back(law::to_string(one));
    throw server::HttpError{400, "no_edition", found.error(), {}, std::move(known)};
}

}  // namespace

EditionsAsked editions_asked(const Site& site, const server::Request& request, std::string_view mechanism) {
    const auto all = law::editions(mechanism_asked(site, mechanism));
    const law::Edition& last = all.back();
    const law::Edition& previous = all.size() > 1 ? all[all.size() - 2] : last;
    return {edition(site, server::find(request.query, "from").value_or(""), previous),
            edition(site, server::find(request.query, "to").value_or(""), last)};
}

}  // namespace comity::site
