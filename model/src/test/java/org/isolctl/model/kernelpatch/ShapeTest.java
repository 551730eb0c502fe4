package org.isolctl.model.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void blanksAndLineBreaksDoNotMatter() {
    assertThat(Shape.of("move(a, b);").countIn("\tmove(a,\n\t     b) ;\n")).isEqualTo(1);
  }

  @Test
  void theSignForAnythingStaysWithinOneStatement() {
    Shape shape = Shape.of("move(@, mask);");
    assertThat(shape.countIn("move(current, mask); move(a->task, mask);")).isEqualTo(2);
    assertThat(shape.countIn("move(current, other); use(a, mask);")).isZero();
  }

  @Test
  void everythingElseIsTakenLiterally() {
    assertThat(Shape.of("f(*p)").countIn("f(p) ff(*p)")).isEqualTo(1);
  }
}
