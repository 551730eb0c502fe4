package org.isolctl.app.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// The note as a file of one line, `BOOT-ID FROM TO`, in a folder that a reboot empties.
///
/// @param bootId of the running kernel: a note of an earlier boot says nothing
record KthreaddFile(Path file, String bootId, Diary diary) implements KthreaddNote {
  @Override
  public Optional<Standing> read() {
    try {
      String[] words = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
      return words.length == 3 && words[0].equals(bootId)
          ? Optional.of(new Standing(CpuSet.parseList(words[1]), CpuSet.parseList(words[2])))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      diary.tell(new Happening.Trouble("cannot use the note " + file + ": " + e.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public void write(CpuSet from, CpuSet to) {
    var first = read().map(Standing::from).orElse(from);
    var line = bootId + " " + first + " " + to + "\n";
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      var fresh = file.resolveSibling(file.getFileName() + ".new");
      try (var channel =
          FileChannel.open(
              fresh,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      diary.tell(
          new Happening.Trouble(
              "cannot write " + file + ", so kthreadd will not be put back after a kill: " + e));
    }
  }

  @Override
  public void clear() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      diary.tell(new Happening.Trouble("cannot delete " + file + ": " + e));
    }
  }
}
