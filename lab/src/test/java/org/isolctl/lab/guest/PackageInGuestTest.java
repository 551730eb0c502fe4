package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.DebianDisk;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The package on a Debian that systemd runs, with six CPUs and `isolcpus=2,3`: installed, used,
/// run as a service, and taken away again.
@Tag("package")
@ParameterizedClass
@MethodSource("guests")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PackageInGuestTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// What a package may leave behind anywhere but in the caches and logs of others.
  private static final String FILES =
      """
      find / -xdev \\( -path /tmp -o -path /var/log -o -path /var/cache -o -path /var/lib/dpkg \\
        -o -path /var/lib/systemd -o -path /root \\) -prune -o -print | sort
      """;

  private static final String KHUGEPAGED =
      """
      thp=/sys/kernel/mm/transparent_hugepage/enabled
      echo never >$thp
      while pidof khugepaged >/dev/null; do sleep 0.1; done
      echo always >$thp
      until pidof khugepaged >/dev/null; do sleep 0.1; done
      sleep 4
      sed -n 's/^Cpus_allowed_list:.//p' /proc/$(pidof khugepaged)/status
      """;

  private final Booted booted;

  PackageInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws IOException {
    var deb = Path.of(System.getProperty("isolctl.deb"));
    return Booted.eachForStories(
        BootSpec.of("isolcpus=2,3")
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
  @Order(1)
  void itInstallsAndLeavesTheGuardDisabled() throws GuestException {
    say("systemctl is-system-running --wait");
    say("(" + FILES.strip() + ") >/tmp/before");

    say("dpkg -i /isolctl.deb");

    assertThat(run("systemctl is-enabled isolctl-guard").out()).isEqualTo("disabled\n");
    assertThat(run("systemctl is-active isolctl-guard").out()).isEqualTo("inactive\n");
  }

  @Test
  @Order(2)
  void anybodyMayAuditAndIsToldWhatTheyCouldNotSee() throws GuestException {
    var audit = run("runuser -u nobody -- isolctl audit");

    assertThat(audit.code()).as(audit.err()).isEqualTo(1);
    assertThat(audit.out()).startsWith("VIOLATED").contains("isolated      2-3");
    assertThat(run("isolctl audit").out()).startsWith("VIOLATED");
  }

  @Test
  @Order(2)
  void aGapNamesTheCapabilityThatFillsIt() throws GuestException {
    var audits =
        say(
            """
            unshare -m sh -c '
              mount -t proc -o hidepid=2 proc /proc
              runuser -u nobody -- isolctl audit
              echo WITH CAP_SYS_PTRACE
              setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=+sys_ptrace \\
                --ambient-caps=+sys_ptrace isolctl audit || :'
            """);
    var parts = audits.split("WITH CAP_SYS_PTRACE\n", -1);

    assertThat(parts[0].replaceAll("\\s+", " "))
        .contains("NOT SEEN", "kernel threads", "hidepid=", "CAP_SYS_PTRACE");
    assertThat(parts[1]).startsWith("VIOLATED").doesNotContain("CAP_SYS_PTRACE");
  }

  @Test
  @Order(3)
  void theManualAndTheShellKnowIt() throws GuestException {
    assertThat(say("man isolctl-audit")).contains("NAME", "isolctl-audit", "--isolated");
    assertThat(
            say(
                """
                bash -c '. /usr/share/bash-completion/bash_completion
                  _completion_loader isolctl
                  COMP_WORDS=(isolctl gu) COMP_CWORD=1 COMP_LINE="isolctl gu" COMP_POINT=10
                  $(complete -p isolctl | sed "s/.*-F \\\\([^ ]*\\\\) .*/\\\\1/") isolctl gu isolctl
                  printf "%s\\n" "${COMPREPLY[@]}"'
                """))
        .contains("guard");
  }

  @Test
  @Order(4)
  void theGuardKeepsNewThreadsOffUnderItsUnit() throws GuestException {
    say("systemctl start isolctl-guard");

    assertThat(say("systemctl show isolctl-guard -p Type,SubState,WatchdogUSec"))
        .contains("Type=notify\n", "SubState=running\n", "WatchdogUSec=30s\n");
    assertThat(say(KHUGEPAGED)).isEqualTo("0-1,4-5\n");
    assertThat(say("isolctl guard --status")).startsWith("Guard of CPUs 2-3");
    assertThat(say("ps -o user= -p $(systemctl show isolctl-guard -p MainPID --value)"))
        .isEqualTo("isolctl\n");
    // Nothing that it lacks was worth a line.
    assertThat(say("journalctl -u isolctl-guard -o cat")).doesNotContain("\"event\":\"trouble\"");
  }

  @Test
  @Order(5)
  void itIsConfinedAsFarAsItCanBe() throws IOException {
    var report = say("systemd-analyze security isolctl-guard --no-pager");
    Path evidence =
        Files.createDirectories(Path.of(System.getProperty("isolctl.evidence", "target/evidence")));
    Files.writeString(evidence.resolve("guard-security.txt"), report);

    // Of 10, in tenths: what is left is that it speaks to the kernel and on localhost.
    assertThat(run("systemd-analyze security isolctl-guard --threshold=20").code())
        .as(report)
        .isZero();
  }

  @Test
  @Order(6)
  void debiansPrometheusTakesTheRulesAndScrapesTheGuard() throws GuestException {
    assertThat(say("promtool check rules /usr/share/doc/isolctl/examples/*.rules.yml"))
        .contains("SUCCESS: ");
    say(
        """
        cat >/tmp/prometheus.yml <<'YML'
        global: {scrape_interval: 2s}
        rule_files: [/usr/share/doc/isolctl/examples/*.rules.yml]
        scrape_configs:
          - job_name: isolctl-guard
            static_configs: [{targets: ['127.0.0.1:9750']}]
        YML
        systemd-run -q --unit=scraper prometheus --config.file=/tmp/prometheus.yml \\
          --storage.tsdb.path=/tmp/tsdb --web.listen-address=127.0.0.1:9090
        """);

    assertThat(
            say(
                """
                ask() { promtool query instant http://127.0.0.1:9090 "$1" 2>/dev/null; }
                until ask isolctl_guard_isolated_cpus | grep -q isolctl; do sleep 1; done
                ask isolctl_guard_isolated_cpus
                ask 'isolctl_guard_reaction_seconds_count > 0'
                systemctl stop scraper
                """))
        .contains(
            "isolctl_guard_isolated_cpus{", "} => 2 @", "isolctl_guard_reaction_seconds_count{");
  }

  @Test
  @Order(7)
  void aReloadReadsThePolicyAndAStopTakesNoSecond() throws GuestException {
    say("systemctl reload isolctl-guard");
    say(
        """
        until journalctl -u isolctl-guard -o cat | grep -q '"event":"reloaded"'; do sleep 1; done
        """);
    say("systemctl stop isolctl-guard");

    assertThat(say("systemctl show isolctl-guard -p ActiveState,Result"))
        .contains("ActiveState=inactive\n", "Result=success\n");
    assertThat(say("journalctl -u isolctl-guard -o cat")).contains("\"event\":\"stopped\"");
  }

  @Test
  @Order(8)
  void withTheDropInOfTheManualItKeepsWorkqueuesRightToo() throws GuestException {
    say(
        """
        mkdir -p /run/systemd/system/isolctl-guard.service.d
        cat >/run/systemd/system/isolctl-guard.service.d/govern.conf <<'CONF'
        [Service]
        User=root
        ProtectKernelTunables=no
        RuntimeDirectory=isolctl
        CONF
        systemctl daemon-reload
        cp /etc/isolctl/policy.toml /tmp/policy.toml
        echo 'govern = ["workqueues"]' >>/etc/isolctl/policy.toml
        systemctl start isolctl-guard
        echo 3f >/sys/devices/virtual/workqueue/cpumask
        """);

    assertThat(
            say(
                """
                for i in $(seq 60); do
                  [ "$(cat /sys/devices/virtual/workqueue/cpumask)" = 33 ] && break
                  sleep 1
                done
                cat /sys/devices/virtual/workqueue/cpumask
                """))
        .isEqualTo("33\n");
    say(
        """
        systemctl stop isolctl-guard
        cp /tmp/policy.toml /etc/isolctl/policy.toml
        rm -r /run/systemd/system/isolctl-guard.service.d
        systemctl daemon-reload
        """);
  }

  @Test
  @Order(9)
  void irqbalanceIsToldOnceAndForgetsWithUndo() throws GuestException {
    say("systemctl start irqbalance");
    say("isolctl apply --isolated 2-4 --yes");
    assertThat(say("tr '\\0' '\\n' </proc/$(pidof irqbalance)/environ"))
        .contains("IRQBALANCE_BANNED_CPULIST=2-4\n");

    var process = say("pidof irqbalance");
    assertThat(say("isolctl plan --isolated 2-4")).doesNotContain("irqbalance");
    say("isolctl apply --isolated 2-4 --yes");
    assertThat(say("pidof irqbalance")).isEqualTo(process);

    // What irqbalance itself has placed anew since is left to it, and said.
    assertThat(run("isolctl undo --yes").out()).doesNotContain("irqbalance");
    assertThat(say("tr '\\0' '\\n' </proc/$(pidof irqbalance)/environ"))
        .doesNotContain("IRQBALANCE_BANNED_CPULIST=2-4");
    say("systemctl stop irqbalance");
  }

  @Test
  @Order(10)
  void removedAndPurgedItLeavesNothing() throws GuestException {
    say("dpkg --remove isolctl");
    assertThat(say("ls /etc/isolctl")).isNotEmpty();
    say("dpkg --purge isolctl");

    assertThat(run("getent passwd isolctl").code()).isNotZero();
    assertThat(say("(" + FILES.strip() + ") | diff /tmp/before -")).isEmpty();
  }
}
