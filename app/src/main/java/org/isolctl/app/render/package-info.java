/// The forms of an answer: text for people, JSON for programs, each a function of the model's
/// records.
@NullMarked
package org.isolctl.app.render;

import org.jspecify.annotations.NullMarked;
