package io.runfabric.console.house.broken.ui.page;

import io.runfabric.console.house.broken.ui.shell.Context;

/// A page that knows the frame that shows it: the circle the rule must find.
public record Page(Context context) {}
