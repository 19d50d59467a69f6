package io.runfabric.console.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/// What one deploy of one service, stage and provider left behind (engine 1).
///
/// @param schemaVersion 1 or 2
/// @param lifecycle `in_progress`, `applied` or `failed`; version 1 is read as `applied`
/// @param details free-form, as stored
public record StateRecord(
    int schemaVersion,
    String provider,
    String service,
    String stage,
    String updatedAt,
    String lifecycle,
    String endpoint,
    Map<String, String> resourceAddresses,
    Map<String, String> workflowAddresses,
    Map<String, String> secretReferences,
    ObjectNode details) {}
