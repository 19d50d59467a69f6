/// What S3 and DynamoDB share: credentials, region, endpoint, time-outs and retries of the AWS SDK,
/// and its failures in the words of the backend room. Start reading at
/// [io.runfabric.console.backend.aws.AwsAccess].
@NullMarked
package io.runfabric.console.backend.aws;

import org.jspecify.annotations.NullMarked;
