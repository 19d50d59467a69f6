package io.runfabric.console.backend.azblob;

import com.azure.core.credential.TokenCredential;

/// One place where an access token may come from.
///
/// @param name for people, such as `Azure CLI`
/// @param configured whether the environment names it, so that its failure is one
record TokenSource(String name, boolean configured, TokenCredential credential) {}
