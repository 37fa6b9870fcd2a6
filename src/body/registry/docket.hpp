#pragma once

#include <boost/iterator/indirect_iterator.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "body/registry/docket_event.hpp"
#include "body/registry/submission.hpp"
#include "law/assertions.hpp"
#include "store/store.hpp"

// The docket: submissions with their parts, and what the law makes of them on a day.
namespace comity::registry {

// A submission with everything that belongs to it, as an audience may see it.
struct Case {
    Submission submission;
    std::vector<Filer> filers;
    std::vector<DocketEvent> events;  // by date, undated ones last; those of one day in the order in which the source tells them
    std::vector<Document> documents;
    std::int64_t version = 0;  // the newest journal entry that touched the case
};

// The cases of a docket. A docket that is brought up to date shares those that have not changed with the one before.
class Cases {
    using Held = std::vector<std::shared_ptr<const Case>>;

  public:
    using const_iterator = boost::indirect_iterator<Held::const_iterator>;
    const_iterator begin() const { return held_.begin(); }
    const_iterator end() const { return held_.end(); }
    std::size_t size() const { return held_.size(); }
    bool empty() const { return held_.empty(); }
    const Case& front() const { return *held_.front(); }
    const Case& operator[](std::size_t at) const { return *held_[at]; }
    const Held& held() const { return held_; }
    void share(std::shared_ptr<const Case> of) { held_.push_back(std::move(of)); }
    Case& add(Case of = {});  // to be filled before anyone else reads it

  private:
    Held held_;
};

struct Docket {
    std::int64_t head = 0;   // the journal's position at which it was read
    std::int64_t known = 0;  // the entry up to which it is known; the head, but for a docket of the past
    Cases cases;             // by id
    const Case* find(std::string_view id) const;
};
Docket read_docket(const store::Snapshot& snapshot, record::Audience audience);
// The same, where an earlier docket of that audience is at hand: only the cases that entries since then touched are read.
Docket read_docket(const store::Snapshot& snapshot, record::Audience audience, const Docket& before);
// The docket as an entry of the journal left it, as the audience could see it then and may see it now.
Docket read_docket(const store::Snapshot& snapshot, std::int64_t known, record::Audience audience);
// One case alone; nullopt where there is none, or none that the audience may see.
std::optional<Case> read_case(const store::Snapshot& snapshot, std::string_view id, record::Audience audience);

// A case's events as the engine takes them, in the same order. Views of the case.
std::vector<law::Event> events_of(const Case& of);
// Its filers, who stand together as the actor who files; none where there is one alone. Points into the case and the mechanism.
std::vector<law::Member> members_of(const Case& of, const law::Mechanism& mechanism);

// A case on a day. Points into the case and the mechanisms, which must outlive it.
struct CaseOn {
    const Case* of = nullptr;
    const law::Mechanism* mechanism = nullptr;
    std::vector<law::Event> events;  // events_of(*of)
    law::Evaluation evaluation;
    base::Day on{};
};
// The mechanism is that of the submission's agreement. Throws std::runtime_error where the law does not have it: what is imported
// is checked against the law of the body.
CaseOn case_on(const Case& of, const law::Mechanisms& mechanisms, base::Day on);
// When it was filed; empty: not known, or not on the record.
std::optional<base::Date> filed(const CaseOn& on);
std::optional<base::Date> filed(const Case& of, const law::Mechanism& mechanism);
// Where each assertion of the submission stood on that day; none where it was dealt with as a whole.
std::vector<law::AssertionCourse> assertions_on(const CaseOn& on);
// The documents that were there on that day: none that is dated later, or belongs to an event that had not happened.
std::vector<const Document*> documents_on(const CaseOn& on);

enum class Status : std::uint8_t { not_filed, open, closed };

// What a list says of a case on a day: the answer before the details.
struct Standing {
    const Case* of = nullptr;
    const law::Mechanism* mechanism = nullptr;
    Status status = Status::not_filed;  // not_filed: not yet on that day
    std::optional<base::Date> filed;
    std::optional<base::Date> ended;  // empty: open, or the end's date is not known
    std::string_view stage;           // id in the mechanism; "" before the filing
    std::string_view outcome;         // id in the mechanism; "" while open
    std::string_view turn_step;    // whose turn it is and for what: the running duty that is due first, else one without a limit
    std::string_view turn_actor;   // "" where it is nobody's
    std::optional<base::Day> due;  // of that duty
    bool overdue = false;          // a hard limit is past and not met
    std::vector<base::Day> steps;  // days on which something happened, for the drawing of its course
};
Standing standing(const CaseOn& on);

// Every case of a docket on a day; shares the docket.
struct DocketOn {
    std::shared_ptr<const Docket> docket;
    base::Day on{};
    std::vector<Standing> standings;  // in the docket's order, without those not filed by then
};
DocketOn docket_on(std::shared_ptr<const Docket> docket, const law::Mechanisms& mechanisms, base::Day on);

}  // namespace comity::registry
