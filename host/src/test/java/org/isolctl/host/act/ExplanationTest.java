package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.plan.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
  private static final Target IRQ = new Target.OfIrq(24, "eth0");

  private static Optional<ThreadStat> stat(long flags) {
    return Optional.of(new ThreadStat("x", 'S', 2, flags, 0, 0, 0, 0, 0));
  }

  private static Answer.Refused refused(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return (Answer.Refused) answer;
  }

  @Test
  void aLackingCapabilityIsNamed() {
    var answer = refused(Explanation.ofThread(new Errno(Errno.EPERM), stat(0)));

    assertThat(answer.why()).contains("CAP_SYS_NICE");
    assertThat(answer.byDesign()).isFalse();
  }

  @Test
  void theFlagsOfAThreadExplainWhyItsMaskIsRefused() {
    var einval = new Errno(Errno.EINVAL);
    var bound = refused(Explanation.ofThread(einval, stat(ThreadStat.PF_NO_SETAFFINITY)));
    var movable = refused(Explanation.ofThread(einval, stat(ThreadStat.PF_KTHREAD)));

    assertThat(bound.why()).contains("PF_NO_SETAFFINITY");
    assertThat(bound.byDesign()).isTrue();
    assertThat(movable.why()).contains("cpuset");
    assertThat(movable.byDesign()).isFalse();
  }

  @Test
  void aThreadThatEndedIsNoError() {
    assertThat(Explanation.ofThread(new Errno(Errno.ESRCH), Optional.empty()))
        .isEqualTo(new Answer.Gone());
    assertThat(Explanation.ofFile(IRQ, new Errno(Errno.ENOENT))).isEqualTo(new Answer.Gone());
  }

  @ParameterizedTest
  @CsvSource({
    "1, EPERM, itself places, true",
    "5, EIO, itself places, true",
    "22, EINVAL, online, false",
    "28, ENOSPC, vector, false",
    "16, EBUSY, vector, false",
    "13, EACCES, root, false",
    "30, EROFS, read-only, false",
    "12, ENOMEM, failed, false"
  })
  void theAnswersToAMaskOfAnInterruptAreToldApart(
      int number, String name, String word, boolean byDesign) {
    var answer = refused(Explanation.ofFile(IRQ, new Errno(number)));

    assertThat(answer.error()).isEqualTo(name);
    assertThat(answer.why()).contains(word);
    assertThat(answer.byDesign()).isEqualTo(byDesign);
  }

  @Test
  void aBusyGroupSaysWhatToDo() {
    assertThat(refused(Explanation.ofFile(new Target.OfGroup("/rt"), new Errno(Errno.EBUSY))).why())
        .contains("move them out");
  }
}
