package io.runfabric.console.backend.kinds;

import io.runfabric.console.backend.BackendException;
import io.runfabric.console.backend.aws.AwsAccess;
import io.runfabric.console.backend.azblob.AzblobAccess;
import io.runfabric.console.backend.azblob.AzblobDocumentStore;
import io.runfabric.console.backend.gcs.GcsAccess;
import io.runfabric.console.backend.gcs.GcsDocumentStore;
import io.runfabric.console.config.Project;

/// Opens the buckets of a project's configuration. Nothing is asked of them yet.
record Buckets(Project project) {

  AwsAccess aws(String region) {
    return new AwsAccess(project.environment(), region);
  }

  GcsDocumentStore gcs(String bucket, String prefix) throws BackendException {
    GcsAccess access = new GcsAccess(project.environment(), project.folder());
    return GcsDocumentStore.open(access, bucket, prefix);
  }

  AzblobDocumentStore azblob(String container, String prefix) throws BackendException {
    return AzblobDocumentStore.open(new AzblobAccess(project.environment()), container, prefix);
  }
}
