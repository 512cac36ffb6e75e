/**
 * The gRPC server of a service, and channels to other services by their names. Errors are translated here, so that
 * services just throw; what they serve is not known here.
 */
package com.movieexample.runtime.grpc;
