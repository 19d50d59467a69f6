/// Azure Functions, asked through Azure Resource Manager. Start reading at [AzureFunctions].
@NullMarked
package io.runfabric.console.provider.azure;

import org.jspecify.annotations.NullMarked;
