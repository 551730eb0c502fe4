package org.isolctl.host.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.facts.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedReadingTest {
  @ParameterizedTest
  @CsvSource({
    "2,Absent",
    "3,Absent",
    "19,Absent",
    "20,Absent",
    "1,Denied",
    "13,Denied",
    "5,Malformed",
    "27,Malformed"
  })
  void anErrorNumberSaysWhatCameOfTheReading(int errno, String kind) {
    assertThat(FailedReading.of("/proc/x", errno).getClass().getSimpleName()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "/proc/2/stat,1,'root, or CAP_SYS_PTRACE'",
    "/proc/2/stat,13,'root, or CAP_SYS_PTRACE'",
    "/boot/config,13,'root, or CAP_DAC_READ_SEARCH'",
    "/proc/kallsyms,1,root"
  })
  void whatIsDeniedNamesTheCapability(String file, int errno, String needs) {
    assertThat(FailedReading.<String>of(file, errno)).isEqualTo(Reading.denied(file, needs));
  }

  @ParameterizedTest
  @CsvSource({"5,EIO", "27,64 MiB", "117,errno 117"})
  void whatIsUnusualIsNamed(int errno, String named) {
    assertThat(FailedReading.of("/proc/x", errno))
        .isInstanceOfSatisfying(
            Reading.Malformed.class, malformed -> assertThat(malformed.problem()).contains(named));
  }
}
