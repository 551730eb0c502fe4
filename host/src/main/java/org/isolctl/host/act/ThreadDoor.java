package org.isolctl.host.act;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.linux.Affinity;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.threads.SingleThread;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// The masks of threads.
final class ThreadDoor {
  private final MachineFiles files;
  private final Affinity affinity = new Affinity();

  ThreadDoor(MachineFiles files) {
    this.files = files;
  }

  /// The mask to the last bit: the system call leaves CPUs out that are offline.
  ///
  /// @param someOffline whether a CPU that the machine can have is offline
  Look look(Target.OfThread target, boolean someOffline) {
    var thread = new SingleThread(files, target.tid());
    return switch (thread.stat()) {
      case Reading.Present<ThreadStat>(_, var stat) ->
          stat.startTicks() == target.startTicks() ? mask(thread, someOffline) : new Look.Gone();
      case Reading.Absent<ThreadStat> _ -> new Look.Gone();
      case Reading.Denied<ThreadStat>(var source, var needs) ->
          new Look.Unreadable(source + " needs " + needs);
      case Reading.Malformed<ThreadStat>(var source, var problem) ->
          new Look.Unreadable(source + ": " + problem);
    };
  }

  /// The same of a thread that was looked at a moment ago: whether it is still that one is not
  /// asked.
  Look lookAgain(Target.OfThread target, boolean someOffline) {
    return mask(new SingleThread(files, target.tid()), someOffline);
  }

  private Look mask(SingleThread thread, boolean someOffline) {
    if (!someOffline && affinity.get(thread.tid()) instanceof AffinityResult.Mask(var mask)) {
      return Look.holds(Value.of(mask));
    }
    return MaskFile.look(thread.mask());
  }

  Answer set(Target.OfThread target, CpuSet mask) {
    int error = affinity.put(target.tid(), mask);
    return error == 0
        ? new Answer.Done()
        : Explanation.ofThread(
            new Errno(error), new SingleThread(files, target.tid()).stat().toOptional());
  }
}
