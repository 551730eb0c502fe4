package org.isolctl.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.run.Moved;
import org.isolctl.model.run.SchedulingPolicy;
import org.junit.jupiter.api.Test;

class MoverTest {
  private static final CpuSet OLD = CpuSet.parseList("0-1");
  private static final CpuSet NEW = CpuSet.parseList("2-3");

  private final PretendPrograms programs = new PretendPrograms();

  private Mover mover(boolean spread) {
    return new Mover(programs, NEW, spread, Optional.empty());
  }

  @Test
  void allThreadsAreMovedAndASecondTimeNone() {
    programs.thread(10, OLD).thread(11, NEW).thread(12, OLD);

    assertThat(mover(false).move(10))
        .extracting(Moved::tid, Moved::from, Moved::outcome)
        .containsExactly(tuple(10, OLD, new Moved.There()), tuple(12, OLD, new Moved.There()));
    assertThat(programs.masks().values()).containsOnly(NEW);
    assertThat(mover(false).move(10)).isEmpty();
  }

  @Test
  void aThreadThatIsMadeMeanwhileIsNotLeftBehind() {
    programs.thread(10, OLD).thread(11, OLD).bornWhileMoving(11, 12, OLD);

    assertThat(mover(false).move(10)).extracting(Moved::tid).containsExactly(10, 11, 12);
    assertThat(programs.masks().get(12)).isEqualTo(NEW);
  }

  @Test
  void whatTheKernelMakesOfAMaskIsSaidAndNotFoughtFor() {
    programs.thread(10, OLD).confined(CpuSet.of(2));

    assertThat(mover(false).move(10))
        .singleElement()
        .satisfies(moved -> {
          assertThat(moved.from()).isEqualTo(OLD);
          assertThat(moved.outcome()).isEqualTo(new Moved.Bent(CpuSet.of(2)));
          assertThat(moved.failed()).isTrue();
        });
  }

  @Test
  void aRefusalNamesTheErrorAndTheWayOut() {
    programs.thread(10, OLD).refusing(10, Errno.EPERM);

    assertThat(mover(false).move(10))
        .singleElement()
        .satisfies(moved ->
            assertThat(((Moved.Refused) moved.outcome()).why()).contains("EPERM").contains("sudo"));
  }

  @Test
  void aThreadThatEndsMeanwhileIsNoFailure() {
    programs.thread(10, OLD).refusing(10, Errno.ESRCH);

    assertThat(mover(false).move(10)).noneMatch(Moved::failed);
  }

  @Test
  void spreadThreadsEachGetOneCpuAndLaterOnesTheEmptiest() {
    programs.thread(10, OLD).thread(11, OLD);
    var mover = mover(true);
    mover.move(10);
    assertThat(programs.masks().values()).containsExactly(CpuSet.of(2), CpuSet.of(3));

    programs.thread(12, CpuSet.of(2));
    mover.move(10);
    assertThat(programs.masks().get(10)).isEqualTo(CpuSet.of(2));
    assertThat(programs.masks().get(11)).isEqualTo(CpuSet.of(3));
  }

  @Test
  void thePolicyIsSetOnceForEachThreadEvenWhereTheMaskIsRight() {
    programs.thread(10, NEW);
    var policy = SchedulingPolicy.parse("fifo:3");
    var mover = new Mover(programs, NEW, false, Optional.of(policy));

    assertThat(mover.move(10)).singleElement().matches(moved -> !moved.failed());
    assertThat(mover.move(10)).isEmpty();
    assertThat(programs.policies()).containsExactly("10 fifo:3");
  }

  @Test
  void aPolicyThatIsRefusedIsAFailure() {
    programs.thread(10, OLD).refusingPolicies(Errno.EPERM);
    var mover = new Mover(programs, NEW, false, Optional.of(SchedulingPolicy.parse("rr:3")));

    assertThat(mover.move(10)).singleElement().matches(Moved::failed);
  }

  @Test
  void aProcessThatIsGoneHasNothingToMove() {
    assertThat(mover(false).move(99)).isEmpty();
  }
}
