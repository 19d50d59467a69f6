/// Kubernetes: namespaces, Deployments, Knative services and ingresses, reached as kubectl reaches
/// them. Start reading at [Kubernetes]; what a kubeconfig says is read by [Kubeconfig].
@NullMarked
package io.runfabric.console.provider.kubernetes;

import org.jspecify.annotations.NullMarked;
