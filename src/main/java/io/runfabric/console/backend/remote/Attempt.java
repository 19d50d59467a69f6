package io.runfabric.console.backend.remote;

/// What is tried, for the error should it fail.
///
/// @param doing such as `list s3://state/prod/ (us-east-1)`
/// @param permission what it takes in the words of the vendor, such as `s3:ListBucket`
/// @param missing what to do when the bucket or table does not exist
public record Attempt(String doing, String permission, String missing) {}
