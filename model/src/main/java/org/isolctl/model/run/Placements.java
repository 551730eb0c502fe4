package org.isolctl.model.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts.Partition;
import org.isolctl.model.judge.IsolatedCpus;
import org.isolctl.model.judge.IsolationSource;

/// Decides where a program runs.
///
/// @param isolated the isolated CPUs with their sources
/// @param online the CPUs that are online
/// @param partitions the groups that are, or want to be, cgroup v2 partitions
/// @param current the cgroup v2 group that the program is in now, where that is known
public record Placements(
    IsolatedCpus isolated, CpuSet online, List<Partition> partitions, Optional<String> current) {
  public Placements {
    partitions = List.copyOf(partitions);
  }

  /// The CPUs and the group for a wish.
  public Decision decide(Wish wish) {
    if (wish.partition().isPresent()) {
      return inPartition(wish, wish.partition().get());
    }
    if (wish.housekeeping()) {
      var cpus = online.minus(isolated.all());
      return cpus.isEmpty()
          ? new Decision.Refuse("every online CPU is isolated: there is no housekeeping CPU")
          : place(cpus, wayOut());
    }
    return wish.cpus().map(cpus -> onNamed(cpus, wish.anyway())).orElseGet(this::onIsolated);
  }

  /// Without a word from the user: all isolated CPUs that a mask alone can reach.
  private Decision onIsolated() {
    var all = isolated.all().intersect(online);
    if (all.isEmpty()) {
      return new Decision.Refuse(
          "no online CPU is isolated here: isolate some ('isolctl apply --partition', 'isolctl"
              + " persist --boot-line'), or name CPUs with --cpus and --anyway");
    }
    var reachable = all.minus(partitioned());
    return reachable.isEmpty()
        ? new Decision.Refuse(
            "all isolated CPUs belong to partitions, which no mask reaches from outside: give"
                + " --partition "
                + names())
        : place(reachable, Optional.empty());
  }

  private Decision onNamed(CpuSet cpus, boolean anyway) {
    var offline = cpus.minus(online);
    if (!offline.isEmpty()) {
      return new Decision.Refuse("CPUs " + offline + " are not online; those that are: " + online);
    }
    var inside = cpus.intersect(partitioned());
    if (!inside.isEmpty()) {
      return new Decision.Refuse(
          "CPUs "
              + inside
              + " belong to a partition, which no mask reaches from outside: give --partition "
              + names());
    }
    var open = cpus.minus(isolated.all());
    if (!open.isEmpty() && !anyway) {
      return new Decision.Refuse(
          "CPUs "
              + open
              + " are not isolated; "
              + (isolated.all().isEmpty() ? "none is" : "those that are: " + isolated.all())
              + ". With --anyway they are taken as they are");
    }
    return place(cpus, Optional.empty());
  }

  private Decision inPartition(Wish wish, String name) {
    var path = name.startsWith("/") ? name : "/" + name;
    var found = partitions.stream().filter(one -> one.path().equals(path)).findFirst();
    if (found.isEmpty()) {
      return new Decision.Refuse(
          "there is no partition "
              + path
              + (partitions.isEmpty()
                  ? "; 'isolctl apply --partition CPULIST' makes one"
                  : "; there is " + names()));
    }
    var state = found.get().state().toOptional().orElse("in a state that cannot be read");
    if (!state.equals("isolated") && !(wish.anyway() && state.equals("root"))) {
      return new Decision.Refuse(
          "partition " + path + " is " + state + ", and so isolates nothing");
    }
    var effective = found.get().effective().toOptional().orElse(CpuSet.empty());
    var cpus = wish.cpus().orElse(effective);
    if (cpus.isEmpty() || !cpus.isSubsetOf(effective)) {
      return new Decision.Refuse(
          "partition " + path + " has CPUs " + effective + ", not " + cpus.minus(effective));
    }
    return new Decision.Place(new Placement(cpus, Optional.of(path), state.equals("root")));
  }

  /// The group above the partition that the program is in: nothing leaves a partition by its mask.
  private Optional<String> wayOut() {
    return partitions.stream()
        .map(Partition::path)
        .filter(path -> current.filter(now -> (now + "/").startsWith(path + "/")).isPresent())
        .map(path -> path.substring(0, Math.max(1, path.lastIndexOf('/'))))
        .min((a, b) -> Integer.compare(a.length(), b.length()));
  }

  private Decision place(CpuSet cpus, Optional<String> group) {
    boolean balanced = !cpus.intersects(isolated.outsideDomains());
    return new Decision.Place(new Placement(cpus, group, balanced));
  }

  private CpuSet partitioned() {
    return isolated.sources().stream()
        .filter(source -> source.kind() == IsolationSource.Kind.PARTITION)
        .map(IsolationSource::cpus)
        .reduce(CpuSet.empty(), CpuSet::union);
  }

  private String names() {
    return partitions.stream().map(Partition::path).collect(Collectors.joining(" or "));
  }
}
