package org.isolctl.model.rules;

/// What a rule rests on besides the reading of the source.
public sealed interface Evidence {
  /// Seen on booted kernels.
  ///
  /// @param kernels the series that were booted
  record Measured(String kernels) implements Evidence {}

  /// Not seen on a booted kernel.
  ///
  /// @param why what stands in the way, or which part is from memory
  record SourceOnly(String why) implements Evidence {}

  static Evidence measured(String kernels) {
    return new Measured(kernels);
  }

  static Evidence sourceOnly(String why) {
    return new SourceOnly(why);
  }

  /// For people.
  default String text() {
    return switch (this) {
      case Measured(var kernels) -> "measured on " + kernels;
      case SourceOnly(var why) -> "source only: " + why;
    };
  }
}
