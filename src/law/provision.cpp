#include "law/provision.hpp"

#include <array>
#include <utility>

namespace comity::law {

namespace {

// What the law's files and the dockets write, and the message that says it. A longer term stands before one that begins it.
constexpr auto terms = std::to_array<std::pair<std::string_view, const char*>>({
    {"NAAEC", "provision.naaec"},
    {"USMCA", "provision.usmca"},
    {"ECA", "provision.eca"},
    {"Guidelines of 13 October 1995", "provision.guidelines_1995"},
    {"Guidelines", "provision.guidelines"},
    {"Guideline", "provision.guideline"},
    {"Practice of the Secretariat", "provision.practice_secretariat"},
    {"Practice notice", "provision.practice_notice"},
    {"Practice", "provision.practice"},
    {"as practised", "provision.as_practised"},
    {"as practice", "provision.as_practice"},
    {"targets", "provision.targets"},
    {"Council Resolution", "provision.resolution"},
    {"Quebec", "provision.quebec"},
    {"s.", "provision.section"},
    {"National Holiday Act", "provision.national_holiday"},
    {"Act respecting labour standards", "provision.labour_standards"},
    {"Working days exclude Saturdays and Sundays", "provision.weekends"},
    {"US-Colombia TPA", "provision.us_colombia"},
    {"US-Panama TPA", "provision.us_panama"},
    {"US-Peru TPA", "provision.us_peru"},
    {"US-COLOMBIA", "provision.us_colombia"},
    {"US-PANAMA", "provision.us_panama"},
    {"US-PERU", "provision.us_peru"},
    {"fn.", "provision.footnote"},
    {"Handbook", "provision.handbook"},
    {"Understanding", "provision.understanding"},
    {"Working Procedures", "provision.working_procedures"},
    {"AGA", "provision.aga"},
    {"Annex", "provision.annex"},
    {"CPTPP", "provision.cptpp"},
    {"Decision", "provision.decision"},
    {"Executive order", "provision.executive_order"},
    {"Holidays of the United States", "provision.holidays_us"},
    {"Information sheet", "provision.information_sheet"},
    {"Interpretation Act", "provision.interpretation_act"},
    {"Official holidays", "provision.official_holidays"},
    {"Operating Procedures", "provision.operating_procedures"},
    {"Resolutions", "provision.bank_resolutions"},
    {"Resolution", "provision.bank_resolution"},
});

bool in_a_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string cited(const base::Words& words, std::string_view provision) {
    std::string out;
    for (std::size_t at = 0; at < provision.size();) {
        const std::string_view rest = provision.substr(at);
        const bool begins = at == 0 || !in_a_word(provision[at - 1]);
        const auto* term = terms.begin();
        const auto stands_here = [&] {
            const std::size_t after = term->first.size();
            return rest.starts_with(term->first) && (after == rest.size() || !in_a_word(rest[after]));
        };
        while (begins && term != terms.end() && !stands_here()) ++term;
        if (begins && term != terms.end()) {
            out += words(term->second);
            at += term->first.size();
        } else if (rest.front() == ';') {
            out += words("list.semicolon");
            ++at;
        } else {
            out += rest.front();
            ++at;
        }
    }
    return out;
}

}  // namespace comity::law
