package io.runfabric.console.provider;

/// What a look found.
public sealed interface Seen permits Gone, There {}
