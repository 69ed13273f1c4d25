package cn.siyu.adapter.wecom.role;

import cn.siyu.adapter.wecom.client.AnswerBody;
import cn.siyu.adapter.wecom.client.ApiCall;
import cn.siyu.adapter.wecom.client.MalformedAnswer;
import cn.siyu.adapter.wecom.client.WeComClient;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Contacts and their followers (客户详情): `externalcontact/get`, `batch/get_by_user` and `list`.
public final class WeComContactDirectory implements ContactDirectory {
    /// A contact has a page more per 500 followers; more pages than this are a cursor that runs in
    /// a circle.
    private static final int MOST_PAGES = 100;

    private static final int PAGE = 100;

    /// "Not external contact": a member whom nobody added.
    private static final long NOBODY = 84061;

    /// Nobody became a contact before the platform existed.
    private static final Instant FIRST_DAY = Instant.parse("2016-01-01T00:00:00Z");

    private final WeComClient client;

    public WeComContactDirectory(WeComClient client) {
        this.client = client;
    }

    private record ContactPage(Contact contact, @Nullable String next) {}

    @Override
    public Answer<Contact> fetch(String contactId) {
        var followers = new ArrayList<Follower>();
        var staffSeen = new HashSet<String>();
        String cursor = null;
        Answer<ContactPage> page = page(contactId, null);
        for (var pages = 1; page instanceof Answer.Done<ContactPage>(var got); pages++) {
            got.contact().followers().stream()
                    .filter(follower -> staffSeen.add(follower.staff()))
                    .forEach(followers::add);
            if (got.next() == null || got.next().equals(cursor) || pages == MOST_PAGES) {
                return Answer.done(new Contact(got.contact().profile(), followers));
            }
            cursor = got.next();
            page = page(contactId, cursor);
        }
        return page.map(ContactPage::contact);
    }

    private Answer<ContactPage> page(String contactId, @Nullable String cursor) {
        var query = cursor == null
                ? Map.of("external_userid", contactId)
                : Map.of("external_userid", contactId, "cursor", cursor);
        return client.read(
                ApiCall.get("/cgi-bin/externalcontact/get", query),
                answer -> new ContactPage(
                        new Contact(
                                profile(answer.object("external_contact")),
                                answer.objects("follow_user", row -> follower(row, WeComContactDirectory::corpTags))),
                        answer.nextCursor()));
    }

    /// Whether there is nobody says only the platform's refusal. An answer without the list, or
    /// about another member, is no answer.
    @Override
    public Answer<Slice<Relationship>> byStaff(String staff, @Nullable String cursor) {
        var body = Bodies.page(Bodies.texts(Bodies.body(), "userid_list", List.of(staff)), cursor, PAGE);
        return client.read(
                ApiCall.post("/cgi-bin/externalcontact/batch/get_by_user", body)
                        .as(staff)
                        .emptyOn(NOBODY),
                answer -> nobody(answer)
                        ? new Slice<>(List.of(), null)
                        : new Slice<>(
                                answer.require("external_contact_list")
                                        .objects("external_contact_list", row -> relationship(row, staff)),
                                answer.nextCursor()));
    }

    private static boolean nobody(AnswerBody answer) throws MalformedAnswer {
        return answer.number("errcode") == NOBODY;
    }

    @Override
    public Answer<Set<String>> idsOfStaff(String staff) {
        return client.read(
                ApiCall.get("/cgi-bin/externalcontact/list", Map.of("userid", staff))
                        .as(staff)
                        .emptyOn(NOBODY),
                answer -> nobody(answer) ? Set.of() : somebody(answer));
    }

    /// Of a member without customers the platform never says "done" with an empty list.
    private static Set<String> somebody(AnswerBody answer) throws MalformedAnswer {
        var ids = new HashSet<>(answer.ids("external_userid"));
        if (ids.isEmpty()) {
            throw new MalformedAnswer("external_userid is empty");
        }
        return ids;
    }

    private static Relationship relationship(AnswerBody row, String staff) throws MalformedAnswer {
        var follower = follower(row.object("follow_info"), info -> info.ids("tag_id"));
        if (!follower.staff().equalsIgnoreCase(staff)) {
            throw new MalformedAnswer("a contact of another member");
        }
        return new Relationship(profile(row.object("external_contact")), follower);
    }

    private static Profile profile(AnswerBody contact) throws MalformedAnswer {
        return new Profile(
                contact.id("external_userid"),
                contact.textOr("name", ""),
                contact.optionalText("avatar"),
                kind(contact.numberOr("type", 0)),
                gender(contact.numberOr("gender", 0)),
                contact.optionalId("unionid"));
    }

    private static Follower follower(AnswerBody row, AnswerBody.Reader<List<String>> tags) throws MalformedAnswer {
        return new Follower(
                row.id("userid"),
                row.textOr("remark", ""),
                row.textOr("description", ""),
                since(row),
                tags.read(row),
                row.texts("remark_mobiles"),
                Math.toIntExact(Math.clamp(row.numberOr("add_way", 0), 0, Integer.MAX_VALUE)),
                row.optionalText("state"),
                row.optionalId("oper_userid"));
    }

    private static Instant since(AnswerBody row) throws MalformedAnswer {
        var since = row.time("createtime");
        if (since.isBefore(FIRST_DAY)) {
            throw new MalformedAnswer("createtime is before there were contacts");
        }
        return since;
    }

    /// Corp tags (type 1) only: personal and strategy tags are not ours to know.
    private static List<String> corpTags(AnswerBody row) throws MalformedAnswer {
        return row
                .objects("tags", tag -> tag.numberOr("type", 0) == 1 && tag.has("tag_id") ? tag.id("tag_id") : "")
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Kind kind(long type) {
        return type == 1 ? Kind.WECHAT : type == 2 ? Kind.WECOM : Kind.UNRECOGNISED;
    }

    private static Gender gender(long code) {
        return code == 1 ? Gender.MALE : code == 2 ? Gender.FEMALE : Gender.UNKNOWN;
    }
}
