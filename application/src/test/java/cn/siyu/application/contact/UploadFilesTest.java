package cn.siyu.application.contact;

import static org.assertj.core.api.Assertions.assertThat;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.InMemoryChannel;
import cn.siyu.application.channel.port.InMemoryFarSide;
import cn.siyu.application.channel.port.MediaUploads.Kind;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.UploadFiles.Upload;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.content.port.FileSource;
import cn.siyu.application.content.port.FileSources;
import cn.siyu.application.content.port.InMemoryUploadedFiles;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Uploads beside the caller, as for live brands.
@Timeout(20)
class UploadFilesTest {
    private static final BrandId BRAND = new BrandId(1);
    private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
    private static final Sender SENDER = new Sender("in-memory", "main", "staff-1");
    private static final FileSource FILM = new FileSource(Kind.VIDEO, "video", "https://example.com/a.mp4");

    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryFarSide farSide = new InMemoryFarSide(() -> NOW);
    private final InMemoryChannel channel = new InMemoryChannel("main", "demo", farSide);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private final AtomicInteger fetched = new AtomicInteger();

    private UploadFiles files(FileSources sources) {
        return new UploadFiles(sources, new InMemoryUploadedFiles(store), store, DispatchSettings.STANDARD);
    }

    private Upload look(UploadFiles files, Instant now) {
        return Objects.requireNonNull(
                files.upload(BRAND, SENDER, channel, Set.of(FILM), true, now).get(FILM));
    }

    /// Looks until it is no longer under way; a hanging upload is stopped by the test's time-out.
    private Upload end(UploadFiles files) {
        Upload upload = look(files, NOW);
        while (upload instanceof Upload.NotYet(var _, var reason) && reason.equals("MEDIA_UPLOADING")) {
            Thread.onSpinWait();
            upload = look(files, NOW);
        }
        return upload;
    }

    private Answer<byte[]> slow() {
        fetched.incrementAndGet();
        try {
            mayGoOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Answer.done(new byte[100]);
    }

    @Test
    void doNotKeepTheCallerWaitingAndHappenOnce() {
        var files = files((_, _) -> slow());
        for (int look = 0; look < 5; look++) {
            assertThat(look(files, NOW)).isEqualTo(new Upload.NotYet(NOW.plusSeconds(1), "MEDIA_UPLOADING"));
        }

        mayGoOn.countDown();

        assertThat(end(files)).isInstanceOf(Upload.There.class);
        assertThat(fetched).hasValue(1);
        assertThat(farSide.uploads()).isOne();
    }

    @Test
    void areLeftAloneForAWhileWhenTheyFail() {
        var files = files((_, _) -> {
            fetched.incrementAndGet();
            return Answer.notDone(NotDoneReason.UNREACHABLE, "down");
        });
        var failed = new Upload.NotYet(NOW.plusSeconds(2), "MEDIA_UNREACHABLE");
        assertThat(end(files)).isEqualTo(failed);
        assertThat(look(files, NOW.plusSeconds(1))).isEqualTo(failed);
        assertThat(fetched).hasValue(1);
        assertThat(look(files, NOW.plusSeconds(2))).isEqualTo(new Upload.NotYet(NOW.plusSeconds(3), "MEDIA_UPLOADING"));
    }

    @Test
    void bearAnAdapterThatThrows() {
        var files = files((_, _) -> {
            throw new IllegalStateException("broken");
        });
        assertThat(end(files)).isEqualTo(new Upload.NotYet(NOW.plus(Duration.ofSeconds(2)), "MEDIA_DELAYED"));
    }
}
