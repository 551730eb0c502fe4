package org.isolctl.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts.Partition;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.judge.IsolatedCpus;
import org.isolctl.model.judge.IsolationSource;
import org.isolctl.model.judge.IsolationSource.Kind;
import org.junit.jupiter.api.Test;

/// Eight CPUs, of which 0-6 are online.
class PlacementsTest {
  private static final IsolationSource BOOT = source(Kind.ISOLCPUS, "2-3,7");
  private static final IsolationSource TICKLESS = source(Kind.NOHZ_FULL, "4");
  private static final IsolationSource GROUP = source(Kind.PARTITION, "5-6");
  private static final Wish NOTHING = wish("", "", false, false);

  private static IsolationSource source(Kind kind, String cpus) {
    return new IsolationSource(kind, CpuSet.parseList(cpus), kind.label());
  }

  private static Wish wish(String cpus, String partition, boolean housekeeping, boolean anyway) {
    return new Wish(
        Optional.of(CpuSet.parseList(cpus)).filter(list -> !list.isEmpty()),
        Optional.of(partition).filter(name -> !name.isEmpty()),
        housekeeping,
        anyway);
  }

  private static Decision decide(Wish wish, IsolationSource... sources) {
    return decide(wish, "isolated", "/init", sources);
  }

  private static Decision decide(
      Wish wish, String state, String current, IsolationSource... sources) {
    boolean grouped = List.of(sources).contains(GROUP);
    var partition =
        new Partition(
            "/rt",
            Reading.present("state", state),
            Reading.present("cpus", CpuSet.parseList("5-6")),
            Reading.present("effective", CpuSet.parseList("5-6")));
    return new Placements(
            new IsolatedCpus(List.of(sources)),
            CpuSet.range(0, 6),
            grouped ? List.of(partition) : List.of(),
            Optional.of(current))
        .decide(wish);
  }

  private static Placement place(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Place.class);
    return ((Decision.Place) decision).placement();
  }

  private static String why(Decision decision) {
    assertThat(decision).isInstanceOf(Decision.Refuse.class);
    return ((Decision.Refuse) decision).why();
  }

  @Test
  void withoutAWordItIsAllIsolatedCpusThatAreOnline() {
    assertThat(place(decide(NOTHING, BOOT, TICKLESS)))
        .isEqualTo(new Placement(CpuSet.parseList("2-4"), Optional.empty(), false));
  }

  @Test
  void whereNothingIsIsolatedTheWaysOutAreTold() {
    assertThat(why(decide(NOTHING))).contains("--partition").contains("--anyway");
  }

  @Test
  void cpusOfAPartitionAreReachedThroughItAlone() {
    assertThat(place(decide(NOTHING, BOOT, GROUP)).cpus()).isEqualTo(CpuSet.parseList("2-3"));
    assertThat(why(decide(NOTHING, GROUP))).contains("--partition /rt");
    assertThat(why(decide(wish("3,5", "", false, true), BOOT, GROUP)))
        .contains("CPUs 5")
        .contains("/rt");
  }

  @Test
  void whatIsNotIsolatedNeedsAWord() {
    assertThat(why(decide(wish("1-2", "", false, false), BOOT)))
        .contains("CPUs 1 are not isolated")
        .contains("--anyway");
    assertThat(place(decide(wish("1-2", "", false, true), BOOT)).cpus())
        .isEqualTo(CpuSet.parseList("1-2"));
  }

  @Test
  void whatIsOfflineCannotBeHadAtAll() {
    assertThat(why(decide(wish("7", "", false, true), BOOT))).contains("not online");
  }

  @Test
  void insideAPartitionItHasItsCpusOrSome() {
    assertThat(place(decide(wish("", "rt", false, false), GROUP)))
        .isEqualTo(new Placement(CpuSet.parseList("5-6"), Optional.of("/rt"), false));
    assertThat(place(decide(wish("6", "/rt", false, false), GROUP)).cpus()).isEqualTo(CpuSet.of(6));
    assertThat(why(decide(wish("4", "rt", false, false), GROUP))).contains("5-6").contains("4");
  }

  @Test
  void aPartitionThatIsNoneIsRefused() {
    assertThat(why(decide(wish("", "nix", false, false), GROUP))).contains("/rt");
    assertThat(why(decide(wish("", "nix", false, false), BOOT))).contains("isolctl apply");
    assertThat(why(decide(wish("", "rt", false, true), "isolated invalid (x)", "/", GROUP)))
        .contains("isolated invalid (x)");
  }

  @Test
  void aBalancedPartitionIsTakenWhereTheUserInsists() {
    assertThat(why(decide(wish("", "rt", false, false), "root", "/", GROUP))).contains("root");
    var place = place(decide(wish("", "rt", false, true), "root", "/", GROUP));
    assertThat(place.balanced()).isTrue();
  }

  @Test
  void housekeepingIsWhatIsLeft() {
    assertThat(place(decide(wish("", "", true, false), BOOT, GROUP)))
        .isEqualTo(new Placement(CpuSet.parseList("0-1,4"), Optional.empty(), true));
    assertThat(why(decide(wish("", "", true, false), source(Kind.ISOLCPUS, "0-6"))))
        .contains("no housekeeping CPU");
  }

  @Test
  void whoLivesInAPartitionLeavesItForTheGroupAbove() {
    var off = wish("", "", true, false);
    assertThat(place(decide(off, "isolated", "/rt/deep", GROUP)).group()).contains("/");
    assertThat(place(decide(off, "isolated", "/rt2", GROUP)).group()).isEmpty();
  }

  @Test
  void threadsPileUpOnlyWhereNothingBalancesAndThereIsAChoice() {
    assertThat(place(decide(NOTHING, BOOT)).pilesUp()).isTrue();
    assertThat(place(decide(wish("3", "", false, false), BOOT)).pilesUp()).isFalse();
    assertThat(place(decide(wish("4,0", "", false, true), TICKLESS)).pilesUp()).isFalse();
  }
}
