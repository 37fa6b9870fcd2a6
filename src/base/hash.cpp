#include "base/hash.hpp"

#include <sodium.h>

#include <span>

namespace comity::base {
namespace {

std::string hex(std::span<const unsigned char> digest) {
    std::string digits(2 * digest.size() + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(), digest.data(), digest.size());
    digits.pop_back();
    return digits;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    unsigned char digest[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hex(digest);
}

std::string short_hash(std::string_view bytes) {
    static constexpr unsigned char key[crypto_shorthash_KEYBYTES]{};
    unsigned char digest[crypto_shorthash_BYTES];
    crypto_shorthash(digest, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), key);
    return hex(digest);
}

}  // namespace comity::base
