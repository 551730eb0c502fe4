package org.isolctl.lab.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.isolctl.model.cpu.CpuSet;

/// Makes cases from the grammar of the boot words, legal and illegal, the same ones for the same
/// seed.
public final class RandomCases {
  private static final List<String> FLAGS =
      List.of(
          "domain,",
          "nohz,",
          "managed_irq,",
          "domain,",
          "nohz,",
          "foo,",
          "foo1,",
          "Domain,",
          "domain");

  private static final List<String> OTHER_WORDS =
      List.of(
          "quiet",
          "nosmp",
          "nohz=off",
          "skew_tick=1",
          "rcu_nocbs",
          "isolcpus",
          "nr_cpus=3",
          "maxcpus=2",
          "possible_cpus=3",
          "kthread_cpus=0",
          "workqueue.power_efficient=1",
          "rcu_nocb_poll",
          "--");

  private final RandomGenerator random;

  public RandomCases(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// One more case.
  public Case next() {
    int cpus = oneIn(4) ? 8 : 4;
    List<CpuSet> nodes =
        oneIn(4)
            ? List.of(CpuSet.range(0, cpus / 2 - 1), CpuSet.range(cpus / 2, cpus - 1))
            : List.of();
    var words = new ArrayList<String>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      words.add(word(cpus));
    }
    return new Case(cpus, nodes, String.join(" ", words));
  }

  private String word(int cpus) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> "isolcpus=" + flags() + list(cpus);
      case 4, 5, 6 -> "nohz_full=" + list(cpus);
      case 7 -> "rcu_nocbs=" + list(cpus);
      case 8 -> (oneIn(2) ? "irqaffinity=" : "workqueue.unbound_cpus=") + list(cpus);
      default -> pick(OTHER_WORDS);
    };
  }

  private String flags() {
    var flags = new StringBuilder();
    while (oneIn(2) && flags.length() < 40) {
      flags.append(pick(FLAGS));
    }
    return flags.toString();
  }

  private String list(int cpus) {
    var items = new ArrayList<String>();
    int count = oneIn(3) ? 2 : 1;
    for (int i = 0; i < count; i++) {
      items.add(item(cpus));
    }
    return String.join(oneIn(12) ? ",," : ",", items);
  }

  private String item(int cpus) {
    int a = random.nextInt(cpus);
    int b = random.nextInt(cpus);
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> Integer.toString(a);
      case 5, 6, 7, 8, 9 -> Math.min(a, b) + "-" + Math.max(a, b);
      case 10 -> a + "-N";
      case 11 -> "0-%d:%d/%d".formatted(cpus - 1, 1 + random.nextInt(2), 1 + random.nextInt(3));
      case 12 -> oneIn(2) ? "all" : "";
      case 13 -> a + "-" + b;
      case 14 -> Integer.toString(cpus + random.nextInt(2));
      default -> oneIn(2) ? "0x" + a : a + "-";
    };
  }

  private boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
