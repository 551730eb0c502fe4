package org.isolctl.host.run;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.isolctl.host.linux.Errno;

/// Where a command is looked for, by the rules of `execvp(3)`.
///
/// @param folders in their order; an empty one is the current folder
record SearchPath(List<byte[]> folders) {
  private static final byte[] VARIABLE = "PATH=".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OTHERWISE = "/bin:/usr/bin".getBytes(StandardCharsets.US_ASCII);

  SearchPath {
    folders = List.copyOf(folders);
  }

  /// The path of an environment.
  static SearchPath of(List<byte[]> environment) {
    byte[] path = OTHERWISE;
    for (byte[] setting : environment) {
      if (startsWith(setting, VARIABLE)) {
        path = Arrays.copyOfRange(setting, VARIABLE.length, setting.length);
        break;
      }
    }
    return new SearchPath(split(path));
  }

  private static List<byte[]> split(byte[] path) {
    var folders = new ArrayList<byte[]>();
    int from = 0;
    for (int at = 0; at <= path.length; at++) {
      if (at == path.length || path[at] == ':') {
        folders.add(Arrays.copyOfRange(path, from, at));
        from = at + 1;
      }
    }
    return folders;
  }

  static boolean startsWith(byte[] text, byte[] start) {
    return text.length >= start.length
        && Arrays.equals(text, 0, start.length, start, 0, start.length);
  }

  /// Tries each place until one is not an error that says "not here".
  ///
  /// @param tried answers why a path could not be executed
  /// @return the error of the last place that matters: a file that may not be executed tells more
  ///   than one that is not there
  Errno search(byte[] command, Function<byte[], Errno> tried) {
    if (contains(command, (byte) '/')) {
      return tried.apply(command);
    }
    var worst = new Errno(Errno.ENOENT);
    for (byte[] folder : command.length == 0 ? List.<byte[]>of() : folders) {
      var error = tried.apply(join(folder, command));
      switch (error.number()) {
        case Errno.ENOENT, Errno.ENOTDIR, Errno.ENODEV -> {}
        case Errno.EACCES -> worst = error;
        default -> {
          return error;
        }
      }
    }
    return worst;
  }

  private static boolean contains(byte[] text, byte wanted) {
    for (byte b : text) {
      if (b == wanted) {
        return true;
      }
    }
    return false;
  }

  private static byte[] join(byte[] folder, byte[] name) {
    var path = new ByteArrayOutputStream();
    if (folder.length > 0) {
      path.writeBytes(folder);
      path.write('/');
    }
    path.writeBytes(name);
    return path.toByteArray();
  }
}
