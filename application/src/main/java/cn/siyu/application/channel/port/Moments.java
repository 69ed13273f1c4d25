package cn.siyu.application.channel.port;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Posts to customers' moments (客户朋友圈). A task publishes nothing: each member it reaches must
/// confirm.
public interface Moments {
    /// Makes a task and answers the id of the job that prepares it, see [#prepared]. There is no
    /// idempotency key: an Unknown is never followed by a second create.
    Answer<String> create(Task task);

    /// How far a job is; asked for within 24 hours.
    Answer<Prepared> prepared(String jobId);

    /// Stops what is not published yet (停止发表企业朋友圈).
    Answer<Ack> cancel(String momentId);

    /// Who has published, a page at a time.
    Answer<Slice<StaffPost>> staffPosts(String momentId, @Nullable String cursor);

    /// Comments and likes under one member's post.
    Answer<Echo> echo(String momentId, String staff);

    /// What to post. Media ids come from [MediaUploads#forMoments].
    ///
    /// @param attachments up to nine images, or one video, or one link
    /// @param staff whose tasks it becomes; nobody named: everybody whom the connection sees
    /// @param tagIds corp tags, one of which a customer must have to see it; none: all customers
    record Task(String taskId, String text, List<Attachment> attachments, Set<String> staff, Set<String> tagIds) {
        public Task {
            attachments = List.copyOf(attachments);
            staff = Set.copyOf(staff);
            tagIds = Set.copyOf(tagIds);
            if (text.isEmpty() && attachments.isEmpty()) {
                throw new IllegalArgumentException("a post needs text or an attachment");
            }
        }
    }

    /// A job.
    ///
    /// @param momentId once it is finished and was not refused
    /// @param refusal why there will be no post; null otherwise
    record Prepared(
            boolean finished,
            @Nullable String momentId,
            @Nullable String refusal) {}

    record StaffPost(String staff, boolean published) {}

    /// Reactions to a post; the far side tells who and when, never the words.
    record Echo(List<Reaction> comments, List<Reaction> likes) {
        public Echo {
            comments = List.copyOf(comments);
            likes = List.copyOf(likes);
        }
    }

    /// A comment or a like.
    ///
    /// @param who a contact, or a staff member if `byStaff`
    record Reaction(String who, boolean byStaff, Instant at) {}
}
