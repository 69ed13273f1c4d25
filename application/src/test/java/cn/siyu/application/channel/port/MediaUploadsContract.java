package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.MediaUploads.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every [MediaUploads] does whose uploads for messages live for three days.
public interface MediaUploadsContract {
    FurtherWorld world();

    /// A picture of 100 by 100 points, as far as its head tells.
    static MediaFile picture() {
        var head = ByteBuffer.allocate(40)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(100)
                .putInt(100);
        return new MediaFile(Kind.IMAGE, "picture.png", head.array());
    }

    private static MediaFile menu() {
        return new MediaFile(Kind.FILE, "菜单.txt", "menu of the week".getBytes(StandardCharsets.UTF_8));
    }

    private static Answer<MassMessages.Receipt> sent(FurtherWorld world, String contact, Attachment attachment) {
        var messages = world.connection().massMessages();
        var message = new OutboundMessage("本周", List.of(attachment));
        var batch = new MassMessages.Batch("b", world.staff(), List.of(contact), message);
        return messages.create(batch, value(messages.fence()));
    }

    @Test
    default void aFileTravelsWithMessagesUntilItEnds() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var media = value(world.connection().media().orElseThrow().forMessages(menu()));
        var file = new Attachment.File("菜单.txt", media.mediaId());
        value(sent(world, contact, file));
        world.pass(Duration.ofDays(3).plusSeconds(1));
        assertThat(reason(sent(world, contact, file))).isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void whatWasNeverUploadedTravelsNowhere() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        assertThat(reason(sent(world, contact, new Attachment.Image("no-media-of-this-name"))))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void anUploadFitsOnlyWhereItIsFor() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var uploads = world.connection().media().orElseThrow();
        var ofMoments = value(uploads.forMoments(picture())).mediaId();
        var ofProducts = value(uploads.forProducts(picture())).mediaId();
        assertThat(reason(sent(world, contact, new Attachment.Image(ofMoments))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(sent(world, contact, new Attachment.Image(ofProducts))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(uploads.forProducts(menu()))).isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void aPictureMayKeepOneAddress() {
        var world = world();
        var contact = world.customerAdds(world.staff()).contactId();
        var uploads = world.connection().media().orElseThrow();
        var address = value(uploads.picture(picture()));
        assertThat(address).startsWith("http");
        world.pass(Duration.ofDays(4));
        value(sent(world, contact, new Attachment.Image(address)));
        assertThat(reason(uploads.picture(menu()))).isEqualTo(NotDoneReason.INVALID);
    }

    @ParameterizedTest
    @EnumSource
    default void saysHowLargeAFileMayBeAndRefusesWhatIsLarger(Kind kind) {
        var uploads = world().connection().media().orElseThrow();
        assertThat(uploads.mostBytes(kind)).isBetween(1 << 20, 100 << 20);
        assertThat(reason(uploads.forMessages(new MediaFile(kind, "a", new byte[uploads.mostBytes(kind) + 1]))))
                .isEqualTo(NotDoneReason.INVALID);
        assertThat(reason(uploads.forMessages(new MediaFile(kind, "a", new byte[1]))))
                .isEqualTo(NotDoneReason.INVALID);
    }
}
