package dev.parley.contract;

import dev.parley.serializer.ValueException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not come to a result, for whatever reason but an exception that its method declares. Control characters of
 * its message, which a peer may have chosen, are escaped.
 *
 * <table>
 * <caption>When each comes, and whether the call may have run</caption>
 * <tr><th>exception</th><th>when</th><th>the call may have run</th></tr>
 * <tr><td>{@link RpcRequestException}</td><td>the request is beyond a limit</td><td>no</td></tr>
 * <tr><td>{@link RpcBlockingException}</td><td>the thread must not block</td><td>no, if the call itself blocks</td></tr>
 * <tr><td>{@link RpcErrorException}</td><td>the peer answered with an error</td><td>see
 *     {@link dev.parley.message.ErrorCode#of ErrorCode}, which also says whether to retry</td></tr>
 * <tr><td>{@link RpcTimeoutException}</td><td>no answer came in time</td><td>yes</td></tr>
 * <tr><td>{@link RpcConnectionException}</td><td>the connection ended before the answer</td><td>yes</td></tr>
 * <tr><td>{@link RpcProtocolException}</td><td>the answer can't be read</td><td>yes</td></tr>
 * <tr><td>{@link RpcInterruptedException}</td><td>the waiting thread was interrupted</td><td>yes; it was cancelled</td></tr>
 * </table>
 *
 * <p>A call that may have run is safe to send again only if calling twice does no more than calling once. An argument that
 * can't be written is an {@link IllegalArgumentException} or a {@link NullPointerException}, and nothing was sent.
 */
public abstract class RpcException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    RpcException(String message, @Nullable Throwable cause) {
        super(ValueException.printable(message), cause);
    }
}
