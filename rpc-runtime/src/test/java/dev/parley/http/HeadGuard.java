package dev.parley.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses requests by their head, before anything of the body is kept. */
final class HeadGuard {
    private final String path;
    private final HttpSettings settings;

    HeadGuard(String path, HttpSettings settings) {
        this.path = path;
        this.settings = settings;
    }

    /** The status that refuses a request; null when it may go on. */
    @Nullable
    HttpResponseStatus refusal(HttpRequest request) {
        HttpHeaders headers = request.headers();
        if (request.protocolVersion().majorVersion() != 1) {
            return HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED;
        }
        int hosts = headers.getAll(HttpHeaderNames.HOST).size();
        if (hosts > 1 || hosts == 0 && !request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            return HttpResponseStatus.BAD_REQUEST;
        }
        if (!request.uri().split("\\?", 2)[0].equals(path)) {
            return HttpResponseStatus.NOT_FOUND;
        }
        if (!request.method().equals(HttpMethod.POST)) {
            return HttpResponseStatus.METHOD_NOT_ALLOWED;
        }
        return bodyRefusal(headers);
    }

    private @Nullable HttpResponseStatus bodyRefusal(HttpHeaders headers) {
        String coding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            return HttpResponseStatus.NOT_IMPLEMENTED;
        }
        String type = type(headers);
        // A browser's request without a type needs no preflight, so that any page could send it.
        boolean known = type == null
                ? !headers.contains(HttpHeaderNames.ORIGIN)
                : settings.types().contains(type);
        if (!known || headers.contains(HttpHeaderNames.CONTENT_ENCODING)) {
            return HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE;
        }
        String expect = headers.get(HttpHeaderNames.EXPECT);
        return expect == null || HttpHeaderValues.CONTINUE.contentEqualsIgnoreCase(expect)
                ? null
                : HttpResponseStatus.EXPECTATION_FAILED;
    }

    /** The media type without its parameters; null when none was sent. */
    static @Nullable String type(HttpHeaders headers) {
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return type == null ? null : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
