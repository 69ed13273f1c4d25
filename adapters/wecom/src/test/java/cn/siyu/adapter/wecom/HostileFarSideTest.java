package cn.siyu.adapter.wecom;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.adapter.wecom.transport.HttpLimits;
import cn.siyu.adapter.wecom.transport.ScriptedServer;
import cn.siyu.adapter.wecom.transport.TestHttp;
import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.GroupJoinWays;
import cn.siyu.application.channel.port.GroupMessages;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.StaffNotices;
import cn.siyu.application.channel.port.Transfers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every call of every role against a far side that answers garbage: no exception, a read never Unknown, and a change
/// never done that was not confirmed.
class HostileFarSideTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Transfers.Handover HANDOVER = new Transfers.Handover("ada", "bo", false, "再见");
    private static final OutboundMessage TEXT = OutboundMessage.text("好");
    private static final MediaFile FILE =
            new MediaFile(MediaUploads.Kind.FILE, "a.txt", new byte[] {1, 2, 3, 4, 5, 6, 7});
    private static final MediaFile PICTURE = new MediaFile(
            MediaUploads.Kind.IMAGE, "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
    private static final GroupJoinWays.Request JOIN = new GroupJoinWays.Request(List.of("wr1"), "s", "r", null);
    private static final ContactWayProvider.Request WAY = new ContactWayProvider.Request("ada", "s", "r", true);
    private static final AcquisitionLinks.Request LINK =
            new AcquisitionLinks.Request("l", Set.of("ada"), Set.of(), true);

    private static Map<String, Function<ChannelConnection, Answer<?>>> reads() {
        var calls = new LinkedHashMap<String, Function<ChannelConnection, Answer<?>>>();
        calls.put("fence", c -> c.massMessages().fence());
        calls.put("staffTasks", c -> c.massMessages().staffTasks("m", "C"));
        calls.put("results", c -> c.massMessages().results("m", "ada", null));
        calls.put("contact", c -> c.contacts().fetch("wm1"));
        calls.put("byStaff", c -> c.contacts().byStaff("ada", "C"));
        calls.put("tags", c -> c.tags().list());
        calls.put("departments", c -> c.staff().departments());
        calls.put("contactStaff", c -> c.staff().contactStaff());
        calls.put("member", c -> c.staff().member("ada"));
        calls.put("media", c -> c.media().orElseThrow().forMessages(FILE));
        calls.put("momentMedia", c -> c.media().orElseThrow().forMoments(FILE));
        calls.put("picture", c -> c.media().orElseThrow().picture(PICTURE));
        calls.put("groups", c -> c.groups().orElseThrow().list(List.of("ada"), "C"));
        calls.put("group", c -> c.groups().orElseThrow().fetch("wr1"));
        calls.put("joinWay", c -> c.groupJoinWays().orElseThrow().fetch("c1"));
        calls.put("groupTasks", c -> c.groupMessages().orElseThrow().staffTasks("m", null));
        calls.put("groupResults", c -> c.groupMessages().orElseThrow().results("m", "ada", "C"));
        calls.put("transferResults", c -> c.transfers().orElseThrow().results(HANDOVER, "C"));
        calls.put("unassigned", c -> c.transfers().orElseThrow().unassigned(null));
        calls.put("prepared", c -> c.moments().orElseThrow().prepared("j"));
        calls.put("posts", c -> c.moments().orElseThrow().staffPosts("mom", "C"));
        calls.put("echo", c -> c.moments().orElseThrow().echo("mom", "ada"));
        calls.put("links", c -> c.acquisitionLinks().orElseThrow().list("C"));
        calls.put("link", c -> c.acquisitionLinks().orElseThrow().fetch("l"));
        calls.put("arrivals", c -> c.acquisitionLinks().orElseThrow().arrivals("l", null));
        calls.put("quota", c -> c.acquisitionLinks().orElseThrow().quota());
        calls.put("clicks", c -> c.acquisitionLinks().orElseThrow().clicks("l", DAY, DAY));
        calls.put("conversations", c -> c.statistics().orElseThrow().conversations(List.of("ada"), DAY, DAY));
        calls.put("groupStatistics", c -> c.statistics().orElseThrow().groups(List.of("ada"), DAY, DAY));
        return calls;
    }

    private static Map<String, Function<ChannelConnection, Answer<?>>> changes() {
        var calls = new LinkedHashMap<String, Function<ChannelConnection, Answer<?>>>();
        var fence = TickingClock.START.plus(Duration.ofDays(1));
        calls.put(
                "create",
                c -> c.massMessages().create(new MassMessages.Batch("b", "ada", List.of("wm1"), TEXT), fence));
        calls.put("remind", c -> c.massMessages().remind("m"));
        calls.put("cancel", c -> c.massMessages().cancel("m"));
        calls.put("welcome", c -> c.welcomes().send("s", "CODE", TEXT));
        calls.put("way", c -> c.contactWays().create(WAY));
        calls.put("changeWay", c -> c.contactWays().update("c1", WAY));
        calls.put("deleteWay", c -> c.contactWays().delete("c1"));
        calls.put("tag", c -> c.tags().create("意向", List.of("高")));
        calls.put("rename", c -> c.tags().rename("et1", "低"));
        calls.put("deleteTag", c -> c.tags().delete(Set.of("et1")));
        calls.put("mark", c -> c.tags().mark("ada", "wm1", Set.of("et1"), Set.of()));
        calls.put("remark", c -> c.remarks().set("ada", "wm1", new Remarks.Change("甲", null, null)));
        calls.put(
                "notice", c -> c.notices().orElseThrow().send("n", List.of("ada"), new StaffNotices.Notice.Text("快")));
        calls.put(
                "groupMessage",
                c -> c.groupMessages()
                        .orElseThrow()
                        .create(new GroupMessages.Batch("b", "ada", List.of("wr1"), TEXT), fence));
        calls.put("join", c -> c.groupJoinWays().orElseThrow().create(JOIN));
        calls.put("changeJoin", c -> c.groupJoinWays().orElseThrow().update("c1", JOIN));
        calls.put("deleteJoin", c -> c.groupJoinWays().orElseThrow().delete("c1"));
        calls.put("transfer", c -> c.transfers().orElseThrow().customers(HANDOVER, Set.of("wm1")));
        calls.put("transferGroups", c -> c.transfers().orElseThrow().groups(Set.of("wr1"), "bo", true));
        calls.put(
                "moment",
                c -> c.moments().orElseThrow().create(new Moments.Task("t", "文", List.of(), Set.of(), Set.of())));
        calls.put("cancelMoment", c -> c.moments().orElseThrow().cancel("mom"));
        calls.put("createLink", c -> c.acquisitionLinks().orElseThrow().create(LINK));
        calls.put("changeLink", c -> c.acquisitionLinks().orElseThrow().update("l", LINK));
        calls.put("deleteLink", c -> c.acquisitionLinks().orElseThrow().delete("l"));
        return calls;
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyAnswerBecomesOneOfThreeOutcomes(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var confirmed = new AtomicBoolean();
        var tokensToo = seed % 10 == 9;
        try (var server = new ScriptedServer((request, connection) -> {
                    if (request.path().equals("/cgi-bin/gettoken") && !tokensToo) {
                        ScriptedServer.respond(
                                connection, 200, "{\"errcode\":0,\"access_token\":\"t\",\"expires_in\":7200}");
                        return;
                    }
                    answer(connection, random, confirmed);
                });
                var http = TestHttp.with(
                        new HttpLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 20_000, Duration.ofSeconds(20)))) {
            var app = new WeComApp(
                    "fuzz",
                    "demo",
                    "wwfuzz",
                    "secret-of-fuzz",
                    "tok",
                    "a".repeat(43),
                    server.address(),
                    false,
                    Duration.ZERO,
                    1);
            var connection = new WeComAdapter(http).register(app, new TickingClock());
            connection.massMessages().fence();
            reads().forEach((name, call) ->
                    assertThat(call.apply(connection)).as(name).isNotNull().isNotInstanceOf(Answer.Unknown.class));
            changes().forEach((name, call) -> {
                confirmed.set(false);
                var answer = call.apply(connection);
                assertThat(answer).as(name).isNotNull();
                if (answer instanceof Answer.Done<?>) {
                    assertThat(confirmed).as(name + ": " + answer).isTrue();
                }
            });
        }
    }

    private static void answer(Socket connection, RandomGenerator random, AtomicBoolean confirmed) throws IOException {
        var garbage = new Garbage(random);
        switch (random.nextInt(12)) {
            case 0 -> ScriptedServer.reset(connection);
            case 1 -> {
                ScriptedServer.raw(connection, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"errcode\":0");
                connection.close();
            }
            case 2 -> ScriptedServer.respond(connection, 500 + random.nextInt(5), "{\"errcode\":0}");
            case 3 -> ScriptedServer.respond(connection, 200, "<html>" + garbage.text() + "</html>");
            case 4 -> ScriptedServer.respond(connection, 200, "{\"errcode\":0,\"x\":\"" + "y".repeat(30_000) + "\"}");
            case 5 -> bytes(connection, "{\"errcode\":0,\"msgid\":\"名\"}".getBytes(Charset.forName("GBK")));
            case 6 -> bytes(connection, garbage.bytes());
            default -> {
                var body = garbage.envelope();
                confirmed.set(confirms(body));
                ScriptedServer.respond(connection, 200, body);
            }
        }
    }

    private static void bytes(Socket connection, byte[] body) throws IOException {
        var out = connection.getOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n").getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /// What the rule says: a JSON object in UTF-8 whose errcode is the number 0.
    private static boolean confirms(String body) {
        try {
            var json = JsonMapper.builder().build().readTree(body.getBytes(UTF_8));
            var errcode = json == null ? null : json.get("errcode");
            return errcode != null
                    && errcode.isIntegralNumber()
                    && errcode.bigIntegerValue().signum() == 0;
        } catch (JsonProcessingException _) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }
}
