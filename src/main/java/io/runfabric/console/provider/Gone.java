package io.runfabric.console.provider;

/// The provider says that there is no such thing.
///
/// @param evidence who was asked where, one sentence: `Lambda has no such function in eu-west-1`
public record Gone(String evidence) implements Seen {}
