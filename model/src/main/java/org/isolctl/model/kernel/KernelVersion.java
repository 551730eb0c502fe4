package org.isolctl.model.kernel;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// A kernel release, for instance `6.12.117+deb12-cloud-amd64`.
///
/// The version says what mainline does. Vendors carry features back into older numbers, so where
/// something can be asked of the machine itself, ask the machine.
///
/// @param candidate the number of a release candidate, which comes before the release
/// @param release the whole text
public record KernelVersion(int major, int minor, int patch, OptionalInt candidate, String release)
    implements Comparable<KernelVersion> {
  private static final Pattern RELEASE =
      Pattern.compile("(\\d{1,5})\\.(\\d{1,5})(?:\\.(\\d{1,5}))?(?:-rc(\\d{1,5}))?(?:[^0-9].*)?");
  private static final Pattern RED_HAT = Pattern.compile(".*\\.el\\d.*");

  /// Reads a release.
  ///
  /// @throws IllegalArgumentException for a text that does not start with a version
  public static KernelVersion parse(String release) {
    var match = RELEASE.matcher(release);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "'"
              + release
              + "' is no kernel release: write it as uname -r does, for instance 6.12.117 or 7.0");
    }
    return new KernelVersion(
        Integer.parseInt(match.group(1)),
        Integer.parseInt(match.group(2)),
        match.group(3) == null ? 0 : Integer.parseInt(match.group(3)),
        match.group(4) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(match.group(4))),
        release);
  }

  /// Whether this is of the series `major.minor` or a later one; a release candidate counts as its
  /// series.
  public boolean isAtLeast(int major, int minor) {
    return this.major > major || (this.major == major && this.minor >= minor);
  }

  /// Whether this is of the very series `major.minor`, at that patch level or a later one.
  public boolean isStable(int major, int minor, int patch) {
    return this.major == major && this.minor == minor && this.patch >= patch;
  }

  /// Whether the release carries the mark of Red Hat Enterprise Linux or a rebuild of it.
  public boolean isRedHat() {
    return RED_HAT.matcher(release).matches();
  }

  /// The series, for instance `6.12`.
  public String series() {
    return major + "." + minor;
  }

  /// By version number, then by the rest of the text.
  ///
  /// Not by a chain of comparators: those are serializable lambdas, and linking them takes a short
  /// command some milliseconds.
  @Override
  public int compareTo(KernelVersion other) {
    int order = Arrays.compare(numbers(), other.numbers());
    return order != 0 ? order : release.compareTo(other.release);
  }

  private int[] numbers() {
    return new int[] {major, minor, patch, candidate.orElse(Integer.MAX_VALUE)};
  }

  /// The release.
  @Override
  public String toString() {
    return release;
  }
}
