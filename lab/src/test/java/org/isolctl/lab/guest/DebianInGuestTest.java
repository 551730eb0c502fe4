package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.DebianDisk;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The Debian of the lab itself.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
class DebianInGuestTest {
  private final Booted booted;

  DebianInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws IOException {
    return Booted.eachForStories(
        BootSpec.of("isolcpus=2,3")
            .withFiles(List.of(GuestFile.text(DebianDisk.OVER + "/etc/motd", "hello\n")))
            .withDebian(DebianDisk.find(LabCache.ofEnvironment())));
  }

  @Test
  void systemdRunsItAndNoUnitFails() throws GuestException {
    var guest = booted.guest();

    assertThat(guest.run("systemctl is-system-running --wait").out()).isEqualTo("running\n");
    assertThat(guest.run("cat /proc/1/comm").out()).isEqualTo("systemd\n");
    assertThat(guest.run("cat /etc/motd").out()).isEqualTo("hello\n");
  }
}
