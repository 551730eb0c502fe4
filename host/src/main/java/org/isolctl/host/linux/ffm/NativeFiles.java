package org.isolctl.host.linux.ffm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.isolctl.host.linux.Errno;

/// Reading of files and folders by the bare system calls.
///
/// An audit reads one small file for each of thousands of processes; the file classes of the JDK
/// cost half as much again as the kernel's own work and hide the error number. Not thread-safe: the
/// buffers are kept between calls.
public final class NativeFiles {
  static final int AT_FDCWD = -100;
  static final int O_RDONLY = 0;
  static final int O_CLOEXEC = 0x80000;
  static final int O_NONBLOCK = 0x800;
  static final int EINTR = 4;
  static final int ENAMETOOLONG = 36;

  private static final byte[] EMPTY = new byte[0];
  private static final int LONGEST_PATH = 4096;
  private static final int CHUNK = 64 * 1024;

  // struct linux_dirent64 (include/linux/dirent.h): inode 8, offset 8, length 2, type 1, name.
  static final int ENTRY_LENGTH = 16;
  static final int ENTRY_TYPE = 18;
  static final int ENTRY_NAME = 19;
  static final byte TYPE_FOLDER = 4;

  private final SystemCall kernel = new SystemCall();
  private final CallNumbers numbers = CallNumbers.HERE;
  private final ByteBuffer path = ByteBuffer.allocateDirect(LONGEST_PATH);
  private final long pathAddress = SystemCall.address(path);
  private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.nativeOrder());
  private final long chunkAddress = SystemCall.address(chunk);
  private byte[] content = EMPTY;

  /// Gets each entry of a folder.
  public interface EntryVisitor {
    /// Gets one entry.
    ///
    /// @param folder whether the entry is a folder, links not followed
    void visit(String name, boolean folder);
  }

  /// Reads a whole file.
  ///
  /// @param limit in bytes; a longer file fails with EFBIG
  /// @return 0, or the error number; after 0 the bytes stand in {@link #content()}
  public int read(String file, int limit) {
    long descriptor = open(file);
    if (descriptor < 0) {
      return (int) -descriptor;
    }
    try {
      return readOpen(descriptor, limit);
    } finally {
      kernel.call(numbers.close(), descriptor, 0, 0);
    }
  }

  private int readOpen(long descriptor, int limit) {
    byte[] bytes = EMPTY;
    int length = 0;
    while (true) {
      long got = retry(numbers.read(), descriptor);
      if (got < 0) {
        return (int) -got;
      }
      if (got == 0) {
        content = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        return 0;
      }
      if (got > limit - length) {
        return Errno.EFBIG;
      }
      int end = length + (int) got;
      if (end > bytes.length) {
        bytes = Arrays.copyOf(bytes, length == 0 ? end : Math.max(end, 2 * length));
      }
      chunk.get(0, bytes, length, (int) got);
      length = end;
    }
  }

  /// What {@link #read} read last; each read makes a new array.
  public byte[] content() {
    return content;
  }

  /// Visits the entries of a folder in the order that the kernel gives them, `.` and `..` left out.
  ///
  /// @return 0, or the error number
  public int list(String folder, EntryVisitor visitor) {
    long descriptor = open(folder);
    if (descriptor < 0) {
      return (int) -descriptor;
    }
    try {
      while (true) {
        long got = retry(numbers.getdents64(), descriptor);
        if (got <= 0) {
          return (int) -got;
        }
        for (int at = 0; at < got; at += chunk.getShort(at + ENTRY_LENGTH)) {
          String name = name(at + ENTRY_NAME);
          if (!name.equals(".") && !name.equals("..")) {
            visitor.visit(name, chunk.get(at + ENTRY_TYPE) == TYPE_FOLDER);
          }
        }
      }
    } finally {
      kernel.call(numbers.close(), descriptor, 0, 0);
    }
  }

  private String name(int at) {
    int length = 0;
    while (chunk.get(at + length) != 0) {
      length++;
    }
    byte[] bytes = new byte[length];
    chunk.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private long retry(int number, long descriptor) {
    long got;
    do {
      got = kernel.call(number, descriptor, chunkAddress, CHUNK);
    } while (got == -EINTR);
    return got;
  }

  /// A descriptor, or the negated error number. Never blocks: a path may turn out to be a pipe.
  private long open(String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= LONGEST_PATH) {
      return -ENAMETOOLONG;
    }
    path.put(0, bytes).put(bytes.length, (byte) 0);
    return kernel.call(numbers.openat(), AT_FDCWD, pathAddress, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  }
}
