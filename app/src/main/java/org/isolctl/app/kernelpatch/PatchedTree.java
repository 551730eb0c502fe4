package org.isolctl.app.kernelpatch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.kernelpatch.Place;
import org.isolctl.model.kernelpatch.SemanticPatch;

/// What a tree becomes, all places changed as they should be; not written yet.
public final class PatchedTree {
  private final KernelTree tree;
  private final List<SemanticPatch> patches;
  private final List<Place> places;
  private final Map<String, String> before;
  private final Map<String, String> after;
  private final String diff;

  PatchedTree(
      KernelTree tree,
      List<SemanticPatch> patches,
      List<Place> places,
      Map<String, String> before,
      Map<String, String> after,
      String diff) {
    this.tree = tree;
    this.patches = List.copyOf(patches);
    this.places = List.copyOf(places);
    this.before = Map.copyOf(before);
    this.after = Map.copyOf(after);
    this.diff = diff;
  }

  public KernelVersion version() {
    return tree.version();
  }

  /// The patches that the tree did not have yet.
  public List<SemanticPatch> patches() {
    return patches;
  }

  public List<Place> places() {
    return places;
  }

  /// The differences as a patch for `patch -p1`.
  public String diff() {
    return new String(diff.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /// Writes the changes into the tree, all or none.
  public void write() throws PatchException {
    tree.replace(before, after);
  }
}
