#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "body/council/person.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::council {

enum class VoteChoice {
    in_favour,
    against,
    abstained,
};
BOOST_DESCRIBE_ENUM(VoteChoice, in_favour, against, abstained)

// What a Party voted on the proposal before the body, such as the preparation of a factual record.
struct PartyVote {
    std::string party;
    VoteChoice choice{};
    static std::span<const record::Field> fields();
};

enum class DecisionRelation {
    supersedes,
    related,
};
BOOST_DESCRIBE_ENUM(DecisionRelation, supersedes, related)

// Another decision that this one names.
struct RelatedDecision {
    DecisionRelation relation{};
    std::string number;                   // as the source gives it
    std::optional<record::Ref> decision;  // its own record, where there is one
    static std::span<const record::Field> fields();
};

// A resolution of the Council, an advice of an advisory committee, or the like. Kind and number together are its key; the year in
// the number can differ from its date.
struct Decision {
    std::string id;  // "council-resolution-24-02", "advice-to-council-24-02"
    std::string kind;
    std::string number;  // "24-02"; "" where the source does not show it
    std::optional<base::Date> date;
    base::Text title;
    std::vector<base::Text> subjects;
    std::optional<record::Ref> body;        // whose decision it is
    std::optional<record::Ref> adopted_by;  // who adopted it on the body's behalf, where the source says it
    std::optional<record::Ref> meeting;     // at which it was taken
    std::optional<record::Place> place;
    std::string document_symbol;  // "C/C.01/98-02/RES/05/Rev.2"
    std::string distribution;     // class of distribution: "Limited C1, C2"
    std::string original_language;
    std::optional<record::Ref> instrument;  // under which it was taken
    std::string provision;                  // on which it stands: "NAAEC 15(2)"
    std::string vote;                       // the majority with which it was taken, "" where the source does not say
    std::vector<PartyVote> votes;           // of each Party, where they are known
    bool reasons_published = false;         // Parties gave their reasons in a document of their own
    base::Text outcome;
    std::vector<record::Ref> submissions;  // to which it applies
    std::vector<RelatedDecision> related_decisions;
    std::optional<record::Ref> creates;         // the body that it sets up
    std::vector<record::Ref> concerned_bodies;  // whose work, rules or money it is about
    std::vector<NamedPerson> signatories;
    std::vector<NamedPerson> certified_by;
    std::optional<base::Money> amount;  // that it grants or fixes
    base::Text summary;
    base::Text note;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::council
