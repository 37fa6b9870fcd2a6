#include "web/site/public_copy.hpp"

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>

#include <filesystem>

#include "base/passing_folder.hpp"
#include "store/public_copy.hpp"
#include "web/site/site.hpp"

namespace comity::site {

namespace {

// The mapping holds the file's bytes when its name is gone: nothing is left behind, however the program ends.
server::SharedBytes bytes_of(const std::filesystem::path& file) {
    namespace ipc = boost::interprocess;
    const ipc::file_mapping opened(file.c_str(), ipc::read_only);
    auto region = std::make_shared<const ipc::mapped_region>(opened, ipc::read_only);
    const std::string_view view(static_cast<const char*>(region->get_address()), region->get_size());
    return {std::move(region), view};
}

std::shared_ptr<const PublicCopy> write(const Site& site) {
    const base::PassingFolder folder;
    const std::filesystem::path file = folder.path() + "/copy.sqlite";
    const exchange::Profile& profile = site.profile();
    const store::Snapshot snapshot = site.store().snapshot();
    const std::string source = site.origin() + address(Page::data, profile.default_language, {}, "sqlite");
    store::write_public_copy(
        snapshot, file,
        {.body = profile.name[profile.default_language], .source = source, .license = profile.license, .day = site.today()});
    return std::make_shared<const PublicCopy>(PublicCopy{snapshot.head(), site.today(), bytes_of(file)});
}

}  // namespace

std::shared_ptr<const PublicCopy> PublicCopies::newest(const Site& site) {
    {
        const std::lock_guard lock(mutex_);
        if (copy_ && (writing_ || copy_->head == site.store().head())) return copy_;
        if (writing_)
            throw server::HttpError{
                503, "copy_in_the_making", "The copy is being written; ask again in some seconds.", {{"Retry-After", "5"}}};
        writing_ = true;
    }
    struct Done {
        PublicCopies& of;
        std::shared_ptr<const PublicCopy> copy{};
        ~Done() {
            const std::lock_guard lock(of.mutex_);
            of.writing_ = false;
            if (copy) of.copy_ = copy;
        }
    } done{*this};
    done.copy = write(site);
    return done.copy;
}

}  // namespace comity::site
