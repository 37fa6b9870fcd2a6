#include "web/server/page_cache.hpp"

namespace comity::server {

void PageCache::drop(std::list<Entry>::iterator entry) {
    bytes_ -= entry->size();
    by_key_.erase(entry->key);
    entries_.erase(entry);
}

std::shared_ptr<const Page> PageCache::find(const std::string& key, const Stamp& stamp) {
    const std::lock_guard lock(mutex_);
    const auto at = by_key_.find(key);
    if (at == by_key_.end()) return nullptr;
    if (at->second->stamp != stamp) {
        drop(at->second);
        return nullptr;
    }
    entries_.splice(entries_.begin(), entries_, at->second);
    return at->second->page;
}

void PageCache::keep(std::string key, const Stamp& stamp, std::shared_ptr<const Page> page) {
    Entry entry{std::move(key), stamp, std::move(page)};
    if (entry.size() > most_bytes_ / 8) return;
    const std::lock_guard lock(mutex_);
    if (const auto at = by_key_.find(entry.key); at != by_key_.end()) drop(at->second);
    bytes_ += entry.size();
    entries_.push_front(std::move(entry));
    by_key_.emplace(entries_.front().key, entries_.begin());
    while (bytes_ > most_bytes_) drop(std::prev(entries_.end()));
}

std::size_t PageCache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

}  // namespace comity::server
