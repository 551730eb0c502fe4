package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.Kernel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A guest and what `isolctl audit --format json` said of it.
record AuditedGuest(Kernel kernel, Guest guest, Result result, JsonNode answer)
    implements AutoCloseable {

  /// Kernel threads by flag (PF_KTHREAD) that may be moved (not PF_NO_SETAFFINITY), by reading the
  /// same files with other means. The name in the stat file may hold blanks and parentheses.
  private static final String MOVABLE_KTHREADS_ON_2_OR_3 =
      """
      for folder in /proc/[0-9]*; do
        stat=$(cat $folder/stat 2>/dev/null) || continue
        set -- ${stat##*) }
        [ $(($7 & 0x04200000)) -eq $((0x00200000)) ] || continue
        mask=$(sed -n 's/^Cpus_allowed:.//p' $folder/status)
        [ $((0x$mask & 0xc)) -eq 0 ] || echo ${folder#/proc/}
      done
      """;

  /// Prepares a guest with a script, then audits it.
  static AuditedGuest audit(Booted booted, String script) {
    try {
      booted.guest().run(script).orThrow();
      Result result = booted.guest().run("isolctl audit --format json");
      return new AuditedGuest(booted.kernel(), booted.guest(), result, parse(result));
    } catch (IOException e) {
      // JUnit closes only what it was given.
      booted.close();
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parse(Result result) throws IOException {
    try {
      return JsonMapper.shared().readTree(result.out());
    } catch (JacksonException e) {
      throw new IOException("isolctl audit did not answer in JSON: " + result, e);
    }
  }

  String text(String property) {
    return answer.path(property).asString();
  }

  Stream<JsonNode> findings(String code) {
    return answer
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("code").asString().equals(code));
  }

  List<JsonNode> findingsOfThread(int tid) {
    return answer
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("subject").path("tid").asInt(-1) == tid)
        .toList();
  }

  Optional<JsonNode> tenant(int tid) {
    return answer
        .path("tenants")
        .valueStream()
        .filter(tenant -> tenant.path("tid").asInt() == tid)
        .findFirst();
  }

  static boolean isMovable(JsonNode finding) {
    return finding.path("movable").asBoolean();
  }

  List<Integer> movableKthreadsThatReachIsolatedCpus() throws GuestException {
    return guest.run(MOVABLE_KTHREADS_ON_2_OR_3).orThrow().lines().map(Integer::valueOf).toList();
  }

  /// The number that a command prints.
  int number(String command) throws GuestException {
    return Integer.parseInt(guest.run(command).orThrow().strip());
  }

  @Override
  public void close() throws IOException {
    guest.close();
  }

  @Override
  public String toString() {
    return kernel.release();
  }
}
