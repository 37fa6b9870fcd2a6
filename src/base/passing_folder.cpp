#include "base/passing_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace comity::base {

PassingFolder::PassingFolder() : path_((std::filesystem::temp_directory_path() / "comity-XXXXXX").string()) {
    if (!mkdtemp(path_.data()))
        throw std::runtime_error("no temporary folder can be made in " + std::filesystem::temp_directory_path().string());
}

PassingFolder::~PassingFolder() {
    std::error_code error;  // what stays behind is in the machine's own temporary folder
    std::filesystem::remove_all(path_, error);
}

}  // namespace comity::base
