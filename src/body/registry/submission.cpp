#include "body/registry/submission.hpp"

#include "record/codec.hpp"

namespace comity::registry {

namespace {

using record::member;

constexpr record::Field law_fields[] = {
    {.of = member<&Law::name>,
     .name = "name",
     .label = "field.law.name",
     .term = "schema:name",
     .search_weight = 6,
     .required = true},
    {.of = member<&Law::citation>, .name = "citation", .label = "field.law.citation"},
};

constexpr record::Field assertion_fields[] = {
    {.of = member<&Assertion::id>, .name = "id", .label = "field.assertion.id", .required = true},
    {.of = member<&Assertion::name>,
     .name = "name",
     .label = "field.assertion.name",
     .term = "schema:name",
     .search_weight = 4,
     .required = true},
};

constexpr record::Field submission_fields[] = {
    {.of = member<&Submission::id>,
     .name = "id",
     .label = "field.submission.id",
     .term = "dcterms:identifier",
     .search_weight = 10},
    {.of = member<&Submission::title>,
     .name = "title",
     .label = "field.submission.title",
     .term = "dcterms:title",
     .search_weight = 10,
     .required = true},
    {.of = member<&Submission::parties>,
     .name = "parties",
     .label = "field.submission.parties",
     .code_list = "countries",
     .required = true},
    {.of = member<&Submission::agreement>,
     .name = "agreement",
     .label = "field.submission.agreement",
     .term = "schema:isBasedOn",
     .code_list = "agreements",
     .open_list = true,
     .required = true},
    {.of = member<&Submission::summary>,
     .name = "summary",
     .label = "field.submission.summary",
     .term = "dcterms:abstract",
     .search_weight = 4},
    {.of = member<&Submission::matters>,
     .name = "matters",
     .label = "field.submission.matters",
     .term = "dcterms:subject",
     .search_weight = 6,
     .code_list = "matters"},
    {.of = member<&Submission::laws>,
     .name = "laws",
     .label = "field.submission.laws",
     .term = "schema:citation",
     .search_weight = 6},
    {.of = member<&Submission::assertions>, .name = "assertions", .label = "field.submission.assertions"},
    {.of = member<&Submission::repeats>,
     .name = "repeats",
     .label = "field.submission.repeats",
     .refers = "submission",
     .term = "dcterms:relation"},
    {.of = member<&Submission::place>,
     .name = "place",
     .label = "field.submission.place",
     .term = "dcterms:spatial",
     .search_weight = 3},
    {.of = member<&Submission::as_of>, .name = "as_of", .label = "field.submission.as_of", .term = "schema:dateModified"},
    {.of = member<&Submission::provenance>,
     .name = "provenance",
     .label = "field.submission.provenance",
     .term = "dcterms:provenance"},
};

constexpr record::Field filer_fields[] = {
    {.of = member<&Filer::id>, .name = "id", .label = "field.filer.id", .term = "dcterms:identifier"},
    {.of = member<&Filer::submission>, .name = "submission", .label = "field.filer.submission", .refers = "submission"},
    {.of = member<&Filer::kind>, .name = "kind", .label = "field.filer.kind"},
    {.of = member<&Filer::name>,
     .name = "name",
     .label = "field.filer.name",
     .term = "schema:name",
     .search_weight = 6,
     .visibility = record::Visibility::unless_confidential},
    {.of = member<&Filer::count>, .name = "count", .label = "field.filer.count"},
    {.of = member<&Filer::confidential>, .name = "confidential", .label = "field.filer.confidential"},
};

void check_filer(const void* held, base::Faults& faults) {
    const auto& filer = *static_cast<const Filer*>(held);
    // What everyone may read of a confidential filer has no name.
    if (filer.kind == FilerKind::organization && filer.name.empty() && !filer.confidential)
        faults.push_back({"", "", "name", "is missing", "name the organization"});
    if (filer.kind == FilerKind::individuals && !filer.name.empty())
        faults.push_back({"", "", "name", "names a person", "count individuals, do not name them"});
    if (filer.count && *filer.count < 1) faults.push_back({"", "", "count", "is not a number of filers", "write 1 or more"});
}

}  // namespace

std::span<const record::Field> Assertion::fields() { return record::complete<Assertion>(assertion_fields); }
std::span<const record::Field> Law::fields() { return record::complete<Law>(law_fields); }

const record::RecordType& Submission::type() {
    static constexpr auto type = record::describe<Submission>("submission", "submissions", submission_fields);
    return type;
}

const record::RecordType& Filer::type() {
    static constexpr auto type = record::describe<Filer>("filer", "filers", filer_fields, "submission", check_filer);
    return type;
}

}  // namespace comity::registry
