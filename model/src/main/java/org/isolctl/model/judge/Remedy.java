package org.isolctl.model.judge;

import java.util.Optional;

/// What mends a finding.
///
/// @param now what mends it on the running machine, for instance `sched_setaffinity 0-1`
/// @param lasting what mends it for good on this kernel: a boot word, a newer kernel
/// @param otherwise where one of the two is lacking: the plain reason why nothing does
public record Remedy(Optional<String> now, Optional<String> lasting, Optional<String> otherwise) {
  public static Remedy of(String now, String lasting) {
    return new Remedy(Optional.of(now), Optional.of(lasting), Optional.empty());
  }

  public static Remedy nowOnly(String now, String whyNotLasting) {
    return new Remedy(Optional.of(now), Optional.empty(), Optional.of(whyNotLasting));
  }

  public static Remedy lastingOnly(String lasting, String whyNotNow) {
    return new Remedy(Optional.empty(), Optional.of(lasting), Optional.of(whyNotNow));
  }

  public static Remedy none(String why) {
    return new Remedy(Optional.empty(), Optional.empty(), Optional.of(why));
  }
}
