package cn.siyu.adapter.wecomsimulator.front;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what comes on one connection into exchanges. Nothing is read before somebody wants it.
final class ExchangeHandler extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeHandler.class);
    private final Executor threads;
    private final Consumer<Exchange> serve;
    private final Queue<Object> waiting = new ArrayDeque<>();
    private @Nullable IncomingBody body;

    ExchangeHandler(Executor threads, Consumer<Exchange> serve) {
        this.threads = threads;
        this.serve = serve;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        context.read();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        waiting.add(message);
        deliver(context);
    }

    /// A request waits until the one before it is answered; pieces of a body go to the request they
    /// belong to.
    private void deliver(ChannelHandlerContext context) {
        while (waiting.peek() instanceof HttpContent || (body == null && !waiting.isEmpty())) {
            var message = waiting.remove();
            if (message instanceof HttpContent piece && body != null) {
                body.add(piece);
            } else if (message instanceof HttpRequest request) {
                begin(context, request);
            } else {
                ReferenceCountUtil.release(message);
            }
        }
    }

    private void begin(ChannelHandlerContext context, HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuse(context);
            return;
        }
        var coming = new IncomingBody(context.channel());
        body = coming;
        threads.execute(() -> {
            serve.accept(new Exchange(context.channel(), request, coming));
            try {
                context.executor().execute(() -> next(context));
            } catch (RejectedExecutionException e) {
                LOG.debug("the front was closed meanwhile", e);
            }
        });
    }

    private void next(ChannelHandlerContext context) {
        body = null;
        if (waiting.isEmpty()) {
            context.read();
        } else {
            deliver(context);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (body != null) {
            body.breakOff();
        }
        waiting.forEach(ReferenceCountUtil::release);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        LOG.debug("a connection broke", cause);
        var _ = context.close();
    }

    /// What is no HTTP is answered as the platform's nginx does.
    private static void refuse(ChannelHandlerContext context) {
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
        answer.headers().set("Server", "nginx").set(HttpHeaderNames.CONTENT_LENGTH, 0);
        var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
