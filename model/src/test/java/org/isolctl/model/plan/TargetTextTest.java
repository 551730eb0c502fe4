package org.isolctl.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTextTest {
  static Stream<Target> targets() {
    return Stream.of(
        new Target.OfThread(2, 0, "kthreadd"),
        new Target.OfThread(4_194_304, 99_999_999_999L, "a b\n\u001b[31m%2e\u00e9\ud83d\ude00"),
        new Target.OfThread(77, 5, ""),
        new Target.OfWorkqueue("*"),
        new Target.OfWorkqueue("nvme wq"),
        new Target.OfIrq(24, ""),
        new Target.OfIrq(24, "eth0-rx, eth0-tx"),
        new Target.OfIrqDefault(),
        new Target.OfReceiveQueue("eth0", "rx-0"),
        new Target.OfWatchdog(),
        new Target.OfIrqbalance(),
        new Target.OfSlice("rt"),
        new Target.OfGroup("/rt"),
        new Target.OfCpusetController("/"),
        new Target.OfGroupCpus("/a.slice/rt"),
        new Target.OfPartition("/rt"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aTargetSurvivesItsTextForm(Target target) {
    var line = TargetText.print(target);

    assertThat(line).matches("[!-~]+( [!-~]*)*");
    assertThat(TargetText.parse(line)).isEqualTo(target);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyTargetSaysHowItIsSetHowItIsSeenAndHowLongItLasts(Target target) {
    assertThat(target.title()).isNotBlank();
    assertThat(target.how()).isNotBlank();
    assertThat(target.verify()).isNotBlank();
    assertThat(target.lasts()).startsWith("until ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thread",
        "thread 2 0",
        "thread x 0 kthreadd",
        "thread -1 0 kthreadd",
        "thread 99999999999 0 kthreadd",
        "thread 2 0 a b",
        "thread 2 0 a%2",
        "thread 2 0 a%zz",
        "thread 2 0 caf\u00e9",
        "workqueue ..",
        "workqueue a%2fb",
        "receive-queue .. rx-0",
        "receive-queue eth0 ../../x",
        "slice a/../b",
        "slice a-b",
        "group rt",
        "group /../x",
        "group /a//b",
        "watchdog 1",
        "printer lp0"
      })
  void whatIsNoTargetIsRefused(String line) {
    assertThatThrownBy(() -> TargetText.parse(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0-3", "7", "isolated", "none"})
  void aValueSurvivesItsTextForm(String text) {
    assertThat(Value.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Isolated", "0-", "3 x", "-"})
  void whatIsNoValueIsRefused(String text) {
    assertThatThrownBy(() -> Value.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
