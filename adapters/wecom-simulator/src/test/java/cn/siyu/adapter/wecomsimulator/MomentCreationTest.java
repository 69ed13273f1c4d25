package cn.siyu.adapter.wecomsimulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Making moments: what one says, who is asked to publish it, and how many there may be.
class MomentCreationTest extends MomentsOfCorp {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{} | 41089",
                "{'attachments':[]} | 41088",
                "{'text':{'content':'a'},'attachments':[]} | 0",
                "{'attachments':[{'msgtype':'file'}]} | 41065",
                "{'attachments':[{'msgtype':'image'},{'msgtype':'link'}]} | 41065",
                "{'attachments':[{'msgtype':'link'},{'msgtype':'link'}]} | 41064",
                "{'attachments':[{'msgtype':'video','video':{}}]} | 40058",
                "{'attachments':[{'msgtype':'link','link':{'title':'t'}}]} | 40058",
                "{'attachments':[{'msgtype':'link','link':{'url':'u'}}]} | 40058",
                "{'attachments':[{'msgtype':'image','image':{'media_id':'no'}}]} | 40007",
            })
    void checksWhatAMomentSays(String body, int errcode) {
        assertThat(code(client.contact("add_moment_task", body))).isEqualTo(errcode);
    }

    @Test
    void takesNineImagesOrOneClipOrOneLinkUploadedForMoments() {
        var image = attachment("image", TestFiles.png(9, 9));
        var video = attachment("video", TestFiles.mp4(9));
        var other = client.media("image", TestFiles.png(9, 9));
        assertThat(code(add(images(image, 9)))).isZero();
        assertThat(code(add(images(image, 10)))).isEqualTo(41064);
        assertThat(code(add(images(other, 1)))).isEqualTo(41072);
        assertThat(code(add(images(video, 1)))).isEqualTo(40007);
        var clip = ",'attachments':[{'msgtype':'video','video':{'media_id':'%s'}}]".formatted(video);
        assertThat(code(add(clip))).isZero();
        var link = ",'attachments':[{'msgtype':'link','link':{'title':'%s','url':'https://a.cn','media_id':'%s'}}]";
        assertThat(code(add(link.formatted("菜".repeat(42), image)))).isZero();
        assertThat(code(add(link.formatted("菜".repeat(43), image)))).isEqualTo(40058);
        assertThat(code(add(link.formatted("a".repeat(65), image)))).isEqualTo(40058);
        stepTo("2026-03-06T02:00:00Z");
        assertThat(code(add(images(image, 1)))).isEqualTo(40145);
    }

    @Test
    void boundsTheTextInCharactersAndBytes() {
        assertThat(code(client.contact("add_moment_task", text("a".repeat(2000)))))
                .isZero();
        assertThat(client.contact("add_moment_task", text("a".repeat(2001)))
                        .path("errmsg")
                        .asText())
                .startsWith("invalid text size");
        assertThat(code(client.contact("add_moment_task", text("菜".repeat(1334)))))
                .isEqualTo(40058);
    }

    private static String text(String content) {
        return "{'text':{'content':'" + content + "'}}";
    }

    @Test
    void asksSendersTheirTaggedCustomersOrBoth() {
        var high = tag("高");
        var low = tag("低");
        assertThat(members(made(",'visible_range':{'sender_list':{'user_list':['staff-02','nobody']}}")))
                .isEqualTo("staff-02");
        assertThat(members(made(",'visible_range':{'sender_list':{'department_list':[7]}}")))
                .isEqualTo("staff-01,staff-02");
        var tagged = made(",'visible_range':{'external_contact_list':{'tag_list':['%s']}}".formatted(high));
        assertThat(members(tagged)).isEqualTo("staff-01,staff-02");
        assertThat(ask("get_moment_customer_list", tagged, "staff-02").path("customer_list"))
                .hasSize(1)
                .allMatch(row -> row.path("external_userid").asText().equals("wmThree"));
        var both =
                ",'visible_range':{'sender_list':{'user_list':['staff-01']},'external_contact_list':{'tag_list':['%s']}}";
        var narrow = made(both.formatted(high));
        assertThat(members(narrow)).isEqualTo("staff-01");
        assertThat(ask("get_moment_customer_list", narrow, "staff-01").path("customer_list"))
                .hasSize(1);
        assertThat(code(ask("get_moment_customer_list", narrow, "staff-02"))).isEqualTo(41061);
        assertThat(failure(both.formatted(low))).isEqualTo(41048);
        assertThat(failure(both.formatted("etNo"))).isEqualTo(81013);
        assertThat(failure(",'visible_range':{'sender_list':{'user_list':['nobody','clerk'],'department_list':[99]}}"))
                .isEqualTo(81013);
    }

    private String members(String moment) {
        return String.join(",", ask("get_moment_task", moment, "").findValuesAsText("userid"));
    }

    private int failure(String more) {
        var job = add(more);
        later();
        assertThat(result(job).path("result").has("moment_id")).isFalse();
        return code(result(job).path("result"));
    }

    @Test
    void tellsWhichSendersAndTagsWereInvalid() {
        var job = add(",'visible_range':{'sender_list':{'user_list':['nobody','staff-01'],'department_list':[99,7]},"
                + "'external_contact_list':{'tag_list':['etNo','%s']}}".formatted(tag("高")));
        stepTo("2026-03-02T02:00:05Z");
        var told = result(job).path("result");
        assertThat(told.path("invalid_sender_list").toString())
                .isEqualTo("{\"user_list\":[\"nobody\"],\"department_list\":[99]}");
        assertThat(told.path("invalid_external_contact_list").toString()).isEqualTo("{\"tag_list\":[\"etNo\"]}");
    }

    @Test
    void boundsCreationsByMinuteMonthAndRunningJobs() {
        for (var i = 0; i < 8; i++) {
            assertThat(code(add(""))).isZero();
        }
        assertThat(code(add(""))).isEqualTo(41078);
        stepTo("2026-03-02T02:00:05Z");
        for (var i = 0; i < 5; i++) {
            assertThat(code(client.contact("add_moment_task", "{}")))
                    .as("a call that makes nothing is not counted")
                    .isEqualTo(41089);
        }
        assertThat(code(add(""))).isZero();
        assertThat(code(add(""))).isZero();
        assertThat(code(add(""))).isEqualTo(45009);
        client.control("PUT", "/limits", "{\"enabled\":true,\"overrides\":{\"moments\":{\"perMonth\":11}}}");
        stepTo("2026-03-02T02:05:00Z");
        assertThat(code(add(""))).isZero();
        assertThat(code(add(""))).isEqualTo(41210);
        stepTo("2026-04-01T02:05:00Z");
        assertThat(code(add(""))).isZero();
        client.act("{\"type\":\"SWITCH_MOMENTS\",\"on\":false}");
        assertThat(code(add(""))).isEqualTo(41211);
    }

    @Test
    void worksOffAJobOnTheClockOfTheCorp() {
        var job = add("");
        assertThat(result(job).path("status").asInt()).isEqualTo(1);
        stepTo("2026-03-02T02:00:02Z");
        assertThat(result(job).path("status").asInt()).isEqualTo(2);
        assertThat(result(job).has("result")).isFalse();
        stepTo("2026-03-02T02:00:03Z");
        assertThat(result(job).path("status").asInt()).isEqualTo(3);
        var moment = result(job).path("result").path("moment_id").asText();
        assertThat(moment).matches("mom[A-Za-z0-9_-]{30}");
        assertThat(result(job)
                        .path("result")
                        .path("invalid_sender_list")
                        .path("user_list")
                        .isArray())
                .isTrue();
        assertThat(code(ask("get_moment_task", moment, ""))).isEqualTo(41079);
        assertThat(code(ask("cancel_moment_task", moment, ""))).isEqualTo(41079);
        publish(moment, "staff-01");
        stepTo("2026-03-02T02:00:05Z");
        assertThat(ask("get_moment_task", moment, "").path("task_list").findValuesAsText("publish_status"))
                .containsExactly("0", "0", "0");
        stepTo("2026-03-03T02:00:00Z");
        assertThat(code(result(job))).isEqualTo(40088);
        assertThat(code(client.contactGet("get_moment_task_result", ""))).isEqualTo(40088);
        assertThat(code(client.contact("get_moment_task_result", "{'jobid':'no'}")))
                .isEqualTo(40088);
    }
}
