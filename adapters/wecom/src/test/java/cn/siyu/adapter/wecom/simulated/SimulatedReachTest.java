package cn.siyu.adapter.wecom.simulated;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.AcquisitionLinks;
import cn.siyu.application.channel.port.Attachment;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.GroupMessages;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.Moments;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Transfers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Media, group messages, transfers, moments, links and statistics, against the simulator.
class SimulatedReachTest {
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 1, 4);

    private final SimulatedCorp corp = new SimulatedCorp();
    private final ChannelConnection connection = corp.connection();

    @AfterEach
    void close() {
        corp.close();
    }

    private static MediaFile file(String name) {
        return new MediaFile(MediaUploads.Kind.FILE, name, "menu of the week".getBytes(UTF_8));
    }

    private String group(String owner) {
        return corp.act("{\"type\": \"CREATE_GROUP\", \"userid\": \"" + owner + "\", \"name\": \"业主群\"}")
                .path("chatId")
                .asText();
    }

    @Test
    void anUploadedFileTravelsWithAMessage() {
        var contact = corp.customerAdds("ada").contactId();
        var media = value(connection.media().orElseThrow().forMessages(file("菜单.txt")));
        assertThat(Duration.between(corp.clock().instant(), media.endsAt())).isEqualTo(Duration.ofDays(3));
        var messages = connection.massMessages();
        var message = new OutboundMessage("本周", List.of(new Attachment.File("菜单.txt", media.mediaId())));
        var fence = value(messages.fence());
        value(messages.create(new MassMessages.Batch("b1", "ada", List.of(contact), message), fence));
        var forged = new OutboundMessage("本周", List.of(new Attachment.File("菜单.txt", "no-media-of-this-name")));
        assertThat(reason(messages.create(new MassMessages.Batch("b2", "ada", List.of(contact), forged), fence)))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    void aGroupMessageWaitsForTheOwner() {
        var group = group("ada");
        var messages = connection.groupMessages().orElseThrow();
        var fence = value(messages.fence());
        var task = value(messages.create(
                new GroupMessages.Batch("b", "ada", List.of(group), OutboundMessage.text("上新")), fence));
        assertThat(value(messages.staffTasks(task.taskId(), null)).items())
                .containsExactly(new MassMessages.StaffTask("ada", false, null));
        corp.staffConfirms(task.taskId(), "ada");
        assertThat(value(messages.results(task.taskId(), "ada", null)).items())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.recipient()).isEqualTo(group);
                    assertThat(result.delivery()).isEqualTo(MassMessages.Delivery.DELIVERED);
                });
    }

    @Test
    void aTransferOnTheJobWaitsForTheCustomer() {
        var contact = corp.customerAdds("ada").contactId();
        var stranger = corp.customerAdds("bo").contactId();
        var handover = new Transfers.Handover("ada", "bo", false, "我换岗了");
        var outcome = value(connection.transfers().orElseThrow().customers(handover, Set.of(contact, stranger)));
        assertThat(outcome.refused()).containsOnlyKeys(stranger);
        assertThat(value(connection.transfers().orElseThrow().results(handover, null))
                        .items())
                .singleElement()
                .satisfies(progress -> {
                    assertThat(progress.contactId()).isEqualTo(contact);
                    assertThat(progress.state()).isEqualTo(Transfers.State.WAITING);
                });
        assertThat(value(connection.transfers().orElseThrow().unassigned(null)).items())
                .isEmpty();
        var group = group("ada");
        assertThat(value(connection.transfers().orElseThrow().groups(Set.of(group), "bo", true))
                        .refused())
                .containsOnlyKeys(group);
        assertThat(value(connection.transfers().orElseThrow().groups(Set.of(group), "bo", false))
                        .refused())
                .isEmpty();
    }

    @Test
    void aMomentIsPreparedAndWaitsForTheMembers() {
        corp.customerAdds("ada");
        var moments = connection.moments().orElseThrow();
        var job = value(moments.create(new Moments.Task("t", "上新", List.of(), Set.of("ada"), Set.of())));
        corp.pass(Duration.ofMinutes(10));
        var prepared = value(moments.prepared(job));
        assertThat(prepared.finished()).isTrue();
        assertThat(prepared.momentId()).isNotNull();
        assertThat(value(moments.staffPosts(String.valueOf(prepared.momentId()), null))
                        .items())
                .containsExactly(new Moments.StaffPost("ada", false));
    }

    @Test
    void anAcquisitionLinkIsMadeReadAndDeleted() {
        var links = connection.acquisitionLinks().orElseThrow();
        var link = value(links.create(new AcquisitionLinks.Request("春", Set.of("ada"), Set.of(), true)));
        assertThat(value(links.list(null)).items()).containsExactly(link.linkId());
        assertThat(value(links.fetch(link.linkId()))).isEqualTo(link);
        value(links.update(link.linkId(), new AcquisitionLinks.Request("夏", Set.of("bo"), Set.of(), true)));
        assertThat(value(links.fetch(link.linkId())).name()).isEqualTo("夏");
        assertThat(value(links.arrivals(link.linkId(), null)).items()).isEmpty();
        value(links.quota());
        value(links.delete(link.linkId()));
        assertThat(value(links.list(null)).items()).isEmpty();
    }

    @Test
    void statisticsAreReadByDayAndByOwner() {
        group("ada");
        assertThat(value(connection.statistics().orElseThrow().conversations(List.of("ada"), YESTERDAY, YESTERDAY)))
                .allSatisfy(day -> assertThat(day.day()).isEqualTo(YESTERDAY));
        corp.pass(Duration.ofDays(1));
        assertThat(value(connection
                        .statistics()
                        .orElseThrow()
                        .groups(List.of("ada"), YESTERDAY.plusDays(1), YESTERDAY.plusDays(1))))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.owner()).isEqualTo("ada");
                    assertThat(row.groups()).isOne();
                });
    }
}
