#include "portal/records.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <stdexcept>

#include "store/databases.hpp"

namespace comity::portal {

namespace {

using record::Change;
using record::Value;

constexpr std::string_view words[] = {"quality", "Mexico", "air", "école", "niño", "Zurich", "and", "tables"};

std::int64_t version(const store::Store& store, std::string_view type, const std::string& id) {
    const auto stored = store.snapshot().read(type, id, record::Audience::officers);
    return stored ? stored->version : 0;
}

Value text(bench::Random& random) {
    std::string title = "water";
    for (std::size_t more = random.below(3); more > 0; --more) title += fmt::format(" {}", words[random.below(std::size(words))]);
    return {{"en", title}, {"original", "en"}};
}

std::string day(bench::Random& random) {
    return fmt::format("20{:02}-{:02}", 10 + random.below(3), 1 + random.below(3)) + (random.chance(0.5) ? "-15" : "");
}

boost::json::object fields_of(const Kind& kind, const std::string& id, bench::Random& random) {
    boost::json::object fields{{"id", id}, {"title", text(random)}, {"provenance", {{"confidence", "sourced"}}}};
    if (kind.type == "submission") {
        fields["parties"] = {"MEX"};
        fields["agreement"] = "naaec";
        fields["as_of"] = "2026-11-01";
        return fields;
    }
    if (random.chance(0.8)) fields["date"] = day(random);
    if (kind.type == "news_item") fields["kind"] = "media-release";
    if (kind.type == "publication") fields["types"] = {random.chance(0.5) ? "report" : "action-plan"};
    return fields;
}

}  // namespace

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> kinds{
        {"news_item", "/en/news", {"date", "-date", "title", "-title", "relevance"}},
        {"publication", "/en/publications", {"date", "-date", "title", "-title", "relevance"}},
        {"submission", "/en/submissions", {"filed", "-filed", "title", "status", "duration", "-duration", "relevance"}}};
    return kinds;
}

std::vector<Change> put(const store::Store& store, const Kind& kind, const std::string& id, bench::Random& random) {
    std::vector<Change> changes{
        {Change::Kind::put, std::string(kind.type), id, version(store, kind.type, id), fields_of(kind, id, random)}};
    if (kind.type != "submission") return changes;
    const std::string filing = id + "/01";
    const Value event{{"id", filing},        {"submission", id}, {"type", "filed"},
                      {"date", day(random)}, {"position", 1},    {"provenance", {{"confidence", "sourced"}}}};
    changes.push_back({Change::Kind::put, "docket_event", filing, version(store, "docket_event", filing), event});
    return changes;
}

std::vector<Change> removal(const store::Store& store, const Kind& kind, const std::string& id) {
    std::vector<Change> changes{{Change::Kind::remove, std::string(kind.type), id, version(store, kind.type, id), nullptr}};
    if (kind.type == "submission")
        changes.push_back(
            {Change::Kind::remove, "docket_event", id + "/01", version(store, "docket_event", id + "/01"), nullptr});
    return changes;
}

void commit(store::Store& store, std::vector<Change> changes) {
    const auto receipt = store.commit({"a clerk", "a test", std::move(changes), store::tests::noon});
    if (!receipt) throw std::runtime_error(base::to_string(receipt.error().front()));
}

Page read(const bench::Portal& portal, const std::string& target) {
    const auto json = boost::json::parse(portal.text(target));
    Page page;
    for (const auto& [key, member] : json.get_object()) {
        const auto* rows = key == "links" ? nullptr : member.if_array();
        if (!rows) continue;
        for (const auto& row : *rows) page.ids.emplace_back(row.at("id").get_string());
    }
    if (const auto& next = json.at("next"); next.is_string()) {
        const std::string_view address = next.get_string();
        page.next = address.substr(address.find('/', std::string_view("https://").size()));
    }
    return page;
}

}  // namespace comity::portal
