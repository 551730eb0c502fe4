package org.isolctl.app.kernelpatch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isolctl.app.kernelpatch.PatchException.Kind;
import org.isolctl.model.kernelpatch.PatchOutcome;
import org.isolctl.model.kernelpatch.Place;
import org.isolctl.model.kernelpatch.Places;
import org.isolctl.model.kernelpatch.SemanticPatch;
import org.isolctl.model.kernelpatch.TreeFile;

/// Tries semantic patches on a tree.
public final class Patcher {
  private final Tool spatch;
  private final Tool diff;

  private Patcher(Tool spatch, Tool diff) {
    this.spatch = spatch;
    this.diff = diff;
  }

  /// Looks for the programs that it needs.
  ///
  /// @param environment the process's environment variables
  public static Patcher of(Map<String, String> environment) throws PatchException {
    Tool spatch =
        Tool.find("spatch", environment)
            .orElseThrow(() ->
                new PatchException(
                    Kind.MEANS,
                    "needs spatch, the program of Coccinelle, and there is none on PATH. Install"
                        + " it: apt-get install coccinelle (Debian, Ubuntu), dnf install"
                        + " coccinelle (Fedora), zypper install coccinelle (openSUSE)."));
    Tool diff =
        Tool.find("diff", environment)
            .orElseThrow(() ->
                new PatchException(
                    Kind.MEANS, "needs diff, and there is none on PATH: install diffutils."));
    return new Patcher(spatch, diff);
  }

  /// Patches a copy of the tree's files and judges the outcome. The tree itself stays as it is.
  ///
  /// @param more whether {@link SemanticPatch#MORE} is wanted too
  public PatchedTree attempt(Path top, boolean more) throws PatchException {
    KernelTree tree = KernelTree.open(top);
    Request.check(tree.version(), more);
    try (Scratch scratch = Scratch.create()) {
      return attempt(tree, more, scratch);
    } catch (IOException e) {
      throw new PatchException(
          Kind.MEANS, "cannot work in the folder for temporary files: " + e.getMessage(), e);
    }
  }

  private PatchedTree attempt(KernelTree tree, boolean more, Scratch scratch)
      throws PatchException, IOException {
    List<SemanticPatch> wanted = Presence.lacking(tree, more);
    var before = new TreeMap<String, String>();
    var after = new TreeMap<String, String>();
    var places = new ArrayList<Place>();
    var patch = new StringBuilder();
    for (SemanticPatch one : wanted) {
      Map<String, String> old = tree.read(one.files());
      scratch.fill(old);
      apply(one, old, scratch);
      Map<String, String> fresh = scratch.read(old.keySet());
      List<Place> expected = Places.of(one, tree.version(), tree.has(TreeFile.ISOLATION_C));
      switch (PatchOutcome.of(expected, old, fresh)) {
        case PatchOutcome.Whole whole -> places.addAll(whole.places());
        case PatchOutcome.Partial partial ->
            throw new PatchException(Kind.MISFIT, MisfitText.of(tree, one, partial.misfits()));
      }
      fresh.values().removeAll(old.values());
      old.keySet().retainAll(fresh.keySet());
      patch.append(differences(old, fresh, scratch));
      before.putAll(old);
      after.putAll(fresh);
    }
    return new PatchedTree(tree, wanted, places, before, after, patch.toString());
  }

  /// Coccinelle compares file names with the semantic patch as they stand on its command line, so
  /// it must run at the top of the tree.
  private void apply(SemanticPatch patch, Map<String, String> files, Scratch scratch)
      throws PatchException, IOException {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("--sp-file", scratch.unpack(patch).toString()));
    arguments.addAll(List.of("--very-quiet", "--no-includes", "--in-place"));
    arguments.addAll(files.keySet());
    Tool.Result result = spatch.run(scratch.tree(), scratch.path(), arguments);
    if (result.code() != 0) {
      throw new PatchException(
          Kind.MEANS,
          "spatch ended with code %d; the tree is as it was.\n%s"
              .formatted(result.code(), result.lastWords()));
    }
  }

  private String differences(Map<String, String> old, Map<String, String> fresh, Scratch scratch)
      throws PatchException, IOException {
    var text = new StringBuilder();
    Path originals = scratch.path().resolve("original");
    new Scratch(originals).fill(old);
    for (String file : fresh.keySet()) {
      Tool.Result result =
          diff.run(
              scratch.path(),
              scratch.path(),
              List.of(
                  "-u",
                  "-p",
                  "--label=a/" + file,
                  "--label=b/" + file,
                  new Scratch(originals).tree().resolve(file).toString(),
                  scratch.tree().resolve(file).toString()));
      // diff(1): 0 is no difference, 1 some, more is trouble.
      if (result.code() != 1) {
        throw new PatchException(
            Kind.MEANS, "diff ended with code " + result.code() + ". " + result.lastWords());
      }
      text.append(result.out());
    }
    return text.toString();
  }
}
