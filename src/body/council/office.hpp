#pragma once

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

namespace comity::council {

struct Telephone {
    std::string number;
    base::Text note;
    static std::span<const record::Field> fields();
};

enum class OfficeEventKind {
    in_use,  // a source gives the address as current
    left,
};
BOOST_DESCRIBE_ENUM(OfficeEventKind, in_use, left)

struct OfficeEvent {
    OfficeEventKind event{};
    std::optional<base::Date> date;  // absent: not known
    base::Text note;
    static std::span<const record::Field> fields();
};

// A place where a body works and can be written to.
struct Office {
    std::string id;
    base::Text name;
    std::optional<record::Ref> body;
    std::optional<record::Place> place;
    std::string address;
    std::vector<Telephone> telephones;
    std::string fax;
    std::string website;
    std::vector<OfficeEvent> events;
    record::Provenance provenance;
    static const record::RecordType& type();
};

}  // namespace comity::council
