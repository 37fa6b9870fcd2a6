#include "exchange/catalog.hpp"

#include <array>

#include "body/council/body.hpp"
#include "body/council/decision.hpp"
#include "body/council/governance_document.hpp"
#include "body/council/meeting.hpp"
#include "body/council/office.hpp"
#include "body/council/person.hpp"
#include "body/instruments/instrument.hpp"
#include "body/instruments/instrument_term.hpp"
#include "body/instruments/status_event.hpp"
#include "body/library/publication.hpp"
#include "body/outreach/impact_figure.hpp"
#include "body/outreach/news_item.hpp"
#include "body/outreach/topic.hpp"
#include "body/program/budget.hpp"
#include "body/program/grant.hpp"
#include "body/program/project.hpp"
#include "body/program/strategic_plan.hpp"
#include "body/registry/docket_event.hpp"
#include "body/registry/submission.hpp"

namespace comity::exchange {

record::Catalog catalog() {
    static const std::array<const record::RecordType*, 22> types{
        &outreach::Topic::type(),
        &registry::Submission::type(),
        &registry::Filer::type(),
        &council::Person::type(),
        &council::Body::type(),
        &council::Decision::type(),
        &registry::DocketEvent::type(),
        &outreach::NewsItem::type(),
        &council::Meeting::type(),
        &council::OfficeTerm::type(),
        &council::GovernanceDocument::type(),
        &council::Office::type(),
        &program::StrategicPlan::type(),
        &program::Budget::type(),
        &program::Project::type(),
        &program::Grant::type(),
        &library::Publication::type(),
        &registry::Document::type(),
        &instruments::InstrumentTerm::type(),
        &instruments::Instrument::type(),
        &instruments::StatusEvent::type(),
        &outreach::ImpactFigure::type(),
    };
    return types;
}

}  // namespace comity::exchange
