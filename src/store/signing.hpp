#pragma once

/// Commits written as they are, or signed where git's settings ask for it:
/// commit.gpgSign, gpg.format (openpgp, x509, ssh), user.signingKey,
/// gpg.program, gpg.<format>.program. libgit2 itself cannot sign.

#include "store/repository.hpp"

#include <budgetdiff/base/result.hpp>

#include <string>
#include <string_view>

namespace budgetdiff::git {

/// Writes a commit object of this content and returns its id. No ref moves.
/// `committer` ("Name <address>") names the OpenPGP key where user.signingKey
/// is not set. REQUIRES: under the WriteLock.
[[nodiscard]] Result<git_oid> write_signed_commit(const Repository& repository,
                                                  std::string_view content,
                                                  const std::string& committer);

/// Removes what a killed signer left in the repository's directory.
void clear_signing_files(const std::string& git_directory);

}  // namespace budgetdiff::git
