package org.isolctl.model.rules;

/// Where in the kernel a rule was read.
///
/// @param file the path in the kernel tree
/// @param versions the trees that were read
public record Source(String file, String versions) {
  static Source read(String file, String versions) {
    return new Source(file, versions);
  }

  @Override
  public String toString() {
    return file + " (" + versions + ")";
  }
}
