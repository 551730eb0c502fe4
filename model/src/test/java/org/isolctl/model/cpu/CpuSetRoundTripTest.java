package org.isolctl.model.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever set is printed, in any of the text forms, reads back as itself. The seed is in every
/// failure message.
class CpuSetRoundTripTest {
  private static final int WIDTH = 8_192;
  private static final int SETS = 400;

  @Test
  void every_form_reads_back_as_the_set_it_was_printed_from() {
    long seed = Long.getLong("isolctl.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < SETS; i++) {
      int width = 1 + random.nextInt(i % 2 == 0 ? 130 : WIDTH);
      var set = randomSet(random, width);
      assertThat(CpuSet.parseList(set.toList())).as("list, -Disolctl.seed=%d", seed).isEqualTo(set);
      assertThat(CpuSet.parseList(set.toList(), CpulistGrammar.ofWidth(width)))
          .as("list of width %d, -Disolctl.seed=%d", width, seed)
          .isEqualTo(set);
      assertThat(CpuSet.parseMask(set.toMask(width)))
          .as("mask of width %d, -Disolctl.seed=%d", width, seed)
          .isEqualTo(set);
      assertThat(CpuSet.ofWords(set.toWords())).as("-Disolctl.seed=%d", seed).isEqualTo(set);
    }
  }

  @Test
  void a_group_pattern_means_what_its_definition_says() {
    long seed = Long.getLong("isolctl.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < SETS; i++) {
      int first = random.nextInt(100);
      int last = first + random.nextInt(200);
      int group = 1 + random.nextInt(20);
      int used = random.nextInt(group + 1);
      var expected = new BitSet();
      for (int cpu = first; cpu <= last; cpu++) {
        expected.set(cpu, (cpu - first) % group < used);
      }
      String text = first + "-" + last + ":" + used + "/" + group;
      assertThat(CpuSet.parseList(text).stream())
          .as("%s, -Disolctl.seed=%d", text, seed)
          .containsExactlyElementsOf(expected.stream().boxed().toList());
    }
  }

  @Test
  void the_largest_set_has_a_short_list_and_a_full_mask() {
    var all = CpuSet.range(0, WIDTH - 1);

    assertThat(all).hasToString("0-8191");
    assertThat(all.toMask(WIDTH)).hasSize(WIDTH / 4 + WIDTH / 32 - 1).startsWith("ffffffff,");
  }

  private static CpuSet randomSet(Random random, int width) {
    var bits = new BitSet(width);
    int runs = random.nextInt(12);
    for (int run = 0; run < runs; run++) {
      int first = random.nextInt(width);
      bits.set(first, Math.min(width, first + 1 + random.nextInt(40)));
    }
    return CpuSet.ofBits(bits);
  }
}
