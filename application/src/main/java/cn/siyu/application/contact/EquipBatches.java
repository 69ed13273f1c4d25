package cn.siyu.application.contact;

import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.contact.UploadFiles.Upload;
import cn.siyu.application.contact.port.SendBatches;
import cn.siyu.application.contact.port.SendBatches.Due;
import cn.siyu.application.content.port.FileSource;
import cn.siyu.domain.brand.BrandId;
import cn.siyu.domain.contact.BatchState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives planned batches the files that their messages carry, before they are intended. What waits
/// for a file is put off; what can never have it ends as FAILED, and gives back what it reserved.
public final class EquipBatches {
    private final UploadFiles files;
    private final SendBatches batches;
    private final ConcludeBatch conclusions;

    public EquipBatches(UploadFiles files, SendBatches batches, ConcludeBatch conclusions) {
        this.files = files;
        this.batches = batches;
        this.conclusions = conclusions;
    }

    private record Wait(Instant until, String reason) {}

    /// Whether a message carries any file.
    static boolean carriesFiles(Due due) {
        return !FilesOfMessage.in(due.batch().content()).isEmpty();
    }

    /// Those of the batches that can go, with what the channel calls their files.
    ///
    /// @param group batches that go over one connection
    /// @param aside uploads happen beside the caller; batches that need them are put off for a
    ///     moment
    List<Due> equip(BrandId brand, ChannelConnection connection, List<Due> group, boolean aside, Instant now) {
        Set<FileSource> wanted = new LinkedHashSet<>();
        group.forEach(due -> wanted.addAll(FilesOfMessage.in(due.batch().content())));
        if (wanted.isEmpty()) {
            return group;
        }
        var sender = group.getFirst().sender();
        var uploads = files.upload(brand, sender, connection, wanted, aside, now);
        List<Due> ready = new ArrayList<>();
        Map<Wait, List<Due>> waiting = new LinkedHashMap<>();
        Map<String, List<Due>> lost = new LinkedHashMap<>();
        for (Due due : group) {
            switch (worst(due, uploads)) {
                case Upload.There _ -> ready.add(equipped(due, uploads));
                case Upload.NotYet(var until, var reason) ->
                    waiting.computeIfAbsent(new Wait(until, reason), _ -> new ArrayList<>())
                            .add(due);
                case Upload.Never(var reason) ->
                    lost.computeIfAbsent(reason, _ -> new ArrayList<>()).add(due);
            }
        }
        waiting.forEach((wait, dues) -> batches.postpone(
                brand, dues.stream().map(due -> due.batch().id()).toList(), wait.until(), wait.reason()));
        lost.forEach((reason, dues) -> conclusions.end(brand, dues, BatchState.FAILED, reason, now));
        return ready;
    }

    /// Of all files of a batch the one that decides: one that can never be had before one that
    /// can't be had yet.
    private static Upload worst(Due due, Map<FileSource, Upload> uploads) {
        Upload worst = new Upload.There("");
        for (FileSource source : FilesOfMessage.in(due.batch().content())) {
            var upload = Optional.ofNullable(uploads.get(source)).orElseThrow();
            if (upload instanceof Upload.Never) {
                return upload;
            }
            boolean later = upload instanceof Upload.NotYet(var until, var _)
                    && (!(worst instanceof Upload.NotYet(var other, var _)) || until.isAfter(other));
            worst = later ? upload : worst;
        }
        return worst;
    }

    private static Due equipped(Due due, Map<FileSource, Upload> uploads) {
        Map<FileSource, String> ids = new HashMap<>();
        uploads.forEach((source, upload) -> {
            if (upload instanceof Upload.There(var id)) {
                ids.put(source, id);
            }
        });
        var batch = due.batch();
        var carried = batch.carrying(FilesOfMessage.uploaded(batch.content(), ids));
        return new Due(carried, due.epoch(), due.attempts(), due.sender());
    }
}
