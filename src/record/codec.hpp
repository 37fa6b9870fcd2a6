#pragma once

#include <boost/describe/enumerators.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <boost/pfr/tuple_size.hpp>

#include <array>
#include <expected>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/text.hpp"
#include "record/kinds.hpp"
#include "record/record.hpp"

// How a C++ type becomes a Value and back: one specialisation per kind of field. Included by the files that hold a field table.
namespace comity::record {

template <class T>
using Fit = std::expected<T, Misfit>;

template <class T>
struct Codec;

#define COMITY_CODEC(TYPE, KIND)             \
    template <>                              \
    struct Codec<TYPE> {                     \
        static constexpr Kind kind = KIND;   \
        static Value out(const TYPE& held);  \
        static Fit<TYPE> in(const Value& v); \
    }
COMITY_CODEC(std::string, Kind::string);
COMITY_CODEC(base::Text, Kind::text);
COMITY_CODEC(std::int64_t, Kind::integer);
COMITY_CODEC(double, Kind::number);
COMITY_CODEC(bool, Kind::boolean);
COMITY_CODEC(base::Date, Kind::date);
COMITY_CODEC(base::Money, Kind::money);
COMITY_CODEC(Place, Kind::place);
COMITY_CODEC(Ref, Kind::reference);
COMITY_CODEC(Provenance, Kind::provenance);
#undef COMITY_CODEC

template <class E>
std::span<const std::string_view> codes_of() {
    using Described = boost::describe::describe_enumerators<E>;
    static const auto codes = [] {
        std::array<std::string_view, boost::mp11::mp_size<Described>::value> all;
        std::size_t i = 0;
        boost::mp11::mp_for_each<Described>([&](auto d) { all[i++] = d.name; });
        return all;
    }();
    return codes;
}

// The code of an enumerator. Enumerators count from 0 in the order of their declaration.
template <class E>
    requires std::is_enum_v<E>
std::string_view code_of(E e) {
    return codes_of<E>()[static_cast<std::size_t>(e)];
}

// The place of a code in its list, or why it is none of them.
Fit<std::size_t> code_index(const Value& value, std::span<const std::string_view> codes);

template <class E>
    requires std::is_enum_v<E>
struct Codec<E> {
    static constexpr Kind kind = Kind::code;
    static Value out(E e) { return Value(code_of(e)); }
    static Fit<E> in(const Value& v) {
        const auto index = code_index(v, codes_of<E>());
        if (!index) return std::unexpected(index.error());
        return static_cast<E>(*index);
    }
};

// A struct inside a record: has `static std::span<const Field> fields()`.
template <class T>
concept Structure = requires {
    { T::fields() } -> std::same_as<std::span<const Field>>;
};
Value out_structure(std::span<const Field> fields, const void* held);
std::optional<Misfit> in_structure(std::span<const Field> fields, const Value& object, void* held);

template <Structure T>
struct Codec<T> {
    static constexpr Kind kind = Kind::structure;
    static Value out(const T& held) { return out_structure(T::fields(), &held); }
    static Fit<T> in(const Value& v) {
        T held{};
        if (auto misfit = in_structure(T::fields(), v, &held)) return std::unexpected(std::move(*misfit));
        return held;
    }
};

namespace detail {
template <class P>
struct Pointed;
template <class R, class T>
struct Pointed<T R::*> {
    using Record = R;
    using Type = T;
};
template <class T>
struct Element {
    using Type = T;
    static constexpr bool list = false, optional = std::is_same_v<T, base::Text>;
};
template <class T>
struct Element<std::vector<T>> {
    using Type = T;
    static constexpr bool list = true, optional = true;
};
template <class T>
struct Element<std::optional<T>> {
    using Type = T;
    static constexpr bool list = false, optional = true;
};
template <auto P>
using ElementOf = Element<typename Pointed<decltype(P)>::Type>;

Value out_list(std::size_t count, Value (*element)(const void* list, std::size_t i), const void* list);
std::optional<Misfit> in_list(const Value& value, std::optional<Misfit> (*append)(void* list, const Value& element), void* list);

template <auto P>
Value get(const void* record) {
    using M = Pointed<decltype(P)>;
    using E = ElementOf<P>;
    const auto& held = static_cast<const typename M::Record*>(record)->*P;
    if constexpr (E::list)
        return out_list(
            held.size(),
            [](const void* list, std::size_t i) {
                return Codec<typename E::Type>::out((*static_cast<const typename M::Type*>(list))[i]);
            },
            &held);
    else if constexpr (std::is_same_v<typename M::Type, std::optional<typename E::Type>>)
        return held ? Codec<typename E::Type>::out(*held) : Value();
    else
        return Codec<typename E::Type>::out(held);
}

template <auto P>
std::optional<Misfit> set(void* record, const Value& value) {
    using M = Pointed<decltype(P)>;
    using E = ElementOf<P>;
    auto& held = static_cast<typename M::Record*>(record)->*P;
    if constexpr (E::list) {
        held.clear();
        return in_list(
            value,
            [](void* list, const Value& element) -> std::optional<Misfit> {
                auto fit = Codec<typename E::Type>::in(element);
                if (!fit) return std::move(fit).error();
                static_cast<typename M::Type*>(list)->push_back(std::move(*fit));
                return std::nullopt;
            },
            &held);
    } else {
        auto fit = Codec<typename E::Type>::in(value);
        if (!fit) return std::move(fit).error();
        held = std::move(*fit);
        return std::nullopt;
    }
}

template <class T>
constexpr std::span<const std::string_view> (*codes_function())() {
    if constexpr (std::is_enum_v<T>)
        return codes_of<T>;
    else
        return nullptr;
}
template <class T>
constexpr std::span<const Field> (*parts_function())() {
    if constexpr (Structure<T>)
        return T::fields;
    else
        return nullptr;
}
}  // namespace detail

template <auto P>
inline constexpr Member member{Codec<typename detail::ElementOf<P>::Type>::kind,
                               detail::ElementOf<P>::list,
                               detail::ElementOf<P>::optional,
                               detail::get<P>,
                               detail::set<P>,
                               detail::codes_function<typename detail::ElementOf<P>::Type>(),
                               detail::parts_function<typename detail::ElementOf<P>::Type>()};

// A member of T that has no row in its table is a compile error.
template <class T, std::size_t N>
constexpr std::span<const Field> complete(const Field (&fields)[N]) {
    static_assert(N == boost::pfr::tuple_size_v<T>, "a member of the struct has no field in the table, or a field no member");
    return fields;
}

template <class T, std::size_t N>
constexpr RecordType describe(std::string_view name, std::string_view collection, const Field (&fields)[N],
                              std::string_view part_of = {}, void (*check)(const void*, base::Faults&) = nullptr) {
    return {name,
            collection,
            complete<T>(fields),
            part_of,
            [] { return static_cast<void*>(new T{}); },
            [](void* p) { delete static_cast<T*>(p); },
            check};
}

}  // namespace comity::record
