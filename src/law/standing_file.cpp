#include <fmt/format.h>

#include <algorithm>

#include "law/mechanism_file.hpp"
#include "law/standing.hpp"

namespace comity::law {

std::string read_country(TableReader& reader, std::string_view key) {
    std::string code = reader.text_or(key, "");
    const bool right = code.size() == 3 && std::ranges::all_of(code, [](char c) { return 'A' <= c && c <= 'Z'; });
    if (!code.empty() && !right)
        reader.fault(key, fmt::format("\"{}\" is not a country", code), "three capital letters (ISO 3166-1 alpha-3): \"CAN\"");
    return code;
}

namespace {

Bar read_bar(const Node& node, const std::string& file, base::Faults& faults) {
    TableReader reader(node, file, "bar", faults);
    Bar bar{.id = reader.text("id"), .name = reader.words("name")};
    reader.rename("bar " + bar.id);
    bar.filer_of = read_country(reader, "filer_of");
    bar.respondent = read_country(reader, "respondent");
    bar.anonymous = reader.flag("anonymous");
    bar.points_to = reader.text_or("points_to", "");
    bar.authority = reader.authority();
    if (bar.filer_of.empty() && bar.respondent.empty() && !bar.anonymous)
        reader.fault("", "bars everyone", "filer_of, respondent or anonymous = true");
    reader.end();
    return bar;
}

Reservation read_reservation(const Node& node, const std::string& file, base::Faults& faults) {
    TableReader reader(node, file, "reservation", faults);
    reader.need("party", "the Party that made it, as \"CAN\"");
    Reservation reservation{.party = read_country(reader, "party")};
    reader.rename("reservation of " + reservation.party);
    reservation.most_years = static_cast<int>(reader.number("most_years", 1, 100, 0));
    reservation.revoked = reader.day("revoked");
    reservation.authority = reader.authority();
    const Span& span = reservation.authority.in_force;
    if (!span.from) {
        reader.fault("in_force", "has no beginning", "in_force.from = YYYY-MM-DD");
    } else if (span.to && reservation.most_years > 0) {
        const base::Day most = last_day(*span.from, reservation.most_years);
        if (*span.to > most)
            reader.fault("in_force", fmt::format("lasts longer than {} years", reservation.most_years),
                         fmt::format("to = {} or before", base::to_string(most)));
    }
    reader.end();
    return reservation;
}

CrossReference read_cross_reference(const Node& node, const std::string& file, base::Faults& faults) {
    TableReader reader(node, file, "cross_reference", faults);
    CrossReference reference{.id = reader.text("id"), .found_in = reader.text("found_in"), .says = reader.text("says")};
    reader.rename("cross_reference " + reference.id);
    reference.state = static_cast<ReferenceState>(reader.one_of("state", {"broken", "stale"}));
    reference.annotation = reader.words("annotation");
    reference.authority = reader.authority(false);
    if (reference.authority.provision.empty()) reference.authority.provision = reference.found_in;
    reader.end();
    return reference;
}

}  // namespace

void read_standing(TableReader& root, const std::string& file, Mechanism& mechanism, base::Faults& faults) {
    for (const Node* node : root.tables("bar")) {
        Bar bar = read_bar(*node, file, faults);
        TableReader noting(*node, file, "bar " + bar.id, faults);
        need_new_id(mechanism.bars, bar.id, noting);
        mechanism.bars.push_back(std::move(bar));
    }
    for (const Node* node : root.tables("reservation")) mechanism.reservations.push_back(read_reservation(*node, file, faults));
    for (const Node* node : root.tables("cross_reference")) {
        CrossReference reference = read_cross_reference(*node, file, faults);
        TableReader noting(*node, file, "cross_reference " + reference.id, faults);
        need_new_id(mechanism.cross_references, reference.id, noting);
        mechanism.cross_references.push_back(std::move(reference));
    }
}

}  // namespace comity::law
