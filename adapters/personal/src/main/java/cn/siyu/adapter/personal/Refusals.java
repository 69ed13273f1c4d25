package cn.siyu.adapter.personal;

import cn.siyu.application.channel.port.Ack;
import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.ContactDirectory;
import cn.siyu.application.channel.port.ContactWayProvider;
import cn.siyu.application.channel.port.MassMessages;
import cn.siyu.application.channel.port.NotDoneReason;
import cn.siyu.application.channel.port.OutboundMessage;
import cn.siyu.application.channel.port.Remarks;
import cn.siyu.application.channel.port.Slice;
import cn.siyu.application.channel.port.StaffDirectory;
import cn.siyu.application.channel.port.TagDirectory;
import cn.siyu.application.channel.port.Welcomes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Every role of a channel that calls nobody: nothing is sent, and the answer says so.
enum Refusals implements MassMessages, Welcomes, ContactDirectory, Remarks, StaffDirectory {
    ALL;

    private static <T> Answer<T> no() {
        return Answer.notDone(NotDoneReason.UNSUPPORTED, "people work this channel; no program does");
    }

    @Override
    public Answer<Instant> fence() {
        return no();
    }

    @Override
    public Answer<Receipt> create(Batch batch, Instant fence) {
        return no();
    }

    @Override
    public Answer<Slice<StaffTask>> staffTasks(String taskId, @Nullable String cursor) {
        return no();
    }

    @Override
    public Answer<Slice<Result>> results(String taskId, String staff, @Nullable String cursor) {
        return no();
    }

    @Override
    public Answer<Ack> remind(String taskId) {
        return no();
    }

    @Override
    public Answer<Ack> cancel(String taskId) {
        return no();
    }

    @Override
    public Answer<Ack> send(String sendId, String welcomeCode, OutboundMessage message) {
        return no();
    }

    @Override
    public Answer<Contact> fetch(String contactId) {
        return no();
    }

    @Override
    public Answer<Slice<Relationship>> byStaff(String staff, @Nullable String cursor) {
        return no();
    }

    @Override
    public Answer<Set<String>> idsOfStaff(String staff) {
        return no();
    }

    @Override
    public Answer<Ack> set(String staff, String contactId, Change change) {
        return no();
    }

    @Override
    public Answer<List<Department>> departments() {
        return no();
    }

    @Override
    public Answer<List<String>> contactStaff() {
        return no();
    }

    @Override
    public Answer<Member> member(String staff) {
        return no();
    }

    /// The same for codes.
    enum ContactWays implements ContactWayProvider {
        NONE;

        @Override
        public Answer<ContactWay> create(Request request) {
            return no();
        }

        @Override
        public Answer<Ack> update(String contactWayId, Request request) {
            return no();
        }

        @Override
        public Answer<Ack> delete(String contactWayId) {
            return no();
        }
    }

    /// The same for tags.
    enum Tags implements TagDirectory {
        NONE;

        @Override
        public Answer<List<TagGroup>> list() {
            return no();
        }

        @Override
        public Answer<TagGroup> create(String groupName, List<String> tagNames) {
            return no();
        }

        @Override
        public Answer<Ack> rename(String id, String name) {
            return no();
        }

        @Override
        public Answer<Ack> delete(Set<String> tagIds) {
            return no();
        }

        @Override
        public Answer<Ack> mark(String staff, String contactId, Set<String> add, Set<String> remove) {
            return no();
        }
    }
}
