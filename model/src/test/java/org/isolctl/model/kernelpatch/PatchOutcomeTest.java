package org.isolctl.model.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatchOutcomeTest {
  private static final Place PLACE = Place.once("kernel/cpu.c", "mask defined", "int mask;");

  private static PatchOutcome of(String before, String after) {
    return PatchOutcome.of(
        List.of(PLACE), Map.of("kernel/cpu.c", before), Map.of("kernel/cpu.c", after));
  }

  @Test
  void itIsWholeWhenEveryPlaceChangedAsOftenAsItShould() {
    assertThat(of("", "int mask;")).isEqualTo(new PatchOutcome.Whole(List.of(PLACE)));
  }

  @Test
  void whatWasThereBeforeDoesNotCount() {
    assertThat(of("int mask;", "int mask;"))
        .isEqualTo(new PatchOutcome.Partial(List.of(new Misfit.Count(PLACE, 0))));
  }

  @Test
  void aChangeTooManyIsAMisfitToo() {
    assertThat(of("", "int mask; int mask;"))
        .isEqualTo(new PatchOutcome.Partial(List.of(new Misfit.Count(PLACE, 2))));
  }

  @Test
  void aFileThatTheTreeLacksWasNotChanged() {
    assertThat(PatchOutcome.of(List.of(PLACE), Map.of(), Map.of()))
        .isEqualTo(new PatchOutcome.Partial(List.of(new Misfit.Count(PLACE, 0))));
  }

  @Test
  void aUseOfTheOldMaskThatThePatchDidNotReachIsFound() {
    String kthread =
        """
        kthread_set_default_mask(old_mask(KIND));
        set_cpus_allowed_ptr(t, &kthread_default_mask);
        move_by_other_means(t, old_mask(KIND));
        """;
    assertThat(PatchOutcome.of(List.of(), Map.of(), Map.of(TreeFile.KTHREAD_C, kthread)))
        .isEqualTo(
            new PatchOutcome.Partial(
                List.of(new Misfit.Leftover(TreeFile.KTHREAD_C, "old_mask(KIND)", 1))));
  }

  @Test
  void theOneUseThatThePatchItselfKeepsIsNoLeftover() {
    String kthread = "kthread_set_default_mask(old_mask(KIND));";
    assertThat(PatchOutcome.of(List.of(), Map.of(), Map.of(TreeFile.KTHREAD_C, kthread)))
        .isEqualTo(new PatchOutcome.Whole(List.of()));
  }
}
