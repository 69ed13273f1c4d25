package cn.siyu.adapter.persistence.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.siyu.adapter.persistence.Sql;
import cn.siyu.application.channel.port.MediaUploads.Media;
import cn.siyu.application.content.port.FileSource;
import cn.siyu.application.content.port.UploadedFiles;
import cn.siyu.domain.brand.BrandId;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row per file and connection, found by the hash of kind, name and address.
@Singleton
final class SqlUploadedFiles implements UploadedFiles {
    private final Sql sql;

    SqlUploadedFiles(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<FileSource, Media> find(BrandId brand, Connection connection, Set<FileSource> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        var byHash = new HashMap<String, FileSource>();
        sources.forEach(source -> byHash.put(hash(source), source));
        var parameters = new ArrayList<@Nullable Object>(List.of(brand, connection.channel(), connection.name()));
        parameters.addAll(byHash.keySet());
        var found = new HashMap<FileSource, Media>();
        sql.list(
                """
                SELECT file_hash, media_id, ends_at FROM uploaded_file
                WHERE brand = ? AND channel = ? AND connection = ? AND file_hash IN (%s)""".formatted(Sql.marks(byHash.size())),
                row -> {
                    var source = byHash.get(row.text("file_hash"));
                    if (source != null) {
                        found.put(source, new Media(row.text("media_id"), row.instant("ends_at")));
                    }
                    return source == null;
                },
                parameters.toArray());
        return found;
    }

    @Override
    public void keep(BrandId brand, Connection connection, FileSource source, Media media) {
        var hash = hash(source);
        sql.update(
                """
                INSERT INTO uploaded_file (brand, channel, connection, file_hash, address, media_id, ends_at)
                VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                brand,
                connection.channel(),
                connection.name(),
                hash,
                source.address(),
                media.mediaId(),
                media.endsAt());
        sql.update("""
                UPDATE uploaded_file SET media_id = ?, ends_at = ?
                WHERE brand = ? AND channel = ? AND connection = ? AND file_hash = ?""", media.mediaId(), media.endsAt(), brand, connection.channel(), connection.name(), hash);
    }

    /// A name has no line breaks, and an address has none either, so no two files have the same
    /// text.
    private static String hash(FileSource source) {
        var text = source.kind() + "\n" + source.name() + "\n" + source.address();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
