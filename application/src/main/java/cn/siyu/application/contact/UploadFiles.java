package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.contact.port.Sender;
import cn.siyu.application.content.port.FileSource;
import cn.siyu.application.content.port.FileSources;
import cn.siyu.application.content.port.UploadedFiles;
import cn.siyu.domain.brand.BrandId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Sees to it that the channel has the files of messages (素材上传) before any of the messages is
/// intended.
///
/// An upload reaches nobody and may be repeated, so it needs no intent of its own: it happens
/// outside every transaction, and what came of it is kept for all messages until it ends. A file
/// that can't be had now is left alone for a while, so that a hundred batches ask once.
public final class UploadFiles {
    /// How long an upload must still live when a message refers to it.
    static final Duration LIFE_LEFT = Duration.ofHours(1);

    /// Files are large: so many at once are held in memory.
    private static final int AT_ONCE = 2;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final int FAILURES_REMEMBERED = 10_000;

    private final FileSources sources;
    private final UploadedFiles uploads;
    private final UnitOfWork work;
    private final DispatchSettings settings;
    private final Map<Key, Failure> failures = new ConcurrentHashMap<>();
    private final Set<Key> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(AT_ONCE);

    public UploadFiles(FileSources sources, UploadedFiles uploads, UnitOfWork work, DispatchSettings settings) {
        this.sources = sources;
        this.uploads = uploads;
        this.work = work;
        this.settings = settings;
    }

    /// What can be said of one file.
    sealed interface Upload {
        /// The channel has it under this id.
        record There(String mediaId) implements Upload {}

        /// It can't be had now; `until` says when it is worth another try.
        record NotYet(Instant until, String reason) implements Upload {}

        /// It can't be had until somebody mends something.
        record Never(String reason) implements Upload {}
    }

    private record Key(BrandId brand, UploadedFiles.Connection connection, FileSource source) {}

    /// @param until before which the file is left alone
    private record Failure(int times, Instant until, Upload became) {}

    /// Each of the files as the connection has it, uploaded where it was not yet or would end too
    /// soon.
    ///
    /// @param aside uploads happen beside the caller, who is told to look again in a moment: a
    ///     welcome must not wait behind another message's film. Otherwise they are over when this
    ///     returns
    Map<FileSource, Upload> upload(
            BrandId brand,
            Sender sender,
            ChannelConnection connection,
            Set<FileSource> wanted,
            boolean aside,
            Instant now) {
        var where = new UploadedFiles.Connection(sender.channel(), sender.connection());
        Map<FileSource, Upload> found = new HashMap<>(there(brand, where, wanted, now));
        for (FileSource source : wanted) {
            var key = new Key(brand, where, source);
            if (!found.containsKey(source)) {
                found.put(
                        source,
                        failing(key, now)
                                .orElseGet(() -> aside ? begin(key, connection, now) : now(key, connection, now)));
            }
        }
        return found;
    }

    private Map<FileSource, Upload> there(
            BrandId brand, UploadedFiles.Connection where, Set<FileSource> wanted, Instant now) {
        Map<FileSource, Upload> there = new HashMap<>();
        uploads.find(brand, where, wanted).forEach((source, media) -> {
            if (media.endsAt().isAfter(now.plus(LIFE_LEFT))) {
                there.put(source, new Upload.There(media.mediaId()));
            }
        });
        return there;
    }

    private Optional<Upload> failing(Key key, Instant now) {
        return Optional.ofNullable(failures.get(key))
                .filter(failure -> now.isBefore(failure.until()))
                .map(Failure::became);
    }

    private Upload begin(Key key, ChannelConnection connection, Instant now) {
        if (underWay.add(key)) {
            var failed = failing(key, now); // the last try may have ended between the two looks
            if (failed.isPresent()) {
                underWay.remove(key);
                return failed.get();
            }
            Thread.ofVirtual().name("file-upload").start(() -> {
                places.acquireUninterruptibly();
                try {
                    var already = there(key.brand(), key.connection(), Set.of(key.source()), now);
                    if (already.isEmpty()) {
                        now(key, connection, now);
                    }
                } finally {
                    places.release();
                    underWay.remove(key);
                }
            });
        }
        return new Upload.NotYet(now.plus(LOOK_AGAIN), "MEDIA_UPLOADING");
    }

    /// Tries once, and remembers a failure.
    @SuppressWarnings("IllegalCatch") // an adapter that throws says as little as one that does not know
    private Upload now(Key key, ChannelConnection connection, Instant now) {
        @Nullable Failure before = failures.get(key);
        int times = before == null ? 1 : before.times() + 1;
        var wait = settings.retryAfter(times);
        Upload became;
        try {
            became = upload(key, connection, now, wait);
        } catch (RuntimeException e) {
            became = new Upload.NotYet(now.plus(wait), "MEDIA_DELAYED");
        }
        switch (became) {
            case Upload.There _ -> failures.remove(key);
            case Upload.NotYet(var until, var _) -> remember(key, new Failure(times, until, became));
            case Upload.Never _ -> remember(key, new Failure(times, now.plus(settings.longestRetry()), became));
        }
        return became;
    }

    private void remember(Key key, Failure failure) {
        if (failures.size() >= FAILURES_REMEMBERED) {
            failures.clear();
        }
        failures.put(key, failure);
    }

    private Upload upload(Key key, ChannelConnection connection, Instant now, Duration standardWait) {
        var media = connection.media();
        if (media.isEmpty()) {
            return new Upload.Never("MEDIA_NOT_UPLOADED");
        }
        var source = key.source();
        return switch (sources.fetch(source.address(), media.get().mostBytes(source.kind()))) {
            case Answer.Done<byte[]>(byte[] bytes) -> hand(key, media.get(), bytes, now, standardWait);
            case Answer.NotDone<byte[]>(var reason, var _, var after) ->
                reason.passing()
                        ? new Upload.NotYet(now.plus(longer(after, standardWait)), "MEDIA_UNREACHABLE")
                        : new Upload.Never(ofSource(reason));
            case Answer.Unknown<byte[]> _ -> new Upload.NotYet(now.plus(standardWait), "MEDIA_UNREACHABLE");
        };
    }

    private Upload hand(Key key, MediaUploads media, byte[] bytes, Instant now, Duration standardWait) {
        var source = key.source();
        return switch (media.forMessages(new MediaFile(source.kind(), source.name(), bytes))) {
            case Answer.Done<MediaUploads.Media>(var there) -> {
                work.run(() -> uploads.keep(key.brand(), key.connection(), source, there));
                yield new Upload.There(there.mediaId());
            }
            case Answer.NotDone<MediaUploads.Media>(var reason, var _, var after) ->
                reason.passing()
                        ? new Upload.NotYet(now.plus(longer(after, standardWait)), "MEDIA_DELAYED")
                        : new Upload.Never(reason == NotDoneReason.INVALID ? "MEDIA_UNFIT" : "MEDIA_NOT_TAKEN");
            case Answer.Unknown<MediaUploads.Media> _ -> new Upload.NotYet(now.plus(standardWait), "MEDIA_DELAYED");
        };
    }

    /// What the other side asks for, but no less than our own wait: it may ask for none at all.
    private static Duration longer(@Nullable Duration asked, Duration own) {
        return asked == null || asked.compareTo(own) < 0 ? own : asked;
    }

    private static String ofSource(NotDoneReason reason) {
        return switch (reason) {
            case NOT_FOUND -> "MEDIA_NOT_FOUND";
            case FORBIDDEN -> "MEDIA_NOT_ALLOWED";
            case INVALID, UNSUPPORTED, QUOTA, NO_RECIPIENT, TOO_LATE -> "MEDIA_UNFIT";
            case UNREACHABLE, UNANSWERED, CREDENTIAL, THROTTLED, CONFLICT -> "MEDIA_UNREACHABLE";
        };
    }
}
