package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.DebianDisk;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// `isolctl apply --partition` beside systemd, with six CPUs of which none is isolated at boot.
@Tag("package")
@ParameterizedClass
@MethodSource("guests")
class SliceInGuestTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Booted booted;

  SliceInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws IOException {
    var deb = Path.of(System.getProperty("isolctl.deb"));
    return Booted.eachForStories(
        BootSpec.of("")
            .withCpus(6)
            .withFiles(List.of(GuestFile.copy(DebianDisk.OVER + "/isolctl.deb", deb)))
            .withDebian(DebianDisk.find(LabCache.ofEnvironment())));
  }

  private Result run(String script) throws GuestException {
    return booted.guest().run(script, PATIENCE);
  }

  private String say(String script) throws GuestException {
    return run(script).orThrow();
  }

  @Test
  void aPartitionSurvivesWhatSystemdDoesAndUndoDissolvesIt() throws GuestException {
    var partition = "cat /sys/fs/cgroup/rt.slice/cpuset.cpus.partition";
    say("dpkg -i /isolctl.deb");
    say("isolctl apply --partition 4-5 --name rt --yes");
    assertThat(say(partition)).isEqualTo("isolated\n");

    say("systemctl daemon-reload; systemd-run -q --wait true; systemctl daemon-reexec");
    say("systemd-run -q --unit=load --slice=rt.slice sleep 1000");
    assertThat(say(partition)).isEqualTo("isolated\n");
    assertThat(say("cat /sys/fs/cgroup/system.slice/cpuset.cpus.effective")).isEqualTo("0-3\n");
    assertThat(say("grep list: /proc/$(systemctl show -p MainPID --value load)/status"))
        .contains("Cpus_allowed_list:\t4-5\n");

    say("systemctl stop load; isolctl undo --yes");
    assertThat(run("ls -d /sys/fs/cgroup/rt.slice /run/systemd/system/rt.slice").out()).isEmpty();
  }
}
