package cn.siyu.application.channel.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Notices to staff, in memory.
final class InMemoryNotices implements StaffNotices {
    private static final int TEXT_BYTES = 2048;
    private static final int MOST_STAFF = 1000;

    private final InMemoryFarSide farSide;
    private final List<String> delivered = new ArrayList<>();

    InMemoryNotices(InMemoryFarSide farSide) {
        this.farSide = farSide;
    }

    @Override
    public Answer<Receipt> send(String noticeId, List<String> staff, Notice notice) {
        return farSide.change(() -> {
            boolean tooLong = notice instanceof Notice.Text(var content) && content.getBytes(UTF_8).length > TEXT_BYTES;
            if (staff.isEmpty() || staff.size() > MOST_STAFF || tooLong) {
                return Answer.notDone(NotDoneReason.INVALID, "nobody, too many, or too long");
            }
            Set<String> unreached = staff.stream()
                    .filter(one -> !farSide.staff.containsKey(one))
                    .collect(Collectors.toSet());
            if (unreached.size() == staff.size()) {
                return Answer.notDone(NotDoneReason.NOT_FOUND, "nobody of them is here");
            }
            staff.stream().filter(one -> !unreached.contains(one)).forEach(delivered::add);
            return Answer.done(new Receipt(noticeId, unreached));
        });
    }
}
