package org.isolctl.model.bootline;

import java.util.Optional;

/// One word of the boot line: a parameter with or without a value.
///
/// @param raw the word as it stands in the line, quotes included
/// @param at where it stands
/// @param name the part before the first `=`, or the whole word; without quotes
/// @param nameAt where the name stands
/// @param value the part after the first `=`, without the quotes around it; absent where there is
///   no `=`, which is not the same as an empty value
/// @param valueAt where the value stands; at the end of the name where there is none
/// @param beyond what lies in the kernel's memory after the end of the value: the rest of the line,
///   as it is cut up word by word, or nothing after a closing quote. A parser that steps over the
///   end of its word, as that of `isolcpus=` does, goes on here
public record BootWord(
    String raw,
    Span at,
    String name,
    Span nameAt,
    Optional<String> value,
    Span valueAt,
    String beyond) {

  /// Whether the kernel takes this word for the parameter: dashes and underscores are equal in
  /// names (`parameq()` in kernel/params.c), upper and lower case are not.
  public boolean isNamed(String parameter) {
    return canonical(name).equals(canonical(parameter));
  }

  /// The name with underscores for dashes.
  public String canonicalName() {
    return canonical(name);
  }

  private static String canonical(String name) {
    return name.replace('-', '_');
  }
}
