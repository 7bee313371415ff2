// Runs a fuzz target over the files of the folders given: each as it is, cut
// short at many places, and with bytes changed. No libFuzzer needed.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::filesystem::path> files;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::cout << file.filename().string() << std::endl;
    std::ifstream in(file, std::ios::binary);
    std::ostringstream content;
    content << in.rdbuf();
    const std::string bytes = content.str();
    run(bytes);
    constexpr std::size_t rounds = 40;
    for (std::size_t i = 1; i < rounds && !bytes.empty(); ++i) {
      run(bytes.substr(0, bytes.size() * i / rounds));
      std::string changed = bytes;
      changed[bytes.size() * i / rounds] = static_cast<char>("\n 0;:,."[i % 7]);
      run(changed);
    }
  }
  if (files.empty()) {
    std::cerr << "no corpus\n";
    return 1;
  }
  return 0;
}
