package org.isolctl.app.cli;

import java.util.Collection;
import java.util.Optional;
import org.isolctl.app.render.RunJson;
import org.isolctl.app.render.RunText;
import org.isolctl.host.run.Follower;
import org.isolctl.host.run.Mover;
import org.isolctl.host.run.Programs;
import org.isolctl.host.run.RunErrors;
import org.isolctl.model.run.Moved;
import org.isolctl.model.run.Placement;
import org.isolctl.model.run.SchedulingPolicy;

/// Moves a process that runs already.
record MoveRun(
    Programs programs, Placement placement, Optional<SchedulingPolicy> policy, boolean spread) {

  /// Moves it and says what came of it.
  ///
  /// @param follow whether to stay with it until it ends
  ExitCode run(Session session, int pid, boolean follow, Format format, ColourOption colour) {
    var name =
        programs
            .name(pid)
            .toOptional()
            .orElseThrow(
                () -> CommandException.usage("there is no process " + pid + " to be moved."));
    var follower = new Follower(programs, pid);
    if (follow) {
      follower.awaitItsProgram();
    }
    placement
        .group()
        .flatMap(group -> programs.join(pid, group))
        .ifPresent(errno -> {
          throw CommandException.changeFailed(
              "cgroup " + placement.group().get() + ": " + RunErrors.ofGroup(errno) + ".");
        });
    var mover = new Mover(programs, placement.cpus(), spread, policy);
    var moved = mover.move(pid);
    session
        .answer()
        .print(
            switch (format) {
              case JSON -> RunJson.render(pid, name, placement, moved);
              case TEXT ->
                  RunText.render(pid, name, placement, moved, colour.paper(session.terminal()));
            });
    if (follow) {
      follower.follow(mover);
    }
    return failed(moved) ? ExitCode.CHANGE_FAILED : ExitCode.FINE;
  }

  private static boolean failed(Collection<Moved> moved) {
    return moved.stream().anyMatch(Moved::failed);
  }
}
