package org.isolctl.host.act;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;

/// What was changed on this machine since it booted, written down before each change: readable
/// text, one line for each step.
///
/// Only what is about to be done must be on the disk before anything else happens. What came of it
/// is written, and so outlives the process, but goes to the disk with the next change: a machine
/// that goes down takes its changes with it, and a journal of an earlier boot is void.
///
/// While it is open it is locked against every other process. The file is made with the first
/// change; a journal of an earlier boot, and one of which everything was taken back, makes way for
/// a new one under the name `journal.old`.
public final class Journal implements AutoCloseable {
  /// Where it lies unless the user says otherwise: a folder that a reboot empties, like the
  /// changes.
  public static final Path DEFAULT_FOLDER = Path.of("/run/isolctl");

  private static final String FILE = "journal";
  private static final String OLD = "journal.old";

  private final Path folder;
  private final String bootId;
  private final JournalLock lock;
  private final JournalText known;
  private Optional<FileChannel> channel = Optional.empty();

  private Journal(Path folder, String bootId, JournalLock lock, JournalText known) {
    this.folder = folder;
    this.bootId = bootId;
    this.lock = lock;
    this.known = known;
  }

  /// Opens the journal of a folder, which is made where it is not there.
  ///
  /// @param bootId of the running kernel
  /// @throws JournalException when another process has it open, or when it makes no sense
  /// @throws IOException when the folder cannot be used
  public static Journal open(Path folder, String bootId) throws IOException {
    Files.createDirectories(folder);
    var lock = JournalLock.take(folder);
    try {
      var file = folder.resolve(FILE);
      var text =
          Files.exists(file, LinkOption.NOFOLLOW_LINKS)
              ? JournalText.read(file)
              : JournalText.none(bootId);
      return new Journal(folder, bootId, lock, text);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// The file, whether it is there yet or not.
  public Path file() {
    return folder.resolve(FILE);
  }

  /// The changes of this boot that may have to be taken back, oldest first.
  public List<Entry> standing() {
    return ofThisBoot() ? known.entries().stream().filter(Entry::stands).toList() : List.of();
  }

  /// Whether a partition may have come, or gone again, in this boot: masks were reset with it.
  boolean namesPartition() {
    return ofThisBoot()
        && known.entries().stream()
            .anyMatch(entry ->
                entry.state() != Entry.State.NOT_MADE
                    && entry.change().target() instanceof Target.OfPartition);
  }

  /// How many changes an earlier boot left in it: the reboot took them back.
  public int voided() {
    return ofThisBoot() ? 0 : (int) known.entries().stream().filter(Entry::stands).count();
  }

  /// Writes down changes that are about to be made, and sees them onto the disk all at once.
  ///
  /// @param changes at least one
  /// @return their numbers, in the order of the changes
  List<Entry> intend(List<Change> changes) throws IOException {
    if (channel.isEmpty() && (!ofThisBoot() || standing().isEmpty())) {
      startAnew();
    }
    var lines = new ArrayList<JournalLine>();
    for (Change change : changes) {
      lines.add(new JournalLine.Intent(known.lastNumber() + 1 + lines.size(), change));
    }
    var entries = note(lines);
    opened().force(true);
    return entries;
  }

  /// Writes down what came of changes. It need not be on the disk: what was about to be done is.
  List<Entry> note(List<JournalLine> lines) throws IOException {
    if (lines.isEmpty()) {
      return List.of();
    }
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line.print()).append('\n'));
    write(opened(), text.toString());
    return lines.stream().map(known::add).toList();
  }

  private boolean ofThisBoot() {
    return known.bootId().equals(bootId);
  }

  private void startAnew() throws IOException {
    if (Files.exists(file(), LinkOption.NOFOLLOW_LINKS)) {
      Files.move(file(), folder.resolve(OLD), StandardCopyOption.REPLACE_EXISTING);
    }
    known.clear(bootId);
    var made =
        FileChannel.open(
            file(),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);
    channel = Optional.of(made);
    write(made, JournalText.header(bootId));
    made.force(true);
    syncFolder();
  }

  private FileChannel opened() throws IOException {
    return channel.isPresent() ? channel.get() : append();
  }

  private FileChannel append() throws IOException {
    var opened = FileChannel.open(file(), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    channel = Optional.of(opened);
    // A line that a crash cut off must not grow together with the next.
    opened.truncate(known.wholeBytes());
    opened.position(known.wholeBytes());
    return opened;
  }

  private static void write(FileChannel channel, String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void syncFolder() throws IOException {
    try (var opened = FileChannel.open(folder, StandardOpenOption.READ)) {
      opened.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (channel.isPresent()) {
        try (var closing = channel.get()) {
          closing.force(true);
        }
      }
    } finally {
      lock.close();
    }
  }
}
