#include "store/signing.hpp"

#include "store/git_error.hpp"

namespace budgetdiff::git {

Result<git_oid> write_signed_commit(const Repository& repository, std::string_view content) {
  Handle<git_odb, git_odb_free> objects;
  int code = git_repository_odb(Out(objects), repository.get());
  git_oid id{};
  if (code == 0) {
    code = git_odb_write(&id, objects.get(), content.data(), content.size(), GIT_OBJECT_COMMIT);
  }
  if (code < 0) {
    return failed(code, {BD_TR("cannot write to the store: {0}"), {}});
  }
  return id;
}

}  // namespace budgetdiff::git
