#include "law/mechanism_file.hpp"

#include <algorithm>

namespace comity::law {
namespace {

// The id of the concept that an actor, a stage or an outcome is an instance of.
std::string read_shared(TableReader& reader, const std::vector<Concept>& list) {
    std::string id = reader.text_or("concept", "");
    place_of(list, id, reader, "concept");
    return id;
}

void read_actors_and_stages(TableReader& root, const std::string& file, const Vocabulary& vocabulary, Mechanism& mechanism,
                            base::Faults& faults) {
    for (const Node* node : root.tables("actor")) {
        TableReader reader(*node, file, "actor", faults);
        Actor actor{reader.text("id"), reader.words("name"), read_shared(reader, vocabulary.actors)};
        need_new_id(mechanism.actors, actor.id, reader);
        reader.end();
        mechanism.actors.push_back(std::move(actor));
    }
    for (const Node* node : root.tables("stage")) {
        TableReader reader(*node, file, "stage", faults);
        Stage stage{reader.text("id"), reader.words("name"), read_shared(reader, vocabulary.stages)};
        need_new_id(mechanism.stages, stage.id, reader);
        reader.end();
        mechanism.stages.push_back(std::move(stage));
    }
    if (!find_stage(mechanism, "ended")) root.fault("stage", "has no stage \"ended\"", "a [[stage]] with id = \"ended\"");
}

void read_outcomes(TableReader& root, const std::string& file, const Vocabulary& vocabulary, Mechanism& mechanism,
                   base::Faults& faults) {
    for (const Node* node : root.tables("outcome")) {
        TableReader reader(*node, file, "outcome", faults);
        Outcome outcome{.id = reader.text("id"), .name = reader.words("name")};
        reader.rename("outcome " + outcome.id);
        outcome.shared = read_shared(reader, vocabulary.outcomes);
        outcome.authority = reader.authority();
        need_new_id(mechanism.outcomes, outcome.id, reader);
        reader.end();
        mechanism.outcomes.push_back(std::move(outcome));
    }
}

void read_event_types(TableReader& root, const std::string& file, Mechanism& mechanism, base::Faults& faults) {
    for (const Node* node : root.tables("event")) {
        TableReader reader(*node, file, "event", faults);
        EventType type{.id = reader.text("id"), .name = reader.words("name")};
        reader.rename("event " + type.id);
        type.actor = reader.text_or("actor", "");
        place_of(mechanism.actors, type.actor, reader, "actor");
        type.ends = place_of(mechanism.outcomes, reader.text_or("ends", ""), reader, "ends");
        type.provisional = reader.flag("unless_it_goes_on");
        type.ends_any_step = reader.flag("ends_any_step");
        type.explains_delay = reader.flag("explains_delay");
        type.announces_due = reader.flag("announces_due");
        type.merges = reader.flag("merges");
        type.needs_all = reader.flag("needs_all");
        for (const std::string_view key : {"needs", "position_on", "public_after", "suspends", "resumes"})
            reader.find(key);  // once all is known
        if (type.needs_all && type.actor.empty()) reader.fault("needs_all", "has no actor", "the actor of whom all are needed");
        need_new_id(mechanism.event_types, type.id, reader);
        reader.end();
        mechanism.event_types.push_back(std::move(type));
    }
    std::ranges::sort(mechanism.event_types, {}, &EventType::id);
}

// What events say of other events and of steps.
void read_event_links(TableReader& root, const std::string& file, Mechanism& mechanism, base::Faults& faults) {
    for (const Node* node : root.tables("event")) {
        base::Faults already_noted;
        TableReader reader(*node, file, "", already_noted);
        const int at = event_type(mechanism, reader.text("id"));
        if (at < 0) continue;
        EventType& type = mechanism.event_types[static_cast<std::size_t>(at)];
        const auto named = [&](std::string_view key, const auto& list) {
            TableReader noting(*node, file, "event " + type.id, faults);
            return place_of(list, reader.text_or(key, ""), noting, key);
        };
        type.needs = named("needs", mechanism.event_types);
        type.position_on = named("position_on", mechanism.event_types);
        type.public_after = named("public_after", mechanism.steps);
        TableReader steps(*node, file, "event " + type.id, faults);
        type.suspends = places_of(mechanism.steps, steps, "suspends");
        type.resumes = places_of(mechanism.steps, steps, "resumes");
        if (type.public_after >= 0 && mechanism.steps[static_cast<std::size_t>(type.public_after)].track != Track::side) {
            TableReader noting(*node, file, "event " + type.id, faults);
            noting.fault("public_after", "names a step of the main course", "a step with track = \"side\"");
        }
    }
}

Step read_step(const Node& node, const std::string& file, const Mechanism& mechanism, base::Faults& faults) {
    TableReader reader(node, file, "step", faults);
    Step step{.id = reader.text("id"), .name = reader.words("name"), .actor = reader.text("actor")};
    reader.rename("step " + step.id);
    step.file = file;
    step.line = node.line;
    place_of(mechanism.actors, step.actor, reader, "actor");
    step.stage = place_of(mechanism.stages, reader.text("stage"), reader, "stage");
    step.kind = static_cast<StepKind>(reader.one_of("kind", {"duty", "period"}, false));
    step.track = static_cast<Track>(reader.one_of("track", {"main", "side"}, false));
    step.opens = places_of(mechanism.event_types, reader, "opened_by");
    step.closes = places_of(mechanism.event_types, reader, "closed_by");
    step.parties = reader.texts("parties");
    step.expiry_ends = reader.flag("running_out_ends_the_case");
    step.if_ended = place_of(mechanism.outcomes, reader.text_or("outcome_if_ended_here", ""), reader, "outcome_if_ended_here");
    step.authority = reader.authority();
    reader.find("running_out_opens");  // read once every step is known
    need_new_id(mechanism.steps, step.id, reader);
    if (step.expiry_ends && step.if_ended < 0)
        reader.fault("running_out_ends_the_case", "has no outcome", "outcome_if_ended_here as well");
    reader.end();
    return step;
}

// The step whose beginning is the end of another's time, now that every step is known.
void read_what_running_out_opens(TableReader& root, const std::string& file, Mechanism& mechanism, base::Faults& faults) {
    const auto nodes = root.tables("step");
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        base::Faults already_noted;
        const std::string record = "step " + mechanism.steps[at].id;
        const std::string next = TableReader(*nodes[at], file, record, already_noted).text_or("running_out_opens", "");
        TableReader reader(*nodes[at], file, record, faults);
        mechanism.steps[at].expiry_opens = place_of(mechanism.steps, next, reader, "running_out_opens");
    }
}

}  // namespace

void read_mechanism(const Node& root_node, const std::string& file, const Vocabulary& vocabulary, Mechanism& mechanism,
                    base::Faults& faults) {
    TableReader root(root_node, file, "", faults);
    mechanism.file = file;
    mechanism.id = root.text("id");
    root.rename("mechanism " + mechanism.id);
    mechanism.code = root.text("code");
    mechanism.name = root.words("name");
    mechanism.filed = root.span("filed");
    mechanism.authority = root.authority();
    read_actors_and_stages(root, file, vocabulary, mechanism, faults);
    read_outcomes(root, file, vocabulary, mechanism, faults);
    read_event_types(root, file, mechanism, faults);
    for (const Node* node : root.tables("step")) mechanism.steps.push_back(read_step(*node, file, mechanism, faults));
    read_what_running_out_opens(root, file, mechanism, faults);
    read_event_links(root, file, mechanism, faults);
    read_standing(root, file, mechanism, faults);
    root.end();
}

}  // namespace comity::law
