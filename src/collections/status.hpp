#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "collections/values.hpp"
#include "record/record.hpp"

// What can't be stored because it depends on the day: facets of collections that are worked out.
namespace comity::collections {

struct OnDay {
    std::vector<std::string> values;
    std::optional<base::Day> until;  // the first later day on which they may be others; none where they stay
};

// Of what has a list of events with "started", "active", "ended" and the like: "ended" where such an event has begun by `today`,
// or has no date; "under-way" where it is told to have begun; "planned" where all of that is still to come; nothing where nothing
// is told.
OnDay course_status(const record::Value& record, base::Day today);
// Of what lasts from start_date to end_date: "upcoming", "under-way" or "past".
OnDay when(const record::Value& record, base::Day today);
// Of news with a deadline for comments or applications: "open" until its last day, then "closed".
OnDay consultation_status(const record::Value& record, base::Day today);
// Of news with a deadline: the days on which comments or applications are taken.
Span open_days(const record::Value& record);
// Of a meeting: the days on which it is held.
Span meeting_days(const record::Value& record);
// "yes" where its days or its place were changed.
OnDay moved(const record::Value& record, base::Day today);
// The country of its place, whatever the day.
OnDay country(const record::Value& record, base::Day today);

}  // namespace comity::collections
