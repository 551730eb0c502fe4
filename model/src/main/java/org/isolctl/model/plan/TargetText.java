package org.isolctl.model.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A target as one line of text, for journals and plan files: words separated by single blanks,
/// what a name must not hold in there written as `%` and two hexadecimal digits for each byte.
public final class TargetText {
  private TargetText() {}

  /// The line, for instance `thread 2 4 kthreadd`.
  public static String print(Target target) {
    return switch (target) {
      case Target.OfThread(var tid, var start, var comm) ->
          join("thread", Integer.toString(tid), Long.toString(start), comm);
      case Target.OfWorkqueue(var name) -> join("workqueue", name);
      case Target.OfIrq(var number, var name) -> join("irq", Integer.toString(number), name);
      case Target.OfIrqDefault() -> "irq-default";
      case Target.OfReceiveQueue(var device, var queue) -> join("receive-queue", device, queue);
      case Target.OfWatchdog() -> "watchdog";
      case Target.OfIrqbalance() -> "irqbalance";
      case Target.OfSlice(var name) -> join("slice", name);
      case Target.OfGroup(var path) -> join("group", path);
      case Target.OfCpusetController(var path) -> join("cpuset-controller", path);
      case Target.OfGroupCpus(var path) -> join("group-cpus", path);
      case Target.OfPartition(var path) -> join("partition", path);
    };
  }

  /// Reads such a line back.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it; a name that leads out of the
  ///   folder where it belongs is refused, as the line may come from a file that anybody wrote
  public static Target parse(String line) {
    var words = List.of(line.split(" ", -1));
    var kind = words.getFirst();
    var fields = words.stream().skip(1).map(TargetText::unescape).toList();
    return switch (kind) {
      case "thread" -> {
        need(line, fields, 3);
        yield new Target.OfThread(
            (int) number(fields.get(0), Integer.MAX_VALUE),
            number(fields.get(1), Long.MAX_VALUE),
            fields.get(2));
      }
      case "workqueue" -> new Target.OfWorkqueue(name(one(line, fields)));
      case "irq" -> {
        need(line, fields, 2);
        yield new Target.OfIrq((int) number(fields.get(0), Integer.MAX_VALUE), fields.get(1));
      }
      case "irq-default" -> only(line, fields, new Target.OfIrqDefault());
      case "receive-queue" -> {
        need(line, fields, 2);
        yield new Target.OfReceiveQueue(name(fields.get(0)), name(fields.get(1)));
      }
      case "watchdog" -> only(line, fields, new Target.OfWatchdog());
      case "irqbalance" -> only(line, fields, new Target.OfIrqbalance());
      case "slice" -> new Target.OfSlice(PartitionChanges.sliceName(one(line, fields)));
      case "group" -> new Target.OfGroup(path(one(line, fields)));
      case "cpuset-controller" -> new Target.OfCpusetController(path(one(line, fields)));
      case "group-cpus" -> new Target.OfGroupCpus(path(one(line, fields)));
      case "partition" -> new Target.OfPartition(path(one(line, fields)));
      default -> throw new IllegalArgumentException("'" + line + "' names no known target");
    };
  }

  private static Target only(String line, List<String> fields, Target target) {
    need(line, fields, 0);
    return target;
  }

  private static String one(String line, List<String> fields) {
    need(line, fields, 1);
    return fields.getFirst();
  }

  private static void need(String line, List<String> fields, int count) {
    if (fields.size() != count) {
      throw new IllegalArgumentException(
          "'" + line + "' has " + fields.size() + " fields where " + count + " belong");
    }
  }

  private static long number(String text, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no number", e);
    }
    throw new IllegalArgumentException("'" + text + "' is not in 0-" + most);
  }

  private static String name(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException("'" + name + "' is no name of an entry in a folder");
    }
    return name;
  }

  private static String path(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("the path '" + path + "' does not start with /");
    }
    for (String name :
        path.length() == 1 ? List.<String>of() : List.of(path.substring(1).split("/", -1))) {
      name(name);
    }
    return path;
  }

  private static String join(String... words) {
    var line = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      line.append(' ').append(escape(words[i]));
    }
    return line.toString();
  }

  private static String escape(String word) {
    var text = new StringBuilder();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f && b != '%') {
        text.append((char) b);
      } else {
        text.append('%').append(Character.forDigit(b >> 4 & 15, 16));
        text.append(Character.forDigit(b & 15, 16));
      }
    }
    return text.toString();
  }

  private static String unescape(String word) {
    var bytes = new byte[word.length()];
    int length = 0;
    for (int at = 0; at < word.length(); at++) {
      char c = word.charAt(at);
      if (c != '%') {
        if (c <= ' ' || c >= 0x7f) {
          throw new IllegalArgumentException("'" + word + "' has a character that must be escaped");
        }
        bytes[length++] = (byte) c;
        continue;
      }
      boolean whole = at + 2 < word.length();
      int high = whole ? Character.digit(word.charAt(at + 1), 16) : -1;
      int low = whole ? Character.digit(word.charAt(at + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw new IllegalArgumentException("'" + word + "' has a % without two hexadecimal digits");
      }
      bytes[length++] = (byte) (high << 4 | low);
      at += 2;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
