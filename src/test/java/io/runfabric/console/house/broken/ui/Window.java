package io.runfabric.console.house.broken.ui;

/// A face that another face must not know.
public final class Window {}
