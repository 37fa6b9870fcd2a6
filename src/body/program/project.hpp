#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::program {

enum class ProjectEventKind {
    started,
    consultation_opened,
    consultation_closed,
    active,  // a source describes it as under way
    ended,
};
BOOST_DESCRIBE_ENUM(ProjectEventKind, started, consultation_opened, consultation_closed, active, ended)

struct ProjectEvent {
    ProjectEventKind event{};
    std::optional<base::Date> date;  // absent: not known
    static std::span<const record::Field> fields();
};

struct BudgetPhase {
    base::Text name;
    base::Money amount;
    static std::span<const record::Field> fields();
};

// A cooperative project in one operational plan; the same title comes back in the next plan as another project.
struct Project {
    std::string id;  // slug of the title and the plan: "reduction-of-marine-litter-2021"
    base::Text title;
    std::string operational_plan;  // "2013-2014", or the span in the source's words
    std::optional<record::Ref> strategic_plan;
    base::Text strategic_priority;
    std::optional<record::Ref> plan_document;  // the publication that is its operational plan
    std::vector<record::Ref> topics;
    std::vector<base::Text> other_topics;  // those that are in no scheme of topics
    std::string number;                    // in its plan
    std::optional<record::Ref> lead_body;
    std::vector<std::string> partners;
    std::vector<record::Ref> decisions;      // that called for it, paid for it or advised on it
    std::optional<record::Ref> launched_at;  // the meeting
    std::vector<record::Ref> instruments;    // that it helps to carry out
    std::vector<record::Ref> continues;      // earlier projects on which it builds
    base::Text description;
    std::vector<base::Text> outcomes;
    std::optional<base::Money> budget;
    std::vector<BudgetPhase> phases;
    std::vector<record::Ref> annual_budgets;  // of the body, for the years of its plan
    std::optional<std::int64_t> duration_months;
    std::vector<ProjectEvent> events;
    std::string site_slug;  // at the end of its address on the body's site
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::program
