/** {@code ./marquee grpc}: a small client for the gRPC services of {@code api}, and connections for other commands. */
package com.movieexample.launcher.grpc;
