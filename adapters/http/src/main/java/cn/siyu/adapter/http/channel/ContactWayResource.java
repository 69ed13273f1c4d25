package cn.siyu.adapter.http.channel;

import cn.siyu.adapter.http.answer.Versioned;
import cn.siyu.adapter.http.id.IdType;
import cn.siyu.adapter.http.json.Input;
import cn.siyu.application.channel.ContactWayView;
import cn.siyu.application.channel.ContactWayWish;
import cn.siyu.domain.channel.ContactWay;
import cn.siyu.domain.id.PublicId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A contact way: a permanent link and code that lead each visitor to one of several accounts.
///
/// @param id its id
/// @param code the permanent part of the link; never changes
/// @param link what is printed, as a QR code or in letters; never changes
/// @param sourceMark what the channel hands back when somebody came by it; never changes
/// @param name what operators call it
/// @param hook what makes a person scan it: the offer behind it
/// @param rule how visitors are spread over the accounts
/// @param department only accounts of this department or below serve it; null for all of its
///     accounts
/// @param welcomeMaterial the material that greets a new customer; null for no greeting
/// @param accounts who serves it, in order
/// @param archivedAt when it was taken out of use; null if it was not
/// @param createdAt when it was made
/// @param updatedAt when it was changed last
/// @param version counts its changes
@Serdeable
record ContactWayResource(
        @Schema(example = "cwy_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String id,

        @Schema(example = "k3m9q2c4hd", maxLength = 16) String code,

        @Schema(example = "https://siyu.example.com/l/k3m9q2c4hd", maxLength = 500)
        String link,

        @Schema(example = "cw-k3m9q2c4hd", maxLength = 30) String sourceMark,
        @Schema(example = "人民路店门口海报", maxLength = 100) String name,

        @Nullable @Schema(example = "第二杯半价", maxLength = 200)
        String hook,

        ContactWay.Rule rule,

        @Nullable @Schema(example = "dep_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String department,

        @Nullable @Schema(example = "mat_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
        String welcomeMaterial,

        @ArraySchema(maxItems = 1000) List<Server> accounts,

        @Nullable @Schema(example = "2026-11-23T09:40:00.000Z")
        Instant archivedAt,

        @Schema(example = "2026-11-23T09:40:00.000Z") Instant createdAt,
        @Schema(example = "2026-11-23T09:40:00.000Z") Instant updatedAt,
        @Schema(example = "1", minimum = "1") int version)
        implements Versioned {

    static ContactWayResource of(ContactWayView view, String link) {
        ContactWay way = view.way();
        PublicId department = view.department();
        PublicId material = view.welcomeMaterial();
        return new ContactWayResource(
                IdType.CONTACT_WAY.format(way.publicId()),
                way.code(),
                link,
                way.state(),
                way.name(),
                way.hook(),
                way.rule(),
                department == null ? null : IdType.DEPARTMENT.format(department),
                material == null ? null : IdType.MATERIAL.format(material),
                view.accounts().stream().map(Server::of).toList(),
                way.archivedAt(),
                way.createdAt(),
                way.updatedAt(),
                way.version());
    }

    /// An account that serves a contact way.
    ///
    /// @param account the account
    /// @param name how customers see it
    /// @param weight its share; null means what is left of its daily capacity
    /// @param qrCode address of its own picture on the channel; null until the channel gave one,
    ///     and in lists
    @Serdeable
    @Schema(name = "ContactWayAccount")
    record Server(
            @Schema(example = "acc_01kaj4v5x8e6rtz3m0w9q2c4hd", maxLength = 30)
            String account,

            @Schema(example = "小店员", maxLength = 100) String name,

            @Nullable @Schema(example = "2", minimum = "1", maximum = "1000")
            Integer weight,

            @Nullable @Schema(example = "https://wework.qpic.cn/wwpic/1234/0", maxLength = 500)
            String qrCode) {
        private static Server of(ContactWayView.Server server) {
            return new Server(
                    IdType.CHANNEL_ACCOUNT.format(server.account()), server.name(), server.weight(), server.qrCode());
        }
    }

    /// Reads what a contact way is to be.
    @SuppressWarnings("NullAway") // it does not see, in a class file, that the nested type Rule may be null
    static ContactWayWish wish(Input in) {
        in.readOnly("code", "link", "sourceMark", "archivedAt");
        return new ContactWayWish(
                in.text("name", 100).get(),
                in.text("hook", 200).orNull(),
                in.oneOf("rule", ContactWay.Rule.class).orNull(),
                in.id("department", IdType.DEPARTMENT).orNull(),
                in.id("welcomeMaterial", IdType.MATERIAL).orNull(),
                in.list("accounts", 1, 1000).objects(ContactWayResource::server).get());
    }

    private static ContactWayWish.Server server(Input in) {
        in.readOnly("name", "qrCode");
        return new ContactWayWish.Server(
                in.id("account", IdType.CHANNEL_ACCOUNT).get(),
                in.integer("weight", 1, 1000).orNull());
    }
}
