#include "law/standing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "base/format.hpp"

namespace comity::law {
namespace {

using base::Language;

constexpr std::chrono::days one_day{1};

enum class Fits : std::uint8_t { no, unknown, yes };

Fits fits(std::string_view wanted, std::string_view given) {
    if (wanted.empty() || wanted == given) return Fits::yes;
    return given.empty() ? Fits::unknown : Fits::no;
}

Fits fits(const Bar& bar, const Filing& filing) {
    if (bar.anonymous && !filing.anonymous) return Fits::no;
    if (!bar.authority.in_force.holds(filing.day)) return Fits::no;
    return std::min(fits(bar.filer_of, filing.filer_of), fits(bar.respondent, filing.respondent));
}

std::string day_in(Language language, base::Day day) { return base::date(language, base::Date(day)); }

struct Wording {
    std::string_view en, fr, es;
    std::string_view operator[](Language language) const {
        return language == Language::en ? en : language == Language::fr ? fr : es;
    }
};

// {0} the mechanism or what the bar says, {1} the day of the filing, {2} the Party, {3} and {4} the days of its reservation.
constexpr std::array<Wording, 5> wordings{{
    {"{0} does not govern a filing of {1}.", "{0} : un dépôt du {1} n’en relève pas.", "{0}: no rige una presentación del {1}."},
    {"{0}", "{0}", "{0}"},
    {"It can’t be told whether this applies, because who files or about whom is not known: {0}",
     "On ne peut dire si ceci s’applique, faute de savoir qui dépose ou contre qui : {0}",
     "No puede saberse si esto se aplica, porque no consta quién presenta o contra quién: {0}"},
    {"{2} refused such filings from {3}{4}.", "{2} refusait de tels dépôts à compter du {3}{4}.",
     "{2} rechazaba tales presentaciones desde el {3}{4}."},
    {"{2} had refused such filings from {3}{4}; on {1} it accepted them.",
     "{2} avait refusé de tels dépôts à compter du {3}{4} ; le {1}, il les acceptait.",
     "{2} había rechazado tales presentaciones desde el {3}{4}; el {1} las aceptaba."},
}};
constexpr Wording until{" to {}", " et jusqu’au {}", " hasta el {}"};
constexpr Wording pointed{" The text points to: {}.", " Le texte renvoie à : {}.", " El texto remite a: {}."};

}  // namespace

std::string_view code(StandingCode code) {
    static constexpr std::array<std::string_view, 5> codes{"outside-regime", "barred", "cannot-tell", "party-refuses",
                                                           "reservation-ended"};
    return codes[static_cast<std::size_t>(code)];
}

base::Day last_day(base::Day from, int years) {
    const std::chrono::year_month_day end = std::chrono::year_month_day{from} + std::chrono::years{years};
    return (end.ok() ? base::Day{end} : base::Day{end.year() / end.month() / std::chrono::last}) - one_day;
}

Span effective(const Reservation& reservation) {
    Span span = reservation.authority.in_force;
    const auto end_by = [&](base::Day last) {
        if (!span.to || last < *span.to) span.to = last;
    };
    if (span.from && reservation.most_years > 0) end_by(last_day(*span.from, reservation.most_years));
    if (reservation.revoked) end_by(*reservation.revoked - one_day);
    return span;
}

std::vector<StandingFinding> standing(const Mechanism& mechanism, const Filing& filing) {
    std::vector<StandingFinding> findings;
    if (!mechanism.filed.holds(filing.day)) findings.push_back({StandingCode::outside_regime});
    for (const Bar& bar : mechanism.bars) {
        const Fits fit = fits(bar, filing);
        if (fit != Fits::no) findings.push_back({fit == Fits::yes ? StandingCode::barred : StandingCode::cannot_tell, &bar});
    }
    for (const Reservation& reservation : mechanism.reservations) {
        if (filing.respondent != reservation.party || filing.day < *reservation.authority.in_force.from) continue;
        const bool holds = effective(reservation).holds(filing.day);
        findings.push_back({holds ? StandingCode::party_refuses : StandingCode::reservation_ended, nullptr, &reservation});
    }
    return findings;
}

bool may_file(const std::vector<StandingFinding>& findings) {
    return std::ranges::none_of(findings, [](const StandingFinding& finding) {
        return finding.code != StandingCode::cannot_tell && finding.code != StandingCode::reservation_ended;
    });
}

const Authority& authority(const Mechanism& mechanism, const StandingFinding& finding) {
    if (finding.bar) return finding.bar->authority;
    return finding.reservation ? finding.reservation->authority : mechanism.authority;
}

base::Text describe(const Mechanism& mechanism, const Filing& filing, const StandingFinding& finding) {
    base::Text text;
    for (const Language language : base::languages) {
        std::string subject = finding.bar ? finding.bar->name[language] : mechanism.name[language];
        std::string party, from, to;
        if (finding.reservation) {
            const Span span = effective(*finding.reservation);
            party = finding.reservation->party;
            from = day_in(language, *span.from);
            if (span.to) to = fmt::format(fmt::runtime(until[language]), day_in(language, *span.to));
        }
        text[language] = fmt::format(fmt::runtime(wordings[static_cast<std::size_t>(finding.code)][language]), subject,
                                     day_in(language, filing.day), party, from, to);
        if (finding.bar && !finding.bar->points_to.empty())
            text[language] += fmt::format(fmt::runtime(pointed[language]), finding.bar->points_to);
    }
    return text;
}

const OtherRule* definition(const Mechanism& mechanism, std::string_view term, std::string_view party, base::Day day) {
    const OtherRule* best = nullptr;
    const auto merit = [&](const OtherRule& rule) {
        const Version& version = mechanism.versions[static_cast<std::size_t>(rule.version)];
        return std::tuple(!rule.party.empty(), -static_cast<int>(version.rank), version.authority.in_force.from);
    };
    for (const OtherRule& rule : mechanism.rules) {
        if (rule.about != "definition" || rule.term != term || !(rule.party.empty() || rule.party == party)) continue;
        const Version& version = mechanism.versions[static_cast<std::size_t>(rule.version)];
        if (!version.authority.in_force.holds(day) || !rule.authority.in_force.holds(day)) continue;
        if (!best || merit(*best) < merit(rule)) best = &rule;
    }
    return best;
}

}  // namespace comity::law
