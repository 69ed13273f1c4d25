package cn.siyu.adapter.wecom.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.application.channel.InboxIntake;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where WeCom delivers its events (回调URL). It must answer within 5 s, so an event is checked,
/// stored, acknowledged, and worked on later. A refusal has an empty body and stores nothing; 503
/// makes the platform deliver again.
@Controller("/callbacks/wecom/{app}")
@ExecuteOn(TaskExecutors.BLOCKING)
public class WeComCallbackController {
    private static final Logger LOG = LoggerFactory.getLogger(WeComCallbackController.class);

    private final CallbackDoors doors;
    private final InboxIntake inbox;

    public WeComCallbackController(CallbackDoors doors, InboxIntake inbox) {
        this.doors = doors;
        this.inbox = inbox;
    }

    /// The platform checks the address: it wants the plain text back, nothing around it.
    @Get
    @Produces(MediaType.ALL)
    public HttpResponse<?> verify(
            @PathVariable String app,
            @QueryValue("msg_signature") @Nullable String signature,
            @QueryValue @Nullable String timestamp,
            @QueryValue @Nullable String nonce,
            @QueryValue @Nullable String echostr) {
        var door = doors.door(app);
        if (door.isEmpty()) {
            return HttpResponse.notFound();
        }
        if (signature == null || timestamp == null || nonce == null || echostr == null) {
            return HttpResponse.badRequest();
        }
        // a plus sign that was not encoded arrives as a space, which base64 never has
        return door.get()
                .echo(signature, timestamp, nonce, echostr.replace(' ', '+'))
                .<HttpResponse<?>>map(WeComCallbackController::plain)
                .orElseGet(() -> refused(app));
    }

    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.ALL)
    public HttpResponse<?> receive(
            @PathVariable String app,
            @QueryValue("msg_signature") @Nullable String signature,
            @QueryValue @Nullable String timestamp,
            @QueryValue @Nullable String nonce,
            @Body Optional<byte[]> body) {
        var door = doors.door(app);
        if (door.isEmpty()) {
            return HttpResponse.notFound();
        }
        var text = body.flatMap(WeComCallbackController::utf8);
        if (signature == null || timestamp == null || nonce == null || text.isEmpty()) {
            return HttpResponse.badRequest();
        }
        return switch (door.get().open(signature, timestamp, nonce, text.get())) {
            case CallbackDoor.Delivery.Accepted(var event) -> store(event);
            case CallbackDoor.Delivery.Unreadable() -> HttpResponse.badRequest();
            case CallbackDoor.Delivery.Refused() -> refused(app);
        };
    }

    @SuppressWarnings("IllegalCatch") // whatever goes wrong with storing, the platform must deliver again
    private HttpResponse<?> store(InboxIntake.RawEvent event) {
        try {
            inbox.store(event);
            return plain("success");
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("app", event.connection())
                    .setCause(e)
                    .log("callback not stored, asking for redelivery");
            return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /// Plain text, whatever the caller says it accepts: the platform takes nothing else, and a
    /// refusal would lose events.
    private static HttpResponse<?> plain(String text) {
        return HttpResponse.ok(text).contentType(MediaType.TEXT_PLAIN_TYPE);
    }

    private static HttpResponse<?> refused(String app) {
        LOG.atWarn().addKeyValue("app", app).log("callback refused");
        return HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    private static Optional<String> utf8(byte[] body) {
        try {
            return body.length > FlatXml.MAX_CHARS
                    ? Optional.empty()
                    : Optional.of(
                            UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
