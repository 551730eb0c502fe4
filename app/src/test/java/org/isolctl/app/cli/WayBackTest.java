package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.act.Entry;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;

class WayBackTest {
  private static final Target KTHREADD = new Target.OfThread(2, 4, "kthreadd");
  private static final Target INIT = new Target.OfThread(1, 3, "init");

  private static Change change(Target target, String from, String to) {
    return new Change(target, Value.parse(from), Value.parse(to), Optional.empty());
  }

  private static Entry entry(int number, Change change) {
    return new Entry(number, change, Entry.State.MADE, Optional.empty());
  }

  @Test
  void whatWasChangedTwiceGoesBackInOneAndWhatWasOnlyKeptIsNotNamed() {
    var standing =
        List.of(
            entry(1, change(INIT, "0-2", "0-2")),
            entry(2, change(KTHREADD, "0-3", "0-1")),
            entry(3, change(KTHREADD, "0-1,3", "0-1")));

    assertThat(WayBack.of(standing)).containsExactly(change(KTHREADD, "0-1", "0-3"));
  }

  @Test
  void eachTargetIsToldOfOnceWithTheGravestThatCameOfIt() {
    var refused = new Outcome.Refused("EPERM", "no right", false);
    var news =
        WayBack.news(
            List.of(
                new Result(change(KTHREADD, "0-1", "0-1,3"), new Outcome.Written()),
                new Result(change(INIT, "0-1", "0-1,3"), refused),
                new Result(change(KTHREADD, "0-1", "0-3"), new Outcome.AlreadySo()),
                new Result(change(INIT, "0-1", "0-3"), new Outcome.Written())));

    assertThat(news)
        .containsExactly(
            new Result(change(KTHREADD, "0-1", "0-3"), new Outcome.Written()),
            new Result(change(INIT, "0-1", "0-3"), refused));
  }

  @Test
  void aMaskThatWasOnlyKeptIsToldOfWhereItHadToBeMended() {
    var kept = change(INIT, "0-2", "0-2");

    assertThat(WayBack.news(List.of(new Result(kept, new Outcome.AlreadySo())))).isEmpty();
    assertThat(WayBack.news(List.of(new Result(kept, new Outcome.Gone())))).isEmpty();
    assertThat(WayBack.news(List.of(new Result(kept, new Outcome.ChangedSince(Value.of("x"))))))
        .as("somebody else's business")
        .isEmpty();
    assertThat(WayBack.news(List.of(new Result(kept, new Outcome.Written())))).hasSize(1);
    assertThat(
            WayBack.news(
                List.of(
                    new Result(change(INIT, "0-1", "0-1,3"), new Outcome.Gone()),
                    new Result(kept, new Outcome.Gone()))))
        .as("a thread that ended")
        .isEmpty();
  }
}
