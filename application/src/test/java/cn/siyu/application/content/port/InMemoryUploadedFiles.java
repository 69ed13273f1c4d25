package cn.siyu.application.content.port;

import cn.siyu.application.brand.port.InMemoryStore;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.domain.brand.BrandId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Uploads in memory, rolled back with the store's transactions.
public final class InMemoryUploadedFiles implements UploadedFiles {
    private final InMemoryStore.Table<String, MediaUploads.Media> table;

    public InMemoryUploadedFiles(InMemoryStore store) {
        table = store.table();
    }

    private static String key(BrandId brand, Connection connection, FileSource source) {
        return brand + "\n" + connection + "\n" + source;
    }

    @Override
    public Map<FileSource, MediaUploads.Media> find(BrandId brand, Connection connection, Set<FileSource> sources) {
        var found = new HashMap<FileSource, MediaUploads.Media>();
        sources.forEach(source -> {
            var media = table.rows().get(key(brand, connection, source));
            if (media != null) {
                found.put(source, media);
            }
        });
        return found;
    }

    @Override
    public void keep(BrandId brand, Connection connection, FileSource source, MediaUploads.Media media) {
        table.rows().put(key(brand, connection, source), media);
    }
}
