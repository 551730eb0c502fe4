package org.isolctl.app.cli;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ISetter;

/// Where picocli puts a value. The fields have their defaults already, so its null for an option
/// that was not given leaves them alone.
///
/// @param <V> what picocli was told to make of the words
record Destination<V>(Consumer<V> field) implements ISetter {
  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T extends @Nullable Object> T set(T value) {
    if (value != null) {
      field.accept((V) value);
    }
    return value;
  }
}
