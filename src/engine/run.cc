#include "engine/run.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace hegao {
namespace {

constexpr std::string_view kVersion = HEGAO_VERSION;

DocumentReport CheckOne(const FileSystem& fs, const std::string& path, const Packs& packs,
                        const EngineOptions& options) {
  auto bytes = fs.Read(path, options.max_file_bytes);
  if (!bytes) return Unreadable(path, bytes.error(), options.run.lang);
  return JudgeBytes(path, std::move(*bytes), packs, options);
}

}  // namespace

Inputs FindInputs(const FileSystem& fs, const std::vector<std::string>& paths) {
  Inputs inputs;
  std::set<std::string> seen;
  const auto add = [&](std::string path) {
    if (seen.insert(path).second) inputs.files.push_back(std::move(path));
  };
  for (const auto& path : paths) {
    switch (fs.Kind(path)) {
      case PathKind::missing:
        inputs.refused.push_back(
            {path, {ErrorKind::unreadable, {"没有这个文件或文件夹", "no such file or folder"}}});
        break;
      case PathKind::folder: {
        auto listing = fs.List(path);
        std::size_t reports = 0;
        for (auto& file : listing.files) {
          if (!IsReportFileName(file)) continue;
          ++reports;
          add(std::move(file));
        }
        for (auto& e : listing.errors) inputs.refused.push_back({path, std::move(e)});
        if (reports == 0) {
          inputs.refused.push_back(
              {path,
               {ErrorKind::unreadable,
                {"文件夹里没有可检查的报告", "there is no report in this folder"}}});
        }
        break;
      }
      default:
        add(path);
    }
  }
  return inputs;
}

RunReport CheckFiles(const FileSystem& fs, const std::vector<std::string>& files,
                     const Packs& packs, const EngineOptions& options,
                     const std::function<void(std::size_t)>& progress) {
  RunReport report;
  report.documents.resize(files.size());
  std::atomic<std::size_t> next{0}, done{0};
  const auto work = [&] {
    for (std::size_t i; (i = next.fetch_add(1)) < files.size(); done.fetch_add(1)) {
      report.documents[i] = CheckOne(fs, files[i], packs, options);
    }
  };
  auto jobs = options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
  jobs = static_cast<unsigned>(std::min<std::size_t>(jobs, files.size()));
  if (jobs <= 1 && !progress) {
    work();
  } else {
    std::vector<std::thread> threads;
    for (unsigned t = 0; t < std::max(1u, jobs); ++t) threads.emplace_back(work);
    while (progress && done.load() < files.size()) {
      progress(done.load());
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    for (auto& t : threads) t.join();
  }
  Complete(report, packs, options.run.lang);
  return report;
}

void Complete(RunReport& report, const Packs& packs, Lang lang) {
  report.version = kVersion;
  report.lang = lang;
  report.packs.clear();
  for (const auto& p : packs) report.packs.push_back({p->id, p->version, p->title.In(lang)});
  report.summary = Summarize(report.documents);
}

}  // namespace hegao
