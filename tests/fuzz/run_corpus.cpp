// Runs a fuzz target over the files of the folders given: each as it is, cut
// short at many places, and with bytes changed. No libFuzzer needed.
// BUDGETDIFF_ROUNDS=N adds N random changes a file, from BUDGETDIFF_SEED;
// BUDGETDIFF_KEEP names a file that holds the bytes of the last one.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& bytes) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// A copy with one to eight places changed: bytes, runs taken out, doubled or
/// brought from elsewhere.
std::string mutate(std::string bytes, std::mt19937_64& random) {
  const auto below = [&](std::size_t end) {
    return end == 0 ? 0 : static_cast<std::size_t>(random() % end);
  };
  for (std::size_t changes = 1 + below(8); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(bytes.size() - at, 64));
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(random());
        break;
      case 1:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
      case 2:
        bytes.erase(at, length);
        break;
      case 3:
        bytes.insert(below(bytes.size()), bytes.substr(at, length));
        break;
      default:
        bytes[at] = "0123456789<>[]()/ \n"[below(19)];
        break;
    }
  }
  return bytes;
}

std::size_t from_environment(const char* name, std::size_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : static_cast<std::size_t>(std::strtoull(text, nullptr, 10));
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
    const std::size_t seed = from_environment("BUDGETDIFF_SEED", 1);
    const std::size_t random_rounds = from_environment("BUDGETDIFF_ROUNDS", 0);
    for (std::size_t i = 0; i < random_rounds; ++i) {
      std::mt19937_64 random(seed + i);
      const std::string changed = mutate(bytes, random);
      if (std::getenv("BUDGETDIFF_KEEP") != nullptr) {
        std::ofstream(std::getenv("BUDGETDIFF_KEEP"), std::ios::binary) << changed;
      }
      run(changed);
    }
  }
  if (files.empty()) {
    std::cerr << "no corpus\n";
    return 1;
  }
  return 0;
}
