package org.isolctl.lab.guest;

/// What a command in a guest did.
///
/// @param out its standard output; bytes that are no UTF-8 decoded to U+FFFD
/// @param err its standard error
/// @param code its exit code; 137 when it was killed because its time was up
public record Result(String out, String err, int code) {

  /// The standard output of a command that must succeed.
  ///
  /// @throws GuestException when its exit code is not 0
  public String orThrow() throws GuestException {
    if (code != 0) {
      throw new GuestException("The command ended with code %d: %s%s".formatted(code, err, out));
    }
    return out;
  }
}
