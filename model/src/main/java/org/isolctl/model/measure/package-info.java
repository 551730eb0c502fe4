/// What a booted kernel was seen to do with its boot line, held against what was predicted.
@NullMarked
package org.isolctl.model.measure;

import org.jspecify.annotations.NullMarked;
