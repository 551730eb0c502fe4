package org.isolctl.app.guard;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isolctl.host.Host;
import org.isolctl.host.act.LiveMachine;
import org.isolctl.host.kthreads.KernelThreads;
import org.isolctl.host.netlink.DescriptorWait;
import org.isolctl.host.netlink.NoConnectorException;
import org.isolctl.host.netlink.ProcConnector;
import org.isolctl.host.notify.NotifySocket;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.guard.Standing;
import org.isolctl.model.policy.Policy;

/// Puts the agents together on the running machine and runs them.
public final class Guard {
  private final GuardSettings settings;
  private final PolicySource source;
  private final Map<String, String> environment;
  private final String version;
  private final Diary diary;

  private final Clock clock = System::nanoTime;
  private final Instant since = Instant.now();
  private final KernelThreads kernel;
  private final Threads threads;
  private final Counts counts = new Counts();

  private Guard(
      GuardSettings settings,
      PolicySource source,
      Map<String, String> environment,
      String version,
      KernelThreads kernel,
      Threads threads,
      Diary diary) {
    this.kernel = kernel;
    this.threads = threads;
    this.settings = settings;
    this.source = source;
    this.environment = environment;
    this.version = version;
    this.diary = diary;
  }

  /// A guard of this machine that has not begun.
  ///
  /// @param environment of the process: systemd tells there whom to notify
  /// @param version of isolctl
  /// @param log where the log goes
  /// @param json whether the log is for programs
  public static Guard of(
      GuardSettings settings,
      PolicySource source,
      Map<String, String> environment,
      String version,
      PrintStream log,
      boolean json) {
    var kernel = new KernelThreads();
    return new Guard(
        settings,
        source,
        environment,
        version,
        kernel,
        new LiveThreads(kernel),
        new LogDiary(log, json, Instant::now, System::nanoTime));
  }

  /// Does all that a guard does, once, on a machine without kernel threads, and ends: what a run
  /// loads can be archived so. It listens and answers, but looks at no thread and sets no mask but
  /// its own.
  ///
  /// @param folder for its socket and its note
  /// @throws PolicyTroubleException when the policy makes no sense
  /// @throws IOException when it cannot begin
  public static void rehearse(Path folder, PolicySource source, String version, PrintStream log)
      throws PolicyTroubleException, IOException {
    var kernel = new KernelThreads();
    var settings =
        new GuardSettings(
            GuardSettings.SCAN_PERIOD,
            GuardSettings.BUFFER_BYTES,
            false,
            Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
            folder.resolve("socket"),
            folder.resolve("kthreadd"),
            folder);
    new Guard(
            settings,
            new UngovernedPolicy(source),
            Map.of(),
            version,
            kernel,
            new NoThreads(kernel),
            new LogDiary(log, true, Instant::now, System::nanoTime))
        .run(loop -> {
          loop.step();
          loop.step();
          StatusClient.ask(settings.socket(), "text");
        });
  }

  /// Scans and mends once, waits until every thread that was set has settled, and ends.
  ///
  /// @return whether every movable thread is off the isolated CPUs, the policy's exceptions aside
  /// @throws PolicyTroubleException when the policy makes no sense
  public boolean once() throws PolicyTroubleException, InterruptedException {
    var policy = source.read();
    var view = new LiveIsolation(Host.live(), kernel, clock);
    var keeper = keeper(policy, view);
    keeper.scan(Set.of(ScanReason.START));
    settings(keeper, clock).step();
    while (keeper.isUnsettled()) {
      long nanos = Math.max(1, keeper.dueNanos() - clock.nanos());
      Thread.sleep(Duration.ofNanos(nanos));
      keeper.step();
    }
    return keeper.watched().stream()
        .noneMatch(it -> it.standing() == Standing.CONTESTED || it.standing() == Standing.REFUSED);
  }

  private ThreadKeeper keeper(Policy policy, IsolationView view) {
    return new ThreadKeeper(
        threads, PolicyAgent.guardPolicy(policy, view), note(), counts, diary, clock);
  }

  private SettingsAgent settings(ThreadKeeper keeper, Clock time) {
    var machine = new LiveMachine(Optional.empty());
    return new SettingsAgent(
        new LiveSettings(Host.live(), machine, settings.journal()),
        keeper::policy,
        settings.scanPeriod(),
        counts,
        diary,
        time);
  }

  private KthreaddNote note() {
    var boot = kernel.text("/proc/sys/kernel/random/boot_id").toOptional().orElse("unknown");
    return new KthreaddFile(settings.note(), boot, diary);
  }

  /// Guards until a signal ends it.
  ///
  /// @throws PolicyTroubleException when the policy makes no sense
  /// @throws IOException when it cannot begin
  public void run() throws PolicyTroubleException, IOException {
    run(GuardLoop::run);
  }

  /// What is done with the loop once all stands.
  @FunctionalInterface
  private interface Course {
    void take(GuardLoop loop) throws IOException;
  }

  private void run(Course course) throws PolicyTroubleException, IOException {
    var policy = source.read();
    var view = new LiveIsolation(Host.live(), kernel, clock);
    var keeper = keeper(policy, view);
    var own =
        new OwnThreads(
            threads,
            kernel::ofThisProcess,
            () -> keeper.policy().isolated(),
            view::online,
            diary,
            clock);
    own.step();
    var connector = connector();
    try (var manager = Supervision.of(environment);
        var wait = new DescriptorWait(descriptors(connector))) {
      connector.ifPresent(it -> it.rehearse(Rehearsal.LOOPS));
      Rehearsal.run(
          threads,
          keeper.policy().isolated(),
          view.online(),
          List.of(() -> wait.await(0), view::fingerprint, own::step));
      new Precedence(kernel::ofThisProcess, threads, diary).take();
      run(course, policy, view, keeper, own, connector, manager, wait);
    } finally {
      connector.ifPresent(ProcConnector::close);
    }
  }

  private Optional<ProcConnector> connector() {
    try {
      return Optional.of(ProcConnector.open(ProcConnector.KTHREADD, settings.bufferBytes()));
    } catch (NoConnectorException e) {
      diary.tell(new Happening.Deaf(String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private static int[] descriptors(Optional<ProcConnector> connector) {
    return connector.stream().mapToInt(ProcConnector::descriptor).toArray();
  }

  private void run(
      Course course,
      Policy policy,
      IsolationView view,
      ThreadKeeper keeper,
      OwnThreads own,
      Optional<ProcConnector> connector,
      Supervision manager,
      DescriptorWait wait)
      throws IOException {
    var tick = new Tick(clock);
    var scans = new ScanAgent(keeper, settings.scanPeriod(), tick);
    var events =
        connector.map(
            it -> new EventAgent(it, it.bufferBytes(), keeper, scans, counts, diary, tick));
    var policies = new PolicyAgent(source, policy, view, keeper, scans, diary, tick);
    var publish =
        new PublishAgent(
            () ->
                new Snapshot(
                    keeper.policy().isolated(),
                    events.map(EventAgent::hears).orElse(false),
                    keeper.watched()),
            tick);
    if (events.isEmpty()) {
      scans.ask(ScanReason.START);
    }
    var agents = new ArrayList<Agent>();
    events.ifPresent(agents::add);
    agents.addAll(List.of(keeper, tick, scans, own, policies, settings(keeper, tick), publish));
    agents.add(
        new ReadyAgent(
            counts,
            () -> {
              publish.publish();
              manager.tell("READY=1");
              diary.tell(new Happening.Phase("ready"));
            }));
    NotifySocket.watchdog(environment)
        .ifPresent(period ->
            agents.add(new WatchdogAgent(period, () -> manager.tell("WATCHDOG=1"), tick)));
    var loop = new GuardLoop(agents, new WaitPause(wait), clock);
    Signals.handle(
        loop::stop,
        () -> {
          policies.reload();
          loop.nudge();
        });
    try (var answers = new Answers(settings, () -> status(publish), diary)) {
      answers.start();
      course.take(loop);
    }
    manager.tell("STOPPING=1");
    if (!settings.leave()) {
      new Kthreadd(threads, note(), diary).putBack();
    }
    diary.tell(new Happening.Phase("stopped"));
  }

  private Status status(PublishAgent publish) {
    return new Status(
        version,
        ProcessHandle.current().pid(),
        since,
        publish.published(),
        counts.counters(),
        counts.refusals(),
        counts.reactions());
  }
}
