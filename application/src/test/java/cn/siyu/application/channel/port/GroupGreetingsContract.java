package cn.siyu.application.channel.port;

import static cn.siyu.application.channel.port.Answers.reason;
import static cn.siyu.application.channel.port.Answers.value;
import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.channel.port.GroupGreetings.Greeting;
import org.junit.jupiter.api.Test;

/// What every [GroupGreetings] does.
public interface GroupGreetingsContract {
    FurtherWorld world();

    @Test
    default void aGreetingIsMadeReadChangedAndDeleted() {
        var world = world();
        var greetings = world.connection().groupGreetings().orElseThrow();
        var menu = new Attachment.Link("菜单", "https://example.com/menu", "本周", null);
        var id = value(greetings.create(new Greeting("%NICKNAME% 欢迎", menu), true));
        var read = value(greetings.fetch(id));
        assertThat(read.text()).isEqualTo("%NICKNAME% 欢迎");
        assertThat(read.attachment()).isInstanceOfSatisfying(Attachment.Link.class, link -> {
            assertThat(link.title()).isEqualTo("菜单");
            assertThat(link.url()).isEqualTo("https://example.com/menu");
        });

        value(greetings.update(id, new Greeting("你好", null)));

        assertThat(value(greetings.fetch(id))).isEqualTo(new Greeting("你好", null));
        value(greetings.delete(id));
        assertThat(reason(greetings.fetch(id))).isEqualTo(NotDoneReason.NOT_FOUND);
        assertThat(reason(greetings.delete(id))).isEqualTo(NotDoneReason.NOT_FOUND);
    }

    @Test
    default void carriesAPicture() {
        var world = world();
        var greetings = world.connection().groupGreetings().orElseThrow();
        var media = value(world.connection().media().orElseThrow().forMessages(MediaUploadsContract.picture()));
        var id = value(greetings.create(new Greeting("", new Attachment.Image(media.mediaId())), false));
        assertThat(value(greetings.fetch(id)).attachment()).isInstanceOf(Attachment.Image.class);
        assertThat(reason(greetings.create(new Greeting("", new Attachment.Image("no-media-of-this-name")), false)))
                .isEqualTo(NotDoneReason.INVALID);
    }

    @Test
    default void refusesAGreetingAboveItsLimit() {
        var greetings = world().connection().groupGreetings().orElseThrow();
        assertThat(reason(greetings.create(new Greeting("好".repeat(1001), null), false)))
                .isEqualTo(NotDoneReason.INVALID);
    }
}
