package cn.siyu.adapter.wecom.simulated;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.CustomerGroups;
import cn.siyu.application.channel.port.GroupJoinWays;
import cn.siyu.application.channel.port.NotDoneReason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Customer groups and their join ways, against the simulator.
class SimulatedGroupsTest {
    private final SimulatedCorp corp = new SimulatedCorp();

    @AfterEach
    void close() {
        corp.close();
    }

    private String group(String owner) {
        return corp.act("{\"type\": \"CREATE_GROUP\", \"userid\": \"" + owner + "\", \"name\": \"业主群\"}")
                .path("chatId")
                .asText();
    }

    @Test
    void listsGroupsByOwnerAndReadsWhoIsInOne() {
        var mine = group("ada");
        group("bo");
        var groups = corp.connection().groups().orElseThrow();
        assertThat(value(groups.list(List.of("ada"), null)).items())
                .containsExactly(new CustomerGroups.Listed(mine, CustomerGroups.State.NORMAL));
        assertThat(value(groups.list(List.of(), null)).items()).hasSize(2);
        var read = value(groups.fetch(mine));
        assertThat(read.owner()).isEqualTo("ada");
        assertThat(read.name()).isEqualTo("业主群");
        assertThat(read.members()).anySatisfy(member -> {
            assertThat(member.memberId()).isEqualTo("ada");
            assertThat(member.staff()).isTrue();
        });
        assertThat(reason(groups.fetch("wrNoGroupOfThisName00000000000A"))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    void makesChangesAndDeletesAJoinWay() {
        var group = group("ada");
        var ways = corp.connection().groupJoinWays().orElseThrow();
        var request = new GroupJoinWays.Request(List.of(group), "flyer-2", "传单", new GroupJoinWays.More("业主群", 2));
        var id = value(ways.create(request));
        assertThat(value(ways.fetch(id)).request()).isEqualTo(request);
        assertThat(value(ways.fetch(id)).qrCodeUrl()).startsWith("http");
        var changed = new GroupJoinWays.Request(List.of(group), "flyer-3", "传单", null);
        value(ways.update(id, changed));
        assertThat(value(ways.fetch(id)).request()).isEqualTo(changed);
        value(ways.delete(id));
        assertThat(reason(ways.fetch(id))).isEqualTo(NotDoneReason.NOT_FOUND);
    }
}
