#include <gtest/gtest.h>

#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "exchange/body_files.hpp"
#include "exchange/catalog.hpp"

// The demonstration body's record as a graph: what can be reached from where along the references, in either direction.
namespace comity::exchange {
namespace {

using Node = std::pair<std::string_view, std::string>;  // type and id
using Graph = std::map<Node, std::set<Node>>;

void connect(Graph& graph, const Node& from, std::span<const record::Field> fields, const record::Value& object);

void connect_value(Graph& graph, const Node& from, const record::Field& field, const record::Value& value) {
    if (field.of.parts) return connect(graph, from, field.of.parts(), value);
    const Node to{field.refers, std::string(value.as_string())};
    graph[from].insert(to);
    graph[to].insert(from);
}

void connect(Graph& graph, const Node& from, std::span<const record::Field> fields, const record::Value& object) {
    for (const record::Field& field : fields) {
        if (field.refers.empty() && !field.of.parts) continue;
        const record::Value* value = object.as_object().if_contains(field.name);
        if (!value) continue;
        if (!field.of.list) {
            connect_value(graph, from, field, *value);
            continue;
        }
        for (const record::Value& element : value->as_array()) connect_value(graph, from, field, element);
    }
}

const Graph& graph() {
    static const Graph read = [] {
        Graph made;
        const auto facts = read_body(COMITY_SOURCE_DIR "/data/bodies/cec", catalog());
        if (!facts) return made;
        for (const FiledRecord& filed : *facts) connect(made, {filed.type->name, filed.id}, filed.type->fields, filed.value);
        return made;
    }();
    return read;
}

// The records of the last type that can be reached from a record along neighbours of these types, one after the other.
std::set<std::string> reached(const Node& from, std::span<const std::string_view> types) {
    std::set<Node> here{from};
    for (const std::string_view type : types) {
        std::set<Node> next;
        for (const Node& node : here)
            if (const auto found = graph().find(node); found != graph().end())
                for (const Node& neighbour : found->second)
                    if (neighbour.first == type) next.insert(neighbour);
        here = std::move(next);
    }
    std::set<std::string> ids;
    for (const Node& node : here) ids.insert(node.second);
    return ids;
}

std::set<std::string> reached(const Node& from, std::initializer_list<std::string_view> types) {
    return reached(from, std::span(types.begin(), types.size()));
}

constexpr std::string_view naaec = "north-american-agreement-on-environmental-cooperation";

}  // namespace

TEST(DemonstrationGraph, leads_from_the_decision_that_fixes_a_budget_to_what_its_projects_achieved_and_back) {
    EXPECT_TRUE(reached({"decision", "council-resolution-13-02"}, {"budget", "project", "publication"})
                    .contains("long-term-impact-assessment-of-the-cecs-work-on-forest-carbon-20132017"));
    const std::string impact = "air-releases-from-electric-utilities-change-20052010-2010";
    EXPECT_TRUE(reached({"decision", "council-resolution-02-05"}, {"project", "publication", "impact_figure"}).contains(impact));
    EXPECT_TRUE(reached({"impact_figure", impact}, {"publication", "project", "decision"}).contains("council-resolution-02-05"));
    EXPECT_TRUE(reached({"decision", "council-resolution-16-01"}, {"budget", "project", "impact_figure"})
                    .contains("cost-of-food-waste-in-north-america-per-year-2017"));
}

TEST(DemonstrationGraph, leads_from_the_founding_treaties_to_the_decisions_of_a_session_and_back) {
    const auto decisions = reached({"instrument", std::string(naaec)}, {"body", "meeting", "decision"});
    EXPECT_TRUE(decisions.contains("council-resolution-95-05"));
    EXPECT_TRUE(
        reached({"decision", "council-resolution-95-05"}, {"meeting", "body", "instrument"}).contains(std::string(naaec)));
    EXPECT_EQ(reached({"instrument", std::string(naaec)}, {"instrument"}),
              (std::set<std::string>{"agreement-on-environmental-cooperation-canada-united-states"}));
}

TEST(DemonstrationGraph, leads_from_a_submission_over_the_decisions_to_the_factual_record_and_its_instrument) {
    EXPECT_EQ(reached({"submission", "SEM-00-006"}, {"decision", "publication", "instrument"}),
              (std::set<std::string>{std::string(naaec)}));
    std::size_t published = 0;
    for (const auto& [node, neighbours] : graph()) {
        if (node.first != "document" || !node.second.ends_with("/factual-record")) continue;
        ++published;
        EXPECT_EQ(reached(node, {"publication", "instrument"}).size(), 1u) << node.second;
    }
    EXPECT_EQ(published, 32u);
}

}  // namespace comity::exchange
