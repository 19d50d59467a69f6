/// AWS Lambda, with its function URLs and HTTP APIs. Start reading at [AwsLambda].
@NullMarked
package io.runfabric.console.provider.aws;

import org.jspecify.annotations.NullMarked;
