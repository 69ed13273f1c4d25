package cn.siyu.adapter.wecomsimulator.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A corp's uploaded files (素材): what each is and until when it can be used, and how many
/// pictures were put up for good. The bytes lie on disk.
public final class MediaBook {
    private final MediaFiles files;
    private final Map<String, MediaRow> byId = new HashMap<>();
    private final NavigableMap<Integer, MediaRow> withBytes = new TreeMap<>();
    private final List<PictureRow> pictures = new ArrayList<>();

    MediaBook(MediaFiles files) {
        this.files = files;
    }

    void apply(MediaRow row) {
        byId.put(row.id(), row);
        withBytes.put(row.sequence(), row);
    }

    void apply(PictureRow row) {
        pictures.add(row);
    }

    Stream<Row> rows() {
        return Stream.concat(
                byId.values().stream()
                        .sorted((one, other) -> Integer.compare(one.sequence(), other.sequence()))
                        .map(Row.class::cast),
                pictures.stream());
    }

    /// The files whose bytes are still kept, by their order.
    List<MediaRow> kept() {
        return withBytes.values().stream()
                .filter(row -> Files.exists(files.path(row.id())))
                .toList();
    }

    /// The bytes of a kept file.
    byte[] bytes(String id) throws IOException {
        return Files.readAllBytes(files.path(id));
    }

    /// Takes in the bytes of a file that a row has told of.
    void restore(String id, byte[] bytes) {
        if (!byId.containsKey(id)) {
            throw new IllegalArgumentException("no row tells of the file " + id);
        }
        files.write(id, ByteBuffer.wrap(bytes));
    }

    /// Puts the files that were restored where they stay.
    void settle() {
        files.settle();
    }

    void end(boolean removed) {
        files.end(removed);
    }

    /// A file that was uploaded, whether it can still be used or not.
    public Optional<MediaRow> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public int count() {
        return byId.size();
    }

    /// Keeps the bytes of a file that [Corp#put] is going to be told of, and drops those of expired
    /// files.
    public void keep(String id, ByteBuffer bytes, long now) {
        while (!withBytes.isEmpty() && withBytes.firstEntry().getValue().expired(now)) {
            files.delete(withBytes.pollFirstEntry().getValue().id());
        }
        files.write(id, bytes);
    }

    /// Where the bytes of a file lie that has not expired.
    public Path bytesOf(MediaRow row) {
        return files.path(row.id());
    }

    /// How many pictures were put up for good.
    public int pictures() {
        return pictures.size();
    }
}
