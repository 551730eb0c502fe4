package org.isolctl.lab.kernel;

import java.nio.file.Path;

/// A kernel that can be booted.
///
/// @param release as `uname -r` says in the guest, for instance `6.12.117+deb12-cloud-amd64`
/// @param image the bzImage
public record Kernel(String release, Path image) {}
