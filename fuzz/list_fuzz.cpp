// What a reader asks of a list: the first byte picks the list, the rest is the query of its address.
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "base/fault.hpp"
#include "body/registry/listing.hpp"
#include "collections/listing.hpp"
#include "exchange/catalog.hpp"
#include "web/server/target.hpp"

namespace {

using namespace comity;
using Parameters = std::vector<std::pair<std::string, std::string>>;

constexpr base::Day today = std::chrono::year{2026} / 11 / 22;

record::Change made(const char* type, int number, std::string_view rest) {
    const std::string json = fmt::format(R"json({{"id":"r{}","provenance":{{"confidence":"sourced"}},{}}})json", number, rest);
    return {record::Change::Kind::put, type, fmt::format("r{}", number), 0, boost::json::parse(json)};
}

const collections::Shelves& shelves() {
    static const auto read = [] {
        auto store = store::open({.address = "sqlite::memory:", .catalog = exchange::catalog()});
        if (!store) throw std::runtime_error(store.error());
        std::vector<record::Change> changes;
        for (int i = 0; i < 20; ++i) {
            changes.push_back(
                made("news_item", i,
                     fmt::format(R"json("title":{{"en":"Water {}","fr":"Eau, {}","original":"en"}},"kind":"media-release",
                                       "date":"20{:02}-0{}")json",
                                 i % 7, i % 3, i % 5, 1 + i % 4)));
            changes.push_back(
                made("publication", i,
                     fmt::format(R"json("title":{{"es":"Niño~{}","original":"es"}},"types":["report"],"date":"19{}")json", i % 2,
                                 90 + i % 3)));
            changes.push_back(
                made("body", i, fmt::format(R"json("name":{{"en":"Body {}","original":"en"}},"kind":"working-group")json", i)));
            changes.push_back(made("office", i,
                                   fmt::format(R"json("name":{{"en":"Office","original":"en"}},"address":"x",
                                       "place":{{"name":{{"en":"There","original":"en"}},"latitude":{},"longitude":{}}})json",
                                               i * 4 - 30, i * 17 - 170)));
        }
        if (const auto receipt = (*store)->commit({"fuzz", "records", std::move(changes), {}}); !receipt)
            throw std::runtime_error(base::to_string(receipt.error().front()));
        return collections::shelves((*store)->snapshot(), today, nullptr,
                                    [](std::string_view, std::string_view) { return std::nullopt; });
    }();
    return *read;
}

// The parameters may fault only where they stand in the query.
void check_fault(const base::Fault& fault, const Parameters& asked) {
    COMITY_ASSERT(!fault.wrong.empty());
    COMITY_ASSERT(std::ranges::any_of(asked, [&](const auto& parameter) { return parameter.first == fault.field; }));
}

void ask_collection(const collections::Collection& collection, const Parameters& asked) {
    auto filter = collections::filter_from(collection, asked);
    if (!filter) {
        for (const base::Fault& fault : filter.error()) check_fault(fault, asked);
        return;
    }
    const Parameters again = collections::parameters_of(collection, *filter);
    const auto reread = collections::filter_from(collection, again);
    COMITY_ASSERT(reread && collections::parameters_of(collection, *reread) == again);
    const collections::Shelf& shelf = shelves().of(collection);
    const std::string type(collection.type->name);
    const std::vector<store::Found> found{{type, "r3", 9}, {type, "gone", 5}, {type, "r1", 2}, {type, "r17", 2}};
    const auto page = collections::list(shelf, *filter, base::Language::fr, found);
    if (!page) return check_fault(page.error(), asked);
    COMITY_ASSERT(page->count <= page->of && page->rows.size() <= std::max<std::size_t>(filter->limit, 1));
    COMITY_ASSERT(page->before + page->rows.size() <= page->count);
    if (page->next.empty()) return;
    filter->after = page->next;
    const auto next = collections::list(shelf, *filter, base::Language::fr, found);
    COMITY_ASSERT(next && next->before == page->before + page->rows.size() && !next->rows.empty());
}

const registry::DocketOn& docket() {
    static registry::Docket cases;
    static const registry::DocketOn on = [] {
        registry::DocketOn made{.docket = nullptr, .on = today, .standings = {}};
        for (int i = 0; i < 12; ++i) {
            registry::Case& added = cases.cases.add();
            added.submission.id = fmt::format("SEM-{:02}", i);
            added.submission.title[base::Language::en] = fmt::format("Lake, {}", i % 3);
            added.submission.parties = {i % 2 ? "MEX" : "CAN"};
        }
        for (const registry::Case& of : cases.cases) {
            registry::Standing& row = made.standings.emplace_back();
            row.of = &of;
            row.status = of.submission.id.back() % 2 ? registry::Status::open : registry::Status::closed;
            if (of.submission.id.back() % 5)
                row.filed = base::Date(std::chrono::year{2000 + of.submission.id.back() % 3} / 3 / 1);
        }
        return made;
    }();
    return on;
}

void ask_docket(const Parameters& asked) {
    auto filter = registry::filter_from(asked);
    if (!filter) {
        for (const base::Fault& fault : filter.error()) check_fault(fault, asked);
        return;
    }
    const Parameters again = registry::parameters_of(*filter);
    const auto reread = registry::filter_from(again);
    COMITY_ASSERT(reread && registry::parameters_of(*reread) == again);
    const std::vector<store::Found> found{{"submission", "SEM-03", 15}, {"submission", "SEM-01", 1}, {"submission", "SEM-07", 1}};
    const auto page = registry::list(docket(), *filter, found);
    if (!page) return check_fault(page.error(), asked);
    COMITY_ASSERT(page->before + page->rows.size() <= page->count && page->count <= page->of);
    if (page->next.empty()) return;
    filter->after = page->next;
    const auto next = registry::list(docket(), *filter, found);
    COMITY_ASSERT(next && next->before == page->before + page->rows.size() && !next->rows.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    if (size == 0) return 0;
    const auto query = server::parse_query({reinterpret_cast<const char*>(data) + 1, size - 1});
    if (!query) return 0;
    Parameters asked;
    for (const server::Parameter& parameter : *query) asked.emplace_back(parameter.name, parameter.value);
    const auto all = collections::all();
    const std::size_t which = data[0] % (all.size() + 1);
    if (which == all.size())
        ask_docket(asked);
    else
        ask_collection(all[which], asked);
    return 0;
}
