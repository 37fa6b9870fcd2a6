#include <fmt/format.h>

#include <algorithm>

#include "law/checks.hpp"

namespace comity::law {
namespace {

constexpr std::string_view digits = "0123456789";

bool is_upper(unsigned char c) { return ('A' <= c && c <= 'Z') || c >= 0xc3; }  // accented capitals begin with 0xc3 in UTF-8

bool has_address(std::string_view source) {
    for (const std::string_view scheme : {"https://", "http://"})
        for (auto at = source.find(scheme); at != std::string_view::npos; at = source.find(scheme, at + 1)) {
            const std::string_view host =
                source.substr(at + scheme.size()).substr(0, source.substr(at + scheme.size()).find_first_of("/ ,;"));
            if (host.find('.') != std::string_view::npos && !host.starts_with('.')) return true;
        }
    return false;
}

// "Council Resolution 12-06", "SEM-13-001", "19 U.S.C. 4713": a name with the number under which it is found.
bool has_number_of_a_document(std::string_view source) {
    const auto number = source.find_first_of(digits);
    return number != std::string_view::npos &&
           std::ranges::any_of(source, [](char c) { return is_upper(static_cast<unsigned char>(c)); });
}

// "USMCA 24.27(4)", "Operating Procedures, III", "Practice": the instrument's name, and where it is numbered the place in it. A
// lower-case beginning is a remark, and a long text without a number is a description.
bool names_a_place(std::string_view reference) {
    const auto first = reference.find_first_not_of(' ');
    if (first == std::string_view::npos) return false;
    reference.remove_prefix(first);
    const bool begins_well =
        is_upper(static_cast<unsigned char>(reference[0])) || digits.find(reference[0]) != std::string_view::npos;
    const bool numbered = reference.find_first_of(digits) != std::string_view::npos;
    return begins_well && (numbered || std::ranges::count(reference, ' ') < 4);
}

}  // namespace

std::optional<base::Fault> citation_fault(const Authority& authority, const std::string& file, const std::string& record,
                                          bool needs_provision) {
    const std::string where = fmt::format("{}:{}", file, authority.line);
    if (!has_address(authority.source) && !has_number_of_a_document(authority.source))
        return base::Fault{where, record, "source", fmt::format("\"{}\" can't be looked up", authority.source),
                           "an address (https://…), or a document with its number (Council Resolution 12-06)"};
    std::string_view rest = authority.provision;
    while (needs_provision) {
        const auto end = rest.find(';');
        if (!names_a_place(rest.substr(0, end)))
            return base::Fault{where, record, "provision",
                               fmt::format("\"{}\" names no place in an instrument", authority.provision),
                               "the instrument and the article, as in \"USMCA 24.27(4)\"; several with a semicolon between them"};
        if (end == std::string_view::npos) break;
        rest.remove_prefix(end + 1);
    }
    return std::nullopt;
}

void check_citations(const Mechanism& mechanism, base::Faults& faults) {
    const auto look = [&](const Authority& authority, const std::string& file, const std::string& record) {
        if (auto fault = citation_fault(authority, file, record, true)) faults.push_back(std::move(*fault));
    };
    const auto file_of = [&](int version) -> const std::string& {
        return mechanism.versions[static_cast<std::size_t>(version)].file;
    };
    look(mechanism.authority, mechanism.file, "mechanism " + mechanism.id);
    for (const Outcome& outcome : mechanism.outcomes) look(outcome.authority, mechanism.file, "outcome " + outcome.id);
    for (const Step& step : mechanism.steps) look(step.authority, step.file, "step " + step.id);
    for (const Version& version : mechanism.versions) look(version.authority, version.file, "version " + version.id);
    for (const Limit& limit : mechanism.limits) {
        const std::string record = "limit of " + mechanism.steps[static_cast<std::size_t>(limit.step)].id;
        look(limit.authority, file_of(limit.version), record);
        if (limit.extension) look(limit.extension->authority, file_of(limit.version), record + ", extension");
    }
    for (const Test& test : mechanism.tests) look(test.authority, file_of(test.version), "test " + test.id);
    for (const VoteRule& vote : mechanism.votes) look(vote.authority, file_of(vote.version), "vote " + vote.id);
    for (const OtherRule& rule : mechanism.rules) look(rule.authority, file_of(rule.version), "rule " + rule.id);
}

}  // namespace comity::law
