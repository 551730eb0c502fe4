package org.isolctl.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.predict.PredictionInput;
import org.isolctl.model.predict.Predictor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Predictions a second on one thread, the boot line read anew each time. Run it by bench/predict.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PredictBenchmark {
  private static final List<String> LINES =
      List.of(
          "quiet",
          "isolcpus=2,3 quiet",
          "nohz_full=2-3 isolcpus=nohz,domain,2-3 foo",
          "BOOT_IMAGE=/vmlinuz root=/dev/sda1 ro quiet isolcpus=managed_irq,domain,2-3"
              + " nohz_full=2-3 rcu_nocbs=2-3 irqaffinity=0-1 skew_tick=1");

  /// The kernels, one of each era that has rules of its own.
  @Param({"3.10.0", "5.10.223", "6.12.117", "7.0.13"})
  public String kernel = "";

  private int next;

  /// One prediction, of the next line.
  @Benchmark
  public Prediction predict() {
    next = (next + 1) % LINES.size();
    return Predictor.predict(PredictionInput.of(KernelVersion.parse(kernel), 4, LINES.get(next)));
  }
}
