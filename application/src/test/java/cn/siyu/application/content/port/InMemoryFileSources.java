package cn.siyu.application.content.port;

import cn.siyu.application.channel.port.Answer;
import cn.siyu.application.channel.port.NotDoneReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A web in memory: what is not there is not found.
public final class InMemoryFileSources implements FileSources {
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, NotDoneReason> broken = new HashMap<>();
    private final List<String> fetched = new ArrayList<>();

    public synchronized void put(String address, byte[] bytes) {
        files.put(address, bytes.clone());
        broken.remove(address);
    }

    public synchronized void breaks(String address, NotDoneReason reason) {
        broken.put(address, reason);
    }

    /// All addresses that were asked for, in order.
    public synchronized List<String> fetched() {
        return List.copyOf(fetched);
    }

    @Override
    public synchronized Answer<byte[]> fetch(String address, int mostBytes) {
        fetched.add(address);
        var problem = broken.get(address);
        if (problem != null) {
            return Answer.notDone(problem, "as ordered by the test");
        }
        var bytes = files.get(address);
        if (bytes == null) {
            return Answer.notDone(NotDoneReason.NOT_FOUND, "nothing there");
        }
        return bytes.length > mostBytes ? Answer.notDone(NotDoneReason.INVALID, "too large") : Answer.done(bytes);
    }
}
