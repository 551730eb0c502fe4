package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ServiceFacts;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.plan.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceReaderTest {
  private static final ThreadFacts KTHREADD = process(2, "kthreadd", ThreadStat.PF_KTHREAD);

  private final MemoryFiles files = new MemoryFiles();

  private static ThreadFacts process(int pid, String comm, long flags) {
    return new ThreadFacts(
        pid,
        pid,
        Reading.present("mask", CpuSet.of(0)),
        Reading.present("stat", new ThreadStat(comm, 'S', 1, flags, 0, 0, 0, 0, 0)));
  }

  private ServiceFacts read(ThreadFacts... leaders) {
    return new ServiceReader(files, List.of(leaders)).read();
  }

  @Test
  void aServiceIsKnownByTheNameOfItsProcess() {
    var services = read(KTHREADD, process(812, "irqbalance", 0));
    assertThat(services.irqbalance().toOptional()).contains(812);
    assertThat(services.tuned()).isEqualTo(Reading.absent("/proc"));
  }

  @Test
  void aKernelThreadIsNoService() {
    assertThat(read(KTHREADD, process(9, "tuned", ThreadStat.PF_KTHREAD)).tuned())
        .isEqualTo(Reading.absent("/proc"));
  }

  @Test
  void insideAContainerNobodyKnowsWhatRunsOutside() {
    assertThat(read(process(1, "bash", 0)).irqbalance()).isInstanceOf(Reading.Denied.class);
  }

  @ParameterizedTest
  @CsvSource({
    "'IRQBALANCE_BANNED_CPULIST=2-3','2-3'",
    "'IRQBALANCE_BANNED_CPULIST=\"2,3\"\n','2-3'",
    "'IRQBALANCE_BANNED_CPUS=0000000c\n','2-3'",
    "'IRQBALANCE_BANNED_CPUS=1\nIRQBALANCE_BANNED_CPULIST=3','3'",
    "'IRQBALANCE_BANNED_CPULIST=1\nIRQBALANCE_BANNED_CPULIST=3','3'"
  })
  void whatIrqbalanceIsToldToKeepAwayFrom(String text, String cpus) {
    files.with("/etc/default/irqbalance", text);
    assertThat(read().irqbalanceBanned().toOptional()).contains(CpuSet.parseList(cpus));
  }

  @Test
  void theBanListThatWasGivenByIsolctlCountsBeforeTheDistributions() {
    files.with("/etc/default/irqbalance", "IRQBALANCE_BANNED_CPULIST=1\n");
    files.with(Target.OfIrqbalance.BAN_LIST, "IRQBALANCE_BANNED_CPULIST=2-3\n");

    assertThat(read().irqbalanceBanned())
        .isEqualTo(Reading.present(Target.OfIrqbalance.BAN_LIST, CpuSet.range(2, 3)));
  }

  @ParameterizedTest
  @CsvSource({"'#IRQBALANCE_BANNED_CPULIST=2'", "'IRQBALANCE_BANNED_CPULIST='", "'OPTIONS=-x'"})
  void aVariableThatIsNotSetIsAbsent(String text) {
    files.with("/etc/default/irqbalance", text);
    assertThat(read().irqbalanceBanned()).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void redHatKeepsTheVariablesElsewhere() {
    files.with("/etc/sysconfig/irqbalance", "IRQBALANCE_BANNED_CPULIST=4\n");
    assertThat(read().irqbalanceBanned())
        .isEqualTo(Reading.present("/etc/sysconfig/irqbalance", CpuSet.of(4)));
  }

  @Test
  void systemdAddsUpItsDropIns() {
    files
        .with("/etc/systemd/system.conf", "[Manager]\n#CPUAffinity=9\nCPUAffinity = 0 1\n")
        .with("/etc/systemd/system.conf.d/50-more.conf", "[Manager]\nCPUAffinity=4-5\n")
        .with("/etc/systemd/system.conf.d/90-other.conf", "[Other]\nCPUAffinity=7\n")
        .with("/etc/systemd/system.conf.d/readme.txt", "[Manager]\nCPUAffinity=8\n");
    assertThat(read().systemdAffinity())
        .isEqualTo(
            Reading.present("/etc/systemd/system.conf.d/50-more.conf", CpuSet.of(0, 1, 4, 5)));
  }

  @Test
  void anEmptySettingForgetsWhatWasBefore() {
    files
        .with("/etc/systemd/system.conf", "[Manager]\nCPUAffinity=0-1\n")
        .with("/etc/systemd/system.conf.d/a.conf", "[Manager]\nCPUAffinity=\nCPUAffinity=3\n");
    assertThat(read().systemdAffinity().toOptional()).contains(CpuSet.of(3));
  }

  @Test
  void aDropInOfTheAdministratorHidesTheVendorsOfTheSameName() {
    files
        .with("/usr/lib/systemd/system.conf.d/a.conf", "[Manager]\nCPUAffinity=5\n")
        .with("/etc/systemd/system.conf.d/a.conf", "[Manager]\nCPUAffinity=3\n");
    assertThat(read().systemdAffinity().toOptional()).contains(CpuSet.of(3));
  }

  @Test
  void withoutASettingThereIsNoAffinity() {
    files.with("/etc/systemd/system.conf", "[Manager]\nLogLevel=info\n");
    assertThat(read().systemdAffinity()).isEqualTo(Reading.absent("/etc/systemd/system.conf"));
  }
}
