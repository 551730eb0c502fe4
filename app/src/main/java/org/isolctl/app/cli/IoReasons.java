package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Says in words what the JDK says in class names.
final class IoReasons {
  private IoReasons() {}

  /// The file and what is wrong with it, without a full stop.
  static String of(IOException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e) {
      case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case NotDirectoryException file -> file.getFile() + ": not a folder";
      case FileAlreadyExistsException there -> there.getFile() + ": is there already";
      case FileSystemException other when other.getReason() == null ->
          other.getFile() + ": the system does not say why";
      default -> message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    };
  }
}
