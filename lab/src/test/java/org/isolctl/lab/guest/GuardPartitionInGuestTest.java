package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// `isolctl guard` on a kernel that isolates nothing at boot, while a cgroup partition is made and
/// dissolved: up to 6.19 kernel threads that are born afterwards escape it without a guard.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GuardPartitionInGuestTest {
  private static final String PARTITION =
      """
      cd /sys/fs/cgroup
      echo +cpuset >cgroup.subtree_control
      mkdir iso
      echo 2-3 >iso/cpuset.cpus
      echo isolated >iso/cpuset.cpus.partition
      grep -x isolated iso/cpuset.cpus.partition
      """;
  private static final String KHUGEPAGED =
      """
      thp=/sys/kernel/mm/transparent_hugepage/enabled
      echo never >$thp
      while pidof khugepaged >/dev/null; do sleep 0.1; done
      echo always >$thp
      until pidof khugepaged >/dev/null; do sleep 0.1; done
      sleep 4
      """;

  /// Before 6.8 no file tells of partitions, and the guard looks every 10 seconds.
  private static final String NOTICED =
      "for i in $(seq 90); do grep -q '\"event\":\"isolated\".*\"now\":\"%s\"' /tmp/guard.log &&"
          + " exit; sleep 1; done; exit 1";

  private final GuardedGuest guarded;

  GuardPartitionInGuestTest(GuardedGuest guarded) {
    this.guarded = guarded;
  }

  static Stream<GuardedGuest> guests() throws Exception {
    return GuardedGuest.each("quiet", "--no-listen --scan 3s", false);
  }

  @Test
  @Order(1)
  void whereNothingIsIsolatedNothingIsTouched() throws GuestException {
    assertThat(guarded.mask("2")).isEqualTo("0-3");
    assertThat(guarded.status().path("isolated").asString()).isEmpty();
  }

  @Test
  @Order(2)
  void aPartitionIsGuardedAsSoonAsItIsSeen() throws GuestException {
    guarded.run(PARTITION);
    guarded.run(NOTICED.formatted("2-3"));
    guarded.run(KHUGEPAGED);

    assertThat(guarded.mask("$(pidof khugepaged)")).isEqualTo("0-1");
    assertThat(guarded.movableStrays()).isEmpty();
  }

  @Test
  @Order(3)
  void aPartitionThatIsDissolvedIsNotGuardedAnyMore() throws GuestException {
    guarded.run("echo member >/sys/fs/cgroup/iso/cpuset.cpus.partition");
    guarded.run(NOTICED.formatted(""));

    assertThat(guarded.status().path("isolated").asString()).isEmpty();
  }
}
