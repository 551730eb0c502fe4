/// What was read from a machine: live, captured or a lab guest, always in the same records.
///
/// Every leaf is a {@link org.isolctl.model.facts.Reading}: nothing here is ever a default.
@NullMarked
package org.isolctl.model.facts;

import org.jspecify.annotations.NullMarked;
