package org.isolctl.model.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubscriptionTest {
  private static final long PATIENCE = Subscription.PATIENCE.toNanos();
  private static final long TRUST = Subscription.TRUST.toNanos();

  @Test
  void itIsAskedForAtOnceAndThenInIntervalsUntilItIsAcknowledged() {
    var subscription = Subscription.begun(5);
    assertThat(subscription.dueNanos()).isEqualTo(5);
    subscription = subscription.asked(5);
    assertThat(subscription.dueNanos()).isEqualTo(5 + PATIENCE);
    assertThat(subscription.hears()).isFalse();

    subscription = subscription.acknowledged(7);
    assertThat(subscription.hears()).isTrue();
    assertThat(subscription.dueNanos()).isEqualTo(7 + TRUST);
  }

  @Test
  void aHealthCheckThatIsAnsweredAtOnceMissedNothing() {
    var checked = Subscription.begun(0).asked(0).acknowledged(0).asked(TRUST);

    assertThat(checked.state()).isEqualTo(Subscription.State.CHECKING);
    assertThat(checked.mayHaveMissed()).isFalse();
    assertThat(checked.hears()).isTrue();
  }

  @Test
  void aHealthCheckThatNeedsASecondAskingMayHaveMissedEvents() {
    var silenced = Subscription.begun(0).asked(0).acknowledged(0).asked(TRUST).asked(TRUST + 1);

    assertThat(silenced.mayHaveMissed()).isTrue();
  }

  @Test
  void anUnansweredSubscriptionIsDeafAndIsAskedAgainSlowly() {
    var subscription = Subscription.begun(0);
    for (int i = 0; i < Subscription.MOST_ASKS; i++) {
      subscription = subscription.asked(i);
    }
    assertThat(subscription.state()).isEqualTo(Subscription.State.DEAF);
    assertThat(subscription.dueNanos()).isEqualTo(Subscription.MOST_ASKS - 1 + TRUST);

    assertThat(subscription.asked(99).state()).isEqualTo(Subscription.State.DEAF);
    assertThat(subscription.acknowledged(100).hears()).isTrue();
  }

  @Test
  void aSubscriptionThatWasLostInAHealthCheckIsDeafToo() {
    var subscription = Subscription.begun(0).acknowledged(0);
    for (int i = 0; i < Subscription.MOST_ASKS; i++) {
      subscription = subscription.asked(i);
    }
    assertThat(subscription.hears()).isFalse();
  }
}
