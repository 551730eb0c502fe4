package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `isolctl guard` while the housekeeping CPUs are busy and kernel threads are born in all the
/// shapes that drivers give them.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardShapesInGuestTest {
  private static final String BUSY =
      """
      for cpu in 1 2; do
        taskset $cpu sh -c 'while :; do :; done' &
        echo $! >>/tmp/busy
      done
      """;

  private static final String SHAPES =
      """
      insmod /kshapes.ko to=3
      make=/sys/module/kshapes/parameters/make
      echo pin 20 >$make
      echo later 10 >$make
      echo run 200 >$make
      echo stopped 30 >$make
      echo late 30 >$make
      echo bound 30 >$make
      echo widen 20 >$make
      echo widened 20 >$make
      echo exit 100 >$make
      echo helper 5 >$make
      """;

  /// The last threads widen themselves after 3 seconds, the scan finds them within 3 more, and the
  /// ladder takes 2.
  private static final String SETTLE = "kill $(cat /tmp/busy); sleep 9";

  private final GuardedGuest guarded;

  GuardShapesInGuestTest(GuardedGuest guarded) {
    this.guarded = guarded;
  }

  static Stream<GuardedGuest> guests() throws Exception {
    return GuardedGuest.withBirths(TestedKernels.forStories(), "--scan 3s", List.of());
  }

  @Test
  @Order(1)
  void whateverIsBornAndHoweverNoMovableThreadReachesTheCpusInTheEnd() throws GuestException {
    guarded.run(
        "for m in crc32c-cryptoapi libcrc32c xfs; do [ ! -e /$m.ko ] || insmod /$m.ko; done");
    guarded.run(BUSY);
    if (Births.hasShapes(guarded.kernel())) {
      guarded.run(SHAPES);
    }
    guarded.run(Births.SCRIPT.formatted(5));
    guarded.run(SETTLE);

    assertThat(guarded.movableStrays()).isEmpty();
    JsonNode counters = guarded.status().path("counters");
    System.out.println(guarded.kernel().release() + " shapes: " + counters);
    assertThat(counters.path("contested").asInt()).isZero();
    assertThat(counters.path("losses").asInt()).isZero();
  }

  @Test
  @Order(2)
  void eachShapeEndsWhereItBelongs() throws GuestException {
    assumeThat(Births.hasShapes(guarded.kernel())).isTrue();
    var masks =
        guarded.run(
            """
            for folder in /proc/[0-9]*; do
              read -r comm <$folder/comm || continue
              case $comm in ks-*) ;; *) continue ;; esac
              shape=${comm#ks-}
              echo "${shape%-*} $(sed -n 's/^Cpus_allowed_list:.//p' $folder/status)"
            done | sort | uniq -c | while read -r count shape mask; do echo "$shape $mask $count"; done
            """);

    assertThat(masks.lines().filter(line -> !line.startsWith("pin ")))
        .containsExactlyInAnyOrder(
            "bound 3 30",
            "late 3 30",
            "later 0-1 10",
            "run 0-1 200",
            "stopped 0-1 30",
            "widen 0-1 20",
            "widened 0-1 20");
    // A pin that is made between the guard's look and its set is lost (docs/guard.md, limits), up
    // to
    // two of the twenty in runs so far. All the others stand.
    assertThat(masks.lines().filter(line -> line.startsWith("pin ")))
        .allMatch(line -> line.matches("pin (3|0-1) \\d+"))
        .filteredOn(line -> line.startsWith("pin 3 "))
        .singleElement()
        .satisfies(line -> assertThat(Integer.parseInt(line.substring(6))).isBetween(15, 20));
  }

  @Test
  @Order(3)
  void everyThreadOfTheGuardRanOnHousekeepingCpusOnly() throws GuestException {
    var threads =
        guarded.run(
            """
            for task in /proc/$(cat /tmp/guard.pid)/task/*; do
              stat=$(cat $task/stat)
              set -- ${stat##*) }
              echo "$(sed -n 's/^Cpus_allowed_list:.//p' $task/status) ${37}"
            done
            """);

    assertThat(threads.lines()).hasSizeGreaterThan(5).allMatch(it -> it.matches("0-1 [01]"));
  }

  @Test
  @Order(4)
  void theKernelHasNothingToComplainAbout() throws Exception {
    if (Births.hasShapes(guarded.kernel())) {
      guarded.run("rmmod kshapes");
    }

    assertThat(guarded.guest().log()).doesNotContain("Call Trace").doesNotContain("BUG:");
  }
}
