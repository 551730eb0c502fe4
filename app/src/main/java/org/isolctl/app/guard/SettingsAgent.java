package org.isolctl.app.guard;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.isolctl.model.guard.GuardPolicy;
import org.isolctl.model.guard.SettingEffort;
import org.isolctl.model.guard.SettingRules;
import org.isolctl.model.guard.SettingStanding;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;

/// Keeps the masks of interrupts and workqueues right where the policy asks for it: looks at the
/// pace of the slow scan, and at once when another policy or other CPUs are to be kept.
final class SettingsAgent implements Agent {
  private static final SettingEffort NONE = new SettingEffort(SettingStanding.KEPT, 0, 0);

  private final Settings settings;
  private final Supplier<GuardPolicy> policy;
  private final Duration period;
  private final Counts counts;
  private final Diary diary;
  private final Clock clock;
  private Map<Target, SettingEffort> efforts = Map.of();
  private Optional<GuardPolicy> kept = Optional.empty();
  private long nextNanos;

  SettingsAgent(
      Settings settings,
      Supplier<GuardPolicy> policy,
      Duration period,
      Counts counts,
      Diary diary,
      Clock clock) {
    this.settings = settings;
    this.policy = policy;
    this.period = period;
    this.counts = counts;
    this.diary = diary;
    this.clock = clock;
    this.nextNanos = clock.nanos();
  }

  /// Compares policies by identity: one that was read again is a new try, even if it says the same.
  @Override
  @SuppressWarnings("ReferenceEquality")
  public void step() {
    var now = policy.get();
    if (kept.filter(it -> it == now).isEmpty()) {
      kept = Optional.of(now);
      efforts = Map.of();
      nextNanos = clock.nanos();
      settings
          .obstacle(now.governed())
          .ifPresent(why ->
              diary.tell(
                  new Happening.Trouble("the policy asks for more than is allowed: " + why)));
    }
    if (nextNanos <= clock.nanos()) {
      if (!now.governed().isEmpty()) {
        govern(now);
      }
      nextNanos = clock.nanos() + period.toNanos();
    }
  }

  private void govern(GuardPolicy now) {
    var wrong = SettingRules.wrong(settings.look(), now);
    var decision = SettingRules.decide(wrong, efforts, now, clock.nanos());
    efforts = decision.efforts();
    for (Change change : decision.givenUp()) {
      counts.add(Counter.SETTINGS_CONTESTED);
      int contests = efforts.getOrDefault(change.target(), NONE).contests();
      diary.tell(new Happening.SettingContested(change, contests));
    }
    if (!decision.make().isEmpty()) {
      make(decision.make());
    }
  }

  private void make(List<Change> changes) {
    try {
      settings.make(changes).forEach(this::took);
    } catch (IOException e) {
      diary.tell(
          new Happening.Trouble(
              "interrupts and workqueues wait for the next scan: " + e.getMessage()));
      changes.forEach(change ->
          remember(new Result(change, new Outcome.NotTried(String.valueOf(e.getMessage())))));
    }
  }

  private void took(Result result) {
    if (result.outcome().wrote()) {
      counts.add(Counter.SETTINGS);
    }
    if (result.outcome() instanceof Outcome.Refused(var error, _, _)) {
      counts.refused(error);
    }
    remember(result);
    diary.tell(new Happening.SettingMade(result));
  }

  private void remember(Result result) {
    var target = result.change().target();
    var next = new HashMap<>(efforts);
    var asked = next.getOrDefault(target, NONE);
    SettingRules.after(asked, result, clock.nanos())
        .ifPresentOrElse(effort -> next.put(target, effort), () -> next.remove(target));
    efforts = next;
  }

  @Override
  public long dueNanos() {
    return nextNanos;
  }
}
