package org.isolctl.host.act;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.linux.KernelFile;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// The machine that this runs on. Use from one thread at a time.
public final class LiveMachine implements Machine {
  private static final String CPUS = "/sys/devices/system/cpu/";
  private static final String WORKQUEUES = "/sys/devices/virtual/workqueue/cpumask";

  private final MachineFiles files = new LiveFiles();
  private final KernelFile kernel = new KernelFile();
  private final ThreadDoor threads = new ThreadDoor(files);
  private final Groups groups;
  private final BanList banList = BanList.ofSystemd(files);
  private final Slices slices;

  /// Fixed since the boot, and so read once.
  private final CpuSet possible = cpus("possible");

  /// Whether a CPU that the machine can have was offline at the last look at threads.
  private boolean someOffline;

  /// The machine, with its cgroups.
  ///
  /// @param cgroupRoot where the cgroup v2 hierarchy is mounted, where it is
  public LiveMachine(Optional<String> cgroupRoot) {
    this.groups = new Groups(files, kernel, cgroupRoot.map(Path::of));
    this.slices = new Slices(files, cgroupRoot.map(Path::of), Slices.UNIT_FOLDERS);
  }

  @Override
  public String bootId() {
    return files.text("/proc/sys/kernel/random/boot_id").toOptional().orElse("unknown").strip();
  }

  @Override
  public CpuSet online() {
    return cpus("online");
  }

  private CpuSet cpus(String file) {
    return files.text(CPUS + file).parse(CpuSet::parseList).toOptional().orElse(CpuSet.empty());
  }

  @Override
  public CpuSet outsidePartitions() {
    return groups.outsidePartitions().map(online()::intersect).orElseGet(this::online);
  }

  @Override
  public List<Look> look(List<Target> targets) {
    if (targets.stream().noneMatch(Target.OfThread.class::isInstance)) {
      return targets.stream().map(this::lookAt).toList();
    }
    someOffline = isSomeOffline();
    var looks = targets.stream().map(this::lookAt).toList();
    // The masks would lack a CPU that went offline meanwhile.
    if (!someOffline && isSomeOffline()) {
      someOffline = true;
      return targets.stream().map(this::lookAt).toList();
    }
    return looks;
  }

  private boolean isSomeOffline() {
    return !possible.equals(online());
  }

  @Override
  public Look lookAgain(Target target) {
    return target instanceof Target.OfThread thread
        ? threads.lookAgain(thread, someOffline)
        : lookAt(target);
  }

  private Look lookAt(Target target) {
    return switch (target) {
      case Target.OfThread thread -> threads.look(thread, someOffline);
      case Target.OfWorkqueue _,
          Target.OfIrqDefault _,
          Target.OfReceiveQueue _,
          Target.OfWatchdog _ ->
          file(target).look(files);
      case Target.OfIrq irq -> irq(irq);
      case Target.OfIrqbalance _ -> banList.look();
      case Target.OfSlice slice -> slices.look(slice);
      case Target.OfGroup _,
          Target.OfCpusetController _,
          Target.OfGroupCpus _,
          Target.OfPartition _ ->
          groups.look(target);
    };
  }

  private Look irq(Target.OfIrq irq) {
    var effective =
        MaskFile.list("/proc/irq/" + irq.number() + "/effective_affinity_list").read(files);
    return file(irq).look(files) instanceof Look.Holds(var value, _)
        ? new Look.Holds(value, effective.toOptional())
        : file(irq).look(files);
  }

  @Override
  public Answer set(Target target, Value value) {
    if (target instanceof Target.OfIrqbalance) {
      return banList.set(value);
    }
    if (target instanceof Target.OfSlice slice) {
      return slices.set(slice, value);
    }
    return switch (value) {
      case Value.Word(var word) -> groups.set(target, word);
      case Value.Cpus(var cpus) ->
          switch (target) {
            case Target.OfThread thread -> threads.set(thread, cpus);
            case Target.OfGroupCpus group -> groups.set(group, cpus);
            case Target.OfWorkqueue _,
                Target.OfIrqDefault _,
                Target.OfReceiveQueue _,
                Target.OfWatchdog _,
                Target.OfIrq _ ->
                file(target).set(target, cpus, kernel);
            case Target.OfIrqbalance _,
                Target.OfSlice _,
                Target.OfGroup _,
                Target.OfCpusetController _,
                Target.OfPartition _ ->
                throw new IllegalArgumentException(target.title() + " takes no CPU set");
          };
    };
  }

  private MaskFile file(Target target) {
    return switch (target) {
      // From 6.8 on what was requested and what comes of it are told apart.
      case Target.OfWorkqueue(var name) when name.equals("*") ->
          MaskFile.mask(WORKQUEUES + "_requested").look(files) instanceof Look.Holds
              ? new MaskFile(WORKQUEUES, WORKQUEUES + "_requested", MaskFile.Form.MASK)
              : MaskFile.mask(WORKQUEUES);
      case Target.OfWorkqueue _, Target.OfIrqDefault _, Target.OfReceiveQueue _ ->
          MaskFile.mask(target.how());
      case Target.OfIrq _, Target.OfWatchdog _ -> MaskFile.list(target.how());
      case Target.OfThread _,
          Target.OfIrqbalance _,
          Target.OfSlice _,
          Target.OfGroup _,
          Target.OfCpusetController _,
          Target.OfGroupCpus _,
          Target.OfPartition _ ->
          throw new IllegalArgumentException(target.title() + " is no file of a CPU set");
    };
  }
}
