#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "insight/map_frame.hpp"

namespace comity::insight {

inline constexpr std::size_t most_layers = 8;
inline constexpr std::size_t most_named = 6;

// What a map shows as one mark: a place, or several that are too near to each other to be told apart.
struct Spot {
    double latitude = 0, longitude = 0;
    std::uint32_t count = 0;
    std::array<std::uint32_t, most_layers> by_layer{};
    std::vector<std::uint64_t> first;  // the first records of it, at most most_named, as they were added
    Window box;                        // all its places
};

// Puts places together by a grid, in one pass over them.
class Spots {
  public:
    // No two marks are nearer to each other than `spacing` units of the frame.
    Spots(const Frame& frame, double spacing);

    // Nothing happens where the place is outside the window. `record` means something to the caller only.
    void add(double latitude, double longitude, std::size_t layer, std::uint64_t record);

    std::uint32_t inside() const { return inside_; }
    // The largest first.
    std::vector<Spot> found() const;

  private:
    Frame frame_;
    double spacing_;
    std::size_t columns_, rows_;
    std::vector<Spot> cells_;  // sums of latitude and longitude while they are gathered
    std::uint32_t inside_ = 0;
};

// The same for a smaller drawing: fewer marks, each of one or more of these.
std::vector<Spot> merged(std::vector<Spot> spots, const Frame& frame, double spacing);

}  // namespace comity::insight
