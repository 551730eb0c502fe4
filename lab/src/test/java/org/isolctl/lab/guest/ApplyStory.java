package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.isolctl.lab.kernel.Kernel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What happened in one guest, from a violated isolation to a mended one and back.
///
/// @param before the masks of everything that can be set, one line each
/// @param plan what was planned
/// @param applied what the first apply did
/// @param mended the audit after it
/// @param later the mask of khugepaged, which was made after it
/// @param again what a second apply did, with khugepaged there
/// @param undone what undo did
/// @param after the masks after that
/// @param undoneAgain what a second undo did
record ApplyStory(
    Kernel kernel,
    Guest guest,
    List<String> before,
    JsonNode plan,
    JsonNode applied,
    JsonNode mended,
    String later,
    JsonNode again,
    JsonNode undone,
    List<String> after,
    JsonNode undoneAgain)
    implements AutoCloseable {
  private static final Duration LONG = Duration.ofMinutes(5);

  static ApplyStory tell(Booted booted) {
    try {
      return tell(booted.kernel(), booted.guest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ApplyStory tell(Kernel kernel, Guest guest) throws IOException {
    guest.run(GuestScripts.STRAYS).orThrow();
    var before = masks(guest);
    var plan = json(guest, "isolctl plan -o /tmp/plan.json --format json", 1);
    var applied = json(guest, "isolctl apply /tmp/plan.json --yes --format json", 0);
    var mended = json(guest, "isolctl audit --format json", 0);
    guest.run(GuestScripts.KHUGEPAGED).orThrow();
    var later =
        guest
            .run("sed -n 's/^Cpus_allowed_list:.//p' /proc/$(pidof khugepaged)/status")
            .orThrow()
            .strip();
    var again = json(guest, "isolctl apply --yes --format json", 0);
    var undone = json(guest, "isolctl undo --yes --format json", 0);
    guest.run("echo never >/sys/kernel/mm/transparent_hugepage/enabled; sleep 1").orThrow();
    var after = masks(guest);
    var undoneAgain = json(guest, "isolctl undo --yes --format json", 0);
    return new ApplyStory(
        kernel, guest, before, plan, applied, mended, later, again, undone, after, undoneAgain);
  }

  static List<String> masks(Guest guest) throws GuestException {
    return guest.run(GuestScripts.MASKS).orThrow().lines().sorted().toList();
  }

  private static JsonNode json(Guest guest, String command, int code) throws GuestException {
    var result = guest.run(command, LONG);
    if (result.code() != code) {
      throw new GuestException(
          "'%s' ended with %d instead of %d: %s%s"
              .formatted(command, result.code(), code, result.err(), result.out()));
    }
    return JsonMapper.shared().readTree(result.out());
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
