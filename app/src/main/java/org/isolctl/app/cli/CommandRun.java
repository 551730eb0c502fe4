package org.isolctl.app.cli;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.run.Programs;
import org.isolctl.host.run.RunErrors;
import org.isolctl.model.run.Placement;
import org.isolctl.model.run.SchedulingPolicy;

/// Puts this thread where the command shall run, and becomes the command.
record CommandRun(Programs programs, Placement placement, Optional<SchedulingPolicy> policy) {

  /// Becomes the command.
  ///
  /// @param beside the words of a second isolctl, started first
  /// @return never; what is returned by a method of a verb is its exit code
  /// @throws CommandException where the place cannot be had, or the command not be started
  ExitCode run(List<String> command, Optional<List<String>> beside) {
    placement.group().ifPresent(this::join);
    // Now, so that it does not take over the mask and the policy of the command.
    if (beside.isPresent() && !programs.startBeside(beside.get())) {
      throw CommandException.unfinished(
          "--spread cannot start a second isolctl: start the command without it, and then run"
              + " 'isolctl run --pid PID --spread --follow'.");
    }
    take();
    policy
        .flatMap(wanted -> programs.setPolicy(0, wanted))
        .ifPresent(errno -> fail("policy " + policy.get() + ": " + RunErrors.ofPolicy(errno)));
    throw notStarted(command.getFirst(), programs.become(command));
  }

  private void join(String group) {
    programs
        .join(0, group)
        .ifPresent(errno -> fail("cgroup " + group + ": " + RunErrors.ofGroup(errno)));
  }

  private void take() {
    switch (programs.setMask(0, placement.cpus())) {
      case AffinityResult.Mask(var now) -> {
        if (!now.equals(placement.cpus())) {
          fail("of CPUs " + placement.cpus() + " the kernel gives only " + now);
        }
      }
      case AffinityResult.Refused(var errno) ->
          fail("CPUs " + placement.cpus() + ": " + RunErrors.ofMask(errno));
    }
  }

  private static void fail(String why) {
    throw CommandException.changeFailed(why + "; the command was not started.");
  }

  private static CommandException notStarted(String command, Errno errno) {
    return switch (errno.number()) {
      case Errno.ENOENT ->
          CommandException.of(ExitCode.NOT_FOUND, "'" + command + "' was not found.");
      case Errno.EACCES ->
          CommandException.of(
              ExitCode.NOT_EXECUTABLE,
              "'" + command + "' may not be executed (EACCES): is it a program, with x set?");
      default ->
          CommandException.of(
              ExitCode.NOT_EXECUTABLE, "'" + command + "' could not be started: " + errno + ".");
    };
  }
}
