/// One reader for each part of {@link org.isolctl.model.facts.MachineFacts}, and the parsers of the
/// texts.
@NullMarked
package org.isolctl.host.machine;

import org.jspecify.annotations.NullMarked;
