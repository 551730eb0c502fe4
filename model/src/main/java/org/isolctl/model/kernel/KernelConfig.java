package org.isolctl.model.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The build configuration of a kernel.
///
/// @param options each option without `CONFIG_`, to `y`, `n`, `m` or a value
/// @param complete whether an option that is not listed is off (a real configuration), or unknown
/// @param origin one clause that says where this is from, for the reader of a prediction
public record KernelConfig(Map<String, String> options, boolean complete, String origin) {
  private static final String PREFIX = "CONFIG_";
  private static final String NOT_SET = " is not set";

  public KernelConfig {
    options = Map.copyOf(options);
  }

  /// A real configuration: an option that is not in the map is off.
  public static KernelConfig of(Map<String, String> options, String origin) {
    return new KernelConfig(options, true, origin);
  }

  /// Reads the text of a `.config` or of `/boot/config-RELEASE`.
  ///
  /// @param origin where the text is from
  /// @throws IllegalArgumentException where no line sets an option
  public static KernelConfig parse(String text, String origin) {
    var options = new TreeMap<String, String>();
    text.lines()
        .map(String::strip)
        .forEach(line -> {
          if (line.startsWith("# " + PREFIX) && line.endsWith(NOT_SET)) {
            options.put(line.substring(2 + PREFIX.length(), line.length() - NOT_SET.length()), "n");
          } else if (line.startsWith(PREFIX) && line.indexOf('=') > 0) {
            int equals = line.indexOf('=');
            options.put(
                line.substring(PREFIX.length(), equals), unquoted(line.substring(equals + 1)));
          }
        });
    if (options.isEmpty()) {
      throw new IllegalArgumentException(
          origin + " is no kernel configuration: no line of it reads CONFIG_NAME=VALUE");
    }
    return of(options, origin);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /// Whether an option is on, built in or as a module.
  ///
  /// @param option without `CONFIG_`
  public Answer has(String option) {
    String value = options.get(option);
    if (value == null) {
      return complete ? Answer.NO : Answer.UNKNOWN;
    }
    return value.equals("n") ? Answer.NO : Answer.YES;
  }

  /// The value of an option, where it is set.
  public Optional<String> value(String option) {
    return Optional.ofNullable(options.get(option)).filter(value -> !value.equals("n"));
  }

  /// A number, where the option is set to one.
  public OptionalInt number(String option) {
    try {
      return value(option).map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }
}
