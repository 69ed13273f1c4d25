package cn.siyu.adapter.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.wecom.client.TickingClock;
import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.GroupGreetings;
import cn.siyu.application.channel.port.GroupJoinWays;
import cn.siyu.application.channel.port.GroupMessages;
import cn.siyu.application.channel.port.InterceptRules;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.ProductAlbums;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.StaffNotices;
import cn.siyu.application.channel.port.Strategies;
import cn.siyu.application.channel.port.TemporaryChats;
import cn.siyu.application.channel.port.Transfers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// One call of each method of each role, by `role.method`, and for each a sound answer of the
/// platform.
final class RoleCalls {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant FENCE = TickingClock.START.plus(Duration.ofDays(1));
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
    private static final ProductAlbums.Request PRODUCT = new ProductAlbums.Request("杯", 1990, "S1", List.of("m1"));
    private static final InterceptRules.Request RULE =
            new InterceptRules.Request("一", List.of("返现"), Set.of(), true, Set.of("ada"), Set.of());
    private static final InterceptRules.Change RULE_CHANGE =
            new InterceptRules.Change("二", List.of(), null, null, Set.of(), Set.of());
    private static final GroupGreetings.Greeting GREETING = new GroupGreetings.Greeting("你好", null);
    private static final Strategies.Request STRATEGY = new Strategies.Request(
            null, "华东", Set.of("ada"), Set.of("send"), List.of(new Strategies.Node.Staff("ada")));
    private static final Strategies.Change STRATEGY_CHANGE =
            new Strategies.Change("华南", null, Set.of(), Set.of(), List.of(), List.of());
    private static final TemporaryChats.Request TEMPORARY =
            new TemporaryChats.Request("ada", "s", Duration.ofDays(1), Duration.ofHours(1), null, "再见");

    private RoleCalls() {}

    /// Calls that change nothing.
    static Map<String, Function<ChannelConnection, Answer<?>>> reads() {
        var calls = new LinkedHashMap<String, Function<ChannelConnection, Answer<?>>>();
        calls.put("massMessages.fence", c -> c.massMessages().fence());
        calls.put("massMessages.staffTasks", c -> c.massMessages().staffTasks("m", "C"));
        calls.put("massMessages.results", c -> c.massMessages().results("m", "ada", "C"));
        calls.put("contacts.fetch", c -> c.contacts().fetch("wm1"));
        calls.put("contacts.byStaff", c -> c.contacts().byStaff("ada", "C"));
        calls.put("contacts.idsOfStaff", c -> c.contacts().idsOfStaff("ada"));
        calls.put("tags.list", c -> c.tags().list());
        calls.put("staff.departments", c -> c.staff().departments());
        calls.put("staff.contactStaff", c -> c.staff().contactStaff());
        calls.put("staff.member", c -> c.staff().member("ada"));
        calls.put("media.forMessages", c -> c.media().orElseThrow().forMessages(FILE));
        calls.put("media.forMoments", c -> c.media().orElseThrow().forMoments(FILE));
        calls.put("media.forProducts", c -> c.media().orElseThrow().forProducts(PICTURE));
        calls.put("media.picture", c -> c.media().orElseThrow().picture(PICTURE));
        calls.put("groups.list", c -> c.groups().orElseThrow().list(List.of("ada"), "C"));
        calls.put("groups.fetch", c -> c.groups().orElseThrow().fetch("wr1"));
        calls.put("groupJoinWays.fetch", c -> c.groupJoinWays().orElseThrow().fetch("c1"));
        calls.put("groupMessages.fence", c -> c.groupMessages().orElseThrow().fence());
        calls.put(
                "groupMessages.staffTasks", c -> c.groupMessages().orElseThrow().staffTasks("m", "C"));
        calls.put("groupMessages.results", c -> c.groupMessages().orElseThrow().results("m", "ada", "C"));
        calls.put("transfers.results", c -> c.transfers().orElseThrow().results(HANDOVER, "C"));
        calls.put("transfers.unassigned", c -> c.transfers().orElseThrow().unassigned("C"));
        calls.put("moments.prepared", c -> c.moments().orElseThrow().prepared("j"));
        calls.put("moments.staffPosts", c -> c.moments().orElseThrow().staffPosts("mom", "C"));
        calls.put("moments.echo", c -> c.moments().orElseThrow().echo("mom", "ada"));
        calls.put(
                "acquisitionLinks.list", c -> c.acquisitionLinks().orElseThrow().list("C"));
        calls.put(
                "acquisitionLinks.fetch",
                c -> c.acquisitionLinks().orElseThrow().fetch("ca1"));
        calls.put(
                "acquisitionLinks.arrivals",
                c -> c.acquisitionLinks().orElseThrow().arrivals("ca1", "C"));
        calls.put(
                "acquisitionLinks.quota",
                c -> c.acquisitionLinks().orElseThrow().quota());
        calls.put(
                "acquisitionLinks.clicks",
                c -> c.acquisitionLinks().orElseThrow().clicks("ca1", DAY, DAY));
        calls.put(
                "statistics.conversations", c -> c.statistics().orElseThrow().conversations(List.of("ada"), DAY, DAY));
        calls.put("statistics.groups", c -> c.statistics().orElseThrow().groups(List.of("ada"), DAY, DAY));
        calls.put("productAlbums.list", c -> c.productAlbums().orElseThrow().list("C"));
        calls.put("productAlbums.fetch", c -> c.productAlbums().orElseThrow().fetch("p1"));
        calls.put("interceptRules.list", c -> c.interceptRules().orElseThrow().list());
        calls.put("interceptRules.fetch", c -> c.interceptRules().orElseThrow().fetch("r1"));
        calls.put("groupGreetings.fetch", c -> c.groupGreetings().orElseThrow().fetch("g1"));
        calls.put(
                "customerStrategies.list",
                c -> c.customerStrategies().orElseThrow().list("C"));
        calls.put(
                "customerStrategies.fetch",
                c -> c.customerStrategies().orElseThrow().fetch(7));
        calls.put(
                "customerStrategies.range",
                c -> c.customerStrategies().orElseThrow().range(7, "C"));
        calls.put(
                "momentStrategies.list", c -> c.momentStrategies().orElseThrow().list("C"));
        calls.put(
                "momentStrategies.fetch",
                c -> c.momentStrategies().orElseThrow().fetch(7));
        calls.put(
                "momentStrategies.range",
                c -> c.momentStrategies().orElseThrow().range(7, "C"));
        calls.put("strategyTags.list", c -> c.strategyTags().orElseThrow().list(7));
        calls.put("idConversions.openIdOf", c -> c.idConversions().orElseThrow().openIdOf("wm1"));
        calls.put(
                "idConversions.contactOf", c -> c.idConversions().orElseThrow().contactOf("u1", "o1"));
        calls.put("idConversions.groupOf", c -> c.idConversions().orElseThrow().groupOf("og1"));
        calls.put("sidebar.visitor", c -> c.sidebar().orElseThrow().visitor("code"));
        calls.put("sidebar.corpTicket", c -> c.sidebar().orElseThrow().corpTicket());
        calls.put("sidebar.appTicket", c -> c.sidebar().orElseThrow().appTicket());
        return calls;
    }

    /// Calls that change something.
    static Map<String, Function<ChannelConnection, Answer<?>>> changes() {
        var calls = new LinkedHashMap<String, Function<ChannelConnection, Answer<?>>>();
        calls.put(
                "massMessages.create",
                c -> c.massMessages().create(new MassMessages.Batch("b", "ada", List.of("wm1"), TEXT), FENCE));
        calls.put("massMessages.remind", c -> c.massMessages().remind("m"));
        calls.put("massMessages.cancel", c -> c.massMessages().cancel("m"));
        calls.put("welcomes.send", c -> c.welcomes().send("s", "CODE", TEXT));
        calls.put("contactWays.create", c -> c.contactWays().create(WAY));
        calls.put("contactWays.update", c -> c.contactWays().update("c1", WAY));
        calls.put("contactWays.delete", c -> c.contactWays().delete("c1"));
        calls.put("tags.create", c -> c.tags().create("意向", List.of("高")));
        calls.put("tags.rename", c -> c.tags().rename("et1", "低"));
        calls.put("tags.delete", c -> c.tags().delete(Set.of("et1")));
        calls.put("tags.mark", c -> c.tags().mark("ada", "wm1", Set.of("et1"), Set.of()));
        calls.put("remarks.set", c -> c.remarks().set("ada", "wm1", new Remarks.Change("甲", null, null)));
        calls.put(
                "notices.send",
                c -> c.notices().orElseThrow().send("n", List.of("ada"), new StaffNotices.Notice.Text("快")));
        calls.put("groupJoinWays.create", c -> c.groupJoinWays().orElseThrow().create(JOIN));
        calls.put("groupJoinWays.update", c -> c.groupJoinWays().orElseThrow().update("c1", JOIN));
        calls.put("groupJoinWays.delete", c -> c.groupJoinWays().orElseThrow().delete("c1"));
        calls.put(
                "groupMessages.create",
                c -> c.groupMessages()
                        .orElseThrow()
                        .create(new GroupMessages.Batch("b", "ada", List.of("wr1"), TEXT), FENCE));
        calls.put("groupMessages.remind", c -> c.groupMessages().orElseThrow().remind("m"));
        calls.put("groupMessages.cancel", c -> c.groupMessages().orElseThrow().cancel("m"));
        calls.put("transfers.customers", c -> c.transfers().orElseThrow().customers(HANDOVER, Set.of("wm1")));
        calls.put("transfers.groups", c -> c.transfers().orElseThrow().groups(Set.of("wr1"), "bo", true));
        calls.put(
                "moments.create",
                c -> c.moments().orElseThrow().create(new Moments.Task("t", "文", List.of(), Set.of(), Set.of())));
        calls.put("moments.cancel", c -> c.moments().orElseThrow().cancel("mom"));
        calls.put(
                "acquisitionLinks.create",
                c -> c.acquisitionLinks().orElseThrow().create(LINK));
        calls.put(
                "acquisitionLinks.update",
                c -> c.acquisitionLinks().orElseThrow().update("ca1", LINK));
        calls.put(
                "acquisitionLinks.delete",
                c -> c.acquisitionLinks().orElseThrow().delete("ca1"));
        calls.put("productAlbums.create", c -> c.productAlbums().orElseThrow().create(PRODUCT));
        calls.put("productAlbums.update", c -> c.productAlbums().orElseThrow().update("p1", PRODUCT));
        calls.put("productAlbums.delete", c -> c.productAlbums().orElseThrow().delete("p1"));
        calls.put("interceptRules.create", c -> c.interceptRules().orElseThrow().create(RULE));
        calls.put("interceptRules.change", c -> c.interceptRules().orElseThrow().change("r1", RULE_CHANGE));
        calls.put("interceptRules.delete", c -> c.interceptRules().orElseThrow().delete("r1"));
        calls.put("groupGreetings.create", c -> c.groupGreetings().orElseThrow().create(GREETING, true));
        calls.put("groupGreetings.update", c -> c.groupGreetings().orElseThrow().update("g1", GREETING));
        calls.put("groupGreetings.delete", c -> c.groupGreetings().orElseThrow().delete("g1"));
        calls.put(
                "customerStrategies.create",
                c -> c.customerStrategies().orElseThrow().create(STRATEGY));
        calls.put(
                "customerStrategies.change",
                c -> c.customerStrategies().orElseThrow().change(7, STRATEGY_CHANGE));
        calls.put(
                "customerStrategies.delete",
                c -> c.customerStrategies().orElseThrow().delete(7));
        calls.put(
                "momentStrategies.create",
                c -> c.momentStrategies().orElseThrow().create(STRATEGY));
        calls.put(
                "momentStrategies.change",
                c -> c.momentStrategies().orElseThrow().change(7, STRATEGY_CHANGE));
        calls.put(
                "momentStrategies.delete",
                c -> c.momentStrategies().orElseThrow().delete(7));
        calls.put("strategyTags.create", c -> c.strategyTags().orElseThrow().create(7, "意向", List.of("高")));
        calls.put("strategyTags.rename", c -> c.strategyTags().orElseThrow().rename("et1", "低"));
        calls.put("strategyTags.delete", c -> c.strategyTags().orElseThrow().delete(Set.of("et1")));
        calls.put("temporaryChats.open", c -> c.temporaryChats().orElseThrow().open(TEMPORARY));
        calls.put("temporaryChats.close", c -> c.temporaryChats().orElseThrow().close("ada", "wm1"));
        return calls;
    }

    /// What the platform answers to each when all is well.
    static Map<String, String> soundAnswers() {
        var answers = new LinkedHashMap<String, String>();
        try (var file = Objects.requireNonNull(RoleCalls.class.getResourceAsStream("/sound-answers.txt"))) {
            new String(file.readAllBytes(), UTF_8).lines().forEach(line -> {
                var parts = line.split(" ", 2);
                answers.put(parts[0], parts[1]);
            });
            return answers;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
