package org.isolctl.model.predict;

import java.util.Set;
import org.isolctl.model.rules.Effect;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.rules.Rule;

/// The housekeeping types that a rule sets.
final class OptionTypes {
  private OptionTypes() {}

  static Set<HousekeepingType> of(Rule rule) {
    return switch (rule.effect()) {
      case Effect.SetsTypes(var types) -> types;
      case Effect.GivesMask _, Effect.FollowsUnbound _, Effect.Switches _, Effect.Explains _ ->
          Set.of();
    };
  }
}
