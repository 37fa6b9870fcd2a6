#pragma once

#include <memory>
#include <string>

#include "store/connection.hpp"

namespace comity::store::sqlite {

std::unique_ptr<store::Connection> connect(const std::string& path, store::Purpose purpose);

// A folder that goes with its owner, for a database that nobody keeps. WAL needs real files, so this is what ":memory:" means
// here.
class PassingFolder {
  public:
    PassingFolder();
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;
    ~PassingFolder();
    const std::string& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace comity::store::sqlite
