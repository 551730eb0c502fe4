package org.isolctl.app.render;

/// What text is laid out for.
///
/// @param width columns, at least 40
/// @param colours whether escape sequences may colour it
/// @param utf8 whether more than ASCII can be shown
public record Paper(int width, boolean colours, boolean utf8) {}
