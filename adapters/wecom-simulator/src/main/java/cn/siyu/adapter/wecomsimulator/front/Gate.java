package cn.siyu.adapter.wecomsimulator.front;

import cn.siyu.adapter.wecomsimulator.wire.ApiError;
import cn.siyu.adapter.wecomsimulator.wire.Endpoint;
import cn.siyu.adapter.wecomsimulator.wire.Endpoints;
import cn.siyu.adapter.wecomsimulator.wire.Errcode;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.wire.Multipart;
import cn.siyu.adapter.wecomsimulator.wire.Params;
import cn.siyu.adapter.wecomsimulator.wire.Part;
import cn.siyu.adapter.wecomsimulator.wire.RequestBody;
import cn.siyu.adapter.wecomsimulator.world.AppRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.FrequencyLimits;
import cn.siyu.adapter.wecomsimulator.world.World;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The checks that every call goes through, in the platform's order: path, token given, token
/// valid, token not expired, caller's address, frequency, the app's right to call, and only then
/// the parameters.
final class Gate {
    static final String GETTOKEN = "/cgi-bin/gettoken";
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final String LENIENT = "Warning: wrong json format. ";
    /// Answers whose errcode stands at the end.
    private static final Set<String> OWN_FIELDS_FIRST = Set.of("/cgi-bin/getcallbackip", "/cgi-bin/get_api_domain_ip");
    private final World world;
    private final Endpoints endpoints;
    private final TokenDesk tokens;
    private final FrequencyLimits addresses = new FrequencyLimits();
    private final AtomicLong hints = new AtomicLong();

    Gate(World world, Endpoints endpoints) {
        this.world = world;
        this.endpoints = endpoints;
        this.tokens = new TokenDesk(world, addresses);
    }

    /// A request as it came in.
    ///
    /// @param together how many calls of this API by this corp are at work, this one among them
    /// @param writers how many of them are about the same record; 1 where that does not matter
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Asked(
            String method,
            String path,
            ObjectNode query,
            String contentType,
            byte[] body,
            String ip,
            int together,
            int writers) {
        Asked among(int calls, int sameRecord) {
            return new Asked(method, path, query, contentType, body, ip, calls, sameRecord);
        }
    }

    /// The answer's JSON with what its headers need.
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Told(
            int errcode, String errmsg, byte[] body, SequencedSet<String> forgiven, Optional<FileAnswer.Head> file) {
        Told(int errcode, String errmsg, byte[] body, SequencedSet<String> forgiven) {
            this(errcode, errmsg, body, forgiven, Optional.empty());
        }
    }

    boolean knows(String path) {
        return path.equals(GETTOKEN) || endpoints.at(path).isPresent();
    }

    /// The corp that a request concerns, as far as one can tell.
    Optional<Corp> corpOf(Asked asked) {
        return asked.path().equals(GETTOKEN)
                ? world.corp(asked.query().path("corpid").asText(""))
                : world.corpOfToken(asked.query().path("access_token").asText(""));
    }

    Told answer(Asked asked) {
        var endpoint = endpoints.at(asked.path()).orElse(null);
        var fields = Json.object();
        SequencedSet<String> forgiven = new LinkedHashSet<>();
        try {
            var lenient = endpoint == null ? token(asked, fields) : call(endpoint, asked, fields, forgiven);
            if (endpoint != null && endpoint.verb() == Endpoint.Verb.DOWNLOAD) {
                return download(fields, forgiven);
            }
            var errmsg = lenient ? LENIENT + "ok" : "ok";
            var head = head(0, errmsg);
            var whole = OWN_FIELDS_FIRST.contains(asked.path()) ? fields.setAll(head) : head.setAll(fields);
            return new Told(0, errmsg, Json.bytes(whole), forgiven);
        } catch (ApiError error) {
            return failed(asked, error);
        } catch (RuntimeException | StackOverflowError broken) {
            LOG.error("{} failed", asked.path(), broken);
            return failed(asked, Errcode.SYSTEM_BUSY.error());
        }
    }

    /// An answer that says an error, whatever the work came to.
    Told failed(Asked asked, ApiError error) {
        return failed(
                asked, error, endpoints.at(asked.path()).map(Endpoint::arrays).orElse(List.of()));
    }

    private boolean token(Asked asked, ObjectNode fields) {
        tokens.give(Params.ofQuery(asked.query(), false), asked.ip(), fields);
        return false;
    }

    private static Told download(ObjectNode fields, SequencedSet<String> forgiven) {
        var path = Path.of(fields.path(Endpoint.FILE).asText());
        var head = FileAnswer.Head.of(path, fields.path(Endpoint.TYPE).asText());
        try {
            return new Told(0, "ok", Files.readAllBytes(path), forgiven, Optional.of(head));
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was kept cannot be read", e);
        }
    }

    private boolean call(Endpoint endpoint, Asked asked, ObjectNode fields, SequencedSet<String> forgiven) {
        var value = asked.query().path("access_token").asText("");
        if (value.isEmpty()) {
            throw Errcode.NO_TOKEN.error();
        }
        var corp = world.corpOfToken(value).orElseThrow(Errcode.BAD_TOKEN::error);
        // read before the corp is taken, so that large bodies are read side by side
        var params = params(endpoint, asked, corp.lenient(), forgiven);
        var parts = endpoint.verb() == Endpoint.Verb.UPLOAD
                ? Multipart.read(asked.contentType(), asked.body())
                : List.<Part>of();
        return corp.locked(() -> {
            var now = corp.clock().now();
            var app = TokenDesk.appOf(corp, value, now);
            admit(endpoint, asked, corp, app, now, forgiven);
            if (endpoint.verb() != Endpoint.Verb.UPLOAD
                    && corp.limited()
                    && asked.body().length > corp.limits().requestBytes()) {
                throw Errcode.REQUEST_TOO_LARGE.error();
            }
            endpoint.handler().handle(new Endpoint.Call(corp, app, params, parts, now), fields);
            forgiven.addAll(params.forgiven());
            return params.wasLenient();
        });
    }

    private void admit(Endpoint endpoint, Asked asked, Corp corp, AppRow app, long now, SequencedSet<String> forgiven) {
        if (!app.trustedIps().isEmpty() && !app.trustedIps().contains(asked.ip())) {
            refuseUnlessLenient(corp, Errcode.BAD_IP, "address", forgiven);
        }
        checkFrequency(corp, addresses, endpoint.path(), "", asked.ip(), now);
        if (corp.limited() && asked.together() > corp.limits().concurrentCalls()) {
            throw Errcode.TOO_CONCURRENT.error();
        }
        if (endpoint.needs() == Endpoint.Needs.CUSTOMER_CONTACT && !app.customerContact()) {
            refuseUnlessLenient(corp, Errcode.FORBIDDEN, "right", forgiven);
        }
        if (corp.limited() && asked.writers() > 1) {
            throw Errcode.WRITE_CONFLICT.error();
        }
    }

    /// Counts a call against what the corp, and the address, may call. Addresses are counted over
    /// all corps whose clock is the machine's; a corp with a time of its own counts them by itself.
    static void checkFrequency(Corp corp, FrequencyLimits addresses, String path, String subject, String ip, long now) {
        if (!corp.limited()) {
            return;
        }
        var admitted = corp.frequency().admit(path + subject, now, corp.limits().quotas(path));
        var caller = (corp.clock().isReal() ? "" : corp.corpId()) + "|" + ip + "|" + path;
        var welcome = addresses.admit(caller, now, corp.limits().quotasByAddress());
        if (!admitted || !welcome) {
            throw Errcode.TOO_FREQUENT.error();
        }
    }

    private static void refuseUnlessLenient(Corp corp, Errcode reason, String word, SequencedSet<String> forgiven) {
        if (!corp.lenient()) {
            throw reason.error();
        }
        forgiven.add(word);
    }

    /// A GET endpoint reads the query. A POST endpoint reads the body, and only of a POST: called
    /// otherwise, it sees nothing, unless the corp is lenient: then the query counts.
    private static Params params(Endpoint endpoint, Asked asked, boolean lenient, SequencedSet<String> forgiven) {
        var posted = asked.method().equals("POST");
        return switch (endpoint.verb()) {
            case GET -> {
                if (lenient && posted && asked.body().length > 0) {
                    forgiven.add("verb");
                    yield RequestBody.read(asked.body(), true);
                }
                yield Params.ofQuery(asked.query(), lenient);
            }
            case POST -> {
                if (posted) {
                    yield RequestBody.read(asked.body(), lenient);
                }
                if (lenient) {
                    forgiven.add("verb");
                }
                yield Params.ofQuery(lenient ? asked.query() : Json.object(), lenient);
            }
            case UPLOAD, DOWNLOAD -> Params.ofQuery(asked.query(), lenient);
            case ANY ->
                posted && asked.body().length > 0
                        ? RequestBody.read(asked.body(), lenient)
                        : Params.ofQuery(asked.query(), lenient);
        };
    }

    private Told failed(Asked asked, ApiError error, List<String> arrays) {
        var errmsg = errmsg(asked, error);
        var node = head(error.code(), errmsg);
        arrays.forEach(node::putArray);
        return new Told(error.code(), errmsg, Json.bytes(node), new LinkedHashSet<>());
    }

    /// The text with its hint and the caller's address; a bad token is told bare, as on the live
    /// host, but for the list of callback addresses, where it was seen with its hint.
    private String errmsg(Asked asked, ApiError error) {
        if (error.code() == Errcode.BAD_TOKEN.code() && !asked.path().endsWith("/getcallbackip")) {
            return error.text();
        }
        var hint = "%010d%015d".formatted(System.currentTimeMillis() / 1000, hints.incrementAndGet() * 7_919 + 354_962);
        return error.text() + ", hint: [" + hint + "], from ip: " + asked.ip()
                + ", more info at https://open.work.weixin.qq.com/devtool/query?e=" + error.code();
    }

    private static ObjectNode head(int errcode, String errmsg) {
        return Json.object().put("errcode", errcode).put("errmsg", errmsg);
    }
}
