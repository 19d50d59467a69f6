/// Documents as objects of an S3 bucket, or of a bucket of anything that speaks S3. Start reading
/// at [io.runfabric.console.backend.s3.S3DocumentStore].
@NullMarked
package io.runfabric.console.backend.s3;

import org.jspecify.annotations.NullMarked;
