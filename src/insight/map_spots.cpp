#include "insight/map_spots.hpp"

#include <algorithm>
#include <cmath>

#include "base/fault.hpp"

namespace comity::insight {

namespace {

void join(Spot& spot, const Spot& other) {
    spot.count += other.count;
    for (std::size_t i = 0; i < most_layers; ++i) spot.by_layer[i] += other.by_layer[i];
    for (const std::uint64_t record : other.first)
        if (spot.first.size() < most_named) spot.first.push_back(record);
    spot.box = {std::min(spot.box.west, other.box.west), std::min(spot.box.south, other.box.south),
                std::max(spot.box.east, other.box.east), std::max(spot.box.north, other.box.north)};
}

}  // namespace

Spots::Spots(const Frame& frame, double spacing)
    : frame_(frame),
      spacing_(spacing),
      columns_(static_cast<std::size_t>(frame.width / spacing) + 1),
      rows_(static_cast<std::size_t>(frame.height / spacing) + 1),
      cells_(columns_ * rows_) {}

void Spots::add(double latitude, double longitude, std::size_t layer, std::uint64_t record) {
    COMITY_ASSERT(layer < most_layers);
    const double seen = seen_from(frame_.window, longitude);
    if (!holds(frame_.window, latitude, longitude)) return;
    const auto column = static_cast<std::size_t>(frame_.x(seen) / spacing_),
               row = static_cast<std::size_t>(frame_.y(latitude) / spacing_);
    Spot& cell = cells_[std::min(row, rows_ - 1) * columns_ + std::min(column, columns_ - 1)];
    if (cell.count == 0)
        cell.box = {seen, latitude, seen, latitude};
    else
        cell.box = {std::min(cell.box.west, seen), std::min(cell.box.south, latitude), std::max(cell.box.east, seen),
                    std::max(cell.box.north, latitude)};
    ++inside_;
    ++cell.count;
    ++cell.by_layer[layer];
    cell.latitude += latitude;
    cell.longitude += seen;
    if (cell.first.size() < most_named) cell.first.push_back(record);
}

std::vector<Spot> Spots::found() const {
    std::vector<Spot> spots;
    for (const Spot& cell : cells_) {
        if (cell.count == 0) continue;
        Spot& spot = spots.emplace_back(cell);
        // Rounding may not move a single place, or one that all share.
        const bool one = cell.box.west == cell.box.east && cell.box.south == cell.box.north;
        spot.latitude = one ? cell.box.south : cell.latitude / cell.count;
        spot.longitude = one ? cell.box.west : cell.longitude / cell.count;
    }
    return merged(std::move(spots), frame_, spacing_);
}

// The larger spots stay where they are and take in the smaller ones beside them, so the distance holds whatever is merged.
std::vector<Spot> merged(std::vector<Spot> spots, const Frame& frame, double spacing) {
    std::ranges::stable_sort(spots, std::greater<>{}, &Spot::count);
    std::vector<Spot> kept;
    for (Spot& spot : spots) {
        const auto distance = [&](const Spot& other) {
            return std::hypot(frame.x(spot.longitude) - frame.x(other.longitude),
                              frame.y(spot.latitude) - frame.y(other.latitude));
        };
        const auto nearest = std::ranges::min_element(kept, {}, distance);
        if (nearest != kept.end() && distance(*nearest) < spacing)
            join(*nearest, spot);
        else
            kept.push_back(std::move(spot));
    }
    std::ranges::stable_sort(kept, std::greater<>{}, &Spot::count);
    return kept;
}

}  // namespace comity::insight
