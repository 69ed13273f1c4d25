package cn.siyu.application.content.port;

import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.domain.brand.BrandId;
import java.util.Map;
import java.util.Set;

/// What was uploaded to which connection (已上传素材), so that all messages with a file share one
/// upload until it ends.
public interface UploadedFiles {
    /// The latest upload of each of these files to a connection, ended ones included; those without
    /// one are absent.
    Map<FileSource, MediaUploads.Media> find(BrandId brand, Connection connection, Set<FileSource> sources);

    /// Keeps an upload in the place of an earlier one of the same file.
    void keep(BrandId brand, Connection connection, FileSource source, MediaUploads.Media media);

    /// Where a file was uploaded to.
    ///
    /// @param channel the kind of channel
    /// @param name of the connection, inside the channel
    record Connection(String channel, String name) {}
}
