package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IoReasonsTest {
  @Test
  void noReasonIsTheNameOfAClass() {
    var errors =
        List.<IOException>of(
            new NoSuchFileException("/x"),
            new AccessDeniedException("/x"),
            new NotDirectoryException("/x"),
            new FileAlreadyExistsException("/x"),
            new FileSystemException("/x"),
            new FileSystemException("/x", null, "No space left on device"));

    assertThat(errors)
        .extracting(IoReasons::of)
        .allSatisfy(reason -> assertThat(reason).startsWith("/x: ").doesNotContain("Exception"))
        .doesNotHaveDuplicates();
  }
}
