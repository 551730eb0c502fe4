package org.isolctl.model.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.model.guard.Newborn.ALL;
import static org.isolctl.model.guard.Newborn.ISOLATED;
import static org.isolctl.model.guard.Newborn.KEEP;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.junit.jupiter.api.Test;

class ContestsTest {
  private static final GuardPolicy POLICY =
      new GuardPolicy(ISOLATED, List.of(), Set.of(), 3, Duration.ofMinutes(10));
  private static final ThreadStat STAT = stat("own", ThreadStat.PF_KTHREAD, 10);

  private static ThreadStat stat(String comm, long flags, long start) {
    return new ThreadStat(comm, 'S', 2, flags, 0, start, 0, 0, 0);
  }

  private static Decision look(CpuSet mask, Optional<Watched> known, long now) {
    return GuardRules.decide(700, OptionalLong.empty(), mask, STAT, known, POLICY, now);
  }

  private static Watched setOnce(Optional<Watched> known, long now) {
    var decision = look(ALL, known, now);
    assertThat(decision).isInstanceOf(Decision.Set.class);
    return GuardRules.afterSet(decision.remembered().orElseThrow(), new SetOutcome.Taken(KEEP), now)
        .remembered()
        .orElseThrow();
  }

  @Test
  void aThreadThatIsSetBackAgainAndAgainIsLeft() {
    var watched = setOnce(Optional.empty(), 0);
    for (int i = 1; i <= 3; i++) {
      watched = setOnce(Optional.of(watched), i);
    }

    var last = look(ALL, Optional.of(watched), 4);

    assertThat(last).isInstanceOf(Decision.Keep.class);
    assertThat(last.remembered().orElseThrow().standing()).isEqualTo(Standing.CONTESTED);
    assertThat(look(ALL, last.remembered(), 5)).isInstanceOf(Decision.Keep.class);
    assertThat(
            GuardRules.decide(KEEP, last.remembered().orElseThrow())
                .remembered()
                .orElseThrow()
                .standing())
        .isEqualTo(Standing.CONTESTED);
  }

  @Test
  void aMaskThatStoodLongForgetsEarlierContests() {
    var watched = setOnce(Optional.empty(), 0);
    long now = 0;
    for (int i = 0; i < 20; i++) {
      now += Duration.ofMinutes(11).toNanos();
      watched = setOnce(Optional.of(watched), now);
    }

    assertThat(watched.effort().contests()).isLessThanOrEqualTo(1);
  }

  @Test
  void aRefusalForLackOfRightsIsNotRepeatedAtOnceButLater() {
    var asked = look(ALL, Optional.empty(), 0).remembered().orElseThrow();
    var refused = GuardRules.afterSet(asked, new SetOutcome.Refused(1), 0).remembered();

    assertThat(refused.orElseThrow().standing()).isEqualTo(Standing.REFUSED);
    assertThat(refused.orElseThrow().effort().error()).hasValue(1);
    assertThat(refused.orElseThrow().dueNanos()).isEmpty();
    assertThat(look(ALL, refused, 1)).isInstanceOf(Decision.Keep.class);
    assertThat(look(ALL, refused, Duration.ofMinutes(10).toNanos()))
        .isInstanceOf(Decision.Set.class);
  }

  @Test
  void aMovableThreadThatIsRefusedAgainAndAgainIsReportedAsRefused() {
    Optional<Watched> watched = Optional.empty();
    int tries = 0;
    var standing = Standing.RECHECKED;
    for (int i = 0; i < 10 && standing == Standing.RECHECKED; i++) {
      var decision = look(ALL, watched, i);
      watched = decision.remembered();
      if (decision instanceof Decision.Set) {
        tries++;
        watched =
            GuardRules.afterSet(watched.orElseThrow(), new SetOutcome.Refused(22), i).remembered();
      }
      standing = watched.orElseThrow().standing();
    }

    assertThat(standing).isEqualTo(Standing.REFUSED);
    assertThat(tries).isEqualTo(4);
  }

  @Test
  void aThreadNumberThatIsUsedAgainIsANewThread() {
    var old = setOnce(Optional.empty(), 0);
    var young = stat("young", ThreadStat.PF_KTHREAD, 99);

    var decision =
        GuardRules.decide(700, OptionalLong.empty(), ALL, young, Optional.of(old), POLICY, 9);

    assertThat(decision).isInstanceOf(Decision.Set.class);
    assertThat(((Decision.Set) decision).overwritten()).isFalse();
    assertThat(decision.remembered().orElseThrow().before()).isEmpty();
  }

  @Test
  void theMaskBeforeTheFirstSetIsKept() {
    var watched = setOnce(Optional.empty(), 0);
    watched = setOnce(Optional.of(watched), 1);

    assertThat(watched.before()).contains(ALL);
  }

  @Test
  void kthreaddIsNotTakenForAThreadWithoutAName() {
    var kthreadd = stat("kthreadd", ThreadStat.PF_KTHREAD, 0);
    var decision =
        GuardRules.decide(2, OptionalLong.empty(), KEEP, kthreadd, Optional.empty(), POLICY, 0);

    assertThat(decision.remembered().orElseThrow().standing()).isEqualTo(Standing.SETTLED);
  }

  @Test
  void aThreadThatAScanFindsRightNeedsNoLadderUnlessItHasNoNameYet() {
    assertThat(look(KEEP, Optional.empty(), 0).remembered().orElseThrow().standing())
        .isEqualTo(Standing.SETTLED);
    var unnamed = stat("kthreadd", ThreadStat.PF_KTHREAD, 10);
    assertThat(
            GuardRules.decide(700, OptionalLong.empty(), KEEP, unnamed, Optional.empty(), POLICY, 0)
                .remembered()
                .orElseThrow()
                .standing())
        .isEqualTo(Standing.RECHECKED);
  }

  @Test
  void whatSomebodyElsePutsRightIsSettled() {
    var tenant = look(CpuSet.of(2), Optional.empty(), 0).remembered().orElseThrow();
    assertThat(tenant.standing()).isEqualTo(Standing.TENANT);

    assertThat(GuardRules.decide(KEEP, tenant).remembered().orElseThrow().standing())
        .isEqualTo(Standing.SETTLED);
  }
}
