package org.isolctl.app.guard;

import org.isolctl.model.policy.Policy;

/// Where the user's policy comes from.
public interface PolicySource {
  /// The policy as it is now.
  ///
  /// @throws PolicyTroubleException when it cannot be read
  Policy read() throws PolicyTroubleException;

  /// What to call it, for instance the name of the file.
  String name();
}
