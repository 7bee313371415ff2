#include <budgetdiff/base/system_failure.hpp>

#include <cerrno>
#include <system_error>

namespace budgetdiff {

Message system_failure(int error_number) {
  switch (error_number) {
    case ENOENT:
      return {BD_TR("there is no such file or folder: check the name"), {}};
    case EACCES:
    case EPERM:
      return {BD_TR("permission denied: ask its owner, or choose another place"), {}};
    case EISDIR:
      return {BD_TR("it is a folder"), {}};
    case ENOTDIR:
      return {BD_TR("a part of the path is no folder: check the name"), {}};
    case ENOSPC:
    case EDQUOT:
      return {BD_TR("no space is left: make room, or choose another place"), {}};
    case EROFS:
      return {BD_TR("the file system may only be read: choose another place"), {}};
    case EFBIG:
      return {BD_TR("it would be larger than is allowed here"), {}};
    case ENAMETOOLONG:
      return {BD_TR("the name is too long"), {}};
    case ELOOP:
      return {BD_TR("its symbolic links go round in a circle"), {}};
    case EMFILE:
    case ENFILE:
      return {BD_TR("too many files are open"), {}};
    case EIO:
      return {BD_TR("the disk reports a fault"), {}};
    default:
      return {BD_TR("the system says: {0}"), {std::generic_category().message(error_number)}};
  }
}

}  // namespace budgetdiff
