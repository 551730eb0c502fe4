package org.isolctl.model.persist;

import java.util.List;
import java.util.regex.Pattern;

/// The drop-in for `grub-mkconfig`, which Debian's and Ubuntu's reads as a shell script after
/// `/etc/default/grub`, in the order of the names. It is ours alone.
public final class GrubDropIn {
  /// Where it lies; read behind what cloud images and kdump bring.
  public static final String FILE = "/etc/default/grub.d/90-isolctl.cfg";

  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "(?m)^[ \t]*(?:export[ \t]+)?GRUB_CMDLINE_LINUX(?:_DEFAULT|_RECOVERY)?\\+?=(.*)$");
  private static final Pattern QUOTED = Pattern.compile("[A-Za-z0-9_.,:=/-]+");

  private GrubDropIn() {}

  /// Its text.
  ///
  /// @throws IllegalArgumentException for a word that a shell would not take as it is
  public static String of(List<String> words) {
    for (String word : words) {
      if (!QUOTED.matcher(word).matches()) {
        throw new IllegalArgumentException("'" + word + "' is no word for a shell script");
      }
    }
    return """
    # Written by isolctl persist --boot-line; it takes this file away with --remove.
    # update-grub puts it into effect.
    GRUB_CMDLINE_LINUX="$GRUB_CMDLINE_LINUX %s"
    """
        .formatted(String.join(" ", words));
  }

  /// The boot lines that a script of settings gives to `grub-mkconfig`, as far as they stand in it
  /// in plain text.
  public static List<Line> lines(String script) {
    return ASSIGNMENT
        .matcher(script)
        .results()
        .map(found -> new Line(found.group(1).strip().replaceAll("[\"']", "")))
        .toList();
  }
}
