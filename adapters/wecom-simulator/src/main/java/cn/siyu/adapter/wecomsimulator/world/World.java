package cn.siyu.adapter.wecomsimulator.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All corps of one simulator. With a directory, each corp is a journal file in it and comes back
/// at the next start; without one, the world lives as long as the process.
public final class World implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(World.class);
    private static final String SUFFIX = ".journal";
    private final InstantSource machine;
    private final @Nullable Path directory;
    private final @Nullable FileChannel lock;
    private final Map<String, Corp> corps = new ConcurrentSkipListMap<>();
    private final Map<String, String> broken = new ConcurrentSkipListMap<>();
    private final Map<String, Corp> tokens = new ConcurrentHashMap<>();

    private World(InstantSource machine, @Nullable Path directory, @Nullable FileChannel lock) {
        this.machine = machine;
        this.directory = directory;
        this.lock = lock;
    }

    /// Opens a world.
    /// @param machine the real time
    /// @param directory where it is kept; null keeps it in memory only
    /// @throws UncheckedIOException when the directory is in use by another process or cannot be
    ///     read
    public static World open(InstantSource machine, @Nullable Path directory) {
        if (directory == null) {
            return new World(machine, null, null);
        }
        try {
            Files.createDirectories(directory);
            var world = new World(machine, directory, lock(directory));
            try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                files.forEach(world::loadOrSetAside);
            }
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the world in " + directory, e);
        }
    }

    public Collection<Corp> corps() {
        return corps.values();
    }

    /// The corps whose journals could not be read, and why. They are not served; their journals are
    /// left as they are. Loading a saved world of such a corp puts it in its journal's place.
    public Map<String, String> broken() {
        return Collections.unmodifiableMap(broken);
    }

    /// Serves a corp no longer, because something in it cannot be read.
    public synchronized void setAside(Corp corp, String reason) {
        corps.remove(corp.corpId());
        tokens.values().removeIf(owner -> owner == corp);
        corp.close(false);
        setAside(corp.corpId(), reason);
    }

    private void setAside(String corpId, String reason) {
        broken.put(corpId, reason);
        LOG.error("the journal of the corp {} is broken, so the corp is not served: {}", corpId, reason);
    }

    public Optional<Corp> corp(String corpId) {
        return Optional.ofNullable(corps.get(corpId));
    }

    /// The corp that an access token was given out by.
    public Optional<Corp> corpOfToken(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    /// Remembers which corp a token belongs to.
    public void tokenGiven(String token, Corp corp) {
        tokens.put(token, corp);
    }

    /// Adds a corp and fills it.
    /// @param fill puts the corp's first rows, with the corp's lock held
    /// @return the corp, or nothing when there is one with this id already
    public synchronized Optional<Corp> create(CorpRow row, Consumer<Corp> fill) {
        if (corps.containsKey(row.corpId()) || broken.containsKey(row.corpId())) {
            return Optional.empty();
        }
        var corp = new Corp(row, machine, files(row.corpId()));
        corp.locked(() -> fill.accept(corp));
        if (directory != null) {
            corp.writeTo(FileJournal.compacted(file(directory, row.corpId()), corp.rows()));
        }
        corps.put(row.corpId(), corp);
        return Optional.of(corp);
    }

    /// A corp that is not part of this world yet.
    Corp unborn(CorpRow row) {
        return new Corp(row, machine, files(row.corpId()).staged());
    }

    /// Takes corps in, each in place of the one with its id if there is one.
    public synchronized void adopt(Collection<Corp> others) {
        for (var corp : others) {
            var before = corps.remove(corp.corpId());
            if (before != null) {
                tokens.values().removeIf(owner -> owner == before);
                before.close(false);
            }
            corp.media().settle();
            if (directory != null) {
                corp.writeTo(FileJournal.compacted(file(directory, corp.corpId()), corp.rows()));
            }
            broken.remove(corp.corpId());
            enter(corp);
        }
    }

    /// Removes a corp and everything in it.
    public synchronized boolean remove(String corpId) {
        var corp = corps.remove(corpId);
        if (corp == null) {
            return false;
        }
        tokens.values().removeIf(owner -> owner == corp);
        corp.close(true);
        if (directory != null) {
            try {
                Files.deleteIfExists(file(directory, corpId));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + corpId, e);
            }
        }
        return true;
    }

    @Override
    public synchronized void close() {
        corps.values().forEach(corp -> corp.close(false));
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void loadOrSetAside(Path file) {
        try {
            load(file);
        } catch (RuntimeException e) {
            var name = file.getFileName().toString();
            setAside(name.substring(0, name.length() - SUFFIX.length()), String.valueOf(e.getMessage()));
            LOG.debug("{}", file, e);
        }
    }

    private void load(Path file) {
        var loaded = new Corp[1];
        var found = JournalReader.read(file, row -> {
            if (loaded[0] == null) {
                if (!(row instanceof CorpRow first) || !isOf(file, first)) {
                    throw new IllegalArgumentException("it does not begin with its corp");
                }
                loaded[0] = new Corp(first, machine, files(first.corpId()));
            }
            loaded[0].apply(row);
        });
        var corp = loaded[0];
        if (corp == null) {
            return;
        }
        var live = corp.rows().count();
        corp.writeTo(
                found.current() && !FileJournal.isOvergrown(found.rows(), live)
                        ? FileJournal.continued(file, found, live)
                        : FileJournal.compacted(file, corp.rows()));
        enter(corp);
    }

    private void enter(Corp corp) {
        corps.put(corp.corpId(), corp);
        for (var app : List.copyOf(corp.directory().apps())) {
            corp.directory().tokenOf(app).ifPresent(token -> tokens.put(token.value(), corp));
        }
    }

    private MediaFiles files(String corpId) {
        return directory == null ? MediaFiles.temporary() : MediaFiles.in(directory.resolve(corpId + ".media"));
    }

    private static boolean isOf(Path journal, CorpRow corp) {
        return journal.getFileName().toString().equals(corp.corpId() + SUFFIX);
    }

    private static Path file(Path directory, String corpId) {
        return directory.resolve(corpId + SUFFIX);
    }

    private static FileChannel lock(Path directory) throws IOException {
        var channel =
                FileChannel.open(directory.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // this process holds it: the same answer as for another one
        }
        channel.close();
        throw new IOException("the directory is in use by another simulator");
    }
}
