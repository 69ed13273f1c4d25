package cn.siyu.adapter.wecomsimulator.control;

import cn.siyu.adapter.wecomsimulator.people.Acquisition;
import cn.siyu.adapter.wecomsimulator.people.Quota;
import cn.siyu.adapter.wecomsimulator.wire.Json;
import cn.siyu.adapter.wecomsimulator.world.AcquisitionRow;
import cn.siyu.adapter.wecomsimulator.world.Corp;
import cn.siyu.adapter.wecomsimulator.world.LinkRow;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Carries out what people do with acquisition links, with the corp's lock held.
final class LinkActing {
    private static final String SCHEME = "weixin://biz/ww/profile/";
    private static final int CHANNEL_BYTES = 64;
    private final Corp corp;
    private final People people;

    LinkActing(Corp corp) {
        this.corp = corp;
        this.people = new People(corp);
    }

    /// A link as somebody follows it.
    private record Followed(LinkRow link, String channel) {}

    ObjectNode perform(LinkAction action) {
        return switch (action) {
            case LinkAction.OpenLink a -> {
                var followed = followed(a.link(), a.channel());
                Acquisition.opens(corp, followed.link(), followed.channel());
                yield done();
            }
            case LinkAction.AddByLink a -> {
                var followed = followed(a.link(), a.channel());
                var customer = people.customerOrNew(a.customer(), a.name());
                yield Acting.met(
                        customer, Acquisition.adds(corp, customer, followed.link(), followed.channel(), a.waits()));
            }
            case LinkAction.DeleteLink a -> {
                Acquisition.deleteLink(corp, followed(a.link(), null).link());
                yield done();
            }
            case LinkAction.GrantUses a -> grant(a);
        };
    }

    private ObjectNode grant(LinkAction.GrantUses grant) {
        if (grant.uses() <= 0 || grant.expiresAt() == null) {
            throw ControlError.bad("uses must be above 0, and expiresAt must be given");
        }
        var held = corp.links().acquisition().packs().stream()
                .mapToLong(AcquisitionRow.Pack::balance)
                .sum();
        Values.between("uses", grant.uses(), 1, Integer.MAX_VALUE - held);
        Quota.grant(corp, new AcquisitionRow.Pack(grant.expiresAt().getEpochSecond(), grant.uses()));
        return Json.object()
                .put("balance", corp.links().acquisition().balance(corp.clock().now()));
    }

    private Followed followed(@Nullable String given, @Nullable String channel) {
        var address = String.valueOf(given);
        if (address.startsWith(SCHEME)) {
            address = URLDecoder.decode(address.substring(SCHEME.length()), StandardCharsets.UTF_8);
        }
        var query = address.indexOf("?customer_channel=");
        var behind = query < 0
                ? ""
                : URLDecoder.decode(address.substring(address.indexOf('=', query) + 1), StandardCharsets.UTF_8);
        var path = query < 0 ? address : address.substring(0, query);
        var id = path.substring(path.lastIndexOf('/') + 1);
        var link = corp.links().link(id).orElseThrow(() -> ControlError.notFound("there is no link " + given));
        return new Followed(link, cut(channel == null ? behind : channel));
    }

    /// What the platform keeps of a channel: 64 bytes, whole characters.
    private static String cut(String channel) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.IGNORE);
        var bytes = channel.getBytes(StandardCharsets.UTF_8);
        var kept = CharBuffer.allocate(CHANNEL_BYTES);
        decoder.decode(ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, CHANNEL_BYTES)), kept, true);
        return kept.flip().toString();
    }

    private static ObjectNode done() {
        return Json.object().put("changed", true);
    }
}
