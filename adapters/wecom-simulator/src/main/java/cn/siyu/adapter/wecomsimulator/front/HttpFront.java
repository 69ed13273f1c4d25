package cn.siyu.adapter.wecomsimulator.front;

import cn.siyu.adapter.wecomsimulator.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerExpectContinueHandler;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The HTTP server: one virtual thread per call, and the calls of one connection one after the
/// other.
public final class HttpFront implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
    private static final int LONGEST_LINE = 1 << 16;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Route platform;
    private final Route control;

    /// Handles the calls below one path prefix.
    @FunctionalInterface
    public interface Route {
        /// Answers an exchange, or ends it unanswered.
        void serve(Exchange exchange) throws IOException;
    }

    private HttpFront(Route platform, Route control) {
        this.platform = platform;
        this.control = control;
    }

    /// Binds a port and serves.
    /// @param platform the calls under `/cgi-bin/`
    /// @param control the calls under `/simulator`
    /// @throws UncheckedIOException when the port is taken
    public static HttpFront start(InetSocketAddress address, Route platform, Route control) {
        var front = new HttpFront(platform, control);
        var bound = new ServerBootstrap()
                .group(front.loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.AUTO_READ, false)
                .childHandler(front.connections())
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            front.close();
            throw new UncheckedIOException(
                    "cannot serve at " + address, new IOException(bound.cause().getMessage(), bound.cause()));
        }
        front.open.add(bound.channel());
        return front;
    }

    public int port() {
        return open.stream()
                .filter(NioServerSocketChannel.class::isInstance)
                .map(channel -> ((InetSocketAddress) channel.localAddress()).getPort())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        open.close().awaitUninterruptibly();
        threads.shutdownNow();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private ChannelInitializer<Channel> connections() {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel connection) {
                open.add(connection);
                connection
                        .pipeline()
                        .addLast(new HttpServerCodec(LONGEST_LINE, LONGEST_LINE, LONGEST_LINE))
                        .addLast(new HttpServerKeepAliveHandler())
                        .addLast(new HttpServerExpectContinueHandler())
                        .addLast(new ExchangeHandler(threads, HttpFront.this::serve));
            }
        };
    }

    private void serve(Exchange exchange) {
        try (exchange) {
            route(exchange.path()).serve(exchange);
        } catch (IOException e) {
            LOG.debug("a caller of {} went away", exchange.path(), e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", exchange.path(), e);
        }
    }

    private Route route(String path) {
        if (path.startsWith("/cgi-bin/")) {
            return platform;
        }
        return path.startsWith("/simulator") ? control : HttpFront::notFound;
    }

    static void notFound(Exchange exchange) throws IOException {
        exchange.set("Server", "nginx");
        exchange.answer(404);
    }

    /// The query's pairs, decoded; empty pairs are passed over, of a name given twice the first
    /// counts. What cannot be decoded stays as it was written.
    public static ObjectNode query(String raw) {
        var pairs = Json.object();
        for (var pair : raw.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                var name = Exchange.decoded(pair.substring(0, equals));
                if (!pairs.has(name)) {
                    pairs.put(name, Exchange.decoded(pair.substring(equals + 1)));
                }
            }
        }
        return pairs;
    }
}
