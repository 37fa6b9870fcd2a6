#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::registry {

// What can happen to a submission. The law's files use the same words; they name them and say what each opens and meets.
enum class EventType {
    filed,
    acknowledged,
    minor_errors_notified,
    errors_corrected,
    criteria_met,
    criteria_not_met,
    revised_submission_received,
    response_requested,
    response_received,
    additional_information_requested,
    additional_information_received,
    extension_notified,
    no_response_warranted,
    pending_proceeding,
    secretariat_on_pending_proceeding,
    council_on_pending_proceeding,
    consolidated,
    factual_record_recommended,
    recommendation_published,
    no_factual_record_warranted,
    council_deferred,
    council_instructed_factual_record,
    council_declined_factual_record,
    workplan_published,
    information_requested,
    draft_factual_record_submitted,
    party_comments_received,
    comment_period_ended,
    final_factual_record_submitted,
    council_voted_to_publish,
    council_voted_not_to_publish,
    factual_record_published,
    delay_explained,
    due_date_announced,
    us_review_concluded,  // under the law of the United States, beside the procedure
    us_enforcement_requested,
    us_enforcement_not_requested,
    us_justification_given,
    withdrawn,
    terminated,
    closed,  // it is known to have ended, and not how
    other,
};
BOOST_DESCRIBE_ENUM(EventType, filed, acknowledged, minor_errors_notified, errors_corrected, criteria_met, criteria_not_met,
                    revised_submission_received, response_requested, response_received, additional_information_requested,
                    additional_information_received, extension_notified, no_response_warranted, pending_proceeding,
                    secretariat_on_pending_proceeding, council_on_pending_proceeding, consolidated, factual_record_recommended,
                    recommendation_published, no_factual_record_warranted, council_deferred, council_instructed_factual_record,
                    council_declined_factual_record, workplan_published, information_requested, draft_factual_record_submitted,
                    party_comments_received, comment_period_ended, final_factual_record_submitted, council_voted_to_publish,
                    council_voted_not_to_publish, factual_record_published, delay_explained, due_date_announced,
                    us_review_concluded, us_enforcement_requested, us_enforcement_not_requested, us_justification_given,
                    withdrawn, terminated, closed, other)

struct DocketEvent {
    std::string id;  // "SEM-21-001/03"
    record::Ref submission;
    EventType event{};
    std::optional<base::Date> date;           // of delivery, on which clocks stand; absent: not known
    std::optional<base::Date> document_date;  // that the document bears, where a source tells it apart
    std::optional<base::Date> announced;      // when it was made public, where a source tells it apart
    std::string provision;                    // "NAAEC 14(1)", or ""
    std::optional<base::Date> stated;         // the due date or the new date that it announces
    std::string party;                        // the Party that it concerns; "" where the submission is about one only
    bool partial = false;                     // it settles or concerns only a part of the matter
    std::optional<record::Ref> decision;      // of the Council, by which it happened
    std::vector<record::Ref> joined_with;     // submissions with which this one was merged, or shares a factual record
    base::Text note;
    std::int64_t position = 0;      // in the source's telling of the case: 1, 2, 3, …
    record::Provenance provenance;  // its sources are the submission's where it names none of its own
    static const record::RecordType& type();
};

// A document of the case that a source names.
struct Document {
    std::string id;  // "SEM-21-001/factual-record"
    record::Ref submission;
    std::optional<record::Ref> event;  // at which it was made or received
    base::Text title;
    std::string kind;  // of the code list "case-document-kinds"
    std::optional<base::Date> date;
    std::vector<std::string> languages;      // ISO 639-1
    std::string url;                         // where a reader finds it
    std::optional<record::Ref> publication;  // the library's record of it
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::registry
