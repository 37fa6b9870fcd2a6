#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "web/server/page.hpp"

namespace comity::server {

// Pages ready to send, each good for one stamp; the least recently used ones go when the memory is used up. For several threads.
class PageCache {
  public:
    explicit PageCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

    std::shared_ptr<const Page> find(const std::string& key, const Stamp& stamp);
    // A page larger than an eighth of the cache is not kept.
    void keep(std::string key, const Stamp& stamp, std::shared_ptr<const Page> page);
    std::size_t bytes() const;

  private:
    struct Entry {
        std::string key;
        Stamp stamp;
        std::shared_ptr<const Page> page;
        std::size_t size() const { return key.size() * 2 + sizeof(Entry) + page->size(); }
    };
    void drop(std::list<Entry>::iterator entry);

    const std::size_t most_bytes_;
    mutable std::mutex mutex_;
    std::list<Entry> entries_;  // last used first
    std::unordered_map<std::string, std::list<Entry>::iterator> by_key_;
    std::size_t bytes_ = 0;
};

}  // namespace comity::server
