package org.isolctl.host.linux;

/// A kernel error number (include/uapi/asm-generic/errno-base.h and errno.h; those named here are
/// the same on every architecture that is supported).
public record Errno(int number) {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EIO = 5;
  public static final int ENOEXEC = 8;
  public static final int EACCES = 13;
  public static final int EBUSY = 16;
  public static final int ENODEV = 19;
  public static final int ENOTDIR = 20;
  public static final int EINVAL = 22;
  public static final int EFBIG = 27;
  public static final int ENOSPC = 28;
  public static final int EROFS = 30;
  public static final int EOPNOTSUPP = 95;

  /// The name as in the manual pages, or `errno 117`.
  public String name() {
    return switch (number) {
      case EPERM -> "EPERM";
      case ENOENT -> "ENOENT";
      case ESRCH -> "ESRCH";
      case EIO -> "EIO";
      case 7 -> "E2BIG";
      case ENOEXEC -> "ENOEXEC";
      case 12 -> "ENOMEM";
      case EACCES -> "EACCES";
      case EBUSY -> "EBUSY";
      case ENODEV -> "ENODEV";
      case ENOTDIR -> "ENOTDIR";
      case 21 -> "EISDIR";
      case EINVAL -> "EINVAL";
      case 24 -> "EMFILE";
      case EFBIG -> "EFBIG";
      case ENOSPC -> "ENOSPC";
      case EROFS -> "EROFS";
      case 36 -> "ENAMETOOLONG";
      case 38 -> "ENOSYS";
      case 40 -> "ELOOP";
      case EOPNOTSUPP -> "EOPNOTSUPP";
      default -> "errno " + number;
    };
  }

  @Override
  public String toString() {
    return name();
  }
}
