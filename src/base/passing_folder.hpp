#pragma once

#include <string>

namespace comity::base {

// An empty folder of the machine's temporary ones, which goes with its owner. Throws std::runtime_error where none can be made.
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

}  // namespace comity::base
