package io.runfabric.console.provider;

/// Something that a receipt says is in the cloud.
///
/// @param kind for people, in the provider's word: `function`, `function URL`, `namespace`
/// @param name what the provider calls it by, such as `shop-prod-api`
/// @param function the function of `runfabric.yml` it is; empty for what is of no single one
/// @param path where the receipt speaks of it: `functions[api]`, `outputs.url`
public record Resource(String kind, String name, String function, String path) {}
