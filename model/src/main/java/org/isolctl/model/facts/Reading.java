package org.isolctl.model.facts;

import java.util.Optional;
import java.util.function.Function;

/// One thing that was looked for on a machine, and what came of it.
///
/// @param <T> what a successful look gives
public sealed interface Reading<T> {
  /// The file or system call that was asked, for instance `/sys/devices/system/cpu/isolated`.
  String source();

  /// This reading with its value understood further; an {@link IllegalArgumentException} of the
  /// parser makes it malformed.
  ///
  /// A method of each case and not one switch over them: a pattern switch costs a short command
  /// half a millisecond when it first runs, and this one always runs.
  <R> Reading<R> parse(Function<? super T, ? extends R> parser);

  /// It was there and could be understood.
  record Present<T>(String source, T value) implements Reading<T> {
    @Override
    public <R> Reading<R> parse(Function<? super T, ? extends R> parser) {
      try {
        return new Present<>(source, parser.apply(value));
      } catch (IllegalArgumentException e) {
        return new Malformed<>(source, String.valueOf(e.getMessage()));
      }
    }
  }

  /// It is not there: no such file on this kernel, or not in this capture.
  record Absent<T>(String source) implements Reading<T> {
    @Override
    public <R> Reading<R> parse(Function<? super T, ? extends R> parser) {
      return new Absent<>(source);
    }
  }

  /// It is there but may not be read.
  ///
  /// @param needs what would open it, for instance `root` or `CAP_SYS_PTRACE`
  record Denied<T>(String source, String needs) implements Reading<T> {
    @Override
    public <R> Reading<R> parse(Function<? super T, ? extends R> parser) {
      return new Denied<>(source, needs);
    }
  }

  /// It was read and makes no sense.
  ///
  /// @param problem what is wrong with the text
  record Malformed<T>(String source, String problem) implements Reading<T> {
    @Override
    public <R> Reading<R> parse(Function<? super T, ? extends R> parser) {
      return new Malformed<>(source, problem);
    }
  }

  static <T> Reading<T> present(String source, T value) {
    return new Present<>(source, value);
  }

  static <T> Reading<T> absent(String source) {
    return new Absent<>(source);
  }

  static <T> Reading<T> denied(String source, String needs) {
    return new Denied<>(source, needs);
  }

  static <T> Reading<T> malformed(String source, String problem) {
    return new Malformed<>(source, problem);
  }

  /// The value where it is present; the caller says what the lack of it means.
  default Optional<T> toOptional() {
    return this instanceof Present<T>(_, T value) ? Optional.of(value) : Optional.empty();
  }
}
