#include "web/site/fact_sheets.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "body/instruments/status_event.hpp"
#include "collections/values.hpp"
#include "exchange/catalog.hpp"
#include "record/codec.hpp"

namespace comity::site {

namespace {

using instruments::Instrument;
using instruments::InstrumentEdition;
using record::Kind;

// Not what says which edition it is, or what is noted of it.
bool is_of_the_sheet(const record::Field& field) {
    return field.name != "edition" && field.name != "date" && field.name != "source" && field.name != "note";
}

void add_line(std::string& lines, std::string_view line) {
    if (!lines.empty()) lines += '\n';
    lines += line;
}

// The lines of the status as the edition that counts now has them: its events are what was read from them.
std::string status_now(const Site& site, std::string_view instrument) {
    std::string lines;
    std::int64_t last = -1;
    for (const store::Stored& stored : site.store().snapshot().parts("status_event", instrument, record::Audience::everyone)) {
        const auto event = record::read_as<instruments::StatusEvent>(stored.record);
        if (event.line != last && !event.words.empty()) add_line(lines, event.words);
        last = event.line;
    }
    return lines;
}

std::string lines_at(const SheetsAsked& asked, const record::Field& field, const record::Value& record, base::Language language) {
    std::string lines;
    for (const std::string& value : collections::strings_at(record, field.name)) {
        if (field.of.kind != Kind::reference)
            add_line(lines, value);
        else
            add_line(lines, base::shown(
                                record_title(*asked.record.shelves, *record::find_type(exchange::catalog(), field.refers), value),
                                language)
                                .text);
    }
    return lines;
}

SheetField compared(const Site& site, const SheetsAsked& asked, const record::Field& field, const record::Value& earlier,
                    base::Language reader) {
    SheetField out{.field = &field, .earlier = {}, .now = {}, .language = reader};
    const record::Value& now = asked.record.stored.record;
    if (field.of.kind == Kind::text) {
        const base::Text before = collections::text_at(earlier, field.name), after = collections::text_at(now, field.name);
        const base::Text& either = before.empty() ? after : before;
        if (before[reader].empty() || (!after.empty() && after[reader].empty())) out.language = either.original;
        out.earlier = before[out.language];
        out.now = after[out.language];
        return out;
    }
    out.earlier = lines_at(asked, field, earlier, reader);
    out.now = field.name == "status" ? status_now(site, asked.record.stored.id) : lines_at(asked, field, now, reader);
    if (field.of.kind != Kind::reference) out.language = base::Language::en;  // as the compendium's English edition has them
    return out;
}

}  // namespace

SheetsAsked sheets_asked(const Site& site, const server::Request& request, const server::Match& match) {
    SheetsAsked asked{.record = record_asked(site, Page::instrument, match), .instrument = {}, .earlier = {}, .fields = {}};
    asked.instrument = record::read_as<Instrument>(asked.record.stored.record);
    const std::vector<InstrumentEdition>& others = asked.instrument.editions;
    if (others.empty())
        throw server::HttpError{404, "no_other_edition", "the record knows no other edition of this instrument's fact sheet"};
    const std::string_view name = server::find(request.query, "with").value_or(others.front().edition);
    const auto chosen = std::ranges::find(others, name, &InstrumentEdition::edition);
    if (chosen == others.end()) {
        server::HttpError error{400, "bad_parameter.with", fmt::format("there is no edition \"{}\"", name.substr(0, 60))};
        for (const InstrumentEdition& other : others) error.choices.push_back(other.edition);
        throw error;
    }
    asked.earlier = *chosen;
    const record::Value& earlier =
        asked.record.stored.record.at("editions").as_array()[static_cast<std::size_t>(chosen - others.begin())];
    for (const record::Field& field : InstrumentEdition::fields()) {
        if (!is_of_the_sheet(field)) continue;
        SheetField both = compared(site, asked, field, earlier, match.language);
        if (!both.earlier.empty() || !both.now.empty()) asked.fields.push_back(std::move(both));
    }
    return asked;
}

}  // namespace comity::site
