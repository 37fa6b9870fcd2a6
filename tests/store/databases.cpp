#include "store/databases.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>
#include <thread>

#include "base/fault.hpp"
#include "base/passing_folder.hpp"
#include "store/connection.hpp"
#include "store/rows.hpp"

namespace comity::store::tests {

namespace {

std::filesystem::path postgres_programs() {
    std::filesystem::path newest;
    for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql"))
        if (std::filesystem::exists(version.path() / "bin/initdb") && (newest.empty() || version.path() > newest))
            newest = version.path();
    if (newest.empty()) throw std::runtime_error("PostgreSQL's server is not installed: apt-get install postgresql");
    return newest / "bin";
}

void run(const std::string& command) {
    if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

// A throw-away PostgreSQL on a socket in a folder of its own, for this process; it ends with it, however that ends.
class Cluster {
  public:
    Cluster() {
        const std::string as_postgres = geteuid() == 0 ? "--reuid postgres --regid postgres --clear-groups" : "";
        const std::string programs = postgres_programs().string();
        const std::string data = folder_.path() + "/data";
        if (const passwd* postgres = getpwnam("postgres"); geteuid() == 0 && postgres)
            if (chown(folder_.path().c_str(), postgres->pw_uid, postgres->pw_gid) != 0) throw std::runtime_error("chown failed");
        // A language whose order of words is not that of their bytes.
        run(fmt::format(
            "cd / && setpriv {} {}/initdb -D {} -U comity -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=fr "
            "--no-sync > {}.log 2>&1",
            as_postgres, programs, data, data));
        server_ = fork();
        if (server_ == 0) {
            const std::string command = fmt::format(
                "cd / && exec setpriv {} --pdeathsig QUIT {}/postgres -D {} -k {} -c listen_addresses= -c fsync=off "
                "-c max_connections=60 >> {}.log 2>&1",
                as_postgres, programs, data, folder_.path(), data);
            execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
            _exit(127);
        }
        for (int i = 0; PQping(address("postgres").c_str()) != PQPING_OK; ++i) {
            if (i == 600) throw std::runtime_error("PostgreSQL did not start: see " + data + ".log");
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        admin_ = connect(address("postgres"), Purpose::write);
    }
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;
    ~Cluster() {
        admin_.reset();
        kill(server_, SIGQUIT);
        waitpid(server_, nullptr, 0);
    }

    std::string new_database() {
        const std::string name = fmt::format("t{}", ++databases_);
        admin_->script(fmt::format("CREATE DATABASE {}", name));
        return address(name);
    }

  private:
    std::string address(const std::string& database) const {
        return fmt::format("host={} dbname={} user=comity", folder_.path(), database);
    }

    base::PassingFolder folder_;
    pid_t server_ = -1;
    int databases_ = 0;
    std::unique_ptr<Connection> admin_;
};

}  // namespace

std::string new_database(const std::string& kind) {
    if (kind == "sqlite") {
        static const base::PassingFolder folder;
        static int count = 0;
        return fmt::format("sqlite:{}/{}.db", folder.path(), ++count);
    }
    static Cluster cluster;
    return cluster.new_database();
}

OnEachDatabase::OnEachDatabase() : address_(new_database(GetParam())) { reopen(); }

void OnEachDatabase::reopen() {
    store_.reset();
    auto opened = open(options());
    if (!opened) throw std::runtime_error(opened.error());
    store_ = std::move(*opened);
}

Receipt OnEachDatabase::commit(std::vector<record::Change> changes) {
    auto receipt = store().commit({"a clerk", "a test", std::move(changes), noon});
    if (!receipt) throw std::runtime_error(base::to_string(receipt.error().front()));
    return *receipt;
}

std::string OnEachDatabase::fault(std::vector<record::Change> changes) {
    const auto receipt = store().commit({"a clerk", "a test", std::move(changes), noon});
    return receipt ? "" : base::to_string(receipt.error().front());
}

void OnEachDatabase::commit_a_case() {
    commit(
        {put("party", R"json({"id":"CAN","name":{"en":"Canada","original":"en"}})json"),
         put("party", R"json({"id":"MEX","name":{"en":"Mexico","es":"México","fr":"Mexique","original":"es"}})json"),
         put("submission",
             R"json({"id":"SEM-21-001","title":{"en":"Fairview Terminal","fr":"Terminal de Fairview","original":"en"},
                "filed":"2021-02","agreement":"usmca","party":"CAN","others":["MEX"],"matters":["noise","ports"],
                "laws":[{"name":"Fisheries Act","party":"CAN"},{"name":"CEAA 2012"}],
                "cost":{"amount":9000000,"currency":"USD","basis":"equivalent","rate_date":"2008-12-15"},
                "place":{"name":{"en":"Prince Rupert","original":"en"},"country":"CAN","latitude":54,"longitude":-130.35},
                "pages":0,"area":12.0,"confidential":true,"filer":"Ondine Quillfeather","notes":"telephoned",
                "provenance":{"sources":["http://www.cec.org"],"confidence":"partial"}})json"),
         put("event",
             R"json({"id":"e1","submission":"SEM-21-001","date":"2021-02-09","summary":{"en":"The Secretariat asks for enforcement records","original":"en"}})json"),
         put("paper", R"json({"id":"p1","event":"e1","title":{"fr":"Étude des forêts","original":"fr"}})json")});
}

void OnEachDatabase::tamper(const std::string& sql) { connect(address_, Purpose::write)->script(sql); }

std::string OnEachDatabase::dump() {
    const auto connection = connect(address_, Purpose::read);
    std::string all;
    auto table = [&](const std::string& sql, int columns) {
        all += sql + "\n";
        connection->query(sql, {}, [&](const Row& row) {
            for (int i = 0; i < columns; ++i) all += row.null(i) ? "NULL|" : fmt::format("{}|", row.text(i));
            all += "\n";
        });
    };
    const Types types(catalog());
    for (const auto& sql : types.all())
        table(fmt::format("SELECT {} FROM \"{}\" ORDER BY id", sql->columns, sql->type->name),
              static_cast<int>(sql->type->fields.size()) + 1);
    table("SELECT * FROM comity_journal ORDER BY sequence", 7);
    table("SELECT type, id, sequence FROM comity_touched ORDER BY type, id, sequence", 3);
    table("SELECT type, field, value, id FROM comity_member ORDER BY type, field, value, id", 4);
    if (std::string_view(GetParam()) == "sqlite")
        table(
            "SELECT n.type, n.id, w.words, vocabulary FROM comity_document AS n JOIN comity_words AS w ON w.rowid = n.number "
            "ORDER BY n.type, n.id",
            4);
    else
        table("SELECT type, id, words, vocabulary FROM comity_document ORDER BY type, id", 4);
    table("SELECT word, documents FROM comity_vocabulary ORDER BY word", 2);
    table("SELECT piece, word FROM comity_spelling ORDER BY piece, word", 2);
    return all;
}

}  // namespace comity::store::tests

int main(int count, char** arguments) {
    testing::InitGoogleTest(&count, arguments);
    return RUN_ALL_TESTS();
}
