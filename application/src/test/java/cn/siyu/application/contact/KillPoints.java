package cn.siyu.application.contact;

import cn.siyu.application.brand.port.UnitOfWork;
import cn.siyu.application.channel.MediaFile;
import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ChannelAdapter;
import cn.siyu.application.channel.port.ChannelConnection;
import cn.siyu.application.channel.port.ChannelDescriptor;
import cn.siyu.application.channel.port.ChannelEventTranslator;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.MediaUploads;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.channel.port.StaffDirectory;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.channel.port.Welcomes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Kills the process at one of the points it passes: before and after each call to the channel,
/// before each transaction, before its commit and after it.
public final class KillPoints {
    /// The process was killed. An error, because nobody may catch it.
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private int left;

    private KillPoints(int left) {
        this.left = left;
    }

    /// Dies at the n-th point, counted from 1.
    public static KillPoints at(int point) {
        return new KillPoints(point);
    }

    /// Whether the point was never reached.
    public boolean survived() {
        return left > 0;
    }

    private void pass() {
        left--;
        if (left == 0) {
            throw new Killed();
        }
    }

    private <T> T around(Supplier<T> call) {
        pass();
        T answer = call.get();
        pass();
        return answer;
    }

    public UnitOfWork over(UnitOfWork beneath) {
        return new UnitOfWork() {
            @Override
            public <T> T inTransaction(Supplier<T> work) {
                pass();
                T result = beneath.inTransaction(() -> {
                    T done = work.get();
                    pass();
                    return done;
                });
                pass();
                return result;
            }
        };
    }

    ChannelAdapter over(ChannelAdapter beneath) {
        return new Adapter(beneath);
    }

    private final class Adapter implements ChannelAdapter {
        private final ChannelAdapter beneath;

        Adapter(ChannelAdapter beneath) {
            this.beneath = beneath;
        }

        @Override
        public ChannelDescriptor descriptor() {
            return beneath.descriptor();
        }

        @Override
        public List<ChannelConnection> connections() {
            return beneath.connections().stream()
                    .<ChannelConnection>map(connection -> new Connection(connection))
                    .toList();
        }

        @Override
        public ChannelEventTranslator events() {
            return beneath.events();
        }
    }

    private final class Connection implements ChannelConnection {
        private final ChannelConnection beneath;

        Connection(ChannelConnection beneath) {
            this.beneath = beneath;
        }

        @Override
        public String name() {
            return beneath.name();
        }

        @Override
        public String idScope() {
            return name();
        }

        @Override
        public String brand() {
            return beneath.brand();
        }

        @Override
        public MassMessages massMessages() {
            return new Mass(beneath.massMessages());
        }

        @Override
        public Welcomes welcomes() {
            var welcomes = beneath.welcomes();
            return (String sendId, String code, OutboundMessage message) ->
                    around(() -> welcomes.send(sendId, code, message));
        }

        @Override
        public Optional<MediaUploads> media() {
            return beneath.media().map(Media::new);
        }

        @Override
        public ContactDirectory contacts() {
            return beneath.contacts();
        }

        @Override
        public ContactWayProvider contactWays() {
            return beneath.contactWays();
        }

        @Override
        public TagDirectory tags() {
            return beneath.tags();
        }

        @Override
        public Remarks remarks() {
            return beneath.remarks();
        }

        @Override
        public StaffDirectory staff() {
            return beneath.staff();
        }
    }

    private final class Media implements MediaUploads {
        private final MediaUploads beneath;

        Media(MediaUploads beneath) {
            this.beneath = beneath;
        }

        @Override
        public int mostBytes(Kind kind) {
            return beneath.mostBytes(kind);
        }

        @Override
        public Answer<MediaUploads.Media> forMessages(MediaFile file) {
            return around(() -> beneath.forMessages(file));
        }

        @Override
        public Answer<MediaUploads.Media> forMoments(MediaFile file) {
            return around(() -> beneath.forMoments(file));
        }

        @Override
        public Answer<MediaUploads.Media> forProducts(MediaFile file) {
            return around(() -> beneath.forProducts(file));
        }

        @Override
        public Answer<String> picture(MediaFile file) {
            return around(() -> beneath.picture(file));
        }
    }

    private final class Mass implements MassMessages {
        private final MassMessages beneath;

        Mass(MassMessages beneath) {
            this.beneath = beneath;
        }

        @Override
        public Answer<Instant> fence() {
            return around(beneath::fence);
        }

        @Override
        public Answer<Receipt> create(Batch batch, Instant fence) {
            return around(() -> beneath.create(batch, fence));
        }

        @Override
        public Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
            return around(() -> beneath.staffTasks(taskId, cursor));
        }

        @Override
        public Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor) {
            return around(() -> beneath.results(taskId, staff, cursor));
        }

        @Override
        public Answer<Ack> remind(String taskId) {
            return around(() -> beneath.remind(taskId));
        }

        @Override
        public Answer<Ack> cancel(String taskId) {
            return around(() -> beneath.cancel(taskId));
        }
    }
}
