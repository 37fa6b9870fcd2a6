#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace comity::bench {

// Numbers that are the same on every machine and with every standard library (splitmix64).
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    // The numbers of one record: of its kind, its place among its kind and what they are for.
    Random(std::uint64_t seed, std::string_view kind, std::size_t number, std::uint64_t purpose)
        : state_(seed * 0x9e3779b97f4a7c15 + number * 0xd1342543de82ef95 + purpose) {
        for (char c : kind) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    }

    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
    double share() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }  // 0 to 1, without 1
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(share() * static_cast<double>(end)); }
    bool chance(double of) { return share() < of; }

  private:
    std::uint64_t state_;
};

}  // namespace comity::bench
