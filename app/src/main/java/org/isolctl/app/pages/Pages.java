package org.isolctl.app.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.FindingCode;

/// The pages that `isolctl explain` shows: one per finding and one per cause.
public final class Pages {
  private Pages() {}

  public static List<Page> findings() {
    return Arrays.stream(FindingCode.values()).map(code -> finding(code.label())).toList();
  }

  public static List<Page> causes() {
    return Arrays.stream(Cause.values()).map(cause -> cause(cause.label())).toList();
  }

  /// The page of a finding's code or of a cause.
  public static Optional<Page> named(String label) {
    if (Arrays.stream(FindingCode.values()).anyMatch(code -> code.label().equals(label))) {
      return Optional.of(finding(label));
    }
    return Arrays.stream(Cause.values())
        .filter(cause -> cause.label().equals(label))
        .findFirst()
        .map(cause -> cause(cause.label()));
  }

  private static Page finding(String label) {
    return new Page(label, read("findings/" + label + ".md"));
  }

  private static Page cause(String label) {
    return new Page(label, read("causes/" + label + ".md"));
  }

  private static String read(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      byte[] bytes =
          Objects.requireNonNull(in, () -> "the page " + name + " was not packed").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
